"""The mood drawn by matplotlib alone: the same lines, dots, bands and words, and nothing else."""

from datetime import date
from typing import Any

from caregiver_journal.base.look import Look, mix
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.series import centred_means, stretches

_DPI, _PX = 96, 0.75
_TYPEFACES = ["Source Sans Pro", "DejaVu Sans"]


def draw_twin(data: MoodTrend, look: Look, width: int, height: int) -> bytes:
    """Return the pixels of the drawing, in the same typeface."""
    from matplotlib import rc_context

    with rc_context({"font.family": _TYPEFACES}):
        return _draw(data, look, width, height)


def _draw(data: MoodTrend, look: Look, width: int, height: int) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    figure = Figure(figsize=(width / _DPI, height / _DPI), dpi=_DPI, facecolor=look.card)
    canvas: Any = FigureCanvasAgg(figure)
    panel = figure.add_axes((0.05, 0.16, 0.94, 0.7))
    for spine in panel.spines.values():
        spine.set_visible(False)
    days = data.series.days
    xs = [day.day.toordinal() for day in days]
    panel.set_xlim(data.series.first.toordinal() - 0.6, data.series.last.toordinal() + 0.6)
    panel.set_ylim(1, 5)
    panel.set_yticks(range(1, 6), labels=list("12345"))
    firsts = [x for x in range(*map(int, panel.get_xlim())) if date.fromordinal(x).day == 1]
    panel.set_xticks(firsts, labels=[f"{date.fromordinal(x):%b}" for x in firsts])
    panel.tick_params(length=0, labelsize=9.35, labelcolor=look.muted)
    panel.grid(visible=True, axis="y", color=look.line, linewidth=_PX)
    panel.text(0, -0.03, "Very low", transform=panel.transAxes, va="top", fontsize=9.35)
    panel.text(0, 1.03, "Very good", transform=panel.transAxes, va="bottom", fontsize=9.35)
    lows, highs = [day.low for day in days], [day.high for day in days]
    panel.vlines(xs, lows, highs, colors=mix(look.primary, look.card, 0.35), linewidth=1.5 * _PX)
    means = [day.mean for day in days]
    panel.plot(xs, means, linestyle="none", marker="o", markersize=4, color=look.primary)
    for run in stretches(centred_means(data.series)):
        line = [day.toordinal() for day, _value in run], [value for _day, value in run]
        panel.plot(*line, color=look.primary, linewidth=2 * _PX)
    for first, last in data.pauses:
        panel.axvspan(first.toordinal() - 0.5, last.toordinal() + 0.5, color=look.line)
    for mark in data.marks:
        panel.axvline(mark.day.toordinal(), color=look.muted, linewidth=_PX, linestyle=":")
        panel.text(mark.day.toordinal(), 5.4, mark.text, va="bottom", fontsize=9.35)
    canvas.draw()
    return bytes(canvas.buffer_rgba())
