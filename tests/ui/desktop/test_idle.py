"""Nobody is there when no key comes for a while, or when time itself has jumped."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.desktop.idle import GAP_SECONDS, TICK_MS, IdleWatch


class Watched:
    """A watch whose clocks stand still until a test moves them."""

    def __init__(self, minutes: int) -> None:
        self.steady = 1_000.0
        self.wall = 2_000_000.0
        self.home = QObject()
        self.heard: list[str] = []
        self.watch = IdleWatch(
            minutes, self.home, monotonic=lambda: self.steady, wall=lambda: self.wall
        )
        self.watch.went_idle.connect(lambda: self.heard.append("idle"))
        self.quiet = 0
        self.watch.quiet.connect(self._count)
        self.watch.time_jumped.connect(lambda: self.heard.append("jump"))

    def _count(self) -> None:
        self.quiet += 1

    def tick(self, times: int = 1, *, late: float = 0, wall: float = 0) -> None:
        """Let ticks come, ``late`` seconds after their time, the wall clock further by ``wall``."""
        for _tick in range(times):
            self.steady += TICK_MS / 1000 + late
            self.wall += TICK_MS / 1000 + late + wall
            self.watch.tick()


@pytest.fixture
def watched(qapp: QApplication) -> Iterator[Watched]:
    watched = Watched(5)
    yield watched
    watched.watch.stop()
    shiboken6.delete(watched.home)


@pytest.fixture
def window(qapp: QApplication, qtbot: QtBot) -> Iterator[QWindow]:
    window = QWindow()
    window.resize(100, 100)
    window.show()
    qtbot.waitUntil(window.isExposed)
    yield window
    window.close()
    shiboken6.delete(window)


def test_five_minutes_without_input_are_idle(watched: Watched) -> None:
    watched.tick(59)
    assert watched.heard == []
    watched.tick()
    assert watched.heard == ["idle"]


def test_the_minutes_can_be_changed(watched: Watched) -> None:
    watched.tick(20)
    watched.watch.set_minutes(1)
    watched.tick()
    assert watched.heard == ["idle"]


@pytest.mark.parametrize("kind", ["key", "click", "move"])
def test_input_into_the_window_is_somebody_being_there(
    watched: Watched, window: QWindow, kind: str
) -> None:
    watched.watch.watch(window)
    watched.tick(40)
    if kind == "key":
        QTest.keyClick(window, Qt.Key.Key_A)
    elif kind == "click":
        QTest.mouseClick(
            window, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(5, 5)
        )
    else:
        QTest.mouseMove(window, QPoint(9, 9))
        QApplication.processEvents()
    watched.tick(40)
    assert watched.heard == []


def test_a_window_that_only_repaints_is_nobody(watched: Watched, window: QWindow) -> None:
    watched.watch.watch(window)
    watched.tick(40)
    window.requestUpdate()
    window.resize(120, 120)
    QApplication.processEvents()
    watched.tick(40)
    assert "idle" in watched.heard


@pytest.mark.parametrize("seconds", [GAP_SECONDS + 1, 3_600, -GAP_SECONDS - 1, -86_400])
def test_a_jump_of_the_wall_clock_is_noticed(watched: Watched, seconds: float) -> None:
    watched.tick(wall=seconds)
    assert watched.heard == ["jump"]
    watched.tick()
    assert watched.heard == ["jump"], "the clock is right from now on"


def test_a_late_tick_is_noticed_as_after_a_stop(watched: Watched) -> None:
    watched.tick(late=GAP_SECONDS + 1)
    assert watched.heard == ["jump"]


@pytest.mark.parametrize("seconds", [GAP_SECONDS - 1, -GAP_SECONDS + 1])
def test_small_corrections_of_the_clock_are_none(watched: Watched, seconds: float) -> None:
    watched.tick(wall=seconds)
    assert watched.heard == []


def test_a_busy_computer_is_not_asleep(watched: Watched) -> None:
    watched.tick(3, late=GAP_SECONDS - 1)
    assert watched.heard == []


def test_it_ticks_seldom_and_stops(watched: Watched) -> None:
    timer = watched.watch._timer
    assert timer.isActive()
    assert timer.interval() >= 5_000
    assert timer.timerType() == Qt.TimerType.VeryCoarseTimer
    watched.watch.stop()
    assert not timer.isActive()


def test_it_is_quiet_a_while_before_nobody_is_there(watched: Watched) -> None:
    watched.tick(7)
    assert watched.quiet == 0
    watched.tick(2)
    assert (watched.quiet, watched.heard) == (2, [])
    watched.watch.stay(300)
    watched.tick(10)
    assert watched.quiet == 2
    watched.watch.stay(0)
    watched.tick(60)
    assert watched.heard == ["idle"]
