"""Read two things to lay side by side: something measured each day, and what parts the days."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.comparing import BELONGING, GUILT, LOAD, MOOD, Scale, compare
from caregiver_journal.domain.comparison import Comparison
from caregiver_journal.domain.condition import Condition, Parting, part_at_middle
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.scanned import (
    people_condition,
    practice_condition,
    shift_conditions,
    tag_condition,
)
from caregiver_journal.journal.trends.stretch import days_of

SCALES = {"mood": MOOD, "belonging": BELONGING, "load": LOAD, "guilt": GUILT}
"""What is measured each day, by its key."""
SCALE_WORDS = {
    "mood": N_("Mood"),
    "belonging": N_("Belonging"),
    "load": N_("Load"),
    "guilt": N_("Guilt"),
}
_ABOVE = {
    "mood": N_("Mood above its middle"),
    "belonging": N_("Belonging above its middle"),
    "load": N_("Load above its middle"),
    "guilt": N_("Guilt above its middle"),
}
_GONE = "…"
"""In place of a tag that no entry has: its name might stand on what is never exported."""


class Choice(NamedTuple):
    """Something that can be chosen.

    Attributes:
        key: what ``read_sides`` takes: of a scale one of ``SCALES``, of a condition what it is, a
            colon, and which one, such as *tag:garden*.
        words: what it is called, by itself.
    """

    key: str
    words: str


class Sides(NamedTuple):
    """All that a comparison is worked out from; ``compare(*sides)`` may run in any thread.

    Attributes:
        measured: of the period.
        condition: reaches as many days further back as ``lag`` says.
        lag: 0 for the same day, 1 for the day after.
    """

    measured: DailySeries
    scale: Scale
    condition: Condition
    lag: int


def measured_choices() -> tuple[Choice, ...]:
    """Return what can be measured."""
    return tuple(Choice(key, _(words)) for key, words in SCALE_WORDS.items())


def condition_choices(journal: Journal, measured: str, period: Period) -> tuple[Choice, ...]:
    """Return what can part the days: all scales but the measured one, tags, exercises, shifts.

    Args:
        journal: an open journal.
        measured: the key of a scale.
        period: exercises and shifts are those of these days.
    """
    above = (Choice(f"above:{key}", _(_ABOVE[key])) for key in SCALES if key != measured)
    known = (
        Choice(f"{condition.parting.value}:{which}", condition.title)
        for which, condition in _named(journal, *days_of(journal, period))
    )
    return (*above, *known)


def read_sides(journal: Journal, measured: str, condition: str, lag: int, period: Period) -> Sides:
    """Read what was measured in a period, and which of its days have a condition.

    Of a day on which nothing was written nobody knows what it had: it is not one without.

    What is no more, such as a tag that was renamed since, parts off no day.

    Args:
        journal: an open journal.
        measured: the key of a scale.
        condition: the key of a condition.
        lag: 0 to part days by themselves, 1 by the day before each.
        period: the days.
    """
    first, last = days_of(journal, period)
    began = max(first, date.min + timedelta(days=lag)) - timedelta(days=lag)
    parting, _colon, which = condition.partition(":")
    parted = _read_condition(journal, Parting(parting), which, began, last)
    if parted.known is None:
        parted = replace(parted, known=journal.entries.days_written(began, last))
    return Sides(_series(journal, measured, first, last), SCALES[measured], parted, lag)


def read_comparison(
    journal: Journal, measured: str, condition: str, lag: int, period: Period
) -> Comparison:
    """Read and compare at once; takes ``read_sides`` and what ``compare`` takes."""
    return compare(*read_sides(journal, measured, condition, lag, period))


def _named(journal: Journal, first: date, last: date) -> Iterator[tuple[str, Condition]]:
    """Yield what can be chosen, each with what names it in its key; their days do not matter."""
    for name in journal.tags.names():
        yield name, tag_condition(name, frozenset())
    yield "", Condition(Parting.PRACTICE, frozenset())
    for exercise, title in journal.practices.exercises(first, last).items():
        yield exercise, Condition(Parting.EXERCISE, frozenset(), title)
    for condition in shift_conditions(journal, first, last):
        yield condition.name, condition
    yield "", Condition(Parting.PEOPLE, frozenset())


def _series(journal: Journal, scale: str, first: date, last: date) -> DailySeries:
    read = {
        "mood": journal.moods.levels_by_day,
        "belonging": journal.moods.belonging_by_day,
        "load": journal.workdays.loads_by_day,
        "guilt": journal.boundaries.guilt_by_day,
    }
    return read[scale](first, last)


def _read_condition(
    journal: Journal, parting: Parting, which: str, first: date, last: date
) -> Condition:
    if parting is Parting.TAG:
        is_there = journal.entries.count_found(Query(tags=(which,))) > 0
        return tag_condition(
            which if is_there else _GONE, journal.tags.days_with(which, first, last)
        )
    if parting is Parting.EXERCISE:
        title = journal.practices.exercises(first, last).get(which, which)
        return Condition(parting, journal.practices.days_done(which, first, last), title)
    if parting is Parting.PRACTICE:
        return practice_condition(journal, first, last)
    if parting is Parting.PEOPLE:
        return people_condition(journal, first, last)
    if parting is Parting.ABOVE:
        return part_at_middle(_series(journal, which, first, last), _(SCALES[which].name))
    found = shift_conditions(journal, first, last)
    nothing = Condition(parting, frozenset(), which, known=frozenset())
    return next((each for each in found if (each.parting, each.name) == (parting, which)), nothing)
