"""One backup at a time, shared by whoever asks, and nothing of it in the way of anybody."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.backing_up import back_up_here, backups_of, list_backups
from caregiver_journal.journal.backup_notes import read_notes
from caregiver_journal.journal.backup_rounds import Round, StoppedError
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.journal.second_place import set_place
from caregiver_journal.ui import backing_up as module
from caregiver_journal.ui.backing_up import BackingUp
from caregiver_journal.ui.work import Work
from caregiver_journal.vault import backup as making


class Room:
    """A journal that is backed up beside everything else, and what came of it."""

    def __init__(self, journal: Journal, qtbot: QtBot) -> None:
        self.home = QObject()
        self.journal = journal
        self.work = Work(self.home)
        self.backups = BackingUp(journal, self.work, self.home)
        self.done: list[Round] = []
        self.failed: list[Exception] = []
        self.shares: list[float] = []
        self.backups.progressed.connect(self.shares.append)
        self._qtbot = qtbot

    def start(self) -> None:
        self.backups.start(self.done.append, self.failed.append)

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: not self.backups.is_running, timeout=10_000)


@pytest.fixture
def room(qtbot: QtBot, journal: Journal) -> Iterator[Room]:
    room = Room(journal, qtbot)
    yield room
    room.work.finish()
    shiboken6.delete(room.home)


def test_whoever_asks_meanwhile_shares_it(room: Room, told: list[Changes]) -> None:
    room.start()
    room.start()
    room.wait()
    assert len(room.done) == 2
    assert room.done[0] is room.done[1]
    assert len(backups_of(room.journal)) == 1
    assert room.shares == sorted(room.shares)
    assert told == [{Topic.BACKUP}]
    assert room.failed == []


def test_what_is_asked_while_one_is_copied_is_made_after(room: Room, tmp_path: Path) -> None:
    made = back_up_here(room.journal)
    stick = tmp_path / "stick"
    stick.mkdir()
    set_place(room.journal, stick)
    room.backups.look()
    assert room.backups.is_running
    room.start()
    room._qtbot.waitUntil(lambda: bool(room.done), timeout=10_000)
    assert [each.path.name for each in list_backups(stick)] == [made.path.name]


def test_when_nothing_is_due_nothing_is_done(room: Room) -> None:
    back_up_here(room.journal)
    room.backups.look()
    room.wait()
    assert len(backups_of(room.journal)) == 1
    assert room.shares == []


def test_one_under_way_and_a_closed_journal_are_left_alone(room: Room) -> None:
    room.start()
    room.backups.look()
    room.wait()
    assert len(room.done) == 1
    room.journal.close()
    room.backups.look()
    assert not room.backups.is_running


def test_what_fails_is_told_to_whoever_asked_and_noted(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "free_bytes", lambda _path: 0)
    room.start()
    room.wait()
    (error,) = room.failed
    assert isinstance(error, DiskFullError)
    room.backups.look()  # by itself it only notes it
    room.wait()
    assert len(room.failed) == 1
    assert read_notes(room.journal.folder).failed is not None


@pytest.mark.parametrize("part", ["OpenRound", "is_due"])
def test_what_cannot_even_begin(room: Room, monkeypatch: pytest.MonkeyPatch, part: str) -> None:
    def refuse(*_given: object) -> None:
        raise StorageError

    monkeypatch.setattr(module, part, refuse)
    room.backups.look()
    assert not room.backups.is_running
    assert backups_of(room.journal) == ()


def test_stopped_it_says_so_and_leaves_nothing(room: Room) -> None:
    room.start()
    room.backups.stop()
    room.wait()
    (error,) = room.failed
    assert isinstance(error, StoppedError)
    assert list(room.journal.folder.backups.iterdir()) == []
    room.start()
    room.wait()
    assert len(room.done) == 1


def test_in_a_minute_unless_the_journal_is_invented(room: Room) -> None:
    room.backups.look_later()
    assert room.backups._first_look.isActive()
    room.backups.stop()
    assert not room.backups._first_look.isActive()
    fill_with_sample(room.journal, days=2)
    room.backups.look_later()
    assert not room.backups._first_look.isActive()
