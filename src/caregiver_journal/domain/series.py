"""Values by day: the moments of a day become its mean and range; missing days stay missing."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

SMOOTHED_DAYS = 7
"""How many days the centred mean looks at: a week, so that no weekday counts twice."""

LEAST_OF_A_WEEK = 3
"""How many of those days need a value before their mean is shown."""


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
