"""Garbage is collected on the GUI thread, and on no other."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from caregiver_journal.ui.collector import Collector

Seen = list[tuple[threading.Thread, int]]


@pytest.fixture
def collector(qapp: QApplication) -> Iterator[Collector]:
    """The one that collects now; what was there before the tests stays out of it."""
    home = QObject()
    collector = Collector(home)
    yield collector
    collector.stop()


@pytest.fixture
def seen() -> Iterator[Seen]:
    """Which thread collected which generation."""
    seen: Seen = []

    def look(phase: str, about: dict[str, int]) -> None:
        if phase == "start":
            seen.append((threading.current_thread(), about["generation"]))

    gc.callbacks.append(look)
    yield seen
    gc.callbacks.remove(look)


def _make_garbage(count: int = 5_000) -> None:
    for _number in range(count):
        loop: list[object] = []
        loop.append(loop)


def test_other_threads_collect_nothing(collector: Collector, seen: Seen) -> None:
    worker = threading.Thread(target=_make_garbage)
    worker.start()
    worker.join()
    assert seen == []


def test_its_look_collects_here_what_is_due(collector: Collector, seen: Seen) -> None:
    gc.collect()
    seen.clear()
    collector._collect()
    assert seen == [], "nothing was due"
    _make_garbage()
    collector._collect()
    assert seen == [(threading.main_thread(), 0)]


def test_it_looks_seldom_enough_to_cost_nothing(collector: Collector) -> None:
    assert collector._timer.isActive()
    assert collector._timer.interval() >= 5_000


def test_older_garbage_has_its_turn(
    collector: Collector, seen: Seen, monkeypatch: pytest.MonkeyPatch
) -> None:
    limits = gc.get_threshold()
    monkeypatch.setattr(gc, "get_count", lambda: (0, limits[1] + 1, limits[2] + 1))
    collector._collect()
    monkeypatch.setattr(gc, "get_count", lambda: (limits[0] + 1, limits[1] + 1, 0))
    collector._collect()
    assert [generation for _thread, generation in seen] == [2, 1]


def test_python_has_it_back_in_the_end(qapp: QApplication, collector: Collector) -> None:
    assert not gc.isenabled()
    collector.stop()
    assert gc.isenabled()
    assert not collector._timer.isActive()
