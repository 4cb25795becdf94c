"""Whoever is not there any more is told of, by whichever sign comes first."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication

from caregiver_journal.domain.preference import AUTO_LOCK, HIDE_FROM_CAPTURE
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui import presence as module
from caregiver_journal.ui.bridge import JournalBridge
from caregiver_journal.ui.presence import Presence


class Room:
    """A window that is watched, with clocks that stand."""

    def __init__(self, journal: Journal) -> None:
        self.now = 0.0
        self.home = QObject()
        self.window = QWindow()
        clocks = (lambda: self.now, lambda: self.now)
        self.presence = Presence(journal, self.window, clocks, self.home)
        self.lost: list[bool] = []
        self.idle: list[bool] = []
        self.presence.lost.connect(lambda: self.lost.append(True))
        self.presence.idle_too_long.connect(lambda: self.idle.append(True))
        JournalBridge(journal, self.home).changed.connect(self.presence.take_change)

    def let_pass(self, minutes: float) -> None:
        for _tick in range(round(minutes * 12)):
            self.now += 5
            self.presence.idle.tick()


@pytest.fixture
def hidings(monkeypatch: pytest.MonkeyPatch) -> list[bool]:
    """What the platform was asked about screenshots."""
    hidings: list[bool] = []
    monkeypatch.setattr(
        module, "hide_from_capture", lambda _window, *, hidden: hidings.append(hidden)
    )
    return hidings


@pytest.fixture
def room(qapp: QApplication, journal: Journal, hidings: list[bool]) -> Iterator[Room]:
    room = Room(journal)
    yield room
    shiboken6.delete(room.home)
    shiboken6.delete(room.window)


def test_idle_time_is_a_sign(room: Room) -> None:
    room.let_pass(4.9)
    assert room.idle == []
    room.let_pass(0.1)
    assert room.idle == [True]
    assert room.lost == [], "there is time for a backup"


def test_a_gap_in_time_is_one(room: Room) -> None:
    room.now += 3_600
    room.presence.idle.tick()
    assert room.lost == [True]


def test_the_session_says_it_too(room: Room) -> None:
    room.presence.session.left.emit()
    assert room.lost == [True]


def test_what_the_person_sets_holds_at_once(
    room: Room, journal: Journal, hidings: list[bool]
) -> None:
    assert hidings == [True], "hidden unless the person wants it otherwise"
    journal.set(HIDE_FROM_CAPTURE, False)
    assert hidings == [True, False]
    journal.set(AUTO_LOCK, 1)
    room.let_pass(1)
    assert room.idle == [True]
