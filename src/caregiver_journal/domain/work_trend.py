"""Load, hours and rest with the mood: what their drawing shows, and the same in words."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.dates import say_day_of, say_days, short_date
from caregiver_journal.domain.numbers import LEAST, not_enough, say_days_counted, say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries, week_bounds
from caregiver_journal.domain.telling import Behind, Row, Telling

MOST_BY_DAY = 120
"""Periods of more days are drawn by week: a day off cannot be seen among so many."""

MOST_SINCE = 7
"""Days since a full day off are counted up to here; the last group is "7 or more"."""


class WorkedDay(NamedTuple):
    """The work of one day; None for what was not said.

    Attributes:
        load: 0–10.
        hours: 0–24.
        since_off: days since the last full day off (0 on one); None where none is known before, or
            a day lies between of which nothing was said: that one may have been a day off.
    """

    day: date
    load: int | None
    hours: float | None
    is_off: bool
    since_off: int | None


class RestGroup(NamedTuple):
    """The mood on days that lie so many days after a full day off, with work said of each between.

    Attributes:
        since_off: 0 for the day off itself, up to ``MOST_SINCE`` for that many or more.
        n: how many days with a mood.
        mean: of their daily means, 1–5; None where n is 0.
    """

    since_off: int
    n: int
    mean: float | None


@dataclass(frozen=True)
class WorkTrend:
    """The work of a period, and the mood on the same days.

    Attributes:
        days: those of which something was said, in the order of time.
        mood: the daily mood of the same period, 1–5.
        rest: one group for each number of days from 0 to ``MOST_SINCE``.
    """

    days: tuple[WorkedDay, ...]
    mood: DailySeries
    rest: tuple[RestGroup, ...]
    first: date
    last: date


class WorkDot(NamedTuple):
    """What is drawn of one day, or of one week of a long period.

    Attributes:
        first, last: the day, or the days of the week within the period.
        load, hours: of the day, or the means of the days on which they were said; None for none.
        is_off: whether it was a full day off; never for a week.
    """

    first: date
    last: date
    load: float | None
    hours: float | None
    is_off: bool

    @property
    def day(self) -> date:
        """The day in its middle."""
        return self.first + (self.last - self.first) // 2


def shown_work(data: WorkTrend) -> tuple[WorkDot, ...]:
    """Return what is drawn of the work: each day, or each week of a period that is long."""
    if not is_weekly(data):
        return tuple(
            WorkDot(day.day, day.day, day.load, day.hours, day.is_off) for day in data.days
        )
    weeks = []
    for _week, group in groupby(data.days, lambda day: (day.day.toordinal() - 1) // 7):
        days = tuple(group)
        first, last = week_bounds(days[0].day, data.mood)
        load, hours = (_mean(map(attrgetter(part), days)) for part in ("load", "hours"))
        weeks.append(WorkDot(first, last, load, hours, is_off=False))
    return tuple(weeks)


def is_weekly(data: WorkTrend) -> bool:
    """Tell whether the period is so long that weeks are drawn."""
    return (data.last - data.first).days >= MOST_BY_DAY


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def tell_work(data: WorkTrend) -> Telling:
    """Say the drawing of work in words."""
    reading = (
        _("Each dot and bar is the mean of a week; small numbers: how many days.")
        if is_weekly(data)
        else _("Each dot and bar is a day, shaded: a day off; small numbers: how many days.")
    )
    counted = _("Work on {work}, mood on {mood}").format(
        work=say_days_counted(len(data.days)), mood=say_days_counted(len(data.mood.days))
    )
    return Telling(
        reading=reading,
        counted=counted,
        sentence=_sentence(data),
        heads=_heads(data),
        rows=(*_rest_rows(data), *(_week_rows(data) if is_weekly(data) else _day_rows(data))),
        is_enough=len(data.days) >= LEAST,
        leading=len(data.rest),
    )


def say_since(since_off: int) -> str:
    """Return how long ago a full day off was: *on a day off*, *3 days after a day off*."""
    if not since_off:
        return _("on a day off")
    if since_off >= MOST_SINCE:
        return _("{count} or more days after a day off").format(count=MOST_SINCE)
    return ngettext(
        "{count} day after a day off", "{count} days after a day off", since_off
    ).format(count=since_off)


def is_drawn(group: RestGroup) -> bool:
    """Tell whether a mean of so few days is drawn."""
    return group.mean is not None and group.n >= LEAST


def say_rest(group: RestGroup) -> str:
    """Return one group in words: *3 days after a day off: mood 3.4 · 9 days*."""
    return _("{when}: mood {mean} · {days}").format(
        when=say_since(group.since_off),
        mean=say_mean(group.mean or 0),
        days=say_days_counted(group.n),
    )


def say_work(dot: WorkDot, data: WorkTrend) -> str:
    """Return what was said of a day or week: *20 November: load 6, 8.5 hours*."""
    when = (
        say_day_of(dot.day, data.first, data.last)
        if dot.first == dot.last
        else say_days(dot.first, dot.last)
    )
    said = []
    if dot.load is not None:
        said.append(_("load {load}").format(load=say_mean(dot.load)))
    if dot.hours is not None:
        said.append(_("{hours} hours").format(hours=say_mean(dot.hours)))
    if dot.is_off:
        said.append(_("a day off"))
    return f"{when}: {', '.join(said)}"


def behind_work(first: date, last: date) -> Behind:
    """Return all entries of some days."""
    return Behind(Query(first=first, last=last))


def _heads(data: WorkTrend) -> tuple[str, ...]:
    if is_weekly(data):
        return _("Week"), _("Load"), _("Hours"), _("Mood")
    return _("Day"), _("Load"), _("Hours"), _("Days since a day off"), _("Mood")


def _rest_rows(data: WorkTrend) -> Iterator[Row]:
    """Return a row for each number of days since a day off, in the columns of days or weeks."""
    for group in data.rest:
        when = say_since(group.since_off)
        named = f"{when[0].upper()}{when[1:]} · {say_days_counted(group.n)}"
        mean = say_mean(group.mean or 0) if is_drawn(group) else ""
        since = () if is_weekly(data) else (str(group.since_off),)
        yield Row((named, "", "", *since, mean))


def _day_rows(data: WorkTrend) -> Iterator[Row]:
    for day in data.days:
        felt = data.mood.by_day.get(day.day)
        numbers = (day.load, day.hours, day.since_off, felt and felt.mean)
        yield Row((short_date(day.day), *map(_number, numbers)), behind_work(day.day, day.day))


def _week_rows(data: WorkTrend) -> Iterator[Row]:
    """Return a row for each week that is drawn, with the mean of the days that have a mood."""
    for week in shown_work(data):
        days = range(week.first.toordinal(), week.last.toordinal() + 1)
        felt = (data.mood.by_day.get(date.fromordinal(day)) for day in days)
        numbers = (week.load, week.hours, _mean(value and value.mean for value in felt))
        named = say_days(week.first, week.last)
        yield Row((named, *map(_number, numbers)), behind_work(week.first, week.last))


def _number(number: float | None) -> str:
    return "" if number is None else say_mean(number)


def _sentence(data: WorkTrend) -> str:
    if not data.days:
        return _("Nothing was said of work in these days.")
    if len(data.days) < LEAST:
        return not_enough(say_days_counted(len(data.days)))
    loads = [day.load for day in data.days if day.load is not None]
    hours = [day.hours for day in data.days if day.hours is not None]
    said = []
    if loads:
        said.append(
            _("load lay between {low} and {high}, {mean} on average").format(
                low=min(loads), high=max(loads), mean=say_mean(sum(loads) / len(loads))
            )
        )
    if hours:
        said.append(
            _("{hours} hours on {days}").format(
                hours=say_mean(sum(hours)), days=say_days_counted(len(hours))
            )
        )
    off = sum(day.is_off for day in data.days)
    said.append(ngettext("{count:,} day off", "{count:,} days off", off).format(count=off))
    said += _say_moods(data)
    sentence = "; ".join(said)
    return f"{sentence[0].upper()}{sentence[1:]}."


def _say_moods(data: WorkTrend) -> list[str]:
    drawn = [group for group in data.rest if is_drawn(group)]
    if len(drawn) < 2:
        return []
    first, last = drawn[0], drawn[-1]
    return [
        _("mood averaged {first} {first_when} and, {last_when}, {last}").format(
            first=say_mean(first.mean or 0),
            first_when=say_since(first.since_off),
            last=say_mean(last.mean or 0),
            last_when=say_since(last.since_off),
        )
    ]
