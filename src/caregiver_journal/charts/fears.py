"""Draw what was feared and what came true."""

from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_moments
from caregiver_journal.charts.key import Mark, draw_key
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.pairs import draw_pairs
from caregiver_journal.charts.spot import Spot
from caregiver_journal.domain.fear_trend import MOST_FEARS, FearTrend, say_fear
from caregiver_journal.domain.telling import Behind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_TICKS = (0, 25, 50, 75, 100)


def draw_fears(axes: "Sequence[Axes]", data: FearTrend, look: Look) -> None:
    """Draw for each moment how far the fear was believed, and how much of it came true.

    A pair for each moment rather than a cloud of points: that something came out milder is seen as
    a line that goes down, without first finding a diagonal.
    """
    (panel,) = axes
    fears = data.fears[-MOST_FEARS:]
    draw_scale(panel, _TICKS, look, unit=" %")
    draw_moments(panel, [fear.day for fear in fears], look)
    pairs = [((place, fear.belief), (place, fear.came_true)) for place, fear in enumerate(fears)]
    draw_pairs(panel, pairs, look, "accent")
    marks = (
        Mark(_("How far I believed it"), "accent", is_hollow=True),
        Mark(_("How much came true"), "accent"),
    )
    draw_key(panel, marks, look)


def fear_spots(data: FearTrend) -> tuple[Spot, ...]:
    """Return two spots for each moment, one for each number."""
    return tuple(
        Spot(0, place, number, say_fear(fear, data), Behind(entry_id=fear.entry_id))
        for place, fear in enumerate(data.fears[-MOST_FEARS:])
        for number in (fear.belief, fear.came_true)
    )
