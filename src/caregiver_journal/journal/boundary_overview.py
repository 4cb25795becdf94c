"""Gather what the page of boundaries shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period, Span, period_of
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.waiting import MOST_SHOWN
from caregiver_journal.journal.following import Asking, due_follow_ups
from caregiver_journal.journal.journal import Journal

MOST_RECENT = 12
"""How many of the last moments are shown."""

MOST_DRAWN = 24
"""How many pairs fit a drawing."""


@dataclass(frozen=True, slots=True)
class BoundaryOverview:
    """What the page of boundaries shows.

    Attributes:
        today: the day it is.
        period: the days that are counted.
        due: follow-ups that wait, at most ``MOST_SHOWN``.
        recent: the last moments of all, newest first.
        answers: how many moments of the period had each answer, most first.
        limits: how many touched each kind of limit, most first; "" where it was not said.
        guilt: the last pairs of the period, in the order of time.
        guilt_count: how many pairs the period has.
    """

    today: date
    period: Period
    due: tuple[Asking, ...]
    recent: tuple[Entry, ...]
    answers: tuple[tuple[Answer, int], ...]
    limits: tuple[tuple[str, int], ...]
    guilt: tuple[Guilt, ...]
    guilt_count: int

    @property
    def is_empty(self) -> bool:
        """Whether no moment was ever written."""
        return not self.recent


def read_boundaries(journal: Journal, span: Span) -> BoundaryOverview:
    """Read what the page shows now."""
    today = day_of(journal.clock(), journal.start_of_day)
    period = period_of(span, today)
    first, last = period.bounds
    boundaries = journal.boundaries
    recent, _more = journal.entries.find(Query(kinds=frozenset({Kind.BOUNDARY})), None, MOST_RECENT)
    return BoundaryOverview(
        today=today,
        period=period,
        due=due_follow_ups(journal, MOST_SHOWN),
        recent=tuple(recent),
        answers=tuple(boundaries.count_answers(first, last).items()),
        limits=tuple(boundaries.count_limits(first, last).items()),
        guilt=tuple(boundaries.guilt(first, last, MOST_DRAWN)),
        guilt_count=boundaries.count_guilt(first, last),
    )
