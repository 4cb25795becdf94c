"""A row that can be chosen: by mouse, keyboard and assistive tools, and it stays chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.looking import count_changes

from caregiver_journal.ui.widgets.pick_row import PickRow, keep_one

Show = Callable[..., QWidget]


@pytest.fixture
def rows(show: Show) -> tuple[PickRow, PickRow]:
    made = PickRow(name="first"), PickRow(name="second")
    made[0].show_words("Leave on time", "not tried yet", "5", "Leave on time, expected 5 of 10")
    made[1].show_words("Let it ring", "")
    show(*made, width=320)
    return made


def test_it_is_heard_with_what_the_square_says(rows: tuple[PickRow, PickRow]) -> None:
    assert rows[0].accessibleName() == "Leave on time, expected 5 of 10, not tried yet"
    assert rows[1].accessibleName() == "Let it ring"
    assert not rows[1].square.isVisible()
    assert not rows[1].line.isVisible()


def test_mouse_and_keys_choose_it_and_it_stays_chosen(
    qtbot: QtBot, rows: tuple[PickRow, PickRow]
) -> None:
    first, second = rows
    with qtbot.waitSignal(first.picked):
        QTest.mouseClick(first.title, Qt.MouseButton.LeftButton)
    QTest.mouseClick(first, Qt.MouseButton.LeftButton)
    assert first.isChecked()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        with qtbot.waitSignal(second.picked):
            QTest.keyClick(second, key)
        keep_one(rows, first)
        assert not second.isChecked()


def test_keeping_one_tells_nobody(qtbot: QtBot, rows: tuple[PickRow, PickRow]) -> None:
    with qtbot.assertNotEmitted(rows[0].picked), qtbot.assertNotEmitted(rows[1].picked):
        keep_one(rows, rows[1])
        assert [row.isChecked() for row in rows] == [False, True]
        keep_one(rows, None)
    assert not any(row.isChecked() for row in rows)


def test_choice_keyboard_and_rail_can_be_seen(rows: tuple[PickRow, PickRow]) -> None:
    first = rows[0]
    first.clearFocus()
    plain = first.grab().toImage()
    first.set_rail(above=True, below=True)
    assert count_changes(plain, first.grab().toImage()) > 4
    first.set_rail(above=False, below=False)
    first.set_chosen(chosen=True)
    assert count_changes(plain, first.grab().toImage()) > 100
    first.set_chosen(chosen=False)
    first.setFocus()
    assert count_changes(plain, first.grab().toImage()) > 100
