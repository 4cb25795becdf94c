"""Draw belonging over time."""

from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_days
from caregiver_journal.charts.levels import draw_scale, draw_shown, shown_spots
from caregiver_journal.charts.spot import Spot
from caregiver_journal.domain.belonging_trend import WITH_BELONGING, BelongingTrend
from caregiver_journal.domain.series import shown_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from matplotlib.axes import Axes

_TICKS = (0, 2, 4, 6, 8, 10)


def draw_belonging(axes: "Sequence[Axes]", data: BelongingTrend, look: Look) -> None:
    """Draw daily means with their range and a 7-day mean."""
    (panel,) = axes
    draw_scale(panel, _TICKS, look, (_("Quite alone"), _("One of them")))
    draw_days(panel, (data.series.first, data.series.last), look, drop=True)
    draw_shown(panel, shown_of(data.series), look)


def belonging_spots(data: BelongingTrend) -> tuple[Spot, ...]:
    """Return one spot for each dot."""
    return tuple(shown_spots(data.series, WITH_BELONGING))
