"""Where something is to lie is asked for: a file of a kind, or a folder that is made there."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from support.dialogs import Dialogs
from support.every_page import Open
from support.looking import settle

from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.place_asking import FileKind, PlaceAsking
from caregiver_journal.ui.tour import Sight, _show_doors

KINDS = (FileKind("png", "Picture"), FileKind("svg", "Drawing"))


@pytest.fixture
def window(open_window: Open) -> MainWindow:
    """The window with an open journal."""
    window = open_window(Sight("light", 100, (1200, 800)))
    for _state in _show_doors(window):
        pass
    return window


def ask(
    window: MainWindow, dialogs: Dialogs, kinds: tuple[FileKind, ...]
) -> tuple[PlaceAsking, QFileDialog, list[Path]]:
    """Ask; return the asking, its dialog, and where what is chosen will be."""
    assert window.shell is not None
    dialogs.expect("QFileDialog")
    asking = PlaceAsking(window.shell.context, "Save", kinds, name="mood")
    chosen: list[Path] = []
    asking.chosen.connect(chosen.append)
    asking.ask()
    return asking, window.findChildren(QFileDialog, "saving.where")[-1], chosen


def test_the_ending_follows_the_kind_of_file(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path
) -> None:
    _asking, dialog, chosen = ask(window, dialogs, KINDS)
    assert Path(dialog.selectedFiles()[0]).name == "mood.png"
    dialog.filterSelected.emit("Drawing (*.svg)")
    assert (dialog.defaultSuffix(), Path(dialog.selectedFiles()[0]).name) == ("svg", "mood.svg")
    dialog.fileSelected.emit(str(tmp_path / "mine.svg"))
    dialog.reject()
    settle()
    assert chosen == [tmp_path / "mine.svg"]


def test_an_empty_stick_takes_a_folder(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asking, dialog, chosen = ask(window, dialogs, ())
    dialog.reject()
    settle()
    monkeypatch.setattr(Path, "is_mount", lambda path: path == tmp_path / "stick")
    (tmp_path / "stick").mkdir()
    asking.take(str(tmp_path / "stick"))
    assert chosen == [tmp_path / "stick" / "mood"]


def test_a_file_ends_with_what_it_is(window: MainWindow, dialogs: Dialogs, tmp_path: Path) -> None:
    """Tables in one file were a folder where somebody called them tables.csv."""
    asking, dialog, chosen = ask(window, dialogs, KINDS)
    asking.take(str(tmp_path / "mine.jpg"))
    asking.take(str(tmp_path / "MINE.PNG"))
    dialog.filterSelected.emit("Drawing (*.svg)")
    asking.take(str(tmp_path / "mine"))
    (tmp_path / "there.txt.svg").touch()
    asking.take(str(tmp_path / "there.txt"))  # is asked about: it lies there
    dialog.reject()
    settle()
    assert [each.name for each in chosen] == ["mine.jpg.png", "MINE.PNG", "mine.svg"]


def test_a_folder_is_made_by_a_name_that_nothing_has(
    window: MainWindow, dialogs: Dialogs, tmp_path: Path
) -> None:
    asking, dialog, chosen = ask(window, dialogs, ())
    assert dialog.fileMode() is QFileDialog.FileMode.Directory
    dialog.reject()
    settle()
    folder = tmp_path / "there"
    folder.mkdir()
    asking.take(str(folder))  # it is empty
    (folder / "a").touch()
    asking.take(str(folder))
    (folder / "mood").touch()
    asking.take(str(folder))
    assert chosen == [folder, folder / "mood", folder / "mood-2"]
