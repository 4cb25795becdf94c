"""Draw distress and kindness before and after exercises."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import draw_names
from caregiver_journal.charts.key import Mark, draw_key, draw_title
from caregiver_journal.charts.pairs import Point, draw_pairs
from caregiver_journal.charts.rows import LEAST_ROWS, draw_number, draw_rows
from caregiver_journal.charts.spot import Cell, Grid, Spot
from caregiver_journal.charts.style import GRID, PX, grid_colour
from caregiver_journal.charts.words import small_size
from caregiver_journal.domain.practice_trend import (
    Change,
    ExerciseChange,
    PracticeTrend,
    behind_exercise,
    drawn_exercises,
    say_exercise,
)

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_TICKS = (0, 5, 10)
_PARTS = ("distress", "kindness")
_COLOURS = ("accent", "primary")


def draw_practice(axes: "Sequence[Axes]", data: PracticeTrend, look: Look) -> None:
    """Draw a line from before to after for each exercise: distress, and kindness to oneself."""
    exercises = drawn_exercises(data)
    draw_rows(axes[0], [exercise.title for exercise in exercises], look, 0.5)
    draw_rows(axes[1], ["" for _exercise in exercises], look)
    titles = (_("Distress"), _("Kindness to myself"))
    for panel, part, title, colour in zip(axes, _PARTS, titles, _COLOURS, strict=True):
        panel.set_xlim(_TICKS[0], _TICKS[-1])
        panel.vlines(
            _TICKS,
            0,
            1,
            transform=panel.get_xaxis_transform(),
            colors=grid_colour(look),
            linewidth=PX,
            clip_on=False,
            zorder=GRID,
            gid="grid",
        )
        draw_names(panel, ((tick, str(tick)) for tick in _TICKS), look.muted)
        draw_title(panel, title, look)
        placed = list(_placed(exercises, part))
        draw_pairs(panel, [points for _row, _change, points in placed], look, colour)
        for row, change, _points in placed:
            draw_number(panel, f"{change.n:,}", _TICKS[-1], row, look.muted)
    marks = (Mark(_("Before"), "muted", is_hollow=True), Mark(_("After"), "muted"))
    draw_key(axes[0], marks, look, 14 + 1.35 * small_size() / PX)


def practice_grid(_data: PracticeTrend) -> Grid:
    """Return two panels beside one another; the words of the rows stand at the first."""
    return Grid((Cell(0, 0), Cell(0, 1)), (1.45, 1.0), is_even=True)


def practice_spots(data: PracticeTrend) -> tuple[Spot, ...]:
    """Return two spots for each exercise and scale, one at each end of its line."""
    exercises = drawn_exercises(data)
    return tuple(
        Spot(
            panel,
            x,
            y,
            say_exercise(exercises[row], change),
            behind_exercise(exercises[row], data),
        )
        for panel, part in enumerate(_PARTS)
        for row, change, points in _placed(exercises, part)
        for x, y in points
    )


def practice_high(data: PracticeTrend) -> float:
    """Return how high the drawing is at best, in lines."""
    return max(LEAST_ROWS, len(drawn_exercises(data))) * 1.7 + 4


def _placed(
    exercises: Sequence[ExerciseChange], part: str
) -> Iterator[tuple[int, Change, tuple[Point, Point]]]:
    """Return the row, the change and both its points where there is one."""
    for row, exercise in enumerate(exercises):
        change: Change = getattr(exercise, part)
        if change.is_told and change.before is not None and change.after is not None:
            yield row, change, ((change.before, row), (change.after, row))
