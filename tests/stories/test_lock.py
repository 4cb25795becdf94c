"""Somebody leaves the computer, on purpose or not."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel
from support.dialogs import Dialogs
from support.driver import Driver

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.desktop.one_window import OneWindow


@pytest.mark.parametrize("road", ["keys", "mouse", "menu"])
def test_what_was_logged_is_there_after_lock_and_unlock(writer: Driver, road: str) -> None:
    writer.keys("4", "Ctrl+Return")
    {
        "keys": lambda: writer.keys("Ctrl+L"),
        "mouse": lambda: writer.press("sidebar.lock"),
        "menu": lambda: writer.choose_in_menu("window.lock"),
    }[road]()
    assert writer.starts == 2
    assert writer.page() == ""
    assert "Welcome back" in writer.seen_texts()
    writer.unlock()
    assert writer.titles("today.entries") == ["Mood · good"]


def test_a_draft_survives_the_lock(writer: Driver) -> None:
    writer.keys("2")
    writer.type_into("mood.line", "only half a")
    writer.keys("Ctrl+N")
    writer.type_into("checkin.note", "and another half")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.text("mood.line") == "only half a"
    writer.keys("Ctrl+N")
    assert writer.text("checkin.note") == "and another half"


def test_nobody_there_locks_after_the_set_time(writer: Driver) -> None:
    writer.let_pass(minutes=4)
    writer.keys("Shift+Tab")  # somebody is there
    writer.let_pass(minutes=4.9)
    assert writer.starts == 1
    writer.let_pass(minutes=0.2)
    assert writer.starts == 2


def test_the_time_to_the_lock_can_be_set(writer: Driver) -> None:
    writer.keys("Ctrl+,")
    writer.choose("settings.auto_lock_minutes", "after 10 minutes")
    writer.let_pass(minutes=9)
    assert writer.starts == 1
    writer.let_pass(minutes=2)
    assert writer.starts == 2


def test_a_gap_in_time_locks_as_after_sleep(writer: Driver) -> None:
    writer.let_pass(minutes=1)
    assert writer.starts == 1
    writer.sleep_and_wake(hours=1)
    assert writer.starts == 2


def test_quick_hide_covers_everything_and_comes_back(writer: Driver) -> None:
    writer.type_into("mood.line", "private words")
    writer.keys("F9")
    assert "private words" not in writer.seen_texts()
    assert writer.is_covered()
    writer.keys("F9")
    assert writer.text("mood.line") == "private words"
    assert writer.starts == 1


@pytest.mark.parametrize("key", [Qt.Key.Key_F9, Qt.Key.Key_L])
def test_a_dialog_for_a_file_keeps_nobody_from_leaving(
    writer: Driver, dialogs: Dialogs, key: Qt.Key
) -> None:
    dialogs.expect("QFileDialog")
    writer.keys("Ctrl+,")
    writer.press("settings.import")
    (dialog,) = writer.window.findChildren(QFileDialog)
    writer.qtbot.waitUntil(dialog.isActiveWindow)
    handle = dialog.windowHandle()
    assert handle is not None
    is_lock = key == Qt.Key.Key_L
    held = Qt.KeyboardModifier.ControlModifier if is_lock else Qt.KeyboardModifier.NoModifier
    QTest.keyClick(handle, key, held)
    if is_lock:
        assert writer.starts == 2
        return
    assert writer.is_covered()
    assert not any(each.isVisible() for each in writer.window.findChildren(QFileDialog))
    writer.window.activateWindow()
    writer.qtbot.waitActive(writer.window)
    writer.keys("F9")
    assert writer.page() == "settings"


def test_quick_hide_turns_into_a_lock(writer: Driver) -> None:
    writer.keys("F9")
    writer.window.cover.expired.emit()
    assert writer.starts == 2


def test_text_that_cannot_be_stored_is_covered_and_kept(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    writer.type_into("mood.line", "do not lose me")

    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)
        writer.keys("Ctrl+L")
        assert writer.starts == 1
        assert "could not be stored yet" in writer.find("cover.note", QLabel).text()
        assert writer.is_covered()
    writer.window._leave()  # what the timer does every five seconds
    assert writer.starts == 2
    writer.unlock()
    assert writer.text("mood.line") == "do not lose me"


def test_a_second_start_shows_the_first_window_and_ends(writer: Driver) -> None:
    second = OneWindow(writer.folder)
    with writer.qtbot.waitSignal(writer.one_window.knocked, timeout=5_000):
        assert not second.take()


def test_copied_text_leaves_the_clipboard_at_lock(writer: Driver) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("copied words")
    assert clipboard.mimeData().data("x-kde-passwordManagerHint") == b"secret"
    writer.keys("Ctrl+L")
    assert clipboard.text() == ""


def test_the_title_is_always_the_same(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J")
    assert writer.window.windowTitle() == "Caregiver Journal"
