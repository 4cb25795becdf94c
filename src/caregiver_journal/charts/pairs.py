"""Pairs of numbers with a line between: a ring for the first, a dot for the second."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.style import BAND, DOTS, LINES, PX, visible

if TYPE_CHECKING:
    from matplotlib.axes import Axes

RING = 9.0
DOT = 6.0
"""Sizes in device-independent pixels: a dot fits into a ring, so that equal numbers are seen."""

Point = tuple[float, float]


def draw_pairs(
    panel: "Axes", pairs: Sequence[tuple[Point, Point]], look: Look, token: str, size: float = 1
) -> None:
    """Draw pairs of points.

    Args:
        panel: where they are drawn.
        pairs: the first and the second point of each.
        look: what they are dressed in.
        token: their colour.
        size: how large they are, 1 for ``RING`` and ``DOT``.
    """
    from matplotlib.collections import LineCollection

    colour = look.colour(token)
    lines = LineCollection(pairs, colors=visible(look, token), linewidths=1.5 * PX, zorder=BAND)
    lines.set(clip_on=False, gid="pair")
    panel.add_collection(lines)
    for place, face, wide, layer in ((0, look.card, RING, LINES), (1, colour, DOT, DOTS)):
        panel.plot(
            [pair[place][0] for pair in pairs],
            [pair[place][1] for pair in pairs],
            linestyle="none",
            marker="o",
            markersize=wide * size * PX,
            markerfacecolor=face,
            markeredgecolor=colour,
            markeredgewidth=0 if place else 1.5 * PX,
            clip_on=False,
            zorder=layer,
            gid=("first", "second")[place],
        )
