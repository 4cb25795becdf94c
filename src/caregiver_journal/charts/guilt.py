"""Draw guilt right after an answer and later."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_names
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.spot import Spot
from caregiver_journal.charts.style import BAND, DOTS, LINES, PX, SEMIBOLD, visible
from caregiver_journal.charts.words import Place, write
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.guilt_trend import MOST_PAIRS, GuiltTrend, middle_guilt, say_pair
from caregiver_journal.domain.numbers import LEAST, say_mean
from caregiver_journal.domain.telling import Behind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TICKS = (0, 5, 10)
_BESIDE = 0.16
"""How far pairs of the same numbers lie from one another at most, in points of the scale."""
_MANY = 20
"""More lines than these are thinner."""
_ROOM = 0.8
"""What two pairs of the same numbers and all between them take at most."""


def draw_guilt(axes: "Sequence[Axes]", data: GuiltTrend, look: Look) -> None:
    """Draw a line for each moment from right after to later, and one for the middle of all."""
    from matplotlib.collections import LineCollection

    (panel,) = axes
    draw_scale(panel, _TICKS, look)
    panel.set_xlim(-0.3, 1.3)
    draw_names(panel, ((0, _("Right after")), (1, _("Later"))), look.ink)
    lines = [((0, then), (1, later)) for _pair, then, later in _placed(data)]
    soft = visible(look, "accent")
    size = 0.65 if len(lines) > _MANY else 1
    panel.add_collection(
        LineCollection(lines, colors=soft, linewidths=PX * size, zorder=BAND, gid="pair")
    )
    panel.plot(
        [x for line in lines for x, _y in line],
        [y for line in lines for _x, y in line],
        linestyle="none",
        marker="o",
        markersize=6 * PX * size,
        markerfacecolor=soft,
        markeredgewidth=0,
        clip_on=False,
        zorder=LINES,
        gid="dots",
    )
    if len(data.pairs) >= LEAST:
        _draw_middle(panel, middle_guilt(data), look)


def guilt_spots(data: GuiltTrend) -> tuple[Spot, ...]:
    """Return two spots for each moment, one at each end of its line."""
    return tuple(
        Spot(0, x, (then, later)[x], say_pair(pair, data), Behind(entry_id=pair.entry_id))
        for pair, then, later in _placed(data)
        for x in (0, 1)
    )


def _draw_middle(panel: "Axes", middle: tuple[float, float], look: Look) -> None:
    (ground,) = panel.plot((0, 1), middle, color=look.card, linewidth=7 * PX)
    ground.set(clip_on=False, zorder=LINES + 0.5)
    panel.plot(
        (0, 1),
        middle,
        color=look.accent,
        linewidth=3.5 * PX,
        marker="o",
        markersize=9 * PX,
        markeredgecolor=look.card,
        markeredgewidth=1.5 * PX,
        clip_on=False,
        zorder=DOTS,
        gid="middle",
    )
    for x, side, shift in ((0, "right", -12), (1, "left", 12)):
        place = Place(x, middle[x], (shift, 0), side)
        write(panel, say_mean(middle[x]), place, look.ink, fontweight=SEMIBOLD)


def _placed(data: GuiltTrend) -> Iterator[tuple[Guilt, float, float]]:
    """Return each pair that is drawn and where: equal ones lie a little beside one another."""
    pairs = data.pairs[-MOST_PAIRS:]
    numbers = [(pair.then, pair.later) for pair in pairs]
    seen: dict[tuple[int, int], int] = {}
    for pair, both in zip(pairs, numbers, strict=True):
        alike, place = numbers.count(both), seen.get(both, 0)
        seen[both] = place + 1
        beside = (place - (alike - 1) / 2) * min(_BESIDE, _ROOM / alike)
        then, later = (min(_TICKS[-1], max(_TICKS[0], number + beside)) for number in both)
        yield pair, then, later
