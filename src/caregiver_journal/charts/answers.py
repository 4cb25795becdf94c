"""Draw answers in boundary moments by week or month."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import Look
from caregiver_journal.charts.bars import HATCH, Bar, draw_bars
from caregiver_journal.charts.days import draw_moments
from caregiver_journal.charts.key import Mark, draw_key
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.spot import Spot
from caregiver_journal.domain.answer_trend import (
    CLEAR,
    AnswerTrend,
    behind_answers,
    say_against,
    say_clear,
    shown_answers,
)
from caregiver_journal.domain.boundary import Answer

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_WIDE = 0.32
_APART = 0.18
"""Width of a bar, and how far its middle lies from that of its pair, in weeks or months."""
_LEAST_TOP = 3


def draw_answers(axes: "Sequence[Axes]", data: AnswerTrend, look: Look) -> None:
    """Draw two bars for each week or month: agreed against the own wish, and clear answers."""
    (panel,) = axes
    bins = shown_answers(data)
    highest = max((max(group.against, group.clear) for group in bins), default=0)
    draw_scale(panel, _ticks(max(highest, _LEAST_TOP)), look)
    draw_moments(panel, [group.first for group in bins], look, by_month=not data.is_weekly)
    against = [_bar(place - _APART, group.against) for place, group in enumerate(bins)]
    clear = [_bar(place + _APART, group.clear) for place, group in enumerate(bins)]
    # The outline by itself too: some readers of SVG leave out a shape whose hatch they do not know.
    draw_bars(panel, against, "outline", look.card, look.edge)
    draw_bars(panel, against, "against", "none", look.edge, HATCH)
    draw_bars(panel, clear, "clear", look.primary)
    marks = (
        Mark(_("Agreed against my wish"), "edge", is_hollow=True, is_bar=True),
        Mark(_("Clear answers"), "primary", is_bar=True),
    )
    draw_key(panel, marks, look)


def answer_spots(data: AnswerTrend) -> tuple[Spot, ...]:
    """Return one spot at the end of each bar."""
    return tuple(_spots(data))


def _spots(data: AnswerTrend) -> Iterator[Spot]:
    for place, group in enumerate(shown_answers(data)):
        if group.against:
            behind = behind_answers(group, frozenset({Answer.AGAINST}))
            yield Spot(0, place - _APART, group.against, say_against(group), behind)
        if group.clear:
            behind = behind_answers(group, CLEAR)
            yield Spot(0, place + _APART, group.clear, say_clear(group), behind)


def _bar(middle: float, height: float) -> Bar:
    return middle - _WIDE / 2, 0, middle + _WIDE / 2, height


def _ticks(highest: int) -> range:
    """Return a few whole numbers, the last one not below the highest."""
    step = next(step for step in _steps() if step * 4 >= highest)
    return range(0, highest + step, step)


def _steps() -> Iterator[int]:
    size = 1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10
