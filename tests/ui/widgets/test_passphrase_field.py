"""The passphrase field: hidden, shown on request, forgotten for good."""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets.first_picture import FirstPicture
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField, caps_after
from caregiver_journal.ui.widgets.text import PlainLabel, line_field

Show = Callable[..., QWidget]

Key, Held = Qt.Key, Qt.KeyboardModifier
HINTS = (
    Qt.InputMethodHint.ImhSensitiveData,
    Qt.InputMethodHint.ImhNoPredictiveText,
    Qt.InputMethodHint.ImhHiddenText,
)


@pytest.fixture
def field(qtbot: QtBot, show: Show) -> PassphraseField:
    made = PassphraseField("Passphrase", name="test.phrase")
    window = show(made, line_field("After"))
    pictures = window.findChildren(FirstPicture)  # the field is complete after the first one
    qtbot.waitUntil(lambda: all(picture.is_over for picture in pictures))
    made.setFocus()
    return made


@pytest.fixture
def typed(field: PassphraseField) -> QLineEdit:
    return field.findChildren(QLineEdit, "test.phrase.field")[0]


@pytest.fixture
def eye(field: PassphraseField) -> QToolButton:
    return field.findChildren(QToolButton, "test.phrase.show")[0]


def test_it_is_hidden_and_kept_from_input_methods(
    qtbot: QtBot, typed: QLineEdit, eye: QToolButton
) -> None:
    assert typed.echoMode() == QLineEdit.EchoMode.Password
    assert all(typed.inputMethodHints() & hint for hint in HINTS)
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    assert typed.echoMode() == QLineEdit.EchoMode.Normal
    assert all(typed.inputMethodHints() & hint for hint in HINTS)


def test_the_eye_says_what_it_does_and_works_by_keyboard(
    qtbot: QtBot, typed: QLineEdit, eye: QToolButton
) -> None:
    assert eye.accessibleName() == "Show the passphrase"
    QTest.keyClick(typed, Key.Key_Tab)
    assert keyboard() is eye
    QTest.keyClick(eye, Key.Key_Space)
    assert eye.accessibleName() == "Show the passphrase", "checked, it says so itself"
    assert eye.toolTip() == "Hide the passphrase"
    assert typed.echoMode() == QLineEdit.EchoMode.Normal
    assert eye.width() >= 28
    assert eye.height() >= 28


def test_typing_and_enter_are_told(qtbot: QtBot, field: PassphraseField, typed: QLineEdit) -> None:
    with qtbot.waitSignal(field.changed):
        QTest.keyClicks(typed, "correct horse")
    with qtbot.waitSignal(field.submitted):
        QTest.keyClick(typed, Key.Key_Return)
    assert field.text() == "correct horse"


def test_clearing_leaves_nothing_to_undo(
    qtbot: QtBot, field: PassphraseField, typed: QLineEdit, eye: QToolButton
) -> None:
    QTest.keyClicks(typed, "secret")
    QTest.mouseClick(eye, Qt.MouseButton.LeftButton)
    field.clear()
    assert typed.echoMode() == QLineEdit.EchoMode.Password
    typed.setEchoMode(QLineEdit.EchoMode.Normal)
    assert not typed.isUndoAvailable()
    typed.undo()
    typed.redo()
    assert field.text() == ""


def test_the_label_names_the_field(typed: QLineEdit) -> None:
    assert typed.accessibleName() == "Passphrase"


def test_a_wrong_one_is_marked_and_unmarked(field: PassphraseField, typed: QLineEdit) -> None:
    field.set_wrong(wrong=True)
    assert typed.property("wrong") is True
    field.set_wrong(wrong=False)
    assert typed.property("wrong") is False


def hint(field: PassphraseField) -> PlainLabel:
    return field.findChildren(PlainLabel, "test.phrase.caps")[0]


def test_caps_lock_is_noticed_without_moving_anything(
    qtbot: QtBot, field: PassphraseField, typed: QLineEdit
) -> None:
    height = field.height()
    assert not hint(field).isVisible()
    QApplication.sendEvent(typed, key_event(Key.Key_A, "A"))
    assert hint(field).isVisible()
    assert hint(field).text() == "Caps Lock is on"
    assert field.height() == height
    QApplication.sendEvent(typed, key_event(Key.Key_A, "a"))
    assert not hint(field).isVisible()


def key_event(
    key: Qt.Key, text: str = "", held: Qt.KeyboardModifier = Held.NoModifier
) -> QKeyEvent:
    return QKeyEvent(QEvent.Type.KeyPress, key, held, text)


@pytest.mark.parametrize(
    ("event", "known", "after"),
    [
        (key_event(Key.Key_A, "A"), None, True),
        (key_event(Key.Key_A, "a"), True, False),
        (key_event(Key.Key_1, "1"), True, True),
        (key_event(Key.Key_1, "1"), None, None),
        (key_event(Key.Key_Eacute, "É"), None, True),
        (key_event(Key.Key_unknown, "文"), None, None),
        (key_event(Key.Key_CapsLock), None, True),
        (key_event(Key.Key_CapsLock), True, False),
        (key_event(Key.Key_CapsLock), False, True),
        (key_event(Key.Key_Left), True, True),
    ],
)
def test_caps_lock_is_inferred(event: QKeyEvent, known: bool | None, after: bool | None) -> None:
    assert caps_after(event, known) is after


@pytest.mark.parametrize(
    ("platform", "letter", "known", "after"),
    [
        ("linux", "A", None, False),
        ("linux", "a", None, True),
        ("win32", "a", False, True),
        ("darwin", "A", True, True),
        ("darwin", "A", None, None),
    ],
)
def test_shift_is_reckoned_with(
    monkeypatch: pytest.MonkeyPatch, platform: str, letter: str, known: bool | None, after: object
) -> None:
    monkeypatch.setattr(sys, "platform", platform)
    event = key_event(Key.Key_A, letter, Held.ShiftModifier)
    assert caps_after(event, known) is after


def test_room_for_the_eye_is_on_its_side(
    qtbot: QtBot, field: PassphraseField, typed: QLineEdit
) -> None:
    assert typed.textMargins().right() > 28
    field.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert typed.textMargins().left() > 28
    assert typed.textMargins().right() == 0
