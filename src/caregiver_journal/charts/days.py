"""An axis of days: few words, in the program's own language."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.style import PX
from caregiver_journal.charts.words import Place, small_size, width_of, write
from caregiver_journal.domain.dates import short_date, short_day, short_month

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GAP = 14.0
"""Least space between two words, in device-independent pixels."""
BESIDE = 0.6
"""How far the axis reaches beyond the middle of its first and its last day, in days."""
MANY_ENOUGH = 6
"""Fewer weeks or moments leave the rest of their axis empty, so that none looks like a wall."""
_DAYS_UP_TO = 10
_WEEKS_UP_TO = 45
_MONTHS_UP_TO = 3 * 366
_STEPS = (1, 2, 3, 4, 6)
"""Every so many months; each begins a year anew."""


def x_of(day: date) -> float:
    """Return where a day lies on the axis: its middle."""
    return float(day.toordinal())


def draw_days(
    panel: "Axes", period: tuple[date, date], look: Look, *, drop: bool = False, named: bool = True
) -> None:
    """Let the x axis run over the days of a period.

    Args:
        panel: where they are drawn.
        period: the first and the last day.
        look: what they are dressed in.
        drop: whether the names of days leave a line free for other words above them.
        named: whether any are named.
    """
    first, last = period
    panel.set_xlim(x_of(first) - BESIDE, x_of(last) + BESIDE)
    width = width_in_pixels(panel)
    for days in _choices(first, last) if named else ():
        words = [_word(day, first, last) for day in days]
        widest = max((width_of(word, small_size()) for word in words), default=0.0)
        apart = min(((b - a).days for a, b in pairwise(days)), default=0)
        if not apart or apart * width / ((last - first).days + 1.2) >= widest + _GAP:
            names = [(x_of(day), word) for day, word in zip(days, words, strict=True)]
            draw_names(panel, names, look.muted, drop=drop)
            return


def draw_names(
    panel: "Axes", names: Iterable[tuple[float, str]], colour: str, *, drop: bool = False
) -> None:
    """Write words below a panel, each at its value; a line feed begins another line."""
    line = small_size() / PX * 1.35
    for x, words in names:
        for place, word in enumerate(words.split("\n"), int(drop)):
            write(panel, word, Place(x, None, (0, -7 - place * line), line="top"), colour)


def draw_moments(
    panel: "Axes", days: Sequence[date], look: Look, *, by_month: bool = False
) -> None:
    """Let the x axis count moments, weeks or months from 0, and name some of their days.

    Args:
        panel: where they are drawn.
        days: the day of each, in the order of time.
        look: what they are dressed in.
        by_month: whether they are months, of which every third or sixth is named best.
    """
    count = len(days)
    panel.set_xlim(-0.6, max(count, MANY_ENOUGH) - 0.4)
    room = width_in_pixels(panel) / (max(count, MANY_ENOUGH) + 0.2)
    for step in (1, 2, 3, 6, 12, 24, 60, 120) if by_month else range(1, count + 1):
        named = [
            place
            for place, day in enumerate(days)
            if (_month_number(day) if by_month else place) % step == 0
        ]
        words = [_moment_word(days[place], days, by_month=by_month) for place in named]
        widest = max((width_of(word, small_size()) for word in words), default=0.0)
        if step * room >= widest + _GAP or len(named) <= 1:
            draw_names(panel, zip(named, words, strict=True), look.muted)
            return


def _month_number(day: date) -> int:
    return day.year * 12 + day.month - 1


def _moment_word(day: date, days: Sequence[date], *, by_month: bool) -> str:
    if not by_month:
        is_long = days[0].year != days[-1].year and len(days) < MANY_ENOUGH
        return short_date(day) if is_long else short_day(day)
    is_new_year = day.month == 1 and days[0].year != days[-1].year
    return str(day.year) if is_new_year else short_month(day)


def _choices(first: date, last: date) -> Iterator[list[date]]:
    """Return the days that could be named, the most first."""
    length = (last - first).days + 1
    if length <= _DAYS_UP_TO:
        yield [first + timedelta(days=n) for n in range(length)]
    if length <= _WEEKS_UP_TO:
        monday = first + timedelta(days=-first.weekday() % 7)
        for step in (7, 14):
            yield [monday + timedelta(days=n) for n in range(0, (last - monday).days + 1, step)]
    if length <= _MONTHS_UP_TO:
        for step in _STEPS:
            yield [day for day in _months(first, last) if (day.month - 1) % step == 0]
    for step in (1, 2, 5, 10):
        yield [day for day in _months(first, last) if day.month == 1 and day.year % step == 0]


def _months(first: date, last: date) -> Iterator[date]:
    month = first.year * 12 + first.month - 1 + (first.day > 1)
    while month // 12 <= last.year:
        day = date(month // 12, month % 12 + 1, 1)
        if day > last:
            return
        yield day
        month += 1


def _word(day: date, first: date, last: date) -> str:
    if (last - first).days < _WEEKS_UP_TO:
        return short_day(day)
    is_new_year = day.month == 1 and first.year != last.year
    return str(day.year) if is_new_year else short_month(day)
