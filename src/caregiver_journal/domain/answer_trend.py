"""Answers in boundary moments by week or month: what their drawing shows, and the same in words."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from caregiver_journal.base.i18n import N_, _, ngettext
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import LEAST, not_enough, say_moments, say_times
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.telling import Behind, Row, Telling

CLEAR = frozenset({Answer.TIME, Answer.PARTLY, Answer.OTHER_TERMS, Answer.NO})
"""Answers that say where one stands: a no, a part, other terms, or time to think."""

MOST_BINS = 40
"""How many pairs of bars fit a drawing; of more months a quarter or a year has one."""
_QUARTER, _YEAR = 3, 12
_LAST_OF_WEEK = 6

_MOST = {
    "against": (
        N_("Against your wish most often: {when}, {times}."),
        N_("Against your wish: at most {times} {time}."),
    ),
    "clear": (
        N_("Clear answers most often: {when}, {times}."),
        N_("Clear answers: at most {times} {time}."),
    ),
}
"""What is said of the highest bar of each kind, and of several that are as high."""

WEEKS_UP_TO = 100
"""Periods of so many days are counted by week, longer ones by month."""


class AnswerBin(NamedTuple):
    """The answers of one week or month.

    Attributes:
        first, last: its days within the period.
        against: agreed against the own wish.
        clear: answers of ``CLEAR``.
        other: all others: agreed gladly, left, noticed only later.
    """

    first: date
    last: date
    against: int
    clear: int
    other: int


@dataclass(frozen=True)
class AnswerTrend:
    """Answers over a period.

    Attributes:
        bins: all weeks or months of the period in the order of time, empty ones too.
        is_weekly: whether they are weeks.
    """

    bins: tuple[AnswerBin, ...]
    is_weekly: bool
    first: date
    last: date


def shown_answers(data: AnswerTrend) -> tuple[AnswerBin, ...]:
    """Return what is drawn: weeks, months, or quarters or years where there are many months."""
    months = _months_of_a_bin(data)
    if months <= 1:
        return data.bins
    numbered = groupby(data.bins, lambda each: _month_of(each) // months)
    return tuple(_joined(tuple(group)) for _number, group in numbered)


def tell_answers(data: AnswerTrend) -> Telling:
    """Say the drawing of answers in words."""
    first_head = _("Week") if data.is_weekly else _("When")
    count = sum(map(count_of, data.bins))
    readings = {
        0: _("One pair of bars for each week."),
        1: _("One pair of bars for each month."),
        _QUARTER: _("One pair of bars for each quarter of a year."),
        _YEAR: _("One pair of bars for each year."),
    }
    return Telling(
        reading=readings[_months_of_a_bin(data)],
        counted=_counted(data, count),
        sentence=_sentence(data, count),
        heads=(first_head, _("Agreed against my wish"), _("Clear answers"), _("Other answers")),
        rows=tuple(map(_row, shown_answers(data))),
        is_enough=count >= LEAST,
    )


def count_of(group: AnswerBin) -> int:
    """Return how many answers a week or month has."""
    return group.against + group.clear + group.other


def behind_answers(group: AnswerBin, answers: frozenset[Answer] = frozenset()) -> Behind:
    """Return the moments of a week or month with one of some answers; with any for none."""
    kinds = frozenset({Kind.BOUNDARY})
    return Behind(Query(kinds=kinds, answers=answers, first=group.first, last=group.last))


def say_against(group: AnswerBin) -> str:
    """Return a bar in words: *2–8 November 2026: agreed against my wish 3 times*."""
    return _("{when}: agreed against my wish {times}").format(
        when=say_days(group.first, group.last), times=say_times(group.against)
    )


def say_clear(group: AnswerBin) -> str:
    """Return a bar in words: *2–8 November 2026: a clear answer once*."""
    return _("{when}: a clear answer {times}").format(
        when=say_days(group.first, group.last), times=say_times(group.clear)
    )


def _months_of_a_bin(data: AnswerTrend) -> int:
    """Return of how many months a pair of bars is; 0 for a week."""
    if data.is_weekly:
        return 0
    steps = (1, _QUARTER)
    return next((step for step in steps if len(data.bins) <= MOST_BINS * step), _YEAR)


def _month_of(group: AnswerBin) -> int:
    return group.first.year * 12 + group.first.month - 1


def _joined(group: tuple[AnswerBin, ...]) -> AnswerBin:
    sums = (_sum(group, part) for part in ("against", "clear", "other"))
    return AnswerBin(group[0].first, group[-1].last, *sums)


def _row(group: AnswerBin) -> Row:
    numbers = (f"{number:,}" for number in (group.against, group.clear, group.other))
    behind = behind_answers(group) if count_of(group) else None
    return Row((say_days(group.first, group.last), *numbers), behind)


def _sentence(data: AnswerTrend, count: int) -> str:
    if not count:
        return _("No boundary moments in these days.")
    if count < LEAST:
        return not_enough(say_moments(count))
    said = _("Agreed against your own wish {against}, a clear answer {clear}").format(
        against=say_times(_sum(data.bins, "against")), clear=say_times(_sum(data.bins, "clear"))
    )
    months = _months_of_a_bin(data)
    bins = tuple(group for group in shown_answers(data) if _is_whole(group, months))
    most = _say_most(data)
    half = len(bins) // 2
    if not half:
        return f"{said}.{most}"
    start, end = bins[:half], bins[-half:]
    return _(
        "{said}; in the first {time} {first_against:,} and {first_clear:,}, "
        "in the last {time} {last_against:,} and {last_clear:,}.{most}"
    ).format(
        most=most,
        said=said,
        time=_say_time(half, months),
        first_against=_sum(start, "against"),
        first_clear=_sum(start, "clear"),
        last_against=_sum(end, "against"),
        last_clear=_sum(end, "clear"),
    )


def _counted(data: AnswerTrend, count: int) -> str:
    other = _sum(data.bins, "other")
    if not other:
        return say_moments(count)
    words = ngettext(
        "{moments}, {count:,} of them another answer",
        "{moments}, {count:,} of them other answers",
        other,
    )
    return words.format(moments=say_moments(count), count=other)


def _say_most(data: AnswerTrend) -> str:
    """Return where most of each kind lie, with a blank before it; "" for a single pair of bars."""
    bins = shown_answers(data)
    if len(bins) == 1:
        return ""
    time = {
        0: _("in one week"),
        1: _("in one month"),
        _QUARTER: _("in one quarter"),
        _YEAR: _("in one year"),
    }[_months_of_a_bin(data)]
    said = ""
    for part, (one, several) in _MOST.items():
        most = max(getattr(group, part) for group in bins)
        places = [group for group in bins if getattr(group, part) == most]
        if most:
            words = one if len(places) == 1 else several
            when = say_days(places[0].first, places[0].last)
            said += " " + _(words).format(when=when, times=say_times(most), time=time)
    return said


def _say_time(count: int, months: int) -> str:
    """Return how long so many pairs of bars are, each of some months and not cut off."""
    words = {
        0: ngettext("whole week", "{count} whole weeks", count),
        1: ngettext("whole month", "{count} whole months", count),
        _QUARTER: ngettext("whole quarter", "{count} whole quarters", count),
        _YEAR: ngettext("whole year", "{count} whole years", count),
    }
    return words[months].format(count=count)


def _is_whole(group: AnswerBin, months: int) -> bool:
    """Tell whether a pair of bars has all its days: the period may begin or end within it."""
    if not months:
        return (group.last - group.first).days == _LAST_OF_WEEK
    following = group.last + timedelta(days=1)
    return all(day.day == 1 and (day.month - 1) % months == 0 for day in (group.first, following))


def _sum(bins: tuple[AnswerBin, ...], part: str) -> int:
    return sum(getattr(group, part) for group in bins)
