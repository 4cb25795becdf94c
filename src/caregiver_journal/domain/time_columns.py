"""Part a period into the few columns that a table on paper has room for."""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_journal.domain.dates import short_day, short_month

MOST_COLUMNS = 6
"""More columns do not fit a page beside the names of the rows."""

_SHORT = 62
"""A period of fewer days is parted into halves."""
_YEAR = 12
_STEPS = (1, 3, _YEAR)


@dataclass(frozen=True, slots=True)
class TimeColumn:
    """The days of one column.

    Attributes:
        first, last: both included.
        head: what stands above it.
    """

    first: date
    last: date
    head: str


def time_columns(first: date, last: date) -> tuple[TimeColumn, ...]:
    """Return the columns of a period, without a gap: halves, months, quarters, years or more."""
    if (last - first).days < _SHORT:
        return tuple(_halves(first, last))
    months = _number(last) - _number(first) + 1
    for step in _STEPS:
        if _count(first, last, step) <= MOST_COLUMNS:
            return tuple(_columns(first, last, step))
    years = -(-months // _YEAR)
    step = _YEAR * -(-years // MOST_COLUMNS)
    while _count(first, last, step) > MOST_COLUMNS:  # it may touch one more at either end
        step += _YEAR
    return tuple(_columns(first, last, step))


def _halves(first: date, last: date) -> Iterator[TimeColumn]:
    days = (last - first).days + 1
    if days == 1:
        yield TimeColumn(first, last, short_day(first))
        return
    end = first + timedelta(days=(days + 1) // 2 - 1)
    for begin, close in ((first, end), (end + timedelta(days=1), last)):
        yield TimeColumn(begin, close, _say_days(begin, close))


def _columns(first: date, last: date, step: int) -> Iterator[TimeColumn]:
    spans = tuple(_spans(first, last, step))
    heads = [_say(begin, close, step) for begin, close in spans]
    is_twice = len(set(heads)) < len(heads)  # the same months of two years
    for (begin, close), head in zip(spans, heads, strict=True):
        yield TimeColumn(begin, close, f"{head} ’{begin.year % 100:02}" if is_twice else head)


def _spans(first: date, last: date, step: int) -> Iterator[tuple[date, date]]:
    begin = first
    while True:
        month = _number(begin) // step * step + step - 1
        year, number = divmod(month, 12)
        is_over = year > date.max.year
        end = last if is_over else date(year, number + 1, monthrange(year, number + 1)[1])
        close = min(end, last)
        yield begin, close
        if close == last:
            return
        begin = close + timedelta(days=1)


def _say(first: date, last: date, step: int) -> str:
    """Return what stands above a column; it says so where it has not all its days."""
    following = last + timedelta(days=1) if last < date.max else None
    is_whole = first.day == 1 and (following is None or following.day == 1)
    if step == 1:
        return short_month(first) if is_whole else _say_days(first, last)
    if step < _YEAR:
        return _say_months(first, last)
    if first.year < last.year:
        return f"{first.year}–{last.year}"
    is_year = _number(last) - _number(first) + 1 == _YEAR
    return str(first.year) if is_year else f"{_say_months(first, last)} {first.year}"


def _say_months(first: date, last: date) -> str:
    months = (short_month(first), short_month(last))
    return "–".join(dict.fromkeys(months))


def _say_days(first: date, last: date) -> str:
    if first == last:
        return short_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{short_day(last)}"
    return f"{short_day(first)} – {short_day(last)}"


def _count(first: date, last: date, step: int) -> int:
    return _number(last) // step - _number(first) // step + 1


def _number(day: date) -> int:
    return day.year * 12 + day.month - 1
