"""Draw each day of a period as a square: for files and paper, where nothing can be pointed at.

In the window ``ui/widgets/day_squares`` shows the same, for there each day is walked to by key.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.engine import FALLBACK, FAMILY
from caregiver_journal.charts.spot import Spot
from caregiver_journal.charts.style import BAND, DOTS, GRID, PX, WORDS
from caregiver_journal.domain.dates import short_month
from caregiver_journal.domain.mood import LEVELS, level_word
from caregiver_journal.domain.year_of_days import (
    YearOfDays,
    behind_day,
    level_of,
    say_day_mood,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

WEEKS = 53
"""How many weeks stand in one row of weeks; a longer period has several, the latest below."""

_WEEK = 7
_BLOCK = _WEEK + 2
"""How high a row of weeks is, with the months below it, in squares."""
_SIDE = 0.82
_INSET = 0.12
_NUMERAL = 7.0
"""Height of a number, in device-independent pixels."""
_LINES = 4.7, 0.8
"""How high a row of weeks and the key are at best, in lines."""

Corner = tuple[float, float]


def draw_year(axes: "Sequence[Axes]", data: YearOfDays, look: Look) -> None:
    """Draw a square for each day in the colour of its level, with its number."""
    (panel,) = axes
    blocks = _blocks(data)
    panel.set_xlim(0, WEEKS)
    panel.set_ylim(blocks * _BLOCK + 1, 0)
    panel.set_aspect("equal", anchor="NW")
    every = [date.fromordinal(n) for n in range(data.first.toordinal(), data.last.toordinal() + 1)]
    paused = [day for day in every if data.is_paused(day)]
    bare = [day for day in every if data.value(day) is None and not data.is_paused(day)]
    _draw_squares(panel, [_corner(data, day) for day in bare], look, "hollow")
    _draw_squares(panel, [_corner(data, day) for day in paused], look, "paused", hatch="/////")
    key = _key(data)
    for level in LEVELS:
        values = [each for each in data.series.days if level_of(each.mean) == level]
        corners = [
            _inner(_corner(data, each.day), is_paused=data.is_paused(each.day)) for each in values
        ]
        _draw_level(panel, [*corners, (*key[level - 1], _SIDE)], level, look)
    _draw_months(panel, data, look)
    lowest, highest = (level_word(level).lower() for level in (LEVELS[0], LEVELS[-1]))
    said = _("from 1, {lowest}, to 5, {highest}").format(lowest=lowest, highest=highest)
    x, y = key[-1]
    _write(panel, x + 1.4, y + _SIDE / 2, said, look)


def year_spots(data: YearOfDays) -> tuple[Spot, ...]:
    """Return one spot for each day."""

    def spot(day: date) -> Spot:
        x, y = _corner(data, day)
        middle = _SIDE / 2
        return Spot(0, x + middle, y + middle, say_day_mood(data, day), behind_day(day))

    days = range(data.first.toordinal(), data.last.toordinal() + 1)
    return tuple(spot(date.fromordinal(day)) for day in days)


def year_high(data: YearOfDays) -> float:
    """Return how high the drawing is at best, in lines."""
    block, key = _LINES
    return block * _blocks(data) + key


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _blocks(data: YearOfDays) -> int:
    weeks = (_monday(data.last) - _monday(data.first)).days // _WEEK + 1
    return -(-weeks // WEEKS)


def _corner(data: YearOfDays, day: date) -> Corner:
    """Return the top left corner of a day's square; the latest week ends the last row of weeks."""
    back = (_monday(data.last) - _monday(day)).days // _WEEK
    above, column = divmod(back, WEEKS)
    width = min(WEEKS, (_monday(data.last) - _monday(data.first)).days // _WEEK + 1)
    block = _blocks(data) - 1 - above
    return float(width - 1 - column), float(block * _BLOCK + day.weekday())


def _key(data: YearOfDays) -> tuple[Corner, ...]:
    top = float(_blocks(data) * _BLOCK)
    return tuple((float(place), top) for place in range(len(LEVELS)))


def _inner(corner: Corner, *, is_paused: bool) -> tuple[float, float, float]:
    """Return the corner and the side of a mood, which leaves the stripes of a pause to be seen."""
    x, y = corner
    inset = _INSET if is_paused else 0.0
    return x + inset, y + inset, _SIDE - 2 * inset


def _square(x: float, y: float, side: float) -> tuple[Corner, ...]:
    return (x, y), (x + side, y), (x + side, y + side), (x, y + side)


def _draw_squares(
    panel: "Axes", corners: Sequence[Corner], look: Look, gid: str, hatch: str = ""
) -> None:
    from matplotlib.collections import PolyCollection

    panel.add_collection(
        PolyCollection(
            [_square(x, y, _SIDE) for x, y in corners],
            facecolors=look.card,
            edgecolors=look.muted if hatch else look.line,
            linewidths=PX,
            hatch=hatch or None,
            zorder=GRID,
            gid=gid,
        ),
        autolim=False,
    )


def _draw_level(
    panel: "Axes", squares: Sequence[tuple[float, float, float]], level: int, look: Look
) -> None:
    """Draw the squares of one level, and its number on each as one shape that is used again."""
    from matplotlib.collections import PolyCollection
    from matplotlib.font_manager import FontProperties
    from matplotlib.textpath import TextPath
    from matplotlib.transforms import Affine2D

    panel.add_collection(
        PolyCollection(
            [_square(*square) for square in squares],
            facecolors=look.mood[level - 1],
            edgecolors="none",
            zorder=BAND,
            gid=f"level-{level}",
        ),
        autolim=False,
    )
    number = TextPath((0, 0), str(level), size=10, prop=FontProperties(family=[FAMILY, FALLBACK]))
    middle = number.get_extents().get_points().mean(axis=0)
    panel.plot(
        [x + side / 2 for x, _y, side in squares],
        [y + side / 2 for _x, y, side in squares],
        linestyle="none",
        marker=number.transformed(Affine2D().translate(*-middle)),
        markersize=_NUMERAL * PX,
        markerfacecolor=look.on_mood[level - 1],
        markeredgecolor="none",
        zorder=DOTS,
        gid=f"numbers-{level}",
    )


def _draw_months(panel: "Axes", data: YearOfDays, look: Look) -> None:
    for first in _firsts(data):
        x, y = _corner(data, first)
        word = f"{short_month(first)} {first.year}" if first.month == 1 else short_month(first)
        _write(panel, x, y - first.weekday() + _WEEK + 0.7, word, look)


def _firsts(data: YearOfDays) -> Iterator[date]:
    """Yield the first day of each month that begins in the period."""
    day = data.first.replace(day=1)
    while day <= data.last:
        if day >= data.first:
            yield day
        day = (day + timedelta(days=32)).replace(day=1)


def _write(panel: "Axes", x: float, y: float, words: str, look: Look) -> None:
    panel.text(x, y, words, color=look.muted, ha="left", va="center", zorder=WORDS)
