"""What drawings of a value over time share: dots, ranges, a smooth line, a scale with words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import x_of
from caregiver_journal.charts.spot import Spot
from caregiver_journal.charts.style import BAND, DOTS, GRID, LINES, PX, grid_colour, visible
from caregiver_journal.charts.words import Place, write
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries, Shown, shown_of
from caregiver_journal.domain.series_words import CHECK_INS, behind_dot, say_dot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOT = 2.6
"""Radius of a dot, in device-independent pixels."""
SMALL_DOT = 1.9
MANY = 120
"""With more dots they are smaller."""


def draw_scale(
    panel: "Axes",
    ticks: Sequence[float],
    look: Look,
    ends: tuple[str, str] = ("", ""),
    unit: str = "",
) -> None:
    """Draw a scale from the lowest to the highest of ``ticks``.

    Args:
        panel: where it is drawn.
        ticks: the values that are named.
        look: what it is dressed in.
        ends: words below the lowest and above the highest.
        unit: stands behind each number.
    """
    panel.set_ylim(ticks[0], ticks[-1])
    draw_grid(panel, ticks, look)
    for tick in ticks:
        write(panel, f"{tick:,g}{unit}", Place(None, tick, (-9, 0), "right"), look.muted)
    low, high = ends
    if low:
        write(panel, low, Place(None, ticks[0], (0, -4), "left", "top"), look.muted)
    if high:
        write(panel, high, Place(None, ticks[-1], (0, 3), "left", "bottom"), look.muted)


def draw_grid(panel: "Axes", ticks: Sequence[float], look: Look) -> None:
    """Draw a quiet line across the panel at each tick."""
    panel.hlines(
        list(ticks),
        0,
        1,
        transform=panel.get_yaxis_transform(),
        colors=grid_colour(look),
        linewidth=PX,
        clip_on=False,
        zorder=GRID,
        gid="grid",
    )


def draw_shown(panel: "Axes", shown: Shown, look: Look) -> None:
    """Draw dots, their ranges where they are days, and the smooth line with its gaps open."""
    dots = shown.dots
    if not shown.is_weekly:
        ranged = [dot for dot in dots if dot.high > dot.low]
        panel.vlines(
            [x_of(dot.day) for dot in ranged],
            [dot.low for dot in ranged],
            [dot.high for dot in ranged],
            colors=visible(look, "primary"),
            linewidth=0.75 * PX,
            zorder=BAND,
            gid="range",
            snap=False,
        )
    radius = SMALL_DOT if len(dots) > MANY else DOT
    panel.plot(
        [x_of(dot.day) for dot in dots],
        [dot.mean for dot in dots],
        linestyle="none",
        marker="o",
        markersize=2 * radius * PX,
        markerfacecolor=visible(look, "primary"),
        markeredgewidth=0,
        clip_on=False,
        zorder=DOTS - 1,
        gid="dots",
    )
    for run in shown.runs:
        panel.plot(
            [x_of(day) for day, _value in run],
            [value for _day, value in run],
            color=look.primary,
            linewidth=2 * PX,
            clip_on=False,
            zorder=LINES + 1,
            gid="line",
        )


def shown_spots(series: DailySeries, asked: Query = CHECK_INS) -> Iterator[Spot]:
    """Return one spot for each dot of a drawing over time; ``asked`` finds what has a value."""
    shown = shown_of(series)
    for dot in shown.dots:
        words = say_dot(dot, series, is_weekly=shown.is_weekly)
        behind = behind_dot(dot, series, is_weekly=shown.is_weekly, asked=asked)
        yield Spot(0, x_of(dot.day), dot.mean, words, behind)
