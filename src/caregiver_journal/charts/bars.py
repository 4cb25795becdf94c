"""Bars, all of one kind as one shape: a drawing of a rectangle for each would take far longer."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from caregiver_journal.charts.style import BAND, PX

if TYPE_CHECKING:
    from matplotlib.axes import Axes

HATCH = "////"
"""What tells one of two kinds of bars from the other without any colour."""

Bar = tuple[float, float, float, float]
"""Left, bottom, right and top, in the coordinates of the data."""


def draw_bars(
    panel: "Axes", bars: Iterable[Bar], gid: str, face: str, edge: str = "none", hatch: str = ""
) -> None:
    """Draw bars of one kind.

    Args:
        panel: where they are drawn.
        bars: where each lies.
        gid: what they are found by.
        face: their colour, or "none".
        edge: the colour of their outline and of ``hatch``, or "none".
        hatch: the pattern on them.
    """
    from matplotlib.collections import PolyCollection

    shapes = PolyCollection(
        [
            ((left, bottom), (left, top), (right, top), (right, bottom))
            for left, bottom, right, top in bars
        ],
        facecolors=face,
        edgecolors=edge,
        linewidths=0 if edge == "none" else PX,
        hatch=hatch or None,
        zorder=BAND,
        gid=gid,
    )
    panel.add_collection(shapes, autolim=False)
