"""Draw load and hours by day, and the mood by days since a full day off."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.bars import Bar, draw_bars
from caregiver_journal.charts.days import draw_days, draw_names, x_of
from caregiver_journal.charts.key import draw_title
from caregiver_journal.charts.levels import DOT, MANY, SMALL_DOT, draw_scale
from caregiver_journal.charts.spot import Cell, Grid, Spot
from caregiver_journal.charts.style import BEHIND, DOTS, PX, faint, visible
from caregiver_journal.domain.mood import LEVELS
from caregiver_journal.domain.work_trend import (
    MOST_SINCE,
    WorkDot,
    WorkTrend,
    behind_work,
    is_drawn,
    say_rest,
    say_work,
    shown_work,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_LOADS = (0, 5, 10)
_HOURS = 4
"""Hours between two lines of the scale."""


def draw_work(axes: "Sequence[Axes]", data: WorkTrend, look: Look) -> None:
    """Draw load as dots, hours as bars, days off shaded; and the mood by days since one."""
    load, hours, rest = axes
    dots = shown_work(data)
    for panel in (load, hours):
        draw_days(panel, (data.first, data.last), look, named=panel is hours)
        _draw_off(panel, dots, look)
    _draw_load(load, dots, look)
    _draw_hours(hours, dots, look)
    _draw_rest(rest, data, look)
    draw_title(load, _("Load"), look)
    draw_title(hours, _("Hours"), look)
    draw_title(rest, _("Mood by days since a day off"), look)


def work_grid(_data: WorkTrend) -> Grid:
    """Return load above hours, and the mood beside them."""
    cells = (Cell(0, 0), Cell(1, 0), Cell(0, 1, rows=2))
    return Grid(cells, (1.2, 1.0), (1.0, 1.0))


def work_spots(data: WorkTrend) -> tuple[Spot, ...]:
    """Return one spot for each dot and bar."""
    return tuple(_spots(data))


def _spots(data: WorkTrend) -> Iterator[Spot]:
    dots = shown_work(data)
    for panel, part in enumerate(("load", "hours")):
        for dot in dots:
            value = getattr(dot, part)
            if value is not None:
                behind = behind_work(dot.first, dot.last)
                yield Spot(panel, x_of(dot.day), value, say_work(dot, data), behind)
    for group in data.rest:
        if is_drawn(group) and group.mean is not None:
            yield Spot(2, group.since_off, group.mean, say_rest(group))


def _draw_off(panel: "Axes", dots: Sequence[WorkDot], look: Look) -> None:
    from matplotlib.collections import PolyCollection

    off = [x_of(dot.day) for dot in dots if dot.is_off]
    bands = PolyCollection(
        [((x - 0.5, 0), (x - 0.5, 1), (x + 0.5, 1), (x + 0.5, 0)) for x in off],
        transform=panel.get_xaxis_transform(),
        facecolors=faint(look, "line", 0.45),
        linewidths=0,
        zorder=BEHIND,
        gid="off",
    )
    panel.add_collection(bands, autolim=False)


def _draw_load(panel: "Axes", dots: Sequence[WorkDot], look: Look) -> None:
    draw_scale(panel, _LOADS, look)
    said = [dot for dot in dots if dot.load is not None]
    panel.plot(
        [x_of(dot.day) for dot in said],
        [dot.load or 0 for dot in said],
        linestyle="none",
        marker="o",
        markersize=2 * (SMALL_DOT if len(said) > MANY else DOT) * PX,
        markerfacecolor=look.accent,
        markeredgewidth=0,
        clip_on=False,
        zorder=DOTS,
        gid="load",
    )


def _draw_hours(panel: "Axes", dots: Sequence[WorkDot], look: Look) -> None:
    said = [dot for dot in dots if dot.hours is not None]
    highest = max((dot.hours or 0 for dot in said), default=0)
    top = max(2 * _HOURS, -(-highest // _HOURS) * _HOURS)
    draw_scale(panel, [0, top / 2, top], look)
    draw_bars(panel, [_bar(dot, dot.hours or 0) for dot in said], "hours", visible(look, "primary"))


def _bar(dot: WorkDot, hours: float) -> Bar:
    """Return a bar over seven tenths of its days."""
    half = 0.35 * ((dot.last - dot.first).days + 1)
    return x_of(dot.day) - half, 0, x_of(dot.day) + half, hours


def _draw_rest(panel: "Axes", data: WorkTrend, look: Look) -> None:
    draw_scale(panel, LEVELS, look)
    panel.set_xlim(-0.6, MOST_SINCE + 0.6)
    names = [str(group.since_off) for group in data.rest]
    if data.rest:
        names[-1] = f"{MOST_SINCE}+"
    words = [f"{name}\n{group.n:,}" for name, group in zip(names, data.rest, strict=True)]
    draw_names(panel, enumerate(words), look.muted)
    drawn = [group for group in data.rest if is_drawn(group)]
    panel.plot(
        [group.since_off for group in drawn],
        [group.mean or 0 for group in drawn],
        linestyle="none",
        marker="D",
        markersize=7 * PX,
        markerfacecolor=look.primary,
        markeredgewidth=0,
        clip_on=False,
        zorder=DOTS,
        gid="rest",
    )
