"""The message strip: one at a time, gone by itself, never while it is used."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.message_strip import SHOWN_MS, MessageStrip
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]


@pytest.fixture
def window(show: Show) -> QWidget:
    return show(line_field("Field"), width=700)


@pytest.fixture
def strip(window: QWidget) -> MessageStrip:
    return MessageStrip(window)


def timer(strip: MessageStrip) -> QTimer:
    found = strip.findChildren(QTimer)[0]
    assert isinstance(found, QTimer)
    return found


def test_it_says_one_thing_at_the_foot(strip: MessageStrip, window: QWidget) -> None:
    assert strip.text() == ""
    strip.say("Saved.")
    strip.say("Saved again.", "Undo", print)
    assert strip.text() == "Saved again."
    assert window.rect().contains(strip.geometry())
    assert window.height() - strip.geometry().bottom() < 40
    assert abs(strip.geometry().center().x() - window.rect().center().x()) <= 1


def test_it_goes_by_itself_after_a_while(strip: MessageStrip) -> None:
    QCursor.setPos(strip.window().mapToGlobal(QPoint(1, 1)))
    strip.say("Saved.")
    clock = timer(strip)
    assert (clock.isActive(), clock.isSingleShot(), clock.interval()) == (True, True, SHOWN_MS)
    clock.timeout.emit()
    assert not strip.isVisible()
    assert strip.text() == ""


def test_it_stays_while_the_keyboard_is_on_it(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.say("Deleted.", "Undo", print)
    strip.findChildren(QPushButton)[0].setFocus()
    timer(strip).timeout.emit()
    assert strip.isVisible()
    assert timer(strip).isActive()


def test_it_stays_while_something_lies_over_it(strip: MessageStrip, window: QWidget) -> None:
    QCursor.setPos(window.mapToGlobal(QPoint(1, 1)))
    strip.say("Deleted.", "Undo", print)
    sheet = QWidget(window)
    sheet.setGeometry(window.rect())
    sheet.show()
    timer(strip).timeout.emit()
    assert strip.isVisible()
    sheet.hide()
    timer(strip).timeout.emit()
    assert not strip.isVisible()


def test_what_went_wrong_stays(strip: MessageStrip) -> None:
    strip.say("Saved.")
    strip.say("The disk is full.", error=True)
    assert not timer(strip).isActive()
    assert strip.property("role") == "strip_error"
    strip.say("Saved.")
    assert strip.property("role") == "strip"
    assert timer(strip).isActive()


def test_the_action_is_done_once_and_ends_it(qtbot: QtBot, strip: MessageStrip) -> None:
    done: list[str] = []
    strip.say("Deleted.", "Undo", lambda: done.append(strip.text()))
    button = strip.findChildren(QPushButton)[0]
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.click()
    assert done == [""]
    assert not strip.isVisible()


def test_an_action_may_say_the_next_thing(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.say("Deleted.", "Undo", lambda: strip.say("Brought back."))
    strip.findChildren(QPushButton)[0].click()
    assert strip.text() == "Brought back."


def test_without_an_action_there_is_no_button(strip: MessageStrip) -> None:
    strip.say("Saved.")
    assert not strip.findChildren(QPushButton)[0].isVisible()


def test_it_is_dismissed_by_its_cross_and_by_escape(qtbot: QtBot, strip: MessageStrip) -> None:
    strip.say("Saved.", error=True)
    cross = strip.findChildren(QToolButton)[0]
    assert cross.accessibleName() == "Dismiss this message"
    QTest.mouseClick(cross, Qt.MouseButton.LeftButton)
    assert not strip.isVisible()
    strip.say("Saved.", "Undo", print)
    QTest.keyClick(strip.findChildren(QPushButton)[0], Qt.Key.Key_Escape)
    assert not strip.isVisible()


def test_it_stays_at_the_foot_and_wraps(strip: MessageStrip, window: QWidget) -> None:
    strip.say("This could not be saved because the disk is full. Make some room first. " * 3)
    window.resize(380, 500)
    QApplication.processEvents()
    assert window.rect().contains(strip.geometry())
    assert strip.height() >= strip.heightForWidth(strip.width())


@pytest.mark.parametrize(("width", "is_below"), [(300, True), (700, False)])
def test_a_long_action_stands_below_its_sentence_where_there_is_little_room(
    show: Show, width: int, *, is_below: bool
) -> None:
    window = show(line_field("Field"), width=width)
    strip = MessageStrip(window)
    strip.say("Part of the file is damaged.", "Save what can be read", print)
    action = strip.findChildren(QPushButton)[0]
    words = strip.findChildren(QLabel, "message.text")[0]
    assert (action.geometry().top() >= words.geometry().bottom()) == is_below
    assert strip.rect().contains(action.geometry())
