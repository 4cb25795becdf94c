"""The day a moment counts to is said where it is not plain."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.widgets.when_day import WhenDay, may_count_to

Show = Callable[..., QWidget]
FRIDAY, THURSDAY = date(2026, 11, 20), date(2026, 11, 19)
NIGHT = datetime(2026, 11, 20, 1, 30, tzinfo=ZoneInfo("Europe/London"))


@pytest.fixture
def line(show: Show) -> WhenDay:
    made = WhenDay(name="day")
    show(made)
    return made


def button(line: WhenDay) -> QPushButton:
    return line.findChildren(QPushButton, "day.other")[0]


def test_a_plain_day_takes_no_room(line: WhenDay) -> None:
    line.show_day(NIGHT.replace(hour=18), FRIDAY, None, FRIDAY)
    assert line.text() == ""
    assert line.isHidden()


def test_a_moment_after_midnight_can_count_to_either_day(qtbot: QtBot, line: WhenDay) -> None:
    line.show_day(NIGHT, THURSDAY, None, FRIDAY)
    assert line.text() == "It counts to Thursday 19 November."
    assert button(line).text() == "Count it to Friday"
    with qtbot.waitSignal(line.changed, check_params_cb=lambda day: day == FRIDAY):
        QTest.mouseClick(button(line), Qt.MouseButton.LeftButton)
    line.show_day(NIGHT, THURSDAY, FRIDAY, FRIDAY)
    assert line.text() == "It counts to Friday 20 November."
    with qtbot.waitSignal(line.changed, check_params_cb=lambda day: day is None):
        QTest.mouseClick(button(line), Qt.MouseButton.LeftButton)


def test_a_morning_can_count_to_the_night_before_it(qtbot: QtBot, line: WhenDay) -> None:
    line.show_day(NIGHT.replace(hour=7), FRIDAY, None, FRIDAY)
    assert line.text() == ""
    assert button(line).text() == "Count it to Thursday"
    with qtbot.waitSignal(line.changed, check_params_cb=lambda day: day == THURSDAY):
        QTest.mouseClick(button(line), Qt.MouseButton.LeftButton)
    line.show_day(NIGHT.replace(hour=7), FRIDAY, THURSDAY, FRIDAY)
    assert line.text() == "It counts to Thursday 19 November."
    assert button(line).text() == "Count it to Friday"


def test_a_day_chosen_long_ago_is_said(line: WhenDay) -> None:
    line.show_day(NIGHT.replace(hour=6), FRIDAY, THURSDAY, FRIDAY)
    assert line.text() == "It counts to Thursday 19 November."
    assert button(line).text() == "Count it to Friday"


def test_a_day_by_hand_fits_its_own_night_only() -> None:
    assert may_count_to(FRIDAY, NIGHT)
    assert may_count_to(THURSDAY, NIGHT)
    assert not may_count_to(FRIDAY, NIGHT + timedelta(days=2))
    assert not may_count_to(FRIDAY, NIGHT - timedelta(days=1))
