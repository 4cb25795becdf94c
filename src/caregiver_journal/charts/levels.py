"""What drawings of a value over time share: dots, ranges, a smooth line, a scale with words."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import x_of
from caregiver_journal.charts.spot import Spot
from caregiver_journal.charts.style import BAND, DOTS, GRID, LINES, PX, WORDS, visible
from caregiver_journal.charts.words import small_size
from caregiver_journal.domain.series import DailySeries, Shown, shown_of
from caregiver_journal.domain.series_words import behind_dot, say_dot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

DOT = 2.6
"""Radius of a dot, in device-independent pixels."""
SMALL_DOT = 1.9
MANY = 120
"""With more dots they are smaller."""


def draw_scale(
    panel: "Axes", ticks: Sequence[float], low: str = "", high: str = "", unit: str = ""
) -> None:
    """Draw a scale from the lowest to the highest of ``ticks``, with words at its ends."""
    panel.set_ylim(ticks[0], ticks[-1])
    panel.set_yticks(list(ticks), labels=[f"{tick:g}{unit}" for tick in ticks])
    panel.grid(visible=True, axis="y", zorder=GRID)
    for words, place, shift, side in ((low, 0, -3, "top"), (high, 1, 3, "bottom")):
        if words:
            panel.annotate(
                words,
                (0, place),
                (0, shift * PX),
                xycoords="axes fraction",
                textcoords="offset points",
                va=side,
                ha="left",
                annotation_clip=False,
                zorder=WORDS,
            )
    if low:
        panel.tick_params(axis="x", pad=small_size() * 1.4)


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
            linewidth=PX,
            zorder=BAND,
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


def shown_spots(series: DailySeries) -> Iterator[Spot]:
    """Return one spot for each dot of a drawing over time."""
    shown = shown_of(series)
    for dot in shown.dots:
        words = say_dot(dot, series, is_weekly=shown.is_weekly)
        behind = behind_dot(dot, series, is_weekly=shown.is_weekly)
        yield Spot(0, x_of(dot.day), dot.mean, words, behind)
