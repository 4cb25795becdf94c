"""Values by day: the moments of a day become its mean and range; missing days stay missing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import groupby
from typing import NamedTuple

SMOOTHED_DAYS = 7
"""How many days the centred mean looks at: a week, so that no weekday counts twice."""

LEAST_OF_A_WEEK = 3
"""How many of those days need a value before their mean is shown."""

LONGEST_BY_DAY = 400
"""Periods of more days are drawn by week: a year can be seen day by day, ten years cannot."""

LEAST_RUN = 7
"""How many days a piece of the smooth line lasts at least: shorter ones are specks, not a line."""

WIDE_DAYS = 35
"""How many days the centred mean looks at where weeks are drawn."""

LEAST_OF_FIVE_WEEKS = 15
"""How many of those days need a value: as large a part as ``LEAST_OF_A_WEEK`` is of a week."""


class DayValue(NamedTuple):
    """What one day has.

    Attributes:
        mean, low, high: of the moments of the day.
        n: how many moments.
    """

    day: date
    mean: float
    low: float
    high: float
    n: int


@dataclass(frozen=True)
class DailySeries:
    """The days of a period that have a value.

    Attributes:
        days: in the order of time, each day once; days without a value are not among them.
        first, last: the period looked at, both included; it may begin and end with missing days.
    """

    days: tuple[DayValue, ...]
    first: date
    last: date

    @property
    def n(self) -> int:
        """How many moments there are in all."""
        return sum(day.n for day in self.days)

    @cached_property
    def by_day(self) -> dict[date, DayValue]:
        """The values by their day."""
        return {value.day: value for value in self.days}

    def within(self, first: date, last: date) -> "DailySeries":
        """Return the part between two days, both included."""
        known = [value.day for value in self.days]
        kept = self.days[bisect_left(known, first) : bisect_right(known, last)]
        return DailySeries(kept, first, last)


def make_series(moments: Iterable[tuple[date, float]], first: date, last: date) -> DailySeries:
    """Return the series of single moments, in any order; those outside the period are left out."""
    values: dict[date, list[float]] = {}
    for day, value in moments:
        if first <= day <= last:
            values.setdefault(day, []).append(value)
    days = (
        DayValue(day, sum(found) / len(found), min(found), max(found), len(found))
        for day, found in sorted(values.items())
    )
    return DailySeries(tuple(days), first, last)


def centred_means(
    series: DailySeries, width: int = SMOOTHED_DAYS, least: int = LEAST_OF_A_WEEK
) -> tuple[tuple[date, float], ...]:
    """Return the mean of the days around each day, for days where enough of them have a value.

    A day is left out where fewer than ``least`` of the ``width`` days centred on it have one, so a
    line through the rest has to break there. Days before the first and after the last value are
    left out too: a mean there would lean on one side only.

    Args:
        series: the daily values; each day counts once, however many moments it has.
        width: an odd number of days.
        least: how many of them need a value.
    """
    if not series.days:
        return ()
    reach = width // 2
    start = series.days[0].day.toordinal()
    end = series.days[-1].day.toordinal()
    sums, counts = _running(series.days, start, end)
    found = []
    for ordinal in range(start, end + 1):
        before = max(ordinal - reach, start) - start
        after = min(ordinal + reach, end) - start + 1
        n = counts[after] - counts[before]
        if n >= least:
            mean = (sums[after] - sums[before]) / n
            found.append((date.fromordinal(ordinal), mean))
    return tuple(found)


def _running(days: tuple[DayValue, ...], start: int, end: int) -> tuple[list[float], list[int]]:
    """Return running sums and counts of the means, one for each day of the stretch and one more."""
    sums, counts = [0.0], [0]
    known = {value.day.toordinal(): value.mean for value in days}
    for ordinal in range(start, end + 1):
        mean = known.get(ordinal)
        sums.append(sums[-1] + (0.0 if mean is None else mean))
        counts.append(counts[-1] + (mean is not None))
    return sums, counts


def stretches(
    points: Iterable[tuple[date, float]], longest_gap: int = 1
) -> tuple[tuple[tuple[date, float], ...], ...]:
    """Part points into runs of days; a gap longer than ``longest_gap`` days begins another run."""
    runs: list[list[tuple[date, float]]] = []
    for day, value in points:
        if runs and day - runs[-1][-1][0] <= timedelta(days=longest_gap):
            runs[-1].append((day, value))
        else:
            runs.append([(day, value)])
    return tuple(map(tuple, runs))


class Shown(NamedTuple):
    """What a drawing over time shows of a series.

    Attributes:
        dots: the daily values, or one for each week that has any, on its middle day within the
            period: its mean is that of the days, its range that of their means.
        runs: a smooth line, in parts: it breaks where too few days have a value, and parts of less
            than ``LEAST_RUN`` days are left out.
        is_weekly: whether the dots are weeks.
    """

    dots: tuple[DayValue, ...]
    runs: tuple[tuple[tuple[date, float], ...], ...]
    is_weekly: bool


def shown_of(series: DailySeries) -> Shown:
    """Return what is drawn of a series: each day, or each week of a period that is long."""
    if (series.last - series.first).days < LONGEST_BY_DAY:
        return Shown(series.days, tuple(_runs(centred_means(series))), is_weekly=False)
    line = centred_means(series, WIDE_DAYS, LEAST_OF_FIVE_WEEKS)
    runs = tuple(map(_thinned, _runs(line)))
    return Shown(tuple(_weeks(series)), runs, is_weekly=True)


def _runs(line: tuple[tuple[date, float], ...]) -> Iterator[tuple[tuple[date, float], ...]]:
    return (run for run in stretches(line) if len(run) >= LEAST_RUN)


def week_bounds(day: date, series: DailySeries) -> tuple[date, date]:
    """Return the first and the last day of the week of a day, within the period."""
    monday = day - timedelta(days=day.weekday())
    return max(monday, series.first), min(monday + timedelta(days=6), series.last)


def _weeks(series: DailySeries) -> Iterator[DayValue]:
    for _monday, group in groupby(series.days, _week_of):
        days = tuple(group)
        first, last = week_bounds(days[0].day, series)
        means = [day.mean for day in days]
        yield DayValue(
            first + timedelta(days=(last - first).days // 2),
            sum(means) / len(means),
            min(means),
            max(means),
            sum(day.n for day in days),
        )


def _week_of(value: DayValue) -> int:
    """Return a number that the days of one week, Monday to Sunday, share."""
    return (value.day.toordinal() - 1) // 7


def _thinned(run: tuple[tuple[date, float], ...]) -> tuple[tuple[date, float], ...]:
    """Return one point a week of a line, and both its ends."""
    return (run[0], *(point for point in run[1:-1] if point[0].weekday() == 3), run[-1])
