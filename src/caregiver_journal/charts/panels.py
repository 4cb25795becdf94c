"""Lay out the panels of a drawing: as large as the words around them leave room for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.charts.spot import Cell, Grid
from caregiver_journal.charts.style import PX

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure, SubFigure

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
    panels = tuple(
        figure.add_axes((left / width, bottom / height, wide / width, high / height))
        for left, bottom, wide, high in _places(figure, grid)
    )
    for panel in panels:
        panel.set_axis_off()
        panel.set_autoscale_on(False)
    return panels


def fit_panels(panels: "Sequence[Axes]", grid: Grid) -> None:
    """Make each panel so much smaller that its words lie within its place.

    Panels of one row end on one line, and those of one column begin on one. This measures each
    word twice, which takes a few milliseconds where matplotlib's own layouts take forty.
    """
    if not panels:
        return
    places = tuple(_places(panels[0].figure, grid))
    for _pass in range(_PASSES):
        reaches = [_reach(panel) for panel in panels]
        if grid.is_even:
            places = tuple(_evened(places, reaches))
        for panel, place, cell in zip(panels, places, grid.cells, strict=True):
            near = list(zip(reaches, grid.cells, strict=True))
            rows = [reach for reach, other in near if _rows(other) == _rows(cell)]
            columns = [reach for reach, other in near if _columns(other) == _columns(cell)]
            left, right = (max(reach[side] for reach in columns) for side in (0, 2))
            low, high = (max(reach[side] for reach in rows) for side in (1, 3))
            _shrink(panel, place, (left, low, right, high))


def _evened(places: Sequence[Box], reaches: Sequence[Box]) -> Iterator[Box]:
    """Return places so wide that all panels of a row are alike once their words have room."""
    words = sum(reach[0] + reach[2] for reach in reaches)
    inner = max(1.0, (sum(place[2] for place in places) - words) / len(places))
    left = places[0][0]
    gutter = places[1][0] - places[0][0] - places[0][2] if places[1:] else 0
    for place, reach in zip(places, reaches, strict=True):
        wide = inner + reach[0] + reach[2]
        yield left, place[1], wide, place[3]
        left += wide + gutter


def _rows(cell: Cell) -> tuple[int, int]:
    return cell.row, cell.rows


def _columns(cell: Cell) -> tuple[int, int]:
    return cell.column, cell.columns


def width_in_pixels(panel: "Axes") -> float:
    """Return about how wide a panel will be, in device-independent pixels."""
    return float(panel.bbox.width / panel.figure.dpi * 72 / PX) * _SHARE


def _places(figure: "Figure | SubFigure", grid: Grid) -> Iterator[Box]:
    pixel = figure.dpi / 72
    gutter = GUTTER * pixel
    across = tuple(_stops(figure.bbox.width, grid.widths, EDGE * pixel, gutter))
    down = tuple(_stops(figure.bbox.height, grid.heights, EDGE * pixel, gutter))
    for cell in grid.cells:
        left = across[cell.column][0]
        right = across[cell.column + cell.columns - 1][1]
        top, bottom = down[cell.row][0], down[cell.row + cell.rows - 1][1]
        yield left, figure.bbox.height - bottom, right - left, bottom - top


def _stops(
    whole: float, shares: Sequence[float], edge: float, gutter: float
) -> Iterator[tuple[float, float]]:
    """Return where each part of a whole begins and ends."""
    room = max(len(shares), whole - 2 * edge - gutter * (len(shares) - 1))
    start = edge
    for share in shares:
        end = start + room * share / sum(shares)
        yield start, end
        start = end + gutter


def _reach(panel: "Axes") -> Box:
    """Return how far the words of a panel reach out of it: left, bottom, right, top."""
    inner = panel.bbox
    boxes = [text.get_window_extent() for text in panel.texts]
    return (
        max(0.0, *(inner.x0 - box.x0 for box in boxes), 0.0),
        max(0.0, *(inner.y0 - box.y0 for box in boxes), 0.0),
        max(0.0, *(box.x1 - inner.x1 for box in boxes), 0.0),
        max(0.0, *(box.y1 - inner.y1 for box in boxes), 0.0),
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
