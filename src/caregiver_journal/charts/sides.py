"""Draw days with something beside days without it."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_names
from caregiver_journal.charts.key import draw_title
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.spot import Spot
from caregiver_journal.charts.style import BAND, DOTS, PX, SEMIBOLD, visible
from caregiver_journal.charts.words import Place, drawable, shortened_to, small_size, write
from caregiver_journal.domain.comparison import Comparison, Side
from caregiver_journal.domain.dates import say_day_of
from caregiver_journal.domain.numbers import say_days_counted, say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.sureness import say_exact, say_interval
from caregiver_journal.domain.telling import Behind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_GOLDEN = 0.6180339887
"""Multiples of it, taken without their whole part, are spread evenly however many there are."""
_ROOM = 0.42
"""How much of the panel the words of a column may take; they are shortened."""
_SPREAD = 0.26
_MEAN = 0.34
"""How far dots lie from the middle of their column, and where the mean stands beside them."""


def draw_comparison(axes: "Sequence[Axes]", data: Comparison, look: Look) -> None:
    """Draw both sides as columns of daily dots, each with its mean and interval beside it."""
    (panel,) = axes
    draw_scale(panel, _ticks(data.lowest, data.highest), look)
    panel.set_xlim(-0.5, 1.75)
    sides = (data.with_it, data.without)
    draw_title(panel, drawable(data.measured), look)
    room = width_in_pixels(panel) * _ROOM
    for column, (word, side) in enumerate(zip(_names(data), sides, strict=True)):
        name = shortened_to(drawable(word), room, small_size())
        draw_names(panel, [(column, f"{name}\n{say_days_counted(side.n)}")], look.ink)
    for column, (side, token, marker) in enumerate(
        zip(sides, ("primary", "edge"), ("o", "D"), strict=True)
    ):
        places = list(_placed(side, column))
        panel.plot(
            [x for x, _y in places],
            [y for _x, y in places],
            linestyle="none",
            marker=marker,
            markersize=4.5 * PX,
            markerfacecolor=visible(look, token) if column == 0 else look.card,
            markeredgecolor=visible(look, token),
            markeredgewidth=PX if column else 0,
            clip_on=False,
            zorder=BAND,
            gid=("with", "without")[column],
        )
        _draw_mean(panel, side, column, look)


def comparison_spots(data: Comparison) -> tuple[Spot, ...]:
    """Return one spot for each day, and one at each mean."""
    return tuple(_spots(data))


def _spots(data: Comparison) -> Iterator[Spot]:
    for column, (word, side) in enumerate(
        zip(_names(data), (data.with_it, data.without), strict=True)
    ):
        for day, (x, y) in zip(side.days, _placed(side, column), strict=False):
            said = f"{say_day_of(day, data.first, data.last)}: {say_mean(y)}"
            yield Spot(0, x, y, said, Behind(Query(first=day, last=day)))
        if side.mean is not None:
            yield Spot(0, column + _MEAN, side.mean, _say(word, side))


def _names(data: Comparison) -> tuple[str, str]:
    """Return what both columns are called."""
    return f"{data.condition[:1].upper()}{data.condition[1:]}", _("The others")


def _say(word: str, side: Side) -> str:
    said = _("{side}: mean {mean}").format(side=word, mean=say_exact(side.mean or 0))
    if side.interval is not None:
        said = f"{said}, {say_interval(side.interval)}"
    return f"{said} · {say_days_counted(side.n)}"


def _draw_mean(panel: "Axes", side: Side, column: int, look: Look) -> None:
    if side.mean is None:
        return
    x = column + _MEAN
    if side.interval is not None:
        panel.vlines(x, *side.interval, colors=look.ink, linewidth=2 * PX, zorder=DOTS)
    panel.plot(
        x,
        side.mean,
        marker="s",
        markersize=8 * PX,
        color=look.ink,
        markeredgecolor=look.card,
        markeredgewidth=PX,
        clip_on=False,
        zorder=DOTS,
        gid="mean",
    )
    place = Place(x, side.mean, (9, 0), "left")
    write(panel, say_exact(side.mean), place, look.ink, fontweight=SEMIBOLD)


def _placed(side: Side, column: int) -> Iterator[tuple[float, float]]:
    """Return where each day lies: beside the others in no order, and the same each time."""
    for number, value in enumerate(side.values):
        yield column + ((number * _GOLDEN) % 1 - 0.5) * 2 * _SPREAD, value


def _ticks(low: float, high: float) -> list[float]:
    """Return a few values of a scale, both its ends among them."""
    parts = 4 if (high - low) % 4 == 0 else 5
    return [low + (high - low) * place / parts for place in range(parts + 1)]
