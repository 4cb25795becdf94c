"""Spare tests that no file on packaging/covered.txt depends on the watching of every line.

That are those of some rooms, those marked ``unwatched``, which walk the same lines very often, and
those of hypothesis: watching doubles their time, and a line that chance alone reaches is not always
reached.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_TESTS = Path(__file__).resolve().parent.parent


@contextmanager
def unwatched(item: pytest.Item) -> Iterator[None]:
    """Collect no coverage during a test, with all its fixtures, of a room that is not watched."""
    collector = getattr(item.config.pluginmanager.get_plugin("_cov"), "cov_controller", None)
    if collector is None or not is_unwatched(item):
        yield
        return
    collector.pause()
    try:
        yield
    finally:
        collector.resume()


def is_unwatched(item: pytest.Item) -> bool:
    """Tell whether a test lies in a room from which no coverage is collected, or is marked so."""
    rooms = item.config.getoption("--unwatched")
    is_chance = getattr(getattr(item, "obj", None), "is_hypothesis_test", False)
    is_spared = is_chance or item.get_closest_marker("unwatched") is not None
    return (bool(rooms) and is_spared) or is_below(item.path, rooms)


def is_below(path: Path, rooms: tuple[str, ...]) -> bool:
    """Tell whether a file of tests lies in one of these rooms."""
    return any(path.is_relative_to(_TESTS / room) for room in rooms)
