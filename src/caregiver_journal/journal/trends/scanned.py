"""Read what is looked through for what stands out: the mood, and what parts the days."""

from collections.abc import Iterator
from datetime import date, timedelta

from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import About
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.trend import Scan
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of


def read_scan(journal: Journal, period: Period) -> Scan:
    """Read the mood of a period and of the one before it, and what parts its days.

    Before a period with an open beginning there is nothing.
    """
    first, last = days_of(journal, period)
    return Scan(
        mood=journal.moods.levels_by_day(first, last),
        before=None if period.first is None else _before(journal, first, last),
        conditions=tuple(_conditions(journal, first, last)),
    )


def tag_condition(name: str, days: frozenset[date]) -> Condition:
    """Return the days with a tag; every other day with a mood is one without it."""
    return Condition(Parting.TAG, days, name)


def shift_conditions(journal: Journal, first: date, last: date) -> Iterator[Condition]:
    """Yield the days with each kind of shift, then the full days off.

    Only a day whose shift was said can be one without it. A kind of day off is no kind of its own.
    """
    found = journal.workdays.shift_days(first, last)
    known = frozenset[date]().union(*found.values())
    off: frozenset[date] = frozenset()
    for shift in journal.shifts.all():
        days = found.get(shift.number or 0, frozenset())
        if shift.is_off:
            off |= days
        elif days:
            yield Condition(Parting.SHIFT, days, shift.name, known)
    if off:
        yield Condition(Parting.DAY_OFF, off, known=known)


def people_condition(journal: Journal, first: date, last: date) -> Condition:
    """Return the days that had to do with people; the others are those that had to do with else."""
    said = journal.moods.days_about(About.PEOPLE, first, last)
    days = frozenset(day for day, is_about in said.items() if is_about)
    return Condition(Parting.PEOPLE, days, known=frozenset(said))


def practice_condition(journal: Journal, first: date, last: date) -> Condition:
    """Return the days with an exercise, whichever it was."""
    return Condition(Parting.PRACTICE, journal.entries.days_of_kind(Kind.PRACTICE, first, last))


def _conditions(journal: Journal, first: date, last: date) -> Iterator[Condition]:
    for name, days in journal.tags.days(first, last).items():
        yield tag_condition(name, days)
    yield from shift_conditions(journal, first, last)
    yield practice_condition(journal, first, last)
    yield people_condition(journal, first, last)


def _before(journal: Journal, first: date, last: date) -> DailySeries | None:
    """Return the mood of as many days before; None where the calendar has fewer."""
    days = (last - first).days + 1
    if first.toordinal() <= days:
        return None
    return journal.moods.levels_by_day(first - timedelta(days=days), first - timedelta(days=1))
