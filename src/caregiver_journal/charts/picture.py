"""Make pictures of drawings: pixels for the window, PNG and SVG files."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any, NamedTuple

from caregiver_journal.base.look import Look
from caregiver_journal.charts.chart import Chart, chart_of
from caregiver_journal.charts.engine import drawing, load_engine
from caregiver_journal.charts.panels import fit_panels, make_panels
from caregiver_journal.charts.style import style_of
from caregiver_journal.domain.telling import Behind

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.backends.backend_agg import FigureCanvasAgg

DPI = 96
"""Device-independent pixels to the inch."""

BODY_POINTS = 11.0


class PlacedSpot(NamedTuple):
    """A spot where it lies in the picture.

    Attributes:
        x, y: device-independent pixels from the top left.
    """

    x: float
    y: float
    words: str
    behind: Behind | None


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing in pixels.

    Attributes:
        rgba: four bytes for each pixel, row by row from the top; opaque.
        width, height: in pixels of the screen.
        scale: how many of them make a device-independent pixel.
        spots: in the order of the drawing.
    """

    rgba: bytes = field(repr=False)
    width: int
    height: int
    scale: float
    spots: tuple[PlacedSpot, ...] = field(repr=False)


def draw_picture(
    data: object,
    look: Look,
    width: int,
    height: int,
    scale: float = 1.0,
    points: float = BODY_POINTS,
) -> Picture:
    """Draw values for the screen; meant for a worker thread.

    Args:
        data: values that ``chart_of`` knows.
        look: what it is dressed in.
        width: in device-independent pixels.
        height: likewise.
        scale: pixels of the screen for each of them.
        points: size of body text, 96 pixels to 72 points.

    Raises:
        KeyError: no drawing shows such values.
    """
    chart = chart_of(data)
    with drawn(chart, data, look, (width, height, scale, points)) as (canvas, panels):
        canvas.draw()
        wide, high = canvas.get_width_height(physical=True)
        rgba = bytes(canvas.buffer_rgba())
        spots = tuple(_placed(chart, data, panels, high, scale))
    return Picture(rgba, wide, high, scale, spots)


def write_png(
    data: object,
    look: Look,
    width: int,
    height: int,
    scale: float = 2.0,
    points: float = BODY_POINTS,
) -> bytes:
    """Return the drawing as a PNG file that says nothing of when and by what it was made."""
    stream = BytesIO()
    with drawn(chart_of(data), data, look, (width, height, scale, points)) as (canvas, _panels):
        canvas.print_png(stream, metadata={"Software": None})
    return stream.getvalue()


def write_svg(
    data: object, look: Look, width: int, height: int, points: float = BODY_POINTS
) -> bytes:
    """Return the drawing as an SVG file: words stay words, the same values make the same bytes."""
    stream = BytesIO()
    nothing = dict.fromkeys(("Date", "Creator", "Format", "Type"))
    with drawn(chart_of(data), data, look, (width, height, 1.0, points)) as (canvas, _panels):
        canvas.print_figure(stream, format="svg", metadata=nothing, facecolor=look.card)
    return stream.getvalue()


@contextmanager
def drawn(
    chart: Chart, data: object, look: Look, size: tuple[int, int, float, float]
) -> "Iterator[tuple[FigureCanvasAgg, Sequence[Axes]]]":
    """Build a drawing; matplotlib's settings are ours until the end of the block.

    Args:
        chart: the drawing of ``data``.
        data: the values.
        look: what it is dressed in.
        size: width, height, scale and points as ``draw_picture`` takes them.
    """
    load_engine()
    from matplotlib import rc_context
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    width, height, scale, points = size
    style: Any = style_of(look, points)
    with drawing, rc_context(style):
        figure: Figure = Figure(figsize=(width / DPI, height / DPI), dpi=DPI * scale)
        canvas = FigureCanvasAgg(figure)
        grid = chart.grid(data)
        panels = make_panels(figure, grid)
        chart.draw(panels, data, look)
        fit_panels(panels, grid)
        yield canvas, panels


def _placed(
    chart: Chart, data: object, panels: "Sequence[Axes]", high: int, scale: float
) -> Iterator[PlacedSpot]:
    frozen: list[Any] = [panel.transData.frozen() for panel in panels]  # worked out once
    for panel, x, y, words, behind in chart.spots(data):
        right, up = frozen[panel].transform((x, y))
        yield PlacedSpot(float(right) / scale, (high - float(up)) / scale, words, behind)
