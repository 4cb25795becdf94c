"""Days with something beside days without it: what a comparison shows."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

_POINT = 1e-9
"""Less than this is what rounding leaves."""


class Interval(NamedTuple):
    """Between which values something lies with 95 % confidence."""

    low: float
    high: float

    @property
    def is_point(self) -> bool:
        """Whether it has no width: all weeks were alike, which tells nothing of how sure it is."""
        return self.high - self.low < _POINT


class Side(NamedTuple):
    """The days of one side.

    Attributes:
        n: how many days with a value.
        mean: of their daily values; None where n is 0.
        interval: of the mean; None where there are too few days.
        values: the daily values, in the order of time.
        days: of these values.
    """

    n: int
    mean: float | None
    interval: Interval | None
    values: tuple[float, ...] = ()
    days: tuple[date, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """Something measured each day, on days with a condition and on the others.

    Attributes:
        measured: what is measured, in words; ``lowest``, ``highest`` is what it can reach.
        condition: what the days are parted by, in words.
        lag: 0 for the same day, 1 for the day after.
        difference: mean with minus mean without; None where a side is empty.
        interval: of the difference; None where there are too few days on a side.
    """

    measured: str = field(repr=False)
    lowest: float
    highest: float
    condition: str = field(repr=False)
    lag: int
    with_it: Side
    without: Side
    difference: float | None
    interval: Interval | None
    first: date
    last: date
