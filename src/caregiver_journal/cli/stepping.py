"""Take work in small steps through to its end, and tell a terminal how far it is."""

import contextlib
from collections.abc import Callable, Generator
from typing import TypeVar

from caregiver_journal.domain.progress import Progress

T = TypeVar("T")

Told = Callable[[int, int], None]
"""Hears how much is done of how much; at the end, however that comes, that all is."""


def take_through(steps: Generator[Progress, None, T], told: Told | None = None) -> T:
    """Take work through; return what came of it.

    Whatever ends it early, such as Ctrl+C or a terminal that is gone, closes it at once: it takes
    back what it did while the journal is still open.
    """
    total, shown = 0, -1
    with contextlib.closing(steps):
        try:
            while True:
                done, total = next(steps)
                percent = 100 * done // max(1, total)
                if told is not None and percent != shown:
                    told(done, total)
                shown = percent
        except StopIteration as end:
            result: T = end.value
            return result
        finally:
            if told is not None:
                told(total, total)
