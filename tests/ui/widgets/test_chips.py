"""Chips: any number of words, one stop for the Tab key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.assistive import toggle
from support.looking import keyboard

from caregiver_journal.ui.widgets.chips import Chips, Choice
from caregiver_journal.ui.widgets.text import line_field, push_button
from caregiver_journal.ui.widgets.word_button import WordButton

Show = Callable[..., QWidget]

WORDS = ["tired", "relieved", "tender", "guilty", "proud", "resentful", "lonely"]


@pytest.fixture
def chips(show: Show) -> Chips:
    made = Chips([(word, word) for word in WORDS], name="words")
    show(made, width=300)
    made.setFocus()
    return made


def buttons(chips: Chips) -> list[WordButton]:
    return chips.findChildren(WordButton)


def test_many_are_chosen_in_the_order_of_the_words(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.waitSignal(chips.changed, check_params_cb=lambda keys: keys == ("proud",)):
        QTest.mouseClick(buttons(chips)[4], Qt.MouseButton.LeftButton)
    QTest.mouseClick(buttons(chips)[0], Qt.MouseButton.LeftButton)
    assert chips.values() == ("tired", "proud")
    QTest.mouseClick(buttons(chips)[4], Qt.MouseButton.LeftButton)
    assert chips.values() == ("tired",)


def test_arrows_walk_and_space_chooses(qtbot: QtBot, chips: Chips) -> None:
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Space):
        QTest.keyClick(keyboard(), key)
    assert chips.values() == ("tender",)
    stops = [b for b in buttons(chips) if b.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [buttons(chips)[2]]


def test_assistive_tools_switch_without_a_click(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.waitSignal(chips.changed, check_params_cb=lambda keys: keys == ("guilty",)):
        toggle(buttons(chips)[3])
    with qtbot.waitSignal(chips.changed, check_params_cb=lambda keys: keys == ()):
        toggle(buttons(chips)[3])


def test_setting_tells_nobody_and_passes_over_what_is_unknown(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.assertNotEmitted(chips.changed):
        chips.set_values(["guilty", "no such word"])
    assert chips.values() == ("guilty",)


def test_own_words_come_last_and_only_once(chips: Chips) -> None:
    chips.add_choice("own", "<b>mine</b> & yours", chosen=True)
    chips.add_choice("own", "again")
    assert chips.values() == ("own",)
    own = chips.findChildren(WordButton, "words.own")[0]
    assert own.text() == "<b>mine</b> && yours"


def test_they_wrap_and_mirror(chips: Chips) -> None:
    first, last = buttons(chips)[0], buttons(chips)[-1]
    assert last.y() > first.y()
    assert first.x() == 0
    assert all(chips.rect().contains(b.geometry()) for b in buttons(chips))
    chips.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    assert first.geometry().right() == chips.width() - 1


def test_choosing_moves_nothing(chips: Chips) -> None:
    before = [b.geometry() for b in buttons(chips)]
    chips.set_values(WORDS)
    QApplication.processEvents()
    assert [b.geometry() for b in buttons(chips)] == before


def test_other_words_stand_where_tab_finds_them(qtbot: QtBot, show: Show) -> None:
    made, more, after = Chips(name="words"), push_button("more…"), line_field("After")
    made.set_last(more)
    show(line_field("Before"), made, after)
    with qtbot.assertNotEmitted(made.changed):
        made.set_choices([Choice("a", "calm", "at rest"), Choice("b", "tense")], ["b"])
    assert made.values() == ("b",)
    assert made.offered() == ("a", "b")
    assert made.chip("a").accessibleDescription() == "at rest"
    made.setFocus()
    walked = [keyboard()]
    for _step in range(2):
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)
        walked.append(keyboard())
    assert walked == [made.chip("a"), more, after]
    assert more.x() > made.chip("b").x()


def test_the_keyboard_stays_on_a_word_that_stays(show: Show) -> None:
    made = Chips(name="words")
    show(made)
    made.set_choices([Choice("a", "calm"), Choice("b", "tense")], [])
    made.chip("b").setFocus()
    made.set_choices([Choice("b", "tense"), Choice("c", "torn")], [])
    assert keyboard() is made.chip("b")


def test_hidden_words_are_passed_over_and_stay_chosen(chips: Chips) -> None:
    chips.set_values(["tired", "proud"])
    chips.show_only(["tired", "lonely"])
    QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    assert keyboard() is chips.chip("lonely")
    assert chips.values() == ("tired", "proud")
    chips.show_only([])
    assert not any(button.isVisible() for button in buttons(chips))


def test_pointing_and_putting_away_are_told(qtbot: QtBot, chips: Chips) -> None:
    with qtbot.waitSignal(chips.pointed, check_params_cb=lambda key: key == "relieved"):
        QTest.keyClick(keyboard(), Qt.Key.Key_Right)
    with qtbot.waitSignal(chips.put_away, check_params_cb=lambda key: key == "relieved"):
        QTest.keyClick(keyboard(), Qt.Key.Key_Delete)
    with qtbot.waitSignal(chips.menu_wanted, check_params_cb=lambda key: key == "tender"):
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(3, 3), QPoint(3, 3))
        QApplication.sendEvent(chips.chip("tender"), menu)
