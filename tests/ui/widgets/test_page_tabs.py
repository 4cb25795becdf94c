"""The row of tabs: it says where one is, and opens the neighbour by mouse and by key."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]
Key = Qt.Key


@pytest.fixture
def tabs(show: Show) -> PageTabs:
    made = PageTabs("scripts")
    show(line_field("Before"), made, line_field("After"))
    return made


def marked(tabs: PageTabs) -> list[str]:
    return [tab.word for tab in tabs.tabs if tab.isChecked()]


def test_four_names_of_which_one_is_marked(tabs: PageTabs) -> None:
    assert [tab.word for tab in tabs.tabs] == ["Moments", "Words", "Ladder", "Plans"]
    assert marked(tabs) == ["Words"]
    assert all(tab.height() >= 28 for tab in tabs.tabs)


def test_a_click_opens_and_the_mark_stays_where_one_is(qtbot: QtBot, tabs: PageTabs) -> None:
    with qtbot.waitSignal(tabs.chosen, check_params_cb=lambda key: key == "ladder"):
        QTest.mouseClick(tabs.tabs[2], Qt.MouseButton.LeftButton)
    assert marked(tabs) == ["Words"]
    with qtbot.assertNotEmitted(tabs.chosen):
        QTest.mouseClick(tabs.tabs[1], Qt.MouseButton.LeftButton)
    assert marked(tabs) == ["Words"]


def test_one_stop_for_the_tab_key_and_arrows_walk(tabs: PageTabs) -> None:
    tabs.setFocus()
    assert keyboard() is tabs.tabs[1]
    QTest.keyClick(keyboard(), Key.Key_Tab)
    assert keyboard().accessibleName() == "After"
    QTest.keyClick(keyboard(), Key.Key_Backtab)
    assert keyboard() is tabs.tabs[1]
    for key, place in ((Key.Key_Right, 2), (Key.Key_Down, 3), (Key.Key_Right, 3), (Key.Key_Up, 2)):
        QTest.keyClick(keyboard(), key)
        assert keyboard() is tabs.tabs[place]


@pytest.mark.parametrize("key", [Key.Key_Return, Key.Key_Enter, Key.Key_Space])
def test_a_key_opens_what_was_walked_to(qtbot: QtBot, tabs: PageTabs, key: Qt.Key) -> None:
    tabs.setFocus()
    QTest.keyClick(keyboard(), Key.Key_Left)
    with qtbot.waitSignal(tabs.chosen, check_params_cb=lambda chosen: chosen == "boundaries"):
        QTest.keyClick(keyboard(), key)
    assert marked(tabs) == ["Words"]


def test_other_keys_and_keys_with_control_are_not_taken(qtbot: QtBot, tabs: PageTabs) -> None:
    tabs.setFocus()
    with qtbot.assertNotEmitted(tabs.chosen):
        QTest.keyClick(keyboard(), Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(keyboard(), Key.Key_A)
    assert keyboard() is tabs.tabs[1]


def test_arrows_follow_what_is_seen(tabs: PageTabs) -> None:
    tabs.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    tabs.setFocus()
    QTest.keyClick(keyboard(), Key.Key_Left)
    assert keyboard() is tabs.tabs[2]
    assert tabs.tabs[2].x() < tabs.tabs[1].x()


def test_it_is_heard_as_one_of_four_and_can_be_switched_by_tools(
    qtbot: QtBot, tabs: PageTabs
) -> None:
    heard = [QAccessible.queryAccessibleInterface(tab) for tab in tabs.tabs]
    assert {one.role() for one in heard} == {QAccessible.Role.RadioButton}
    assert [one.state().checked for one in heard] == [0, 1, 0, 0]
    with qtbot.waitSignal(tabs.chosen, check_params_cb=lambda key: key == "plan"):
        tabs.tabs[3].setChecked(True)
    assert marked(tabs) == ["Words"]


def test_an_unknown_page_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="no such tab"):
        PageTabs("mood")
