"""The looks that ship can be read and are easy to read: their contrasts are measured."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.vaults import quick

from caregiver_journal.base import look as look_module
from caregiver_journal.base.look import LOOKS, MOODS, Look, contrast, mix, read_look
from caregiver_journal.base.places import resource

colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda c: "#{:02X}{:02X}{:02X}".format(*c))


@pytest.fixture(params=LOOKS)
def look(request: pytest.FixtureRequest) -> Look:
    return read_look(request.param)


def test_every_token_has_its_colour(look: Look) -> None:
    assert len(look.mood) == len(look.on_mood) == MOODS
    for token, colour in look.colours().items():
        assert look.colour(token) == colour
        assert len(colour) == 7
    assert look.colour("mood_3") == look.mood[2]
    assert look.colour("on_mood_5") == look.on_mood[4]


def test_a_colour_stays_itself_and_an_unknown_token_is_an_error(look: Look) -> None:
    assert look.colour("#012345") == "#012345"
    with pytest.raises(KeyError):
        look.colour("mood_6")


def test_words_can_be_read_on_every_ground(look: Look) -> None:
    for ground in (look.background, look.sidebar, look.card):
        for ink in (look.ink, look.muted):
            assert contrast(ink, ground) >= 4.5
    assert contrast(look.on_primary, look.primary) >= 4.5
    assert contrast(look.error, look.card) >= 4.5
    assert contrast(look.accent_ink, look.card) >= 4.5


def test_numerals_can_be_read_on_their_moods(look: Look) -> None:
    for mood, numeral in zip(look.mood, look.on_mood, strict=True):
        assert contrast(numeral, mood) >= 4.5


def test_the_edge_of_a_field_and_the_focus_can_be_seen(look: Look) -> None:
    assert contrast(look.edge, look.card) >= 3
    assert contrast(look.focus, look.card) >= 3


def test_a_mood_that_is_not_chosen_lies_between_itself_and_the_card(look: Look) -> None:
    for number in range(1, MOODS + 1):
        assert look.soft_mood(number) == mix(look.mood[number - 1], look.card, 0.85)


def test_only_looks_that_ship_can_be_read() -> None:
    with pytest.raises(ValueError, match="no such look"):
        read_look("../../secrets")


@pytest.mark.parametrize(
    ("before", "after"),
    [('ink = "#', 'ink = "x'), ("mood = [", 'mood = ["#000000", ')],
)
def test_a_look_with_a_broken_colour_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, before: str, after: str
) -> None:
    text = resource("themes", "light.toml").read_text("utf-8")
    assert before in text
    (tmp_path / "light.toml").write_text(text.replace(before, after, 1), "utf-8")
    monkeypatch.setattr(look_module, "resource", lambda _folder, name: tmp_path / name)
    with pytest.raises(ValueError):  # noqa: PT011 - whichever check comes first
        read_look("light")


@pytest.mark.parametrize(
    ("first", "second", "ratio"),
    [("#000000", "#FFFFFF", 21.0), ("#777777", "#FFFFFF", 4.478), ("#ABCDEF", "#ABCDEF", 1.0)],
)
def test_contrast_is_measured_as_the_guidelines_say(first: str, second: str, ratio: float) -> None:
    assert contrast(first, second) == pytest.approx(ratio, abs=0.001)


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


@pytest.mark.parametrize("text", ["", "red", "#12345", "#12345G", "1234567", "#1234567"])
def test_what_is_no_colour_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="#RRGGBB"):
        contrast(text, "#FFFFFF")
