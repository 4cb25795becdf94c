"""Which drawing belongs to which values, and where in it something can be pointed at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from caregiver_journal.base.look import Look
from caregiver_journal.charts import mood
from caregiver_journal.charts.spot import ONE_PANEL, Grid, Spot
from caregiver_journal.domain.mood_trend import MoodTrend, tell_mood
from caregiver_journal.domain.telling import Telling

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["Chart", "Grid", "Spot", "chart_of"]

USUAL_HEIGHT = 13.0
"""How high a drawing is at best, in lines of body text."""


def _one_panel(_data: object) -> Grid:
    return ONE_PANEL


def _usual_height(_data: object) -> float:
    return USUAL_HEIGHT


@dataclass(frozen=True)
class Chart:
    """One kind of drawing.

    Attributes:
        draw: draws values on as many panels as ``grid`` names.
        spots: what can be pointed at, in the order of the drawing.
        tell: says the same in words.
        grid: how its panels lie.
        lines_high: how high it is drawn at best, in lines of body text.
    """

    draw: "Callable[[Sequence[Axes], Any, Look], None]"
    spots: Callable[[Any], tuple[Spot, ...]]
    tell: Callable[[Any], Telling]
    grid: Callable[[Any], Grid] = _one_panel
    lines_high: Callable[[Any], float] = _usual_height


_CHARTS: dict[type, Chart] = {
    MoodTrend: Chart(mood.draw_mood, mood.mood_spots, tell_mood),
}


def chart_of(data: object) -> Chart:
    """Return the drawing of values by their type.

    Raises:
        KeyError: no drawing shows such values.
    """
    return _CHARTS[type(data)]
