"""Say values over time in words: what the drawings of mood and of belonging have in common."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import say_day_of, say_days, short_date
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import (
    LEAST,
    not_enough,
    say_check_ins,
    say_days_counted,
    say_mean,
)
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries, DayValue, Shown, shown_of, week_bounds
from caregiver_journal.domain.telling import Behind, Row, Telling

CHECK_INS = Query(kinds=frozenset({Kind.MOOD}))
"""Finds the check-ins of all days."""

END_DAYS = 7
"""How many days at each end are held against one another; twice as many are needed."""


class Noted(NamedTuple):
    """Something that stands between the values of a table.

    Attributes:
        day: where it stands.
        when, words: what is said.
    """

    day: date
    when: str
    words: str


def say_dot(dot: DayValue, series: DailySeries, *, is_weekly: bool) -> str:
    """Return one dot of a drawing in words: *20 November: 3.4, between 2 and 5 · 4 check-ins*."""
    when = (
        say_days(*week_bounds(dot.day, series))
        if is_weekly
        else say_day_of(dot.day, series.first, series.last)
    )
    value = say_mean(dot.mean)
    if dot.high > dot.low:
        value = _("{mean}, between {low} and {high}").format(
            mean=value, low=say_mean(dot.low), high=say_mean(dot.high)
        )
    return _("{when}: {value} · {count}").format(when=when, value=value, count=say_check_ins(dot.n))


def behind_dot(
    dot: DayValue, series: DailySeries, *, is_weekly: bool, asked: Query = CHECK_INS
) -> Behind:
    """Return the check-ins behind one dot of a drawing; ``asked`` finds those of all days."""
    first, last = week_bounds(dot.day, series) if is_weekly else (dot.day, dot.day)
    return Behind(replace(asked, first=first, last=last))


def tell_series(
    series: DailySeries,
    notes: Sequence[Noted] = (),
    extra: str = "",
    asked: Query = CHECK_INS,
) -> Telling:
    """Say a drawing of daily values in words.

    Args:
        series: the values.
        notes: what else stands in the table, in the order of time.
        extra: said after the line that says how to read it.
        asked: finds the check-ins that have such a value.
    """
    shown = shown_of(series)
    reading = _reading(shown)
    counted = _("{check_ins} on {days}").format(
        check_ins=say_check_ins(series.n), days=say_days_counted(len(series.days))
    )
    first_head = _("Week") if shown.is_weekly else _("Day")
    heads = (first_head, _("Mean"), _("Lowest"), _("Highest"), _("Check-ins"))
    return Telling(
        reading=f"{reading} {extra}" if extra else reading,
        counted=counted,
        sentence=_sentence(series),
        heads=(*heads, _("Marked")) if notes else heads,
        rows=tuple(_rows(shown.dots, series, notes, asked, is_weekly=shown.is_weekly)),
        is_enough=len(series.days) >= LEAST,
    )


def _reading(shown: Shown) -> str:
    if shown.is_weekly:
        return (
            _("Each dot is the mean of a week; the line is a 5-week mean.")
            if shown.runs
            else _("Each dot is the mean of a week.")
        )
    return (
        _("Each dot is a day, the thin bar its range; the line is a 7-day mean.")
        if shown.runs
        else _("Each dot is a day, the thin bar its range.")
    )


def _sentence(series: DailySeries) -> str:
    days = series.days
    if not days:
        return _("No check-ins in these days.")
    if len(days) < LEAST:
        return not_enough(say_days_counted(len(days)))
    lowest = min(days, key=lambda day: (day.mean, day.day))
    highest = max(days, key=lambda day: (day.mean, -day.day.toordinal()))
    if lowest.mean == highest.mean:
        return _("The mean of each day was {mean}.").format(mean=say_mean(lowest.mean))
    said = _("The mean of a day lay between {low} ({low_day}) and {high} ({high_day})").format(
        low=say_mean(lowest.mean),
        low_day=say_day_of(lowest.day, series.first, series.last),
        high=say_mean(highest.mean),
        high_day=say_day_of(highest.day, series.first, series.last),
    )
    if len(days) < 2 * END_DAYS:
        return f"{said}."
    return _(
        "{said}; the first {count} of these days average {start}, the last {count} {end}."
    ).format(
        said=said,
        count=END_DAYS,
        start=say_mean(_mean(days[:END_DAYS])),
        end=say_mean(_mean(days[-END_DAYS:])),
    )


def _mean(days: Sequence[DayValue]) -> float:
    return sum(day.mean for day in days) / len(days)


def _rows(
    dots: Iterable[DayValue],
    series: DailySeries,
    notes: Sequence[Noted],
    asked: Query,
    *,
    is_weekly: bool,
) -> Iterator[Row]:
    """Return a row for each dot and each note, in the order of time."""
    rows = [(dot.day, 0, _row(dot, series, asked, is_weekly=is_weekly)) for dot in dots]
    if notes:
        rows = [(day, place, Row((*row.cells, ""), row.behind)) for day, place, row in rows]
        rows += [
            (note.day, place, Row((note.when, "", "", "", "", note.words)))
            for place, note in enumerate(notes, 1)
        ]
    return (row for _day, _place, row in sorted(rows, key=lambda row: row[:2]))


def _row(dot: DayValue, series: DailySeries, asked: Query, *, is_weekly: bool) -> Row:
    when = say_days(*week_bounds(dot.day, series)) if is_weekly else short_date(dot.day)
    cells = (when, say_mean(dot.mean), say_mean(dot.low), say_mean(dot.high), f"{dot.n:,}")
    return Row(cells, behind_dot(dot, series, is_weekly=is_weekly, asked=asked))
