"""Lay out the panels of a drawing: as large as the words around them leave room for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.charts.spot import Grid
from caregiver_journal.charts.style import PX

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure
    from matplotlib.transforms import BboxBase

EDGE = 3 * PX
"""Left free around everything, so that no line lies half outside, in points."""
GUTTER = 24 * PX
"""Between two panels, in points."""
_PASSES = 2
"""Words that stand at a value move when a panel becomes narrower, and are measured again."""

_SHARE = 0.92
"""How much of its place a panel has once its words have theirs; about, and rather too little."""

Box = tuple[float, float, float, float]
"""Left, bottom, width, height, in pixels."""


def make_panels(figure: "Figure", grid: Grid) -> "tuple[Axes, ...]":
    """Return empty panels, each as large as its place."""
    width, height = figure.bbox.width, figure.bbox.height
    return tuple(
        figure.add_axes((left / width, bottom / height, wide / width, high / height))
        for left, bottom, wide, high in _places(figure, grid)
    )


def fit_panels(panels: "Sequence[Axes]", grid: Grid) -> None:
    """Make each panel so much smaller that its words lie within its place.

    This measures each word once or twice, which takes a few milliseconds where matplotlib's own
    layouts take forty.
    """
    figure = panels[0].get_figure(root=True)
    if figure is None:
        raise ValueError("a panel needs its figure")
    places = tuple(_places(figure, grid))
    for _pass in range(_PASSES):
        reaches = [_reach(panel) for panel in panels]
        for number, (panel, place) in enumerate(zip(panels, places, strict=True)):
            row = number // grid.columns * grid.columns
            same_row = reaches[row : row + grid.columns]
            low, high = (max(reach[side] for reach in same_row) for side in (1, 3))
            _shrink(panel, place, (reaches[number][0], low, reaches[number][2], high))


def width_in_pixels(panel: "Axes") -> float:
    """Return about how wide a panel will be, in device-independent pixels."""
    return float(panel.bbox.width / panel.figure.dpi * 72 / PX) * _SHARE


def _places(figure: "Figure", grid: Grid) -> Iterator[Box]:
    pixel = figure.dpi / 72
    edge, gutter = EDGE * pixel, GUTTER * pixel
    widths = grid.widths or (1.0,) * grid.columns
    wide = figure.bbox.width - 2 * edge - gutter * (grid.columns - 1)
    high = (figure.bbox.height - 2 * edge - gutter * (grid.rows - 1)) / grid.rows
    for row in range(grid.rows):
        left = edge
        for share in widths:
            own = wide * share / sum(widths)
            yield left, edge + (grid.rows - 1 - row) * (high + gutter), own, high
            left += own + gutter


def _reach(panel: "Axes") -> Box:
    """Return how far the words of a panel reach out of it: left, bottom, right, top."""
    inner = panel.bbox
    outer: BboxBase | None = panel.get_tightbbox(
        bbox_extra_artists=[text for text in panel.texts if text.get_visible()]
    )
    if outer is None:
        return 0.0, 0.0, 0.0, 0.0
    return (
        max(0.0, inner.x0 - outer.x0),
        max(0.0, inner.y0 - outer.y0),
        max(0.0, outer.x1 - inner.x1),
        max(0.0, outer.y1 - inner.y1),
    )


def _shrink(panel: "Axes", place: Box, reach: Box) -> None:
    figure_width, figure_height = panel.figure.bbox.width, panel.figure.bbox.height
    left, bottom, width, height = place
    wide = max(1.0, width - reach[0] - reach[2])
    high = max(1.0, height - reach[1] - reach[3])
    panel.set_position(
        (
            (left + reach[0]) / figure_width,
            (bottom + reach[1]) / figure_height,
            wide / figure_width,
            high / figure_height,
        )
    )
