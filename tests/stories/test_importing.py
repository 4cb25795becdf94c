"""Somebody brings in a file: looks at it first, lets it come in, or stops and nothing changed."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from support.builders import a_boundary, an_entry
from support.clock import START
from support.dialogs import Dialogs
from support.driver import CHEAP, PASSPHRASE, Driver
from support.incoming import a_file
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal import doors
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.ui.import_sheet import ImportSheet
from caregiver_journal.ui.importing import Importing
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.vault import backup as making

MANY = 3_000


@pytest.fixture
def files(writer: Driver) -> Importing:
    """What the settings bring in files with."""
    shell = writer.window.shell
    assert shell is not None
    shell.go_to(Destination("settings"))
    return shell.findChildren(SettingsPage)[0].importing


def some() -> tuple[Entry, Entry]:
    return an_entry("A heron by the canal"), an_entry(mood=a_boundary("Cover the Monday"))


def many(count: int = MANY) -> list[Entry]:
    return [an_entry("Gone", START - timedelta(hours=hour)) for hour in range(count)]


def wait_for(writer: Driver, name: str) -> None:
    """Wait until a part of the sheet can be seen."""
    window = writer.window
    writer.qtbot.waitUntil(
        lambda: any(each.isVisible() for each in window.findChildren(QAbstractButton, name))
    )


def take(writer: Driver, files: Importing, path: Path, then: str = "import.do") -> None:
    """Take a file and wait until it can be looked at."""
    files.take(str(path))
    wait_for(writer, then)


def end(writer: Driver) -> None:
    """Wait until the sheet is gone."""
    window = writer.window
    writer.qtbot.waitUntil(lambda: not window.findChildren(ImportSheet))
    settle()


def notes(writer: Driver) -> set[str]:
    return {entry.note for entry in writer.journal.entries.page(None, 9_999)[0]}


def test_a_file_is_looked_at_and_comes_in(writer: Driver, files: Importing, tmp_path: Path) -> None:
    take(writer, files, a_file(tmp_path / "evening.json", some()))
    assert {"evening.json", "1 check-in and 1 boundary moment"} <= set(writer.seen_texts())
    assert notes(writer) == set()
    assert keyboard().objectName() == "import.cancel"
    writer.press("import.do")
    end(writer)
    assert writer.message() == "2 entries came in."
    assert "A heron by the canal" in notes(writer)
    take(writer, files, tmp_path / "evening.json", "import.cancel")
    writer.qtbot.waitUntil(lambda: "Nothing in this file is new." in writer.seen_texts())
    assert writer.find("import.cancel", QAbstractButton).text() == "Close"
    writer.press("import.cancel")
    end(writer)


def backups(writer: Driver) -> list[Path]:
    return sorted((writer.folder / "backups").glob("*.cjbackup"))


def fill_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave no room for a backup; what is written otherwise still fits."""
    monkeypatch.setattr(making, "free_bytes", lambda _path: 0)


def test_a_backup_is_made_before_anything_comes_in(
    writer: Driver, files: Importing, tmp_path: Path
) -> None:
    writer.journal.add(an_entry("Before"))
    take(writer, files, a_file(tmp_path / "evening.json", some()))
    assert backups(writer) == [], "a look changes nothing"
    writer.press("import.do")
    end(writer)
    (made,) = backups(writer)
    new = tmp_path / "as it was"
    opened = restore_with_passphrase(made, new, PASSPHRASE, CHEAP).opened
    before = doors.open_journal(new, opened, writer.clock)
    assert [entry.note for entry in before.entries.page(None, 9)[0]] == ["Before"]
    before.close()


def test_without_room_for_a_backup_it_is_the_persons_choice(
    writer: Driver, files: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fill_disk(monkeypatch)
    take(writer, files, a_file(tmp_path / "evening.json", some()))
    writer.press("import.do")
    writer.wait_until_seen("import.problem")
    assert "No backup could be made before" in writer.text("import.problem")
    assert notes(writer) == set()
    do = writer.find("import.do", QAbstractButton)
    assert do.text() == "Bring in without a backup"
    assert keyboard().objectName() == "import.cancel"
    writer.press("import.do")
    end(writer)
    assert writer.message() == "2 entries came in."
    assert backups(writer) == []


def test_leaving_during_the_backup_brings_nothing_in(
    writer: Driver, files: Importing, tmp_path: Path
) -> None:
    path = a_file(tmp_path / "evening.json", some())
    take(writer, files, path)
    writer.press("import.do")
    writer.press("import.cancel")
    end(writer)
    take(writer, files, path)  # looked at again, and not wanted yet
    shell = writer.window.shell
    assert shell is not None
    writer.qtbot.waitUntil(lambda: not shell.backups.is_running)
    settle()
    assert notes(writer) == set()
    assert writer.sees("import.do")
    assert backups(writer) == []
    writer.press("import.cancel")


def test_from_the_keyboard_and_the_settings(
    writer: Driver, files: Importing, tmp_path: Path, dialogs: Dialogs
) -> None:
    dialogs.expect("QFileDialog")
    writer.press("settings.import")
    (dialog,) = writer.window.findChildren(QFileDialog)
    assert dialog.nameFilters()[0].endswith("(*.json)")
    dialog.fileSelected.emit(str(a_file(tmp_path / "evening.json", some())))
    dialog.reject()
    wait_for(writer, "import.do")
    writer.window.activateWindow()
    writer.qtbot.waitActive(writer.window)
    writer.keys("Tab")
    assert keyboard().objectName() == "import.do"
    writer.keys("Space")
    end(writer)
    assert writer.message() == "2 entries came in."


def test_what_differs_is_kept_or_taken(writer: Driver, files: Importing, tmp_path: Path) -> None:
    first, second = some()
    path = a_file(tmp_path / "evening.json", [first, second])
    writer.journal.add(replace(first, note="Mine"))
    writer.journal.add(second)
    take(writer, files, path)
    assert not writer.find("import.do", QAbstractButton).isEnabled()
    writer.press("import.choice.take")
    assert writer.find("import.do", QAbstractButton).isEnabled()
    writer.press("import.choice.keep")
    assert not writer.find("import.do", QAbstractButton).isEnabled()
    writer.press("import.choice.take")
    writer.press("import.do")
    end(writer)
    assert writer.message() == "1 entry came in."
    assert "Mine" not in notes(writer)


def test_a_file_that_is_none_says_where_and_another_is_chosen(
    writer: Driver, files: Importing, tmp_path: Path, dialogs: Dialogs
) -> None:
    bad = tmp_path / "bad.json"
    bad.write_text('{\n"format": }', encoding="utf-8")
    take(writer, files, bad, "import.another")
    assert writer.text("import.problem").startswith("line 2, column 11: ")
    assert writer.text("import.problem").endswith("Nothing was changed.")
    dialogs.expect("QFileDialog")
    writer.press("import.another")
    (dialog,) = writer.window.findChildren(QFileDialog)
    dialog.reject()
    end(writer)


def start_many(writer: Driver, files: Importing, path: Path) -> None:
    """Begin to bring in many entries, and go on until some are written."""
    take(writer, files, a_file(path, many()))
    sheet = writer.window.findChildren(ImportSheet)[0]
    seen: list[object] = []
    files._writing.progressed.connect(seen.append)
    writer.press("import.do")
    writer.qtbot.waitUntil(lambda: len(seen) > 1)
    assert sheet.isVisible()


def test_to_cancel_midway_changes_nothing(writer: Driver, files: Importing, tmp_path: Path) -> None:
    start_many(writer, files, tmp_path / "many.json")
    writer.press("import.cancel")
    end(writer)
    assert writer.message() == "It was stopped, and nothing was changed."
    assert notes(writer) == set()
    writer.journal.add(an_entry("After it"))
    assert notes(writer) == {"After it"}


def test_escape_and_going_elsewhere_stop_it_too(
    writer: Driver, files: Importing, tmp_path: Path
) -> None:
    start_many(writer, files, tmp_path / "many.json")
    writer.keys("Esc")
    end(writer)
    start_many(writer, files, tmp_path / "many.json")
    assert writer.window.shell is not None
    writer.window.shell.act("go.today")
    end(writer)
    assert notes(writer) == set()


def test_to_lock_midway_takes_it_back_and_keeps_what_was_being_written(
    writer: Driver, files: Importing, tmp_path: Path
) -> None:
    assert writer.window.shell is not None
    writer.window.shell.write_entry()
    writer.type_into("checkin.note", "Half a sentence")
    writer.window.shell.go_to(Destination("settings"))
    start_many(writer, files, tmp_path / "many.json")
    writer.window.lock()
    writer.unlock()
    assert notes(writer) == set()
    writer.window.shell.write_entry()
    assert writer.text("checkin.note") == "Half a sentence"


def test_a_full_disk_is_said_and_nothing_has_changed(
    writer: Driver, files: Importing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    take(writer, files, a_file(tmp_path / "evening.json", some()))

    def refuse(_entry: Entry) -> None:
        raise DiskFullError

    monkeypatch.setattr(writer.journal.entries, "add", refuse)
    writer.press("import.do")
    end(writer)
    assert "disk is full" in writer.message()
    assert "bring it in again" in writer.message()
    assert notes(writer) == set()
