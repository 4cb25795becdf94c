"""Read what came of boundary moments: answers over time, guilt then and later, fears."""

from bisect import bisect_left, bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta

from caregiver_journal.domain.answer_trend import WEEKS_UP_TO, AnswerBin, AnswerTrend
from caregiver_journal.domain.fear_trend import FearTrend
from caregiver_journal.domain.guilt_trend import GuiltTrend
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of
from caregiver_journal.store.boundaries import AnsweredDay

_SpanOf = Callable[[date], tuple[date, date]]


def read_answers(journal: Journal, period: Period) -> AnswerTrend:
    """Read the answers of each week of a period, or of each month of a long one."""
    first, last = days_of(journal, period)
    is_weekly = (last - first).days < WEEKS_UP_TO
    days = journal.boundaries.answers_by_day(first, last)
    known = [answered.day for answered in days]
    bins = (
        _bin(begin, end, days[bisect_left(known, begin) : bisect_right(known, end)])
        for begin, end in _spans(first, last, _week if is_weekly else _month)
    )
    return AnswerTrend(tuple(bins), is_weekly, first, last)


def read_guilt(journal: Journal, period: Period) -> GuiltTrend:
    """Read the guilt of each moment that was asked about again."""
    first, last = days_of(journal, period)
    pairs = tuple(journal.boundaries.guilt(first, last))
    moments = journal.entries.count_kind(Kind.BOUNDARY, first, last)
    return GuiltTrend(pairs, moments, first, last)


def read_fears(journal: Journal, period: Period) -> FearTrend:
    """Read how far each fear was believed, and how much of it came true."""
    first, last = days_of(journal, period)
    fears = tuple(journal.boundaries.fears(first, last))
    return FearTrend(fears, journal.boundaries.count_open_fears(first, last), first, last)


def _bin(first: date, last: date, days: Sequence[AnsweredDay]) -> AnswerBin:
    against = sum(answered.against for answered in days)
    clear = sum(answered.clear for answered in days)
    other = sum(answered.moments for answered in days) - against - clear
    return AnswerBin(first, last, against, clear, other)


def _week(day: date) -> tuple[date, date]:
    monday = day.toordinal() - day.weekday()
    return date.fromordinal(monday), date.fromordinal(min(monday + 6, date.max.toordinal()))


def _month(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _spans(first: date, last: date, span_of: _SpanOf) -> Iterator[tuple[date, date]]:
    """Yield the days of each week or month that a period touches, cut off at its ends."""
    begin, (_begin, end) = first, span_of(first)
    while end < last:
        yield begin, end
        begin, end = span_of(end + timedelta(days=1))
    yield begin, last
