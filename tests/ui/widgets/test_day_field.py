"""A field for a day steps on from day to day, and by month and year where the cursor is there."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDateEdit
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.day_field import DayField

SATURDAY = date(2026, 10, 31)


def make(qtbot: QtBot) -> DayField:
    field = DayField(SATURDAY, name="day")
    qtbot.addWidget(field)
    field.show()
    field.setFocus()
    return field


def test_arrows_go_on_beyond_the_week_and_the_month(qtbot: QtBot) -> None:
    field = make(qtbot)
    for _step in range(3):
        QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == date(2026, 11, 3)
    for _step in range(4):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == date(2026, 10, 30)


def test_the_month_and_the_year_step_by_themselves(qtbot: QtBot) -> None:
    field = make(qtbot)
    field.setCurrentSection(QDateEdit.Section.MonthSection)
    QTest.keyClick(field, Qt.Key.Key_Up)
    field.setCurrentSection(QDateEdit.Section.YearSection)
    QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.day() == date(2025, 11, 30)


def test_a_field_that_is_only_read_does_not_step(qtbot: QtBot) -> None:
    field = make(qtbot)
    field.setReadOnly(True)
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.day() == SATURDAY
