"""Draw the mood over time."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_days, x_of
from caregiver_journal.charts.levels import draw_scale, draw_shown, shown_spots
from caregiver_journal.charts.marks import draw_marks, draw_pauses
from caregiver_journal.charts.spot import Spot
from caregiver_journal.domain.dates import say_day_of
from caregiver_journal.domain.mood import LEVELS, level_word
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.series import shown_of

if TYPE_CHECKING:
    from matplotlib.axes import Axes


def draw_mood(axes: "Sequence[Axes]", data: MoodTrend, look: Look) -> None:
    """Draw daily means with their range, a 7-day mean, pauses, and the person's own marks."""
    (panel,) = axes
    draw_scale(panel, LEVELS, look, (level_word(LEVELS[0]), level_word(LEVELS[-1])))
    draw_days(panel, (data.series.first, data.series.last), look, drop=True)
    draw_pauses(panel, data.pauses, look)
    draw_shown(panel, shown_of(data.series), look)
    draw_marks(panel, data.marks, look, clear=True, numbered=data.is_numbered)


def mood_spots(data: MoodTrend) -> tuple[Spot, ...]:
    """Return one spot for each dot, and one for each mark, at the height of its words."""
    return tuple(sorted((*shown_spots(data.series), *_marks(data)), key=lambda spot: spot.x))


def _marks(data: MoodTrend) -> Iterator[Spot]:
    for mark in data.marks:
        day = say_day_of(mark.day, data.series.first, data.series.last)
        yield Spot(0, x_of(mark.day), LEVELS[-1], f"{day}: {mark.text}")
