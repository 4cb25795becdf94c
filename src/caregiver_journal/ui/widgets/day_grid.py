"""Lay days out in squares: a column for each week, Monday above, as weeks are everywhere here."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect

WEEKS = 53
"""The most weeks side by side: those a year touches."""
_WEEK = 7
_GAP = 0.16


def monday_of(day: date) -> date:
    """Return the first day of a day's week."""
    return day - timedelta(days=day.weekday())


def weeks_between(first: date, last: date) -> int:
    """Return how many weeks two days and those between them touch."""
    return (monday_of(last) - monday_of(first)).days // _WEEK + 1


class DayGrid(NamedTuple):
    """Where the days of some weeks lie.

    Attributes:
        start: the Monday of the earliest week.
        weeks: how many there are.
        pitch: from one square to the next, in pixels.
        width: of the room.
        is_mirrored: whether time runs from right to left.
    """

    start: date
    weeks: int
    pitch: float
    width: int
    is_mirrored: bool

    @property
    def side(self) -> int:
        """The width and height of a square."""
        return int(self.pitch) - max(2, round(self.pitch * _GAP))

    @property
    def height(self) -> int:
        """How high all rows are."""
        return round(_WEEK * self.pitch)

    @property
    def last(self) -> date:
        """The Sunday of the latest week."""
        return self.start + timedelta(days=_WEEK * self.weeks - 1)

    def holds(self, day: date) -> bool:
        """Tell whether a day has a place."""
        return self.start <= day <= self.last

    def squares(self, within: QRect) -> Iterator[tuple[date, int, int]]:
        """Yield (day, left, top) for every week that touches a part of the room."""
        ends = sorted(map(self._column_at, (within.left(), within.right())))
        first, last = (min(max(0, column), self.weeks - 1) for column in ends)
        tops = [round(row * self.pitch) for row in range(_WEEK)]
        day = self.start.toordinal() + _WEEK * first
        for column in range(first, last + 1):
            left = self.column_left(column)
            for top in tops:
                yield date.fromordinal(day), left, top
                day += 1

    def column_left(self, column: int) -> int:
        """Return the left edge of the squares of a week."""
        left = round(column * self.pitch)
        return self.width - left - self.side if self.is_mirrored else left

    def place(self, day: date) -> QRect:
        """Return the square of a day."""
        column, row = divmod((day - self.start).days, _WEEK)
        return QRect(self.column_left(column), round(row * self.pitch), self.side, self.side)

    def day_at(self, point: QPoint) -> date | None:
        """Return the day at a place."""
        column, row = self._column_at(point.x()), int(point.y() // self.pitch)
        if not (0 <= column < self.weeks and 0 <= row < _WEEK):
            return None
        return self.start + timedelta(days=_WEEK * column + row)

    def _column_at(self, x: int) -> int:
        return int((self.width - 1 - x if self.is_mirrored else x) // self.pitch)

    def months(self) -> Iterator[tuple[int, int]]:
        """Yield (month, left edge) for the week in which each month begins."""
        for column in range(self.weeks):
            sunday = self.start + timedelta(days=_WEEK * column + _WEEK - 1)
            if sunday.day <= _WEEK:
                yield sunday.month, self.column_left(column)
