"""The looks: every pair of colours that meet can be told apart."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base import look as look_module
from caregiver_journal.base.look import LOOKS, MOODS, PAPER, Look, contrast, mix, read_look
from caregiver_journal.base.places import resource

GROUNDS = ("background", "sidebar", "card", "primary_soft", "accent_soft")
WORDS = ("ink", "muted", "primary", "accent_ink", "error")
TEXT, SIGN = 4.5, 3.0


colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02X}{:02X}{:02X}".format(*c))


def find_faint(look: Look) -> Iterator[str]:
    """Find pairs that WCAG 2.2 calls too faint (1.4.3 for text, 1.4.11 for signs)."""
    pairs = [(word, ground, TEXT) for word in WORDS for ground in GROUNDS]
    pairs += [("on_primary", "primary", TEXT), ("edge", "card", SIGN), ("edge", "background", SIGN)]
    pairs += [("focus", ground, SIGN) for ground in GROUNDS]
    pairs += [("accent", "card", SIGN), ("primary", "card", SIGN)]
    pairs += [(f"on_mood_{number}", f"mood_{number}", TEXT) for number in range(1, MOODS + 1)]
    for first, second, least in pairs:
        found = contrast(look.colour(first), look.colour(second))
        if found < least:
            yield f"{first} on {second}: {found:.2f}"
    for number in range(1, MOODS + 1):
        found = contrast(look.on_mood[number - 1], look.soft_mood(number))
        if found < TEXT:
            yield f"numeral {number} on its softened disc: {found:.2f}"


@pytest.mark.parametrize("name", [*LOOKS, PAPER])
def test_every_pair_can_be_read(name: str) -> None:
    assert list(find_faint(read_look(name))) == []


@pytest.mark.parametrize(
    ("token", "colour"),
    [("muted", "#A0A0A0"), ("edge", "#E2DBCF"), ("focus", "#FFFFFF"), ("on_primary", "#2F6B70")],
)
def test_a_planted_faint_colour_is_found(token: str, colour: str) -> None:
    planted = read_look("light")._replace(**{token: colour})  # type: ignore[arg-type]
    assert any(token in finding for finding in find_faint(planted))


def test_a_planted_faint_numeral_is_found() -> None:
    planted = read_look("light")._replace(on_mood=("#000000",) * MOODS)
    assert any("mood_1" in finding for finding in find_faint(planted))


def test_high_contrast_words_reach_seven_to_one() -> None:
    look = read_look("high_contrast")
    assert all(contrast(look.colour(w), look.colour(g)) >= 7 for w in WORDS for g in GROUNDS)


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.478),
        ("#FFFFFF", "#308CC6", 3.69),
    ],
)
def test_contrast_is_that_of_wcag(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.005)
    assert contrast(second, first) == contrast(first, second)


def test_mix_lays_a_share_of_one_over_the_other() -> None:
    assert mix("#FFFFFF", "#000000", 0.0) == "#000000"
    assert mix("#FFFFFF", "#000000", 1.0) == "#FFFFFF"
    assert mix("#FF0000", "#0000FF", 0.5) == "#800080"


def test_a_colour_is_found_by_its_token() -> None:
    look = read_look("dark")
    assert look.is_dark
    assert look.colour("mood_3") == look.mood[2]
    assert look.colour("on_mood_5") == look.on_mood[4]
    assert look.colour("accent") == look.accent
    assert look.colour("#123456") == "#123456"
    with pytest.raises(KeyError):
        look.colour("name")


@pytest.mark.parametrize("name", ["", "sepia", "../themes/light"])
def test_an_unknown_look_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="no such look"):
        read_look(name)


@pytest.mark.parametrize("colour", ["", "red", "#FFF", "#GGGGGG", "FFFFFFF"])
def test_what_is_no_colour_is_refused(colour: str) -> None:
    with pytest.raises(ValueError, match="#RRGGBB"):
        contrast(colour, "#000000")


@pytest.mark.parametrize(
    ("before", "after"),
    [('"ink": "#', '"ink": "x'), ('"mood": [', '"mood": ["#000000", ')],
)
def test_a_look_with_a_broken_colour_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str, after: str
) -> None:
    text = resource("themes", "light.json").read_text("utf-8")
    assert before in text
    (tmp_path / "light.json").write_text(text.replace(before, after, 1), "utf-8")
    monkeypatch.setattr(look_module, "resource", lambda _folder, name: tmp_path / name)
    with pytest.raises(ValueError):  # noqa: PT011 - whichever check comes first
        read_look("light")


@quick
@given(colours, colours)
def test_contrast_lies_between_1_and_21_whichever_comes_first(first: str, second: str) -> None:
    assert 1 <= contrast(first, second) <= 21
    assert contrast(first, second) == contrast(second, first)


@quick
@given(colours, colours)
def test_a_mixture_begins_and_ends_with_its_parts(first: str, second: str) -> None:
    assert mix(first, second, 1) == first
    assert mix(first, second, 0) == second


def test_a_mood_that_is_not_chosen_is_softened_towards_the_card() -> None:
    look = read_look("light")
    assert [look.soft_mood(number) for number in range(1, MOODS + 1)] == [
        mix(disc, look.card, 0.85) for disc in look.mood
    ]
