"""Draw the scores of questionnaires over time."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from caregiver_journal.base.look import Look
from caregiver_journal.charts.days import BESIDE, draw_days, x_of
from caregiver_journal.charts.key import draw_title
from caregiver_journal.charts.levels import draw_scale
from caregiver_journal.charts.spot import Grid, Spot, even_grid
from caregiver_journal.charts.style import BAND, DOTS, LINES, MARKS, PX, faint, visible
from caregiver_journal.charts.words import Place, drawable, small_size, write
from caregiver_journal.domain.dates import say_day_of
from caregiver_journal.domain.measure_facts import say_number
from caregiver_journal.domain.measure_trend import CutOff, MeasureTrend, ScaleTrend, Scored
from caregiver_journal.domain.telling import Behind

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_MARKERS = "osD^v"
"""Each form of a questionnaire has its own; after so many they begin again."""
_HALVES = 4
_LINE = 1.15
"""Least distance of two words above one another, in lines."""


def draw_measures(axes: "Sequence[Axes]", data: MeasureTrend, look: Look) -> None:
    """Draw one panel for each scale: scores, their error band, and published lines.

    Scores of unlike forms are not joined and have unlike markers.
    """
    for panel, scale in zip(axes, data.scales, strict=True):
        draw_scale(panel, _ticks(scale), look)
        draw_days(panel, (data.first, data.last), look)
        _draw_lines(panel, scale, look)
        forms = list(dict.fromkeys(score.form for score in scale.scores))
        for form, group in groupby(scale.scores, lambda score: score.form):
            marker = _MARKERS[forms.index(form) % len(_MARKERS)]
            _draw_run(panel, tuple(group), scale, marker, look)
        draw_title(panel, drawable(scale.name), look)


def measure_grid(data: MeasureTrend) -> Grid:
    """Return one panel for each scale, two beside one another where there are several."""
    return even_grid(len(data.scales), min(2, max(1, len(data.scales))))


def measures_high(data: MeasureTrend) -> float:
    """Return how high the drawing is at best, in lines."""
    return 11.0 * len(measure_grid(data).heights)


def measure_spots(data: MeasureTrend) -> tuple[Spot, ...]:
    """Return one spot for each score, and one at the end of each published line."""
    return tuple(_spots(data))


def _spots(data: MeasureTrend) -> Iterator[Spot]:
    for panel, scale in enumerate(data.scales):
        for score in scale.scores:
            words, behind = _say(score, scale, data), Behind(entry_id=score.entry_id)
            yield Spot(panel, x_of(score.day), score.value, words, behind)
        for cut in scale.lines:
            yield Spot(panel, x_of(data.last) + BESIDE, cut.value, cut.words)


def _say(score: Scored, scale: ScaleTrend, data: MeasureTrend) -> str:
    day = say_day_of(score.day, data.first, data.last)
    value = say_number(score.value, scale.decimals)
    return " · ".join(filter(None, (f"{day}: {scale.name} {value}", score.coded or score.form)))


def _ticks(scale: ScaleTrend) -> Sequence[float]:
    """Return the lowest and the highest score there can be, and round ones between."""
    values = [score.value for score in scale.scores] or [0.0]
    low = min(values) if scale.lowest is None else scale.lowest
    high = max(values) if scale.highest is None else scale.highest
    if high <= low:
        low, high = low - 1, low + 1
    step = next(step for step in _steps() if step * _HALVES >= high - low)
    first = (low // step + 1) * step
    count = int((high - first) // step) + 1
    inner = [first + place * step for place in range(max(0, count))]
    return [
        low,
        *(tick for tick in inner if high - tick > step / 2 and tick - low > step / 2),
        high,
    ]


def _steps() -> Iterator[float]:
    size = 0.1
    while True:
        yield from (size, 2 * size, 5 * size)
        size *= 10


def _draw_run(
    panel: "Axes", scores: Sequence[Scored], scale: ScaleTrend, marker: str, look: Look
) -> None:
    days = [x_of(score.day) for score in scores]
    values = [score.value for score in scores]
    if scale.error is not None:
        low, high = panel.get_ylim()
        lows = [max(low, value - scale.error) for value in values]
        highs = [min(high, value + scale.error) for value in values]
        panel.fill_between(days, lows, highs, color=faint(look, "primary"), lw=0, zorder=BAND)
        panel.vlines(days, lows, highs, colors=visible(look, "primary"), lw=PX, zorder=LINES)
    panel.plot(
        days,
        values,
        color=look.primary,
        linewidth=2 * PX,
        marker=marker,
        markersize=7 * PX,
        markeredgecolor=look.card,
        markeredgewidth=PX,
        clip_on=False,
        zorder=DOTS,
        gid="scores",
    )


def _draw_lines(panel: "Axes", scale: ScaleTrend, look: Look) -> None:
    """Draw published lines, and their words where they do not run into one another."""
    low, high = panel.get_ylim()
    apart = small_size() * _LINE / 72 * panel.figure.dpi
    room = panel.bbox.height * 0.8 / (high - low)
    named: CutOff | None = None
    for cut in sorted(scale.lines, key=lambda cut: cut.value):
        line = panel.axhline(cut.value, color=look.muted, linewidth=PX, linestyle=(0, (5, 3)))
        line.set(zorder=MARKS, gid="cut")
        if named is None or (cut.value - named.value) * room >= apart:
            named = cut
            _name(panel, cut, look)


def _name(panel: "Axes", cut: CutOff, look: Look) -> None:
    place = Place(1, cut.value, (6, 0), "left", x_is_share=True)
    write(panel, cut.short, place, look.muted, gid="cut-words")
