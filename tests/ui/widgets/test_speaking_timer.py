"""A silent timer: it counts while it is seen, says how long it was, and rests otherwise."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.theme import set_still
from caregiver_journal.ui.widgets.speaking_timer import SpeakingTimer, say_seconds


@pytest.fixture
def timer(qtbot: QtBot, app: QApplication) -> SpeakingTimer:
    """A timer that is seen, where less motion is wished."""
    timer = SpeakingTimer(name="timer")
    qtbot.addWidget(timer)
    timer.show()
    return timer


def pass_seconds(timer: SpeakingTimer, seconds: int) -> None:
    for _tick in range(seconds * 1_000 // timer.timer.interval()):
        timer.tick()


def test_space_starts_and_stops_and_the_seconds_are_said(timer: SpeakingTimer) -> None:
    stopped: list[int] = []
    timer.stopped.connect(stopped.append)
    assert timer.said.text() == "Say it aloud"
    QTest.keyClick(timer.button, Qt.Key.Key_Space)
    assert timer.is_running()
    assert (timer.said.text(), timer.button.text()) == ("0 seconds", "Stop")
    pass_seconds(timer, 12)
    QTest.keyClick(timer.button, Qt.Key.Key_Space)
    assert not timer.is_running()
    assert (timer.said.text(), timer.button.text()) == ("12 seconds", "Start again")
    assert stopped == [12]


def test_it_begins_from_nothing_each_time(timer: SpeakingTimer) -> None:
    timer.turn()
    pass_seconds(timer, 3)
    timer.stop()
    timer.turn()
    assert timer.seconds() == 0
    pass_seconds(timer, 1)
    timer.stop()
    timer.stop()
    assert timer.said.text() == "1 second"


def test_it_stops_when_it_is_hidden(timer: SpeakingTimer) -> None:
    timer.turn()
    pass_seconds(timer, 2)
    timer.hide()
    assert not timer.is_running()
    assert timer.seconds() == 2


def test_left_alone_it_stops_after_an_hour(timer: SpeakingTimer) -> None:
    timer.turn()
    pass_seconds(timer, 3_600)
    assert not timer.is_running()
    assert timer.said.text() == say_seconds(3_600)


def test_the_ring_moves_only_where_motion_is_welcome(
    app: QApplication, timer: SpeakingTimer
) -> None:
    timer.turn()
    assert timer.timer.interval() == 1_000
    before = timer.ring.grab().toImage()
    pass_seconds(timer, 15)
    assert timer.ring.grab().toImage() == before
    timer.stop()
    set_still(app, still=False)
    timer.turn()
    assert timer.timer.interval() < 1_000
    pass_seconds(timer, 15)
    timer.timer.stop()
    assert timer.ring.grab().toImage() != before


def test_the_ring_runs_the_other_way_from_right_to_left(timer: SpeakingTimer) -> None:
    timer.turn()
    pass_seconds(timer, 15)
    timer.stop()
    before = timer.ring.grab().toImage()
    timer.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert timer.ring.grab().toImage() != before
