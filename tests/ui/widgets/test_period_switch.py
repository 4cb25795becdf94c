"""One period is always chosen."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.domain.period import Span
from caregiver_journal.ui.widgets.period_switch import PeriodSwitch

Show = Callable[..., QWidget]


@pytest.fixture
def switch(show: Show) -> PeriodSwitch:
    made = PeriodSwitch(Span.YEAR, name="boundaries.period")
    show(made)
    return made


def test_a_click_and_an_arrow_choose(qtbot: QtBot, switch: PeriodSwitch) -> None:
    month = switch.findChild(QWidget, "boundaries.period.span.month")
    assert month is not None
    with qtbot.waitSignal(switch.changed, check_params_cb=lambda span: span is Span.MONTH):
        QTest.mouseClick(month, Qt.MouseButton.LeftButton)
    assert switch.span() is Span.MONTH
    assert keyboard() is month
    with qtbot.waitSignal(switch.changed, check_params_cb=lambda span: span is Span.QUARTER):
        QTest.keyClick(keyboard(), Qt.Key.Key_Right)


def test_it_cannot_be_emptied(qtbot: QtBot, switch: PeriodSwitch) -> None:
    switch.setFocus()
    with qtbot.assertNotEmitted(switch.changed):
        QTest.keyClick(keyboard(), Qt.Key.Key_Delete)
        QTest.mouseClick(keyboard(), Qt.MouseButton.LeftButton)
    assert switch.span() is Span.YEAR
    assert switch.segments.value() == "year"
