"""Draw without a picture, so that a test can look at what was drawn."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from caregiver_journal.base.look import Look, read_look
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.charts.picture import drawn

BARS = ("against", "bars", "clear", "hours")
"""The names of what is drawn as bars."""


class Drawn(NamedTuple):
    """What was drawn; matplotlib annotates only part of itself.

    Attributes:
        figure: the whole.
        panels: its panels.
    """

    figure: Any
    panels: tuple[Any, ...]

    def with_gid(self, gid: str) -> list[Any]:
        """Return what was drawn under a name."""
        return [
            artist
            for panel in self.panels
            for artist in panel.get_children()
            if artist.get_gid() == gid
        ]

    def words(self) -> list[str]:
        """Return all words, in the order they were written."""
        return [text.get_text() for panel in self.panels for text in panel.texts]


@contextmanager
def drawing_of(
    data: object,
    look: Look | None = None,
    size: tuple[int, int] = (560, 240),
    points: float = 10.5,
) -> Iterator[Drawn]:
    """Draw values."""
    worn = look or read_look("light")
    with drawn(chart_of(data), data, worn, (*size, 1.0, points)) as (canvas, panels):
        yield Drawn(canvas.figure, tuple(panels))


def vertices(panel: Any) -> Iterator[tuple[float, float]]:
    """Find each point of a panel at which something begins, ends or is marked."""
    for line in panel.lines:
        if line.get_gid() == "mark":
            yield line.get_xdata(orig=True)[0], panel.get_ylim()[1]
        if line.get_gid() == "cut":
            yield panel.get_xlim()[1], line.get_ydata(orig=True)[0]
        yield from zip(line.get_xdata(orig=True), line.get_ydata(orig=True), strict=True)
    for shapes in panel.collections:
        if shapes.get_gid() in BARS:
            for path in shapes.get_paths():
                (left, low), (_left, high), (right, _high) = path.vertices[:3]
                yield from (((left + right) / 2, high), (right, (low + high) / 2))
