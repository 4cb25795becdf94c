"""Make a file of a drawing: light ground, words as words, nothing of when and by what."""

from collections.abc import Callable
from typing import TypeVar

from caregiver_journal.base.look import read_look
from caregiver_journal.charts.chart import chart_of
from caregiver_journal.charts.picture import write_png, write_svg
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal

T = TypeVar("T")

WIDTH = 900
LINE = 22
"""In device-independent pixels; a picture of pixels has twice as many."""


def read_for_file(journal: Journal, read: Callable[[], T]) -> T:
    """Read values for a file: as if the entries that are never exported were not there."""
    with journal.entries.without_private():
        return read()


def has_private(journal: Journal) -> bool:
    """Tell whether there are entries that are never exported."""
    return journal.entries.count_found(Query(never_export=True)) > 0


def make_picture_file(data: object, suffix: str) -> bytes:
    """Return a drawing as a file; half a second at first, so meant for a worker thread.

    Args:
        data: values that ``charts.chart.chart_of`` knows.
        suffix: *png* or *svg*.
    """
    write = write_svg if suffix == "svg" else write_png
    height = round(chart_of(data).lines_high(data) * LINE)
    return write(data, read_look("light"), WIDTH, height)
