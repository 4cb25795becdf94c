"""Make a file of a drawing: light ground, words as words, nothing of when and by what."""

from caregiver_journal.base.look import read_look
from caregiver_journal.charts.chart import USUAL_HEIGHT, chart_of
from caregiver_journal.charts.picture import write_png, write_svg

WIDTH = 900
HEIGHT = 420
"""Of a usual drawing, in device-independent pixels; a picture of pixels has twice as many."""


def make_picture_file(data: object, suffix: str) -> bytes:
    """Return a drawing as a file; half a second at first, so meant for a worker thread.

    Args:
        data: values that ``charts.chart.chart_of`` knows.
        suffix: *png* or *svg*.
    """
    write = write_svg if suffix == "svg" else write_png
    height = round(HEIGHT * chart_of(data).lines_high(data) / USUAL_HEIGHT)
    return write(data, read_look("light"), WIDTH, height)
