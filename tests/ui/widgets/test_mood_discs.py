"""Mood discs: chosen by key, arrow and mouse, and emptied again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.assistive import toggle
from support.looking import keyboard

from caregiver_journal.base.look import read_look
from caregiver_journal.ui.widgets.mood_discs import MoodDiscs

WORDS = ["Very low", "Low", "Mixed", "Good", "Very good"]
Key = Qt.Key


@pytest.fixture
def discs(qtbot: QtBot) -> MoodDiscs:
    made = MoodDiscs(WORDS)
    qtbot.addWidget(made)
    made.resize(500, 120)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def press(qtbot: QtBot, key: Qt.Key) -> None:
    QTest.keyClick(keyboard(), key)


def test_nothing_is_chosen_at_first(discs: MoodDiscs) -> None:
    assert discs.value() is None


@pytest.mark.parametrize("number", range(1, 6))
def test_a_digit_chooses(qtbot: QtBot, discs: MoodDiscs, number: int) -> None:
    with qtbot.waitSignal(discs.chosen, check_params_cb=lambda value: value == number):
        press(qtbot, Key(Key.Key_0 + number))
    assert discs.value() == number
    assert discs.buttons()[number - 1].isChecked()
    assert keyboard() is discs.buttons()[number - 1]


@pytest.mark.parametrize("key", [Key.Key_6, Key.Key_0, Key.Key_A])
def test_other_keys_choose_nothing(qtbot: QtBot, discs: MoodDiscs, key: Qt.Key) -> None:
    with qtbot.assertNotEmitted(discs.chosen):
        press(qtbot, key)
    assert discs.value() is None


def test_arrows_walk_and_stop_at_the_ends(qtbot: QtBot, discs: MoodDiscs) -> None:
    press(qtbot, Key.Key_Right)
    assert discs.value() == 2
    for _step in range(9):
        press(qtbot, Key.Key_Right)
    assert discs.value() == 5
    for _step in range(9):
        press(qtbot, Key.Key_Up)
    assert discs.value() == 1


def test_arrows_are_mirrored(qtbot: QtBot, discs: MoodDiscs) -> None:
    discs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press(qtbot, Key.Key_Left)
    assert discs.value() == 2
    QApplication.processEvents()
    first, last = discs.buttons()[0], discs.buttons()[-1]
    assert first.x() > last.x()


@pytest.mark.parametrize("key", [Key.Key_Delete, Key.Key_Backspace])
def test_a_choice_is_taken_back_by_key(qtbot: QtBot, discs: MoodDiscs, key: Qt.Key) -> None:
    discs.set_value(3)
    with qtbot.waitSignal(discs.emptied):
        press(qtbot, key)
    assert discs.value() is None
    assert not any(button.isChecked() for button in discs.buttons())
    with qtbot.assertNotEmitted(discs.emptied):
        press(qtbot, key)


def test_a_click_chooses_and_a_second_one_takes_back(qtbot: QtBot, discs: MoodDiscs) -> None:
    disc = discs.buttons()[3]
    with qtbot.waitSignal(discs.chosen, check_params_cb=lambda value: value == 4):
        QTest.mouseClick(disc, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(discs.emptied):
        QTest.mouseClick(disc, Qt.MouseButton.LeftButton)
    assert discs.value() is None


def test_assistive_tools_choose_without_a_click(qtbot: QtBot, discs: MoodDiscs) -> None:
    with qtbot.waitSignal(discs.chosen, check_params_cb=lambda value: value == 4):
        toggle(discs.buttons()[3])
    with qtbot.assertNotEmitted(discs.emptied), qtbot.waitSignal(discs.chosen):
        toggle(discs.buttons()[1])
    assert discs.value() == 2
    assert [button.isChecked() for button in discs.buttons()].count(True) == 1
    with qtbot.waitSignal(discs.emptied):
        QTest.mouseClick(discs.buttons()[1], Qt.MouseButton.LeftButton)


def test_a_click_is_told_once(qtbot: QtBot, discs: MoodDiscs) -> None:
    told: list[object] = []
    discs.changed.connect(told.append)
    for place in (3, 1, 1):
        QTest.mouseClick(discs.buttons()[place], Qt.MouseButton.LeftButton)
    assert told == [3, 1, None]


def test_setting_a_value_tells_nobody(qtbot: QtBot, discs: MoodDiscs) -> None:
    with qtbot.assertNotEmitted(discs.chosen), qtbot.assertNotEmitted(discs.emptied):
        discs.set_value(2)
        discs.set_value(None)
    with pytest.raises(IndexError):
        discs.set_value(6)


def test_the_tab_key_stops_once(discs: MoodDiscs) -> None:
    stops = [b for b in discs.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [discs.buttons()[0]]
    discs.set_value(4)
    stops = [b for b in discs.buttons() if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [discs.buttons()[3]]


def test_each_disc_is_one_of_several_and_named(discs: MoodDiscs) -> None:
    discs.set_value(2)
    for number, (disc, word) in enumerate(zip(discs.buttons(), WORDS, strict=True), 1):
        heard = QAccessible.queryAccessibleInterface(disc)
        assert heard.role() == QAccessible.Role.RadioButton
        assert heard.text(QAccessible.Text.Name) == f"{number}, {word}"
        assert bool(heard.state().checked) == (number == 2)


def test_the_others_are_softened_once_one_is_chosen(discs: MoodDiscs) -> None:
    look = read_look("light")

    def colour(number: int) -> QColor:
        disc = discs.buttons()[number - 1]
        return disc.grab().toImage().pixelColor(disc.width() // 2, 16)

    assert colour(1) == QColor(look.mood[0])
    discs.set_value(5)
    assert colour(1) == QColor(look.soft_mood(1))
    assert colour(5) == QColor(look.mood[4])


def test_five_words_are_needed() -> None:
    with pytest.raises(ValueError, match="five words"):
        MoodDiscs(["Low", "High"])
