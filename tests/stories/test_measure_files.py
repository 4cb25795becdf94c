"""Somebody adds a questionnaire from a file: looks at it, keeps it, replaces it, takes it back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QFileDialog
from support.dialogs import Dialogs
from support.driver import Driver
from support.looking import keyboard, settle
from support.measuring import write_file

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.journal.instruments import example_file
from caregiver_journal.journal.measuring import all_instruments, find_instrument
from caregiver_journal.store.instruments import InstrumentStore
from caregiver_journal.ui.measure_files import MeasureFiles

EVENING = "file.evening"


@pytest.fixture
def files(writer: Driver) -> MeasureFiles:
    """What the overview of questionnaires takes files with."""
    shell = writer.window.shell
    assert shell is not None
    return MeasureFiles(shell.context, shell)


def take(writer: Driver, files: MeasureFiles, path: Path) -> None:
    """Take a file and wait until it was read."""
    files.take(str(path))
    assert writer.window.shell is not None
    writer.window.shell.context.work.finish()
    settle()


def is_there(writer: Driver) -> bool:
    return EVENING in {each.id for each in all_instruments(writer.journal).all}


def test_it_is_shown_before_it_is_kept_and_can_be_taken_back(
    writer: Driver, files: MeasureFiles, tmp_path: Path
) -> None:
    take(writer, files, write_file(tmp_path, 'item_texts = ["One.", "Two."]'))
    texts = writer.seen_texts()
    assert {"Evenings", "1   One.", "sum of all items; 0 to 4"} <= set(texts)
    assert any("does not say who may use them" in text for text in texts)
    assert not is_there(writer)
    assert keyboard().objectName() == "measure_file.cancel"
    writer.press("measure_file.add")
    assert is_there(writer)
    assert writer.message() == "Added"
    writer.press("message.action")
    assert not is_there(writer)


def test_cancel_keeps_nothing(writer: Driver, files: MeasureFiles, tmp_path: Path) -> None:
    take(writer, files, write_file(tmp_path))
    writer.keys("Esc")
    assert not is_there(writer)


def test_another_version_takes_its_place_when_that_is_said(
    writer: Driver, files: MeasureFiles, tmp_path: Path
) -> None:
    take(writer, files, write_file(tmp_path))
    writer.press("measure_file.add")
    texts = ", ".join(f'"Item {number}"' for number in range(1, 3))
    take(writer, files, write_file(tmp_path, f"item_texts = [{texts}]"))
    assert any("takes the place of “Evenings”" in text for text in writer.seen_texts())
    assert writer.find("measure_file.add", QAbstractButton).text() == "Replace"
    writer.press("measure_file.add")
    assert find_instrument(writer.journal, EVENING).instrument.item_texts
    writer.press("message.action")
    assert not find_instrument(writer.journal, EVENING).instrument.item_texts


def test_a_file_that_is_wrong_says_where_and_another_is_chosen(
    writer: Driver, files: MeasureFiles, tmp_path: Path, dialogs: Dialogs
) -> None:
    take(writer, files, write_file(tmp_path, "colour = 7"))
    said = writer.text("measure_file.refused.reason")
    assert said.startswith("evening.toml, line 2")
    assert "colour" in said
    dialogs.expect("QFileDialog")
    writer.press("measure_file.refused.another")
    (dialog,) = writer.window.findChildren(QFileDialog)
    assert dialog.nameFilters()[0].endswith("(*.toml)")
    dialog.fileSelected.emit(str(write_file(tmp_path)))
    dialog.reject()
    assert writer.window.shell is not None
    writer.window.shell.context.work.finish()
    settle()
    writer.press("measure_file.add")
    assert is_there(writer)


def test_a_long_questionnaire_is_counted_and_the_last_file_counts(
    writer: Driver, files: MeasureFiles, tmp_path: Path
) -> None:
    path = write_file(tmp_path, name="many.toml")
    texts = ", ".join(f'"Item {number}"' for number in range(1, 41))
    numbers = ", ".join(map(str, range(1, 41)))
    text = path.read_text(encoding="utf-8")
    for before, after in (
        ("items = 2\n", f"items = 40\nitem_texts = [{texts}]\n"),
        ("items = [1, 2]", f"items = [{numbers}]"),
        ("highest = 4", "highest = 80"),
    ):
        text = text.replace(before, after)
    path.write_text(text, encoding="utf-8")
    files.take(str(write_file(tmp_path)))
    take(writer, files, path)
    assert "and 28 more" in writer.seen_texts()
    assert "12   Item 12" in writer.seen_texts()


def test_a_full_disk_is_said_in_the_sheet(
    writer: Driver, files: MeasureFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    take(writer, files, write_file(tmp_path))
    with monkeypatch.context() as patch:
        patch.setattr(InstrumentStore, "write", refuse)
        writer.press("measure_file.add")
        assert DiskFullError().sentence in writer.text("measure_file.problem")
    writer.press("measure_file.add")
    assert is_there(writer)


def test_an_example_shows_how_a_file_is_written(
    writer: Driver, files: MeasureFiles, tmp_path: Path, dialogs: Dialogs
) -> None:
    take(writer, files, write_file(tmp_path, "colour = 7"))
    dialogs.expect("QFileDialog")
    writer.press("measure_file.refused.example")
    (dialog,) = writer.window.findChildren(QFileDialog)
    path = tmp_path / "example.toml"
    dialog.fileSelected.emit(str(path))
    dialog.reject()
    assert path.read_text(encoding="utf-8") == example_file()
    assert writer.message() == (
        "Saved as example.toml. It can be changed in any text editor, and added here again."
    )
    take(writer, files, path)
    writer.press("measure_file.add")
    assert writer.message() == "Added"
