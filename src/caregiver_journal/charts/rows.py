"""Rows with words at their left: bars and pairs that lie below one another."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.panels import width_in_pixels
from caregiver_journal.charts.words import Place, drawable, shortened_to, small_size, write

if TYPE_CHECKING:
    from matplotlib.axes import Axes

LEAST_ROWS = 6
"""Fewer rows leave the rest of their panel empty, so that none becomes a beam."""


def draw_rows(panel: "Axes", words: Sequence[str], look: Look, share: float = 0.4) -> None:
    """Let the y axis count rows from 0, the first one on top, each with its words.

    Args:
        panel: where they are drawn.
        words: of each row.
        look: what they are dressed in.
        share: how much of the panel the words may take; they are shortened.
    """
    room = width_in_pixels(panel) * share
    panel.set_ylim(max(len(words), LEAST_ROWS) - 0.5, -0.5)
    for row, each in enumerate(words):
        short = shortened_to(drawable(each), room, small_size())
        write(panel, short, Place(None, row, (-9, 0), "right"), look.ink)


def draw_number(panel: "Axes", number: str, x: float, row: float, colour: str) -> None:
    """Write a number at the right of a value."""
    write(panel, number, Place(x, row, (7, 0), "left"), colour, gid="number")
