"""Say which days a period of a journal has, and how much was written on them."""

from datetime import date, timedelta
from typing import NamedTuple

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.journal import Journal

_NOTHING = timedelta(days=366)
"""How much of a period may lie before the first entry."""


class Counts(NamedTuple):
    """How much was written in a period.

    Attributes:
        first, last: its days, both included.
        by_kind: how many entries of each kind; kinds without one are left out.
    """

    first: date
    last: date
    by_kind: dict[Kind, int]

    def of(self, kind: Kind) -> int:
        """Return how many entries of a kind there are."""
        return self.by_kind.get(kind, 0)


def days_of(journal: Journal, period: Period) -> tuple[date, date]:
    """Return the first and the last day of a period.

    An open beginning is the day of the first entry; an end that is open or still to come is today.
    A period never ends before it begins, and begins at most a year before the first entry: with a
    century of nothing in it, a drawing shows nothing.
    """
    today = day_of(journal.clock(), journal.start_of_day)
    last = min(period.last or today, today)
    begun = min(journal.entries.first_day() or today, last)
    first = period.first
    if first is None:
        first = begun
    elif begun > date.min + _NOTHING:
        first = max(first, begun - _NOTHING)
    return first, max(first, last)


def summary_counts(journal: Journal, period: Period) -> Counts:
    """Return how much was written in a period."""
    first, last = days_of(journal, period)
    counted = ((kind, journal.entries.count_kind(kind, first, last)) for kind in Kind)
    return Counts(first, last, {kind: count for kind, count in counted if count})


def pauses_of(journal: Journal, first: date, last: date) -> tuple[tuple[date, date], ...]:
    """Return the pauses that touch a stretch of days, cut off at its ends."""
    pauses = journal.pauses.all()
    cut = ((max(pause.first, first), min(pause.last or last, last)) for pause in pauses)
    return tuple((begin, end) for begin, end in cut if begin <= end)
