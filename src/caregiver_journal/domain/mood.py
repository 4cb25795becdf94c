"""The mood: how pleasant a moment is, how much energy it has, and words for it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.text import clean_line

LEVELS = range(1, 6)
"""Very low (1) to very good (5)."""

LEVEL_WORDS = (N_("Very low"), N_("Low"), N_("Mixed"), N_("Good"), N_("Very good"))

ENERGIES = range(1, 6)
"""Drained (1) to restless (5); the ends are both uncomfortable, so this is no scale of merit."""

ENERGY_WORDS = (N_("Drained"), N_("Low energy"), N_("Middling"), N_("Awake"), N_("Restless"))

BELONGING = range(11)
"""Quite alone (0) to fully one of them (10)."""


class About(StrEnum):
    """What a mood had to do with; its value is stored and never changes."""

    PEOPLE = "people"
    DOING = "doing"
    BODY = "body"
    ELSE = "else"


ABOUT_WORDS = {
    About.PEOPLE: N_("Between people"),
    About.DOING: N_("Getting things done"),
    About.BODY: N_("My body"),
    About.ELSE: N_("Something else"),
}

MAX_WORDS = 20
MAX_WORD = 40


@dataclass(frozen=True, slots=True)
class Mood:
    """How one moment felt.

    Attributes:
        level: 1 (very low) to 5 (very good).
        energy: 1 (drained) to 5 (restless), or None when it was not said.
        words: feeling words, the person's own among them, in their order.
        about: what it had to do with, or None when it was not said.
        belonging: 0 (quite alone) to 10 (fully one of them), or None when it was not said.

    Raises:
        InvalidValueError: a number out of its range.
    """

    level: int
    energy: int | None = None
    words: tuple[str, ...] = field(default=(), repr=False)
    about: About | None = None
    belonging: int | None = None

    def __post_init__(self) -> None:
        if self.level not in LEVELS:
            raise InvalidValueError(_("A mood is a number from 1 to 5."), field="level")
        if self.energy is not None and self.energy not in ENERGIES:
            raise InvalidValueError(_("Energy is a number from 1 to 5."), field="energy")
        if self.belonging is not None and self.belonging not in BELONGING:
            raise InvalidValueError(_("Belonging is a number from 0 to 10."), field="belonging")
        if self.words:
            object.__setattr__(self, "words", clean_words(self.words))


def clean_words(words: Iterable[str]) -> tuple[str, ...]:
    """Return feeling words as they are stored: one line each, no doubles, at most ``MAX_WORDS``."""
    return _clean_words(tuple(words))


@lru_cache(512)  # most moods have no words, and others the same ones
def _clean_words(words: tuple[str, ...]) -> tuple[str, ...]:
    cleaned = (clean_line(word)[:MAX_WORD].strip() for word in words)
    return tuple(dict.fromkeys(word for word in cleaned if word))[:MAX_WORDS]


def level_word(level: int) -> str:
    """Return the word for a level."""
    return _(LEVEL_WORDS[level - 1])


def energy_word(energy: int) -> str:
    """Return the word for an energy."""
    return _(ENERGY_WORDS[energy - 1])


def about_word(about: About) -> str:
    """Return the words for what a mood had to do with."""
    return _(ABOUT_WORDS[about])
