"""A slider from 0 to 10 that says nothing until it is touched."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QSlider, QWidget
from pytestqt.qtbot import QtBot
from support.looking import count_changes

from caregiver_journal.base.look import TARGET
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, line_field

Show = Callable[..., QWidget]
LEFT = Qt.MouseButton.LeftButton
K = Qt.Key


@pytest.fixture
def slider(show: Show) -> TenSlider:
    made = TenSlider("nothing", "everything", name="load")
    label = field_label("Load", made)
    show(label, made, line_field("After"), width=320)
    made.setFocus()
    return made


def track(slider: TenSlider) -> QSlider:
    return slider.findChildren(QSlider, "load.slider")[0]


def clear(slider: TenSlider) -> QPushButton:
    return slider.findChildren(QPushButton, "load.clear")[0]


def press(slider: TenSlider, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(track(slider), key)


def test_it_says_nothing_until_it_is_touched(slider: TenSlider) -> None:
    assert slider.value() is None
    assert slider.text() == "not said"
    assert not clear(slider).isVisible()
    assert track(slider).accessibleName() == "Load, not said"


@pytest.mark.parametrize(
    ("keys", "value"),
    [
        ((K.Key_7,), 7),
        ((K.Key_0,), 0),
        ((K.Key_End,), 10),
        ((K.Key_Home,), 0),
        ((K.Key_Right,), 5),
        ((K.Key_Left,), 5),
        ((K.Key_7, K.Key_Right, K.Key_Up), 9),
        ((K.Key_7, K.Key_Left, K.Key_Down), 5),
        ((K.Key_9, K.Key_Up, K.Key_Up, K.Key_Up), 10),
        ((K.Key_5, K.Key_PageDown), 3),
        ((K.Key_5, K.Key_PageUp), 7),
        ((K.Key_7, K.Key_Delete), None),
        ((K.Key_7, K.Key_Backspace), None),
    ],
)
def test_the_keyboard_moves_and_empties_it(
    slider: TenSlider, keys: tuple[Qt.Key, ...], value: int | None
) -> None:
    press(slider, *keys)
    assert slider.value() == value


def test_the_mouse_sets_and_drags_it(qtbot: QtBot, slider: TenSlider) -> None:
    line = track(slider)
    with qtbot.waitSignal(slider.changed):
        QTest.mouseClick(line, LEFT, Qt.KeyboardModifier.NoModifier, line.rect().center())
    assert slider.value() == 5
    QTest.mousePress(line, LEFT, Qt.KeyboardModifier.NoModifier, line.rect().center())
    QTest.mouseMove(line, QPoint(line.width() - 3, 5))
    QTest.mouseRelease(line, LEFT, Qt.KeyboardModifier.NoModifier, QPoint(line.width() - 3, 5))
    assert slider.value() == 10
    QTest.mouseClick(line, Qt.MouseButton.RightButton, Qt.KeyboardModifier.NoModifier, QPoint(3, 5))
    assert slider.value() == 10


def test_a_click_on_clear_empties_it_and_moves_nothing(qtbot: QtBot, slider: TenSlider) -> None:
    press(slider, K.Key_4)
    height = slider.height()
    assert slider.text() == "4 of 10"
    assert clear(slider).accessibleName() == "Clear Load"
    with qtbot.waitSignal(slider.changed):
        QTest.mouseClick(clear(slider), LEFT)
    assert slider.value() is None
    assert QApplication.focusWidget() is track(slider)
    QApplication.processEvents()
    assert slider.height() == height


def test_setting_tells_nobody(qtbot: QtBot, slider: TenSlider) -> None:
    with qtbot.assertNotEmitted(slider.changed):
        slider.set_value(0)
        slider.set_note("last full day off today")
    assert slider.text() == "0 of 10 · last full day off today"
    for wrong in (-1, 11):
        with pytest.raises(ValueError, match="0 to 10"):
            slider.set_value(wrong)


def test_the_same_number_again_is_no_change(qtbot: QtBot, slider: TenSlider) -> None:
    press(slider, K.Key_4)
    with qtbot.assertNotEmitted(slider.changed):
        press(slider, K.Key_4, K.Key_A)
        QTest.keyClick(track(slider), K.Key_9, Qt.KeyboardModifier.ControlModifier)
    assert slider.value() == 4


def test_from_right_to_left_left_is_more(slider: TenSlider) -> None:
    slider.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(slider, K.Key_5, K.Key_Left)
    assert slider.value() == 6
    QTest.mouseClick(track(slider), LEFT, Qt.KeyboardModifier.NoModifier, QPoint(3, 5))
    assert slider.value() == 10


def test_tools_for_the_blind_hear_and_move_it(qtbot: QtBot, slider: TenSlider) -> None:
    heard = QAccessible.queryAccessibleInterface(track(slider))
    assert heard.role() == QAccessible.Role.Slider
    assert "nothing" in heard.text(QAccessible.Text.Description)
    with qtbot.waitSignal(slider.changed):
        track(slider).setValue(3)
    assert slider.value() == 3
    assert track(slider).accessibleName() == "Load, 3 of 10"


def test_it_is_large_enough_and_shows_the_keyboard(slider: TenSlider) -> None:
    press(slider, K.Key_3)
    assert min(track(slider).height(), clear(slider).height()) >= TARGET
    there = slider.grab().toImage()
    track(slider).clearFocus()
    assert count_changes(there, slider.grab().toImage()) > 100


def test_an_empty_one_looks_empty(slider: TenSlider) -> None:
    track(slider).clearFocus()
    empty = track(slider).grab().toImage()
    slider.set_value(0)
    assert count_changes(empty, track(slider).grab().toImage()) > 100
