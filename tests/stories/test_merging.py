"""Somebody brings in another copy: looks, chooses of what differs, and nothing is lost."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from support.builders import an_entry
from support.clock import START
from support.dialogs import Dialogs
from support.driver import PASSPHRASE, Driver
from support.looking import keyboard, settle
from support.vaults import CHEAP

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_to, backups_of
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.ui.merge_sheet import MergeSheet
from caregiver_journal.ui.merging import Merging
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.vault import backup as making

MANY = 1_500


@pytest.fixture
def copies(writer: Driver) -> Merging:
    """What the settings bring in copies with."""
    shell = writer.window.shell
    assert shell is not None
    shell.go_to(Destination("settings"))
    return shell.findChildren(SettingsPage)[0].merging


def wait_for(writer: Driver, name: str) -> None:
    """Wait until a part of the sheet can be seen."""
    window = writer.window
    writer.qtbot.waitUntil(
        lambda: any(each.isVisible() for each in window.findChildren(QAbstractButton, name))
    )


def take(writer: Driver, copies: Merging, path: Path, then: str = "merge.do") -> None:
    copies.take(str(path))
    wait_for(writer, then)


def end(writer: Driver) -> None:
    """Wait until the sheet is gone."""
    window = writer.window
    writer.qtbot.waitUntil(lambda: not window.findChildren(MergeSheet))
    settle()


def notes(writer: Driver) -> set[str]:
    return {entry.note for entry in writer.journal.entries.page(None, 9_999)[0]}


def changed(writer: Driver, path: Path, *words: str) -> list[Entry]:
    """Back up entries as they are, then change them here."""
    entries = [
        an_entry(f"{word} there", START - timedelta(hours=at)) for at, word in enumerate(words)
    ]
    for entry in entries:
        writer.journal.add(entry)
    back_up_to(writer.journal, path)
    for entry, word in zip(entries, words, strict=True):
        writer.journal.change(replace(entry, note=f"{word} here"))
    return entries


def second_computer(writer: Driver, path: Path, count: int) -> Path:
    """Write on another computer, and bring its backup along."""
    writer.journal.database.checkpoint()
    back_up_to(writer.journal, path)
    folder = path.with_name("second")
    opened = restore_with_passphrase(path, folder, PASSPHRASE, CHEAP).opened
    other = doors.open_journal(folder, opened, writer.journal.clock)
    with other.writing():
        for at in range(count):
            other.entries.add(an_entry(f"there {at}", START - timedelta(minutes=at)))
    back_up_to(other, path)
    other.close()
    return path


def test_what_differs_is_chosen_side_by_side_from_the_keyboard(
    writer: Driver, copies: Merging, tmp_path: Path, dialogs: Dialogs
) -> None:
    path = tmp_path / "old.cjbackup"
    changed(writer, path, "one", "two", "three")
    dialogs.expect("QFileDialog")
    writer.press("settings.merge")
    (dialog,) = writer.window.findChildren(QFileDialog)
    assert "*.cjbackup" in dialog.nameFilters()[0]
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    wait_for(writer, "merge.do")
    writer.window.activateWindow()
    writer.qtbot.waitActive(writer.window)
    seen = writer.seen_texts()
    assert any(text.startswith("A backup made on") for text in seen)
    assert {"Different: 1 of 3", "Note"} <= set(seen)
    assert any("here" in text for text in seen)
    assert any("there" in text for text in seen)
    assert not writer.find("merge.do", QAbstractButton).isEnabled()
    writer.keys("Tab")
    assert keyboard().objectName() == "merge.choice.mine"
    writer.keys("Right")
    writer.keys("Space")
    assert writer.find("merge.do", QAbstractButton).isEnabled()
    writer.press("merge.next")
    assert "Different: 2 of 3" in writer.seen_texts()
    writer.press("merge.choice.both")
    writer.press("merge.next")
    assert keyboard().objectName() == "merge.before"
    writer.press("merge.do")
    end(writer)
    assert writer.message() == "1 was taken over and 1 was kept twice."
    first, second, third = sorted({note.split()[0] for note in notes(writer)})
    assert (first, second, third) == ("one", "three", "two")
    assert len(notes(writer)) == 4
    assert len(backups_of(writer.journal)) == 1, "made before anything was written"


def test_the_same_for_all_and_a_second_time_there_is_nothing_to_do(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    path = tmp_path / "old.cjbackup"
    one, *_rest = changed(writer, path, "one", "two")
    writer.journal.remove(one)
    take(writer, copies, path)
    assert "1 of 2" in writer.text("merge.place")
    writer.press("merge.choice.theirs")
    writer.press("merge.choice.mine")
    in_trash = "It lies in the trash here, and stays there unless you choose otherwise."
    if in_trash in writer.seen_texts():
        writer.press("merge.next")
    writer.press("merge.choice.theirs")
    writer.press("merge.all")
    writer.press("merge.do")
    end(writer)
    assert notes(writer) == {"two there"}
    assert writer.message() == "1 was taken over."
    take(writer, copies, path)
    assert in_trash in writer.seen_texts()
    assert not writer.find("merge.do", QAbstractButton).isEnabled()
    writer.keys("Esc")
    end(writer)


def test_a_second_computer_comes_in_and_then_nothing_is_new(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    writer.journal.add(an_entry("before"))
    path = second_computer(writer, tmp_path / "stick.cjbackup", 3)
    take(writer, copies, path)
    assert "3 check-ins" in writer.seen_texts()
    writer.press("merge.do")
    end(writer)
    assert writer.message() == "3 entries came in."
    assert notes(writer) == {"before", "there 0", "there 1", "there 2"}
    take(writer, copies, path, "merge.cancel")
    writer.qtbot.waitUntil(lambda: "Nothing in this copy is new." in writer.seen_texts())
    assert writer.find("merge.cancel", QAbstractButton).text() == "Close"
    writer.press("merge.cancel")
    end(writer)


def test_what_was_deleted_here_comes_back_only_by_choice(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    gone = an_entry("gone")
    writer.journal.add(gone)
    path = tmp_path / "old.cjbackup"
    back_up_to(writer.journal, path)
    writer.journal.remove(gone)
    writer.journal.delete_for_good(gone)
    take(writer, copies, path)
    assert {"Deleted here since", "1 check-in"} <= set(writer.seen_texts())
    assert not writer.find("merge.do", QAbstractButton).isEnabled()
    writer.press("merge.gone_choice.in")
    writer.press("merge.do")
    end(writer)
    assert notes(writer) == {"gone"}


def test_a_copy_under_an_earlier_key_asks_for_its_passphrase_or_code(
    writer: Driver, copies: Merging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.journal.add(an_entry("before"))
    path = second_computer(writer, tmp_path / "stick.cjbackup", 1)
    monkeypatch.setattr("caregiver_journal.journal.other_copy.opens_with", lambda *_key: False)
    take(writer, copies, path, "merge.open")
    assert "has had a new recovery code since" in writer.text("merge.key_lead")
    writer.press("merge.open")
    assert writer.find("merge.open", QAbstractButton).isVisible(), "nothing was typed"
    writer.type_into("merge.passphrase.field", "not at all this one")
    writer.press("merge.open")
    writer.qtbot.waitUntil(lambda: "does not open" in writer.text("merge.key_problem"))
    writer.press("merge.which.code")
    writer.type_into("merge.code.field", "nonsense")
    writer.press("merge.open")
    writer.qtbot.waitUntil(lambda: "typing mistake" in writer.text("merge.key_problem"))
    writer.press("merge.which.passphrase")
    writer.type_into("merge.passphrase.field", PASSPHRASE)
    writer.press("merge.open")
    wait_for(writer, "merge.do")
    writer.press("merge.do")
    end(writer)
    assert notes(writer) == {"before", "there 0"}


def test_a_folder_without_its_key_file_is_opened_by_the_code(
    writer: Driver, copies: Merging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", 1)
    folder = tmp_path / "third"
    opened = restore_with_passphrase(path, folder, PASSPHRASE, CHEAP).opened
    for keys in folder.glob("journal.keys*"):
        keys.unlink()
    monkeypatch.setattr("caregiver_journal.journal.other_copy.opens_with", lambda *_key: False)
    take(writer, copies, folder / "journal.db", "merge.open")
    writer.type_into("merge.passphrase.field", PASSPHRASE)
    writer.press("merge.open")
    writer.qtbot.waitUntil(lambda: "key file of this journal" in writer.text("merge.key_problem"))
    writer.press("merge.which.code")
    writer.type_into("merge.code.field", opened.root.recovery_code())
    writer.press("merge.open")
    wait_for(writer, "merge.do")
    writer.press("merge.do")
    end(writer)
    assert notes(writer) == {"there 0"}


def test_what_is_no_backup_says_so_and_another_is_chosen(
    writer: Driver, copies: Merging, tmp_path: Path, dialogs: Dialogs
) -> None:
    bad = tmp_path / "bad.cjbackup"
    bad.write_bytes(b"no backup")
    take(writer, copies, bad, "merge.another")
    assert writer.text("merge.problem").startswith("This file is not a backup")
    dialogs.expect("QFileDialog")
    writer.press("merge.another")
    (dialog,) = writer.window.findChildren(QFileDialog)
    dialog.reject()
    end(writer)


def start_many(writer: Driver, copies: Merging, path: Path) -> None:
    """Begin to bring in many entries, and go on until some are written."""
    take(writer, copies, path)
    seen: list[object] = []
    copies._writing.progressed.connect(seen.append)
    writer.press("merge.do")
    writer.qtbot.waitUntil(lambda: len(seen) > 1, timeout=20_000)


def test_to_cancel_or_lock_midway_changes_nothing(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", MANY)
    start_many(writer, copies, path)
    writer.press("merge.cancel")
    end(writer)
    assert writer.message() == "It was stopped, and nothing was changed."
    assert notes(writer) == set()
    start_many(writer, copies, path)
    writer.window.lock()
    writer.unlock()
    assert notes(writer) == set()


def test_to_cancel_while_it_is_backed_up_brings_nothing_in(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", 3)
    take(writer, copies, path)
    writer.press("merge.do")
    writer.keys("Esc")
    end(writer)
    writer.qtbot.waitUntil(lambda: not copies._context.backups.is_running)
    settle()
    assert notes(writer) == set()
    take(writer, copies, path)
    writer.press("merge.do")
    end(writer)
    assert len(notes(writer)) == 3


def test_a_backup_that_is_stopped_elsewhere_leaves_nothing_open(
    writer: Driver, copies: Merging, tmp_path: Path
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", 3)
    take(writer, copies, path)
    writer.press("merge.do")
    copies._context.backups.stop()
    end(writer)
    assert writer.message() == "It was stopped, and nothing was changed."
    assert notes(writer) == set()


def test_a_full_disk_is_said_and_nothing_has_changed(
    writer: Driver, copies: Merging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", 3)
    take(writer, copies, path)

    def refuse(_entry: Entry) -> None:
        raise DiskFullError

    monkeypatch.setattr(writer.journal.entries, "add", refuse)
    writer.press("merge.do")
    end(writer)
    assert "disk is full" in writer.message()
    assert notes(writer) == set()


def test_where_no_backup_can_be_made_it_is_the_persons_choice(
    writer: Driver, copies: Merging, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = second_computer(writer, tmp_path / "stick.cjbackup", 3)

    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    for step in ("__init__", "copy", "make"):
        take(writer, copies, path)
        with monkeypatch.context() as patch:
            patch.setattr(f"caregiver_journal.ui.backing_up.OpenRound.{step}", refuse)
            writer.press("merge.do")
            writer.wait_until_seen("merge.problem")
        said = writer.text("merge.problem")
        assert said.startswith("No backup could be made before, so nothing was changed yet.")
        assert "disk is full" in said
        assert keyboard().objectName() == "merge.cancel"
        writer.press("merge.cancel")
        end(writer)
        assert notes(writer) == set()
    take(writer, copies, path)
    monkeypatch.setattr(making, "free_bytes", lambda _path: 0)  # all else still fits
    writer.press("merge.do")
    writer.wait_until_seen("merge.problem")
    assert writer.find("merge.do", QAbstractButton).text() == "Bring in without a backup"
    writer.press("merge.do")
    end(writer)
    assert writer.message() == "3 entries came in."
    assert notes(writer) == {"there 0", "there 1", "there 2"}
    assert backups_of(writer.journal) == ()
