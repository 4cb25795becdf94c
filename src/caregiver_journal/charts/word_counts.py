"""Draw feeling words by how often they were chosen."""

from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.bars import draw_bars
from caregiver_journal.charts.rows import LEAST_ROWS, draw_number, draw_rows
from caregiver_journal.charts.spot import Spot
from caregiver_journal.domain.word_counts import WordCounts, behind_word, drawn_words, say_word

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_THICK = 0.56
"""Of a bar, in rows."""


def draw_words(axes: "Sequence[Axes]", data: WordCounts, look: Look) -> None:
    """Draw a bar for each word with its number at the end."""
    (panel,) = axes
    words = drawn_words(data)
    draw_rows(panel, [each.word for each in words], look)
    panel.set_xlim(0, max((each.n for each in words), default=1))
    numbers = [each.n for each in words]
    bars = [(0, row - _THICK / 2, number, row + _THICK / 2) for row, number in enumerate(numbers)]
    draw_bars(panel, bars, "bars", look.primary)
    for row, number in enumerate(numbers):
        draw_number(panel, f"{number:,}", number, row, look.muted)


def word_spots(data: WordCounts) -> tuple[Spot, ...]:
    """Return one spot at the end of each bar."""
    return tuple(
        Spot(0, each.n, row, say_word(each), behind_word(each, data))
        for row, each in enumerate(drawn_words(data))
    )


def words_high(data: WordCounts) -> float:
    """Return how high the drawing is at best, in lines."""
    return max(LEAST_ROWS, len(drawn_words(data))) * 1.5 + 1
