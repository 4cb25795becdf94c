"""What is copied from the program does not stay on the clipboard."""

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, QObject
from PySide6.QtGui import QClipboard, QImage
from PySide6.QtWidgets import QApplication

from caregiver_journal.ui.clipboard import CLEAR_AFTER_MS, ClipboardGuard


@pytest.fixture
def clipboard(qapp: QApplication) -> QClipboard:
    clipboard = QApplication.clipboard()
    clipboard.clear()
    return clipboard


@pytest.fixture
def guard(clipboard: QClipboard) -> Iterator[ClipboardGuard]:
    home = QObject()
    yield ClipboardGuard(home)
    clipboard.clear()
    shiboken6.delete(home)


def test_copied_text_asks_not_to_be_recorded(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    clipboard.setText("words of mine")
    data = clipboard.mimeData()
    assert data.text() == "words of mine"
    assert data.data("x-kde-passwordManagerHint") == b"secret"
    assert data.hasFormat("ExcludeClipboardContentFromMonitorProcessing")
    assert data.data("CanIncludeInClipboardHistory") == b"\0\0\0\0"
    assert data.hasFormat("application/x-nspasteboard-concealed-type")


def test_it_is_cleared_after_a_minute(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    clipboard.setText("words of mine")
    assert guard._timer.isActive()
    assert guard._timer.isSingleShot()
    assert guard._timer.interval() == CLEAR_AFTER_MS == 60_000
    guard._timer.timeout.emit()
    assert clipboard.text() == ""


def test_clearing_stops_the_clock(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    clipboard.setText("words of mine")
    guard.clear()
    assert clipboard.text() == ""
    assert not guard._timer.isActive()


def test_a_second_copy_is_guarded_too(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    clipboard.setText("first")
    clipboard.setText("second")
    assert clipboard.text() == "second"
    assert clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")


def test_what_is_no_text_stays_as_it_is(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    data = QMimeData()
    data.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    clipboard.setMimeData(data)
    assert clipboard.mimeData().hasImage()
    assert not guard._timer.isActive()


def test_an_empty_clipboard_is_no_trouble(guard: ClipboardGuard, clipboard: QClipboard) -> None:
    clipboard.clear()
    guard.clear()
    assert clipboard.text() == ""


def test_what_somebody_else_copied_is_left_alone(
    guard: ClipboardGuard, clipboard: QClipboard, monkeypatch: pytest.MonkeyPatch
) -> None:
    clipboard.setText("words of mine")
    monkeypatch.setattr(guard, "_is_ours", lambda: False)
    clipboard.setText("words of another program")
    assert not guard._timer.isActive()
    assert not clipboard.mimeData().hasFormat("x-kde-passwordManagerHint")
    guard.clear()
    assert clipboard.text() == "words of another program"
