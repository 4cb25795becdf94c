"""The last backup of a session is made once the journal is closed, and keeps nobody from going."""

import logging
from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from support.builders import an_entry

from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.journal import backup_rounds
from caregiver_journal.journal.backing_up import backups_of
from caregiver_journal.journal.backup_notes import read_notes
from caregiver_journal.journal.backup_rounds import ClosedRound
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.ui.parting import Parting
from caregiver_journal.ui.work import Work


class Door:
    """Somebody who leaves, and whether they are gone."""

    def __init__(self, journal: Journal, qtbot: QtBot) -> None:
        self.home = QObject()
        self.journal = journal
        self.work = Work(self.home)
        self.parting = Parting(self.work, self.home)
        self.went: list[bool] = []
        self._qtbot = qtbot

    def leave(self) -> bool:
        """Close the journal and go; tell whether that takes a moment."""
        self.parting.prepare(self.journal)
        self.journal.close()
        return self.parting.begin(lambda: self.went.append(True))

    def wait(self) -> None:
        self._qtbot.waitUntil(lambda: bool(self.went), timeout=10_000)


@pytest.fixture
def door(qtbot: QtBot, journal: Journal) -> Iterator[Door]:
    journal.add(an_entry("a note"))
    door = Door(journal, qtbot)
    yield door
    door.work.finish()
    shiboken6.delete(door.home)


def test_it_goes_once_the_backup_is_there(door: Door) -> None:
    assert door.leave()
    assert door.parting.is_under_way
    assert door.went == []
    door.wait()
    assert not door.parting._patience.isActive()


def test_an_invented_journal_and_what_was_let_go_of_are_not_backed_up(door: Door) -> None:
    door.parting.prepare(door.journal)
    door.parting.forget()
    assert not door.parting.begin(lambda: None)
    fill_with_sample(door.journal, days=2)
    assert not door.leave()
    assert door.went == [], "whoever asked goes by themselves"


def test_a_damaged_one_and_one_that_cannot_be_read_neither(
    door: Door, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_journal: Journal) -> None:
        raise StorageError

    with monkeypatch.context() as broken:
        broken.setattr(backup_rounds, "ClosedRound", refuse)
        door.parting.prepare(door.journal)
    assert not door.parting.begin(lambda: None)
    door.journal.database.is_damaged = True
    door.parting.prepare(door.journal)
    assert not door.parting.begin(lambda: None)


def test_what_fails_keeps_nobody(door: Door, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_given: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(ClosedRound, "_back_up", refuse)
    assert door.leave()
    door.wait()
    assert read_notes(door.journal.folder).failed is not None


def test_nor_does_a_bug(
    door: Door,
    monkeypatch: pytest.MonkeyPatch,
    expected_warnings: list[logging.LogRecord],
) -> None:
    def stumble(*_given: object) -> None:
        raise ValueError("words of the person")

    monkeypatch.setattr(ClosedRound, "_back_up", stumble)
    assert door.leave()
    door.wait()
    (record,) = expected_warnings
    assert record.getMessage() == "no backup when leaving, kind=ValueError"


def test_who_does_not_want_to_wait_goes_at_once(door: Door) -> None:
    assert door.leave()
    door.parting.give_up()
    assert door.went == [True]
    door.parting.give_up()
    door.work.finish()
    assert door.went == [True], "once"
    assert backups_of(door.journal) == ()
    assert list(door.journal.folder.backups.iterdir()) == []
