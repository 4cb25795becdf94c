"""Which drawing belongs to which values, and where in it something can be pointed at."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from caregiver_journal.charts import (
    answers,
    belonging,
    fears,
    guilt,
    measures,
    mood,
    mood_profile,
    practice,
    sides,
    word_counts,
    work,
    year_of_days,
)
from caregiver_journal.charts.spot import ONE_PANEL, Grid, Spot
from caregiver_journal.domain.answer_trend import AnswerTrend
from caregiver_journal.domain.belonging_trend import BelongingTrend
from caregiver_journal.domain.comparison import Comparison
from caregiver_journal.domain.fear_trend import FearTrend
from caregiver_journal.domain.guilt_trend import GuiltTrend
from caregiver_journal.domain.measure_trend import MeasureTrend
from caregiver_journal.domain.mood_profile import MoodProfile
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.practice_trend import PracticeTrend
from caregiver_journal.domain.word_counts import WordCounts
from caregiver_journal.domain.work_trend import WorkTrend
from caregiver_journal.domain.year_of_days import YearOfDays

if TYPE_CHECKING:
    from matplotlib.axes import Axes

    from caregiver_journal.base.look import Look

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
        grid: how its panels lie.
        lines_high: how high it is drawn at best, in lines of body text.
        is_over_time: whether its spots follow one another in time, so that the last is the newest.
    """

    draw: "Callable[[Sequence[Axes], Any, Look], None]"
    spots: Callable[[Any], tuple[Spot, ...]]
    grid: Callable[[Any], Grid] = _one_panel
    lines_high: Callable[[Any], float] = _usual_height
    is_over_time: bool = True


_CHARTS: dict[type, Chart] = {
    MoodTrend: Chart(mood.draw_mood, mood.mood_spots),
    BelongingTrend: Chart(belonging.draw_belonging, belonging.belonging_spots),
    WordCounts: Chart(
        word_counts.draw_words, word_counts.word_spots, lines_high=word_counts.words_high
    ),
    MoodProfile: Chart(
        mood_profile.draw_profile,
        mood_profile.profile_spots,
        mood_profile.profile_grid,
        is_over_time=False,
    ),
    AnswerTrend: Chart(answers.draw_answers, answers.answer_spots),
    GuiltTrend: Chart(guilt.draw_guilt, guilt.guilt_spots),
    FearTrend: Chart(fears.draw_fears, fears.fear_spots),
    PracticeTrend: Chart(
        practice.draw_practice,
        practice.practice_spots,
        practice.practice_grid,
        practice.practice_high,
    ),
    WorkTrend: Chart(work.draw_work, work.work_spots, work.work_grid),
    MeasureTrend: Chart(
        measures.draw_measures,
        measures.measure_spots,
        measures.measure_grid,
        measures.measures_high,
    ),
    YearOfDays: Chart(
        year_of_days.draw_year, year_of_days.year_spots, lines_high=year_of_days.year_high
    ),
    Comparison: Chart(sides.draw_comparison, sides.comparison_spots),
}


def chart_of(data: object) -> Chart:
    """Return the drawing of values by their type.

    Raises:
        KeyError: no drawing shows such values.
    """
    return _CHARTS[type(data)]
