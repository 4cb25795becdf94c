"""Three dots that offer a few things to do."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.app import dress
from caregiver_journal.base.look import TARGET
from caregiver_journal.ui.widgets.more_button import ActionPopover, MoreButton

Show = Callable[..., QWidget]


@pytest.fixture
def more(show: Show) -> MoreButton:
    made = MoreButton("More to do", (("edit", "Edit…"), ("delete", "Delete")), name="row.more")
    show(made, width=200)
    made.setFocus()
    return made


def open_popover(more: MoreButton) -> ActionPopover:
    QTest.keyClick(more, Qt.Key.Key_Space)
    return more.window().findChildren(ActionPopover)[-1]


def test_it_is_named_and_large_enough(more: MoreButton) -> None:
    assert more.accessibleName() == "More to do"
    assert min(more.width(), more.height()) >= TARGET


def test_a_choice_is_told_and_the_keyboard_comes_back(qtbot: QtBot, more: MoreButton) -> None:
    popover = open_popover(more)
    delete = popover.findChildren(QPushButton, "row.more.delete")[0]
    with qtbot.waitSignal(more.chosen) as told:
        delete.click()
    assert told.args == ["delete"]
    assert not popover.isVisible()
    assert QApplication.focusWidget() is more


def test_escape_chooses_nothing(qtbot: QtBot, more: MoreButton) -> None:
    popover = open_popover(more)
    with qtbot.assertNotEmitted(more.chosen):
        QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert not popover.isVisible()


def test_it_is_dressed_anew_with_the_look(app: QApplication, more: MoreButton) -> None:
    before = more.icon().cacheKey()
    dress(app, "dark", 150)
    QApplication.processEvents()
    assert more.icon().cacheKey() != before
