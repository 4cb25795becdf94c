"""Every pair of colours that meet in a look can be told apart, and a faint one is found."""

from collections.abc import Iterator
from dataclasses import replace

import pytest

from caregiver_journal.base.look import LOOKS, MOODS, Look, contrast, read_look

GROUNDS = ("background", "sidebar", "card", "primary_soft", "accent_soft")
WORDS = ("ink", "muted", "primary", "accent_ink", "error")
TEXT, SIGN = 4.5, 3.0


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


@pytest.mark.parametrize("name", LOOKS)
def test_every_pair_can_be_read(name: str) -> None:
    assert list(find_faint(read_look(name))) == []


@pytest.mark.parametrize(
    ("token", "colour"),
    [("muted", "#A0A0A0"), ("edge", "#E2DBCF"), ("focus", "#FFFFFF"), ("on_primary", "#2F6B70")],
)
def test_a_planted_faint_colour_is_found(token: str, colour: str) -> None:
    planted = replace(read_look("light"), **{token: colour})  # type: ignore[arg-type]
    assert any(token in finding for finding in find_faint(planted))


def test_a_planted_faint_numeral_is_found() -> None:
    planted = replace(read_look("light"), on_mood=("#000000",) * MOODS)
    assert any("mood_1" in finding for finding in find_faint(planted))


def test_high_contrast_words_reach_seven_to_one() -> None:
    look = read_look("high_contrast")
    assert all(contrast(look.colour(w), look.colour(g)) >= 7 for w in WORDS for g in GROUNDS)
