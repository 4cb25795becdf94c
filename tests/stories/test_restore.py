"""Somebody takes their journal back: on a new computer, or in the place of the one that is open."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QComboBox, QFileDialog, QLineEdit, QWidget
from support.backups import (
    damaged,
    not_a_backup,
    of_a_newer_version,
    of_a_stranger,
    on_a_stick,
)
from support.builders import an_entry
from support.clock import FixedClock
from support.dialogs import Dialogs
from support.driver import PASSPHRASE, Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import (
    BackupDamagedError,
    ForeignBackupError,
    JournalError,
    NewerBackupError,
    NotABackupError,
)
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.ui.lock.first_run import FirstRunPage
from caregiver_journal.ui.lock.unlock import UnlockPage
from caregiver_journal.ui.page import Destination

NEW = "seven small boats at noon"


def choose(person: Driver, dialogs: Dialogs, button: str, path: Path) -> None:
    """Press what asks for a backup, and choose a file."""
    dialogs.expect("QFileDialog")
    person.press(button)
    (dialog,) = person.window.findChildren(QFileDialog)
    assert dialog.nameFilters()[0].endswith("(*.cjbackup)")
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()


def notes(person: Driver) -> set[str]:
    return {entry.note for entry in person.journal.entries.page(None, 99)[0]}


def content(folder: Path) -> dict[str, bytes]:
    """Return all files below a folder that are not locks."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and "lock" not in path.name
    }


def lose_computer(person: Driver) -> None:
    """Lose the computer and start the program on a new one."""
    person.window.lock()
    person.one_window.release()
    shutil.rmtree(person.folder)
    person.start(person.folder.with_name("new") / "journal")
    assert person.window.findChildren(FirstRunPage)


def test_a_lost_computer_comes_back_from_a_stick_with_the_recovery_code(
    person: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    code = person.begin()
    person.journal.add(an_entry("A heron by the canal"))
    stick = on_a_stick(person.journal, tmp_path)
    lose_computer(person)
    choose(person, dialogs, "first_run.restore", stick)
    person.wait_until_seen("restore.do")
    assert person.text("restore.file") == stick.name
    assert person.text("restore.facts").startswith("Made on Friday 20 November 2026 at ")
    person.press("restore.switch")
    assert person.window.focusWidget() is person.find("restore.code", QLineEdit)
    person.type_into("restore.code", code.lower())
    person.press("restore.do")
    person.wait_until_seen("restore.go_on")
    assert "as it was on Friday 20 November 2026" in person.text("restore.result")
    assert "replaced-" not in person.text("restore.result")
    person.press("restore.go_on")
    person.type_into("new_passphrase.first.field", NEW)
    person.type_into("new_passphrase.again.field", NEW)
    person.press("recovered.set")
    person.wait_for_page("today")
    assert notes(person) == {"A heron by the canal"}
    person.window.lock()
    person.unlock(NEW)
    assert notes(person) == {"A heron by the canal"}


def test_the_passphrase_of_its_day_opens_it_and_a_wrong_one_can_be_mended(
    writer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    writer.journal.add(an_entry("A heron by the canal"))
    stick = on_a_stick(writer.journal, tmp_path)
    lose_computer(writer)
    choose(writer, dialogs, "first_run.restore", stick)
    writer.type_into("restore.passphrase.field", "not this one at all")
    writer.press("restore.do")
    writer.wait_until_seen("restore.problem")
    assert "does not open this journal" in writer.text("restore.problem")
    assert not writer.folder.exists()
    writer.type_here(PASSPHRASE)
    writer.keys("Return")
    writer.press("restore.go_on")
    writer.wait_for_page("today")
    assert notes(writer) == {"A heron by the canal"}


def test_tries_at_its_passphrase_are_slowed_as_those_at_the_journal_are(
    writer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    stick = on_a_stick(writer.journal, tmp_path)
    writer.window.lock()
    slowing = writer.window.doorway.slowing
    writer.try_passphrase("not this one at all")
    wait_for_tries(writer, 1)
    choose(writer, dialogs, "unlock.restore", stick)
    waits = []
    for tries in (2, 3, 4, 5):
        writer.type_into("restore.passphrase.field", "nor this one")
        writer.press("restore.do")
        wait_for_tries(writer, tries)
        waits.append(slowing.wait.interval() if slowing.is_on else 0)
        assert writer.find("restore.do", QAbstractButton).isEnabled() is not slowing.is_on
        if tries < 5:
            let_pass(writer)
            assert not writer.sees("restore.problem")
    assert waits == [0, 1000, 2000, 4000]
    said = writer.text("restore.problem")
    assert said.endswith("The recovery code opens it too. The next try is possible in 4 s.")
    writer.keys("Return")
    assert slowing.failures == 5, "it is not tried meanwhile"
    writer.press("restore.back")
    assert not writer.find("unlock.open", QAbstractButton).isEnabled(), "nor on another page"
    assert "The next try is possible in " in writer.text("unlock.problem")
    let_pass(writer)
    writer.unlock()


def wait_for_tries(person: Driver, count: int) -> None:
    person.qtbot.waitUntil(lambda: person.window.doorway.slowing.failures == count)


def let_pass(person: Driver) -> None:
    """Let the time pass in which nothing can be tried, if there is any."""
    wait = person.window.doorway.slowing.wait
    wait.stop()
    wait.timeout.emit()


def test_from_the_unlock_page_what_lay_there_is_kept_and_said(
    writer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    writer.journal.add(an_entry("Then"))
    stick = on_a_stick(writer.journal, tmp_path)
    writer.journal.add(an_entry("Since"))
    writer.window.lock()
    choose(writer, dialogs, "unlock.restore", stick)
    writer.type_into("restore.passphrase.field", PASSPHRASE)
    writer.press("restore.do")
    writer.wait_until_seen("restore.go_on")
    (kept,) = writer.folder.glob("replaced-*")
    assert kept.name in writer.text("restore.result")
    writer.press("restore.go_on")
    writer.wait_for_page("today")
    assert notes(writer) == {"Then"}
    assert len(list(writer.folder.glob("backups/*.cjbackup"))) == 1, "one was made before"


def test_a_damaged_journal_is_replaced_by_its_newest_backup_instead_of_rescued(
    writer: Driver, dialogs: Dialogs
) -> None:
    writer.journal.add(an_entry("Then"))
    newest = back_up_here(writer.journal)
    writer.journal.add(an_entry("Since"))
    writer.window._rescue()  # what the strip leads to, where a page cannot be read
    writer.wait_until_seen("damaged.restore")
    database, starts = writer.folder / "journal.db", writer.starts
    spoilt = bytearray(database.read_bytes())
    spoilt[len(spoilt) // 2] ^= 1
    database.write_bytes(spoilt)
    assert keyboard() is writer.find("damaged.rescue", QAbstractButton)
    writer.keys("Shift+Tab")
    assert keyboard() is writer.find("damaged.restore", QAbstractButton)
    dialogs.expect("QFileDialog")
    writer.keys("Space")
    (dialog,) = writer.window.findChildren(QFileDialog)
    assert Path(dialog.directory().path()) == newest.path.parent
    dialog.fileSelected.emit(str(newest.path))
    dialog.reject()
    settle()
    writer.type_into("restore.passphrase.field", PASSPHRASE)
    writer.press("restore.do")
    writer.wait_until_seen("restore.go_on")
    (kept,) = writer.folder.glob("replaced-*")
    assert (kept / "journal.db").read_bytes() == spoilt
    writer.press("restore.go_on")
    assert writer.starts == starts + 1, "a journal was open in this process"
    writer.unlock()
    assert notes(writer) == {"Then"}
    assert writer.journal.database.check(deep=True) == []


@pytest.mark.parametrize(
    ("make", "error"),
    [
        (not_a_backup, NotABackupError),
        (damaged, BackupDamagedError),
        (of_a_newer_version, NewerBackupError),
        (of_a_stranger, ForeignBackupError),
    ],
)
def test_what_cannot_be_used_is_refused_in_its_own_words_and_changes_nothing(
    writer: Driver,
    tmp_path: Path,
    dialogs: Dialogs,
    make: Callable[[Path], Path],
    error: type[JournalError],
) -> None:
    stick = on_a_stick(writer.journal, tmp_path)
    bad = make(stick)
    writer.window.lock()
    before = content(writer.folder)
    choose(writer, dialogs, "unlock.restore", bad)
    writer.wait_until_seen("restore.another")
    assert writer.text("restore.problem") == f"{error().sentence} {error().next_step}"
    assert not writer.sees("restore.passphrase"), "nobody types for nothing"
    assert content(writer.folder) == before
    choose(writer, dialogs, "restore.another", stick)
    writer.wait_until_seen("restore.do")
    writer.press("restore.back")
    assert writer.window.findChildren(UnlockPage)
    writer.unlock()


def test_on_a_new_computer_it_can_be_left_and_looked_at_first(
    writer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    stick = on_a_stick(writer.journal, tmp_path)
    lose_computer(writer)
    choose(writer, dialogs, "first_run.restore", stick)
    writer.wait_until_seen("restore.view")
    writer.press("restore.view")
    assert writer.viewed == [stick]
    writer.press("restore.back")
    writer.wait_until_seen("first_run.begin")
    assert not writer.folder.exists()


def ask(writer: Driver) -> None:
    """Ask for it in the settings."""
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("settings", part="restore"))
    settle()
    writer.press("settings.restore")


def test_in_the_place_of_the_open_journal(writer: Driver) -> None:
    writer.journal.add(an_entry("Then"))
    own = back_up_here(writer.journal)
    writer.journal.add(an_entry("Since"))
    starts = writer.starts
    ask(writer)
    assert keyboard().objectName() == "restoring.cancel"
    writer.wait_until_seen("restoring.do")
    assert "is not lost" in writer.text("restoring.what")
    writer.press("restoring.view")
    assert writer.viewed == [own.path]
    writer.press("restoring.do")
    assert writer.window.journal is None
    writer.type_into("restore.passphrase.field", PASSPHRASE)
    writer.press("restore.do")
    writer.wait_until_seen("restore.go_on")
    assert writer.starts == starts
    writer.press("restore.go_on")
    assert writer.starts == starts + 1, "a fresh process has never seen a word"
    writer.unlock()
    assert notes(writer) == {"Then"}
    assert len(list(writer.folder.glob("replaced-*"))) == 1


def test_from_the_list_of_backups_the_chosen_one_is_looked_at_or_restored(
    writer: Driver, clock: FixedClock
) -> None:
    writer.journal.add(an_entry("Then"))
    older = back_up_here(writer.journal)
    clock.advance(hours=5)
    writer.journal.add(an_entry("Since"))
    newer = back_up_here(writer.journal)
    writer.keys("Ctrl+,")
    writer.press("settings.backups")
    writer.press("backups.view")
    assert writer.viewed == [newer.path]
    writer.find("backups.list.list", QWidget).setFocus()
    writer.keys("Down")
    assert writer.text("backups.facts") == older.path.name
    writer.press("backups.view")
    assert writer.viewed == [newer.path, older.path]
    writer.press("backups.restore")
    assert not writer.sees("backups.done")
    writer.wait_until_seen("restoring.do")
    chosen = writer.find("restoring.backups", QComboBox)
    assert chosen.currentData() == str(older.path)
    assert chosen.count() == 2, "it is not offered twice"
    writer.press("restoring.cancel")
    assert notes(writer) == {"Then", "Since"}


def test_to_leave_it_midway_starts_afresh_and_changes_nothing(
    writer: Driver,
) -> None:
    back_up_here(writer.journal)
    writer.journal.add(an_entry("Since"))
    starts = writer.starts
    ask(writer)
    writer.press("restoring.do")
    writer.wait_until_seen("restore.do")
    writer.press("restore.back")
    assert writer.starts == starts + 1
    writer.unlock()
    assert notes(writer) == {"Since"}
    assert not list(writer.folder.glob("replaced-*"))


def test_a_file_is_chosen_in_the_settings_and_a_bad_one_said(
    writer: Driver, tmp_path: Path, dialogs: Dialogs
) -> None:
    ask(writer)
    assert not writer.sees("restoring.do")
    stick = on_a_stick(writer.journal, tmp_path)
    choose(writer, dialogs, "restoring.file", of_a_stranger(stick))
    writer.wait_until_seen("restoring.problem")
    assert writer.text("restoring.problem").startswith("This backup is of another journal.")
    assert not writer.sees("restoring.do")
    choose(writer, dialogs, "restoring.file", stick)
    writer.wait_until_seen("restoring.do")
    assert writer.find("restoring.do", QAbstractButton).isEnabled()
    writer.press("restoring.cancel")
    settle()
    assert writer.window.journal is not None
