"""Somebody takes all data out: chooses by keyboard, says where, waits, stops, and starts again."""

import zipfile
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QWidget
from shiboken6 import isValid
from support.builders import a_boundary, an_entry
from support.clock import START
from support.dialogs import Dialogs
from support.driver import Driver
from support.looking import keyboard, settle
from support.vaults import full_disk

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.journal import data_file
from caregiver_journal.store.exports import ExportStore
from caregiver_journal.ui import stepwise
from caregiver_journal.ui.export_sheet import ExportSheet

WAIT_MS = 5_000


@pytest.fixture
def sheet(writer: Driver) -> ExportSheet:
    """The sheet, opened from Settings by keyboard, over a journal with some entries."""
    journal = writer.journal
    journal.add(an_entry("Slept.", START - timedelta(days=60)))
    journal.add(an_entry("", START - timedelta(days=1), mood=a_boundary()))
    journal.add(an_entry("Late.", START))
    journal.add(an_entry("Mine alone.", START, never_export=True))
    writer.keys("Ctrl+,")
    writer.find("settings.export", QAbstractButton).setFocus()
    writer.keys("Space")
    settle()
    return writer.find("export", ExportSheet)


def say_where(writer: Driver, dialogs: Dialogs, path: Path) -> str:
    """Press Save by keyboard and name a place in the dialog; return what was offered."""
    dialogs.expect("QFileDialog")
    writer.find("export.save", QAbstractButton).setFocus()
    writer.keys("Space")
    dialog = writer.find("saving.where", QFileDialog)
    offered = Path(dialog.selectedFiles()[0]).name
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    settle()
    return offered


def wait(writer: Driver, sheet: ExportSheet) -> None:
    """Wait until it is written, or is known not to be."""
    writer.qtbot.waitUntil(
        lambda: not isValid(sheet) or not sheet.progress.isVisible(), timeout=WAIT_MS
    )
    settle()


def test_all_data_leave_by_keyboard(
    writer: Driver, sheet: ExportSheet, dialogs: Dialogs, tmp_path: Path
) -> None:
    assert keyboard().objectName() == "export.format.json"
    assert writer.text("export.count") == "3 entries."
    assert any("the support card" in text for text in writer.seen_texts())
    writer.keys("Right", "Right")
    assert not any("the support card" in text for text in writer.seen_texts())
    assert writer.text("export.about_format").startswith("Text with a file for each day")
    assert say_where(writer, dialogs, tmp_path / "all.zip") == "journal-2026-11-20.zip"
    wait(writer, sheet)
    assert not writer.sees("export")
    assert writer.message() == (
        "Saved as all.zip, 3 entries. Whoever gets it can read it. "
        "Entries marked “never export” are left out."
    )
    with zipfile.ZipFile(tmp_path / "all.zip") as found:
        assert "2026-11-20.md" in found.namelist()
        assert b"Mine alone." not in b"".join(map(found.read, found.namelist()))
    (record,) = writer.journal.exports.all()
    assert (record.format, record.folder) == (Format.MARKDOWN, tmp_path.name)
    focus = writer.window.focusWidget()
    assert focus is not None
    assert focus.objectName() == "settings.export"


def test_some_of_it_can_be_chosen(
    writer: Driver, sheet: ExportSheet, dialogs: Dialogs, tmp_path: Path
) -> None:
    writer.press("export.format.csv")
    writer.press("export.form.folder")
    writer.press("export.period.span.month")
    assert writer.text("export.count") == "2 entries."
    for kind in ("boundary", "reflection", "practice", "measure"):
        writer.press(f"export.kinds.{kind}")
    assert writer.text("export.count") == "1 entry."
    writer.press("export.private.everything")
    assert writer.text("export.count") == "2 entries."
    assert "anybody who gets the file can read them" in writer.text("export.about_private")
    choice = sheet.choice()
    assert choice.kinds == {Kind.MOOD}
    assert choice.period == Period((START - timedelta(days=30)).date(), START.date())
    (tmp_path / "documents").mkdir()
    (tmp_path / "documents" / "other.txt").touch()
    (tmp_path / "documents" / "journal-2026-11-20").touch()
    say_where(writer, dialogs, tmp_path / "documents")
    wait(writer, sheet)
    folder = tmp_path / "documents" / "journal-2026-11-20-2"
    assert "Mine alone." in (folder / "mood.csv").read_text("utf-8-sig")
    said = "Saved as journal-2026-11-20-2, 2 entries. Whoever gets it can read it."
    assert writer.message() == said


def test_an_empty_folder_is_filled_itself(
    writer: Driver, sheet: ExportSheet, dialogs: Dialogs, tmp_path: Path
) -> None:
    (tmp_path / "vault").mkdir()
    writer.press("export.format.markdown")
    writer.press("export.form.folder")
    say_where(writer, dialogs, tmp_path / "vault")
    wait(writer, sheet)
    assert (tmp_path / "vault" / "2026-11-20.md").is_file()


def test_it_is_said_that_the_names_behind_masks_come_along(
    writer: Driver, sheet: ExportSheet
) -> None:
    writer.press("export.private.everything")
    assert "who is meant" in writer.text("export.about_private")
    writer.press("export.format.csv")
    assert "who is meant" not in writer.text("export.about_private")


def test_a_file_is_replaced_only_when_that_is_said(
    writer: Driver, sheet: ExportSheet, dialogs: Dialogs, tmp_path: Path
) -> None:
    path = tmp_path / "all.json"
    path.write_text("before")
    say_where(writer, dialogs, path)
    writer.press("saving.replace.cancel")
    assert path.read_text() == "before"
    assert writer.sees("export")
    say_where(writer, dialogs, path)
    writer.press("saving.replace.do")
    wait(writer, sheet)
    assert path.read_text(encoding="utf-8").startswith("{")


def test_no_kind_at_all_is_no_export(writer: Driver, sheet: ExportSheet) -> None:
    for kind in Kind:
        writer.press(f"export.kinds.{kind.value}")
    assert writer.text("export.count") == "0 entries."
    writer.press("export.save")
    assert writer.text("export.problem") == "Choose at least one kind of entry."
    writer.press("export.kinds.mood")
    assert not writer.sees("export.problem")


@pytest.mark.parametrize("way", ["progress", "close", "escape", "lock"])
def test_what_is_being_written_can_be_stopped(
    writer: Driver,
    sheet: ExportSheet,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    way: str,
) -> None:
    monkeypatch.setattr(data_file, "_AT_ONCE", 1)
    monkeypatch.setattr(stepwise, "_TURN_SECONDS", 0)  # as on a slow computer
    with writer.journal.writing(Kind.MOOD):
        for number in range(1_000):
            writer.journal.entries.add(an_entry(str(number), START - timedelta(minutes=number)))
    sheet.format.set_value(Format.CSV)
    sheet.begin(tmp_path / "all.zip")
    assert not sheet.save.isEnabled()
    assert keyboard().objectName() == "export.progress.cancel"
    if way == "progress":
        writer.press("export.progress.cancel")
        assert writer.sees("export")
        assert sheet.save.isEnabled()
    elif way == "close":
        writer.press("export.cancel")
    else:
        writer.keys("Esc" if way == "escape" else "Ctrl+L")
    settle()
    if way != "lock":
        assert writer.message() == "Stopped. Nothing was saved."
        assert writer.journal.exports.all() == ()
    assert not list(tmp_path.glob("all*"))


def test_a_full_disk_is_said_in_the_sheet_and_nothing_is_lost(
    writer: Driver, sheet: ExportSheet, tmp_path: Path
) -> None:
    with full_disk():
        sheet.begin(tmp_path / "all.json")
        wait(writer, sheet)
    assert "disk is full" in writer.text("export.problem")
    assert writer.sees("export")
    sheet.begin(tmp_path / "all.json")
    wait(writer, sheet)
    assert (tmp_path / "all.json").is_file()


def test_the_journals_own_folder_is_refused(writer: Driver, sheet: ExportSheet) -> None:
    sheet.begin(writer.journal.folder.path / "all.json")
    wait(writer, sheet)
    assert "the journal's own" in writer.text("export.problem")
    assert writer.find("export.save", QWidget).isEnabled()


def test_no_name_turns_what_is_said_of_a_file(
    writer: Driver, sheet: ExportSheet, tmp_path: Path
) -> None:
    sheet.begin(tmp_path / "a\u202egpj.json")
    wait(writer, sheet)
    assert writer.message().startswith("Saved as agpj.json, 3 entries.")


def test_what_cannot_be_listed_says_so(
    writer: Driver, sheet: ExportSheet, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(ExportStore, "add", refuse)
    sheet.begin(tmp_path / "all.json")
    wait(writer, sheet)
    assert writer.message().endswith("It is not listed in what was exported.")
    assert (tmp_path / "all.json").is_file()
