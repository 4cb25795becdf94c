"""What is deleted for good can be deleted from the backups too."""

import shutil
import threading

import pytest
from PySide6.QtWidgets import QWidget
from support.builders import an_entry
from support.driver import Driver
from support.looking import settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal.backing_up import Backup, back_up_here, backups_of
from caregiver_journal.journal.everywhere import Elsewhere
from caregiver_journal.vault.backup import Step

LOOK, REMOVE, LEAVE = "everywhere.words", "everywhere.remove", "everywhere.leave"


@pytest.fixture
def entry(writer: Driver) -> Entry:
    """An entry in the trash; two of three backups hold it."""
    kept, gone = an_entry("stays", writer.clock()), an_entry("to be gone", writer.clock())
    writer.journal.add(kept)
    back_up_here(writer.journal)
    for _time in range(2):
        writer.clock.advance(hours=2)
        if _time == 0:
            writer.journal.add(gone)
        back_up_here(writer.journal)
    writer.journal.remove(gone)
    return gone


def delete_for_good(writer: Driver) -> None:
    writer.keys("Ctrl+J")
    writer.press("journal.trash")
    writer.press("trash.delete")
    settle()
    writer.press("trash.confirm.do")


def holding(writer: Driver, entry: Entry) -> list[Backup]:
    elsewhere = Elsewhere(writer.journal, [entry.id])
    return [backup for backup in elsewhere.backups() if elsewhere.is_held_by(backup)]


def test_it_says_which_backups_hold_it_and_removes_it_there(writer: Driver, entry: Entry) -> None:
    assert len(holding(writer, entry)) == 2
    delete_for_good(writer)
    writer.wait_until_seen(REMOVE)
    said = writer.text(LOOK).splitlines()
    assert said[0] == "The entry is still in 2 backups:"
    assert len(said) == 3
    assert said[1].startswith("Friday 20 November, ")
    assert "not plugged in" in writer.text("everywhere.beyond")
    writer.press(REMOVE)
    writer.qtbot.waitUntil(lambda: "Removed" in writer.text(LOOK))
    assert writer.text(LOOK) == "Removed from 2 backups."
    assert holding(writer, entry) == []
    assert len(backups_of(writer.journal)) == 3
    writer.press(LEAVE)
    assert not writer.sees(LOOK)
    assert writer.page() == "trash"


def test_the_backups_may_stay_as_they_are(writer: Driver, entry: Entry) -> None:
    before = {backup.path: backup.path.read_bytes() for backup in backups_of(writer.journal)}
    writer.keys("Ctrl+J")
    writer.press("journal.trash")
    writer.press("trash.empty")
    settle()
    writer.press("trash.confirm.do")
    writer.wait_until_seen(REMOVE)
    assert writer.find(LEAVE, QWidget).hasFocus()
    writer.keys("Esc")
    assert not writer.sees(REMOVE)
    assert {path: path.read_bytes() for path in before} == before
    assert len(holding(writer, entry)) == 2


def test_where_no_backup_holds_it_a_sentence_is_enough(writer: Driver) -> None:
    back_up_here(writer.journal)
    gone = an_entry("after the backup", writer.clock())
    writer.journal.add(gone)
    writer.journal.remove(gone)
    delete_for_good(writer)
    writer.qtbot.waitUntil(lambda: "No backup holds it." in writer.message())
    assert not writer.sees(LEAVE)


def test_without_backups_nothing_is_looked_for(writer: Driver) -> None:
    gone = an_entry("alone", writer.clock())
    writer.journal.add(gone)
    writer.journal.remove(gone)
    delete_for_good(writer)
    assert writer.message() == "Deleted for good"
    assert not writer.sees("everywhere.progress")


def test_a_backup_that_cannot_be_read_is_counted_with_its_reason(
    writer: Driver, entry: Entry
) -> None:
    newest = backups_of(writer.journal)[0].path
    content = bytearray(newest.read_bytes())
    content[60_000] ^= 1
    newest.write_bytes(content)
    delete_for_good(writer)
    writer.wait_until_seen(REMOVE)
    assert writer.text(LOOK).startswith("The entry is still in one backup:")
    assert writer.text("everywhere.failed").startswith("One backup could not be looked into. This")
    writer.press(REMOVE)
    writer.qtbot.waitUntil(lambda: writer.text(LOOK) == "Removed from one backup.")
    assert newest.read_bytes() == content


def test_a_full_disk_is_told_and_no_backup_is_lost(
    writer: Driver, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_self: Elsewhere, _backup: Backup, _step: Step) -> None:
        raise DiskFullError("There is no room.")

    delete_for_good(writer)
    writer.wait_until_seen(REMOVE)
    monkeypatch.setattr(Elsewhere, "take_out_of", refuse)
    writer.press(REMOVE)
    writer.wait_until_seen("everywhere.failed")
    assert writer.text("everywhere.failed") == "2 backups stay as they were. There is no room."
    assert len(holding(writer, entry)) == 2


def test_it_can_be_stopped_in_the_midst_of_a_backup(
    writer: Driver, entry: Entry, monkeypatch: pytest.MonkeyPatch
) -> None:
    take_out = Elsewhere.take_out_of
    gate, shares = threading.Event(), list[float]()

    def wait_in_the_midst(self: Elsewhere, backup: Backup, step: Step) -> None:
        def tell(share: float) -> None:
            shares.append(share)
            if share > 0:
                gate.wait(10)
            step(share)

        take_out(self, backup, tell)

    delete_for_good(writer)
    writer.wait_until_seen(REMOVE)
    before = holding(writer, entry)
    monkeypatch.setattr(Elsewhere, "take_out_of", wait_in_the_midst)
    writer.press(REMOVE)
    writer.qtbot.waitUntil(lambda: bool(shares) and shares[-1] > 0)
    writer.press("everywhere.progress.cancel")
    assert writer.text("everywhere.progress.sentence") == "Stopping…"
    gate.set()
    stopped = "Stopped. The backups stay as they were."
    writer.qtbot.waitUntil(lambda: writer.text(LOOK) == stopped)
    assert shares[-1] < 1, "the new one was not there yet"
    assert holding(writer, entry) == before
    assert not list(writer.folder.glob("**/*.tmp-*"))


def test_older_copies_in_the_folder_are_named(writer: Driver, entry: Entry) -> None:
    old = writer.folder / "replaced-20261120T175200Z-ab12"
    shutil.copytree(writer.folder / "backups", old)
    delete_for_good(writer)
    writer.wait_until_seen(REMOVE)
    assert old.name in writer.text("everywhere.beyond")
