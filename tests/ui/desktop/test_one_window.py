"""One window for each journal; whoever comes second knocks."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import StorageError
from caregiver_journal.ui.desktop import one_window
from caregiver_journal.ui.desktop.one_window import OneWindow

Make = Callable[[Path], OneWindow]


@pytest.fixture
def make(qapp: QApplication) -> Iterator[Make]:
    made: list[OneWindow] = []

    def make_one(folder: Path) -> OneWindow:
        made.append(OneWindow(folder))
        return made[-1]

    yield make_one
    for one in made:
        one.release()
        shiboken6.delete(one)


def test_the_second_start_knocks_and_is_refused(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    first, second = make(tmp_path), make(tmp_path)
    assert first.take()
    with qtbot.waitSignal(first.knocked, timeout=5_000):
        assert not second.take()


def test_it_hears_a_second_knock_too(qtbot: QtBot, make: Make, tmp_path: Path) -> None:
    first, second = make(tmp_path), make(tmp_path)
    first.take()
    for _time in range(2):
        with qtbot.waitSignal(first.knocked, timeout=5_000):
            second.take()


def test_to_take_it_twice_is_to_have_it(make: Make, tmp_path: Path) -> None:
    one = make(tmp_path)
    assert one.take()
    assert one.take()


def test_what_was_given_back_is_free(make: Make, tmp_path: Path) -> None:
    first, second = make(tmp_path), make(tmp_path)
    assert first.take()
    first.release()
    assert second.take()


def test_journals_do_not_disturb_each_other(make: Make, tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        assert make(tmp_path / name).take()


def test_a_folder_that_is_not_there_yet_is_free_and_stays_unmade(
    make: Make, tmp_path: Path
) -> None:
    assert make(tmp_path / "later").take()
    assert not (tmp_path / "later").exists()


def test_a_folder_that_cannot_be_written_has_no_other_window_to_fear(
    make: Make, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: Path) -> None:
        raise StorageError

    monkeypatch.setattr(one_window, "knock", refuse)
    assert make(tmp_path).take()
