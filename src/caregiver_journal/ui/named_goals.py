"""What can be gone to by its name beside pages: themes, exercises, cards, parts of a page."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.journal.exercising import all_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.learning import all_cards
from caregiver_journal.journal.prompts import all_themes
from caregiver_journal.ui.page import Destination


class NamedGoal(NamedTuple):
    """Something with a name, what it is, and where it is found."""

    name: str
    what: str
    destination: Destination


_SESSION_PARTS = (
    ("points", N_("What I want to talk about")),
    ("marked", N_("From the journal")),
    ("sessions", N_("Sessions")),
    ("homework", N_("Homework")),
    ("goals", N_("Goals")),
)
"""The parts of the Session page, and what they are called there."""


def named_goals(journal: Journal) -> list[NamedGoal]:
    """Return what can be gone to; nothing of a kind whose content cannot be read."""
    goals = [
        NamedGoal(_(name), _("Session"), Destination("session", part=part))
        for part, name in _SESSION_PARTS
    ]
    for what, section, room, read in (
        (N_("Theme"), "reflect", "theme", _themes),
        (N_("Exercise"), "practice", "exercise", _exercises),
        (N_("Learn"), "learn", "card", _cards),
    ):
        goals += [
            NamedGoal(name, _(what), Destination(section, part=f"{room}:{each}"))
            for each, name in _readable(read, journal)
        ]
    return goals


_Names = Iterable[tuple[str, str]]


def _readable(read: Callable[[Journal], _Names], journal: Journal) -> _Names:
    try:
        return list(read(journal))
    except ContentError:  # its own page says so
        return []


def _themes(journal: Journal) -> Iterator[tuple[str, str]]:
    return ((theme.id, theme.title) for theme in all_themes(journal) if not theme.is_hidden)


def _exercises(journal: Journal) -> Iterator[tuple[str, str]]:
    return ((each.id, each.title) for each in all_exercises(journal) if not each.is_hidden)


def _cards(journal: Journal) -> Iterator[tuple[str, str]]:
    return ((card.id, card.title) for card in all_cards(journal))
