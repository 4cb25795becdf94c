"""One period is always chosen."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.domain.period import Period, Span
from caregiver_journal.ui.widgets.day_field import DayField
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


# --- dates ----------------------------------------------------------------------------------------

TODAY = date(2026, 11, 20)


@pytest.fixture
def dated(show: Show) -> PeriodSwitch:
    made = PeriodSwitch(name="trends.period", today=lambda: TODAY)
    show(made)
    return made


def part(switch: PeriodSwitch, name: str) -> QWidget:
    found = switch.window().findChild(QWidget, f"trends.period.{name}")
    assert found is not None
    return found


def ask(switch: PeriodSwitch, first: date | None = None, last: date | None = None) -> None:
    """Press on dates, and set both."""
    QTest.mouseClick(part(switch, "span.dates"), Qt.MouseButton.LeftButton)
    for name, day in (("first", first), ("last", last)):
        field = part(switch, f"dates.{name}")
        assert isinstance(field, DayField)
        if day is not None:
            field.setDate(QDate(day.year, day.month, day.day))


def press_done(switch: PeriodSwitch) -> None:
    button = part(switch, "dates.done")
    assert isinstance(button, QPushButton)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_dates_are_offered_only_where_it_can_tell_the_day(switch: PeriodSwitch) -> None:
    assert switch.findChild(QWidget, "boundaries.period.span.dates") is None


def test_it_says_which_days_are_chosen(dated: PeriodSwitch) -> None:
    assert dated.period(TODAY) == Period(date(2026, 8, 21), TODAY)
    dated.set_period(Span.DATES, Period(date(2026, 1, 1), date(2026, 2, 1)))
    assert dated.segments.value() == "dates"
    assert dated.period(TODAY) == Period(date(2026, 1, 1), date(2026, 2, 1))
    dated.set_period(Span.ALL)
    assert dated.period(TODAY) == Period()


def test_two_days_are_chosen_in_either_order(qtbot: QtBot, dated: PeriodSwitch) -> None:
    ask(dated, date(2026, 5, 9), date(2026, 3, 2))
    assert dated.span() is Span.QUARTER, "nothing holds before it is said"
    with qtbot.waitSignal(dated.changed, check_params_cb=lambda span: span is Span.DATES):
        press_done(dated)
    assert dated.period(TODAY) == Period(date(2026, 3, 2), date(2026, 5, 9))
    assert dated.segments.value() == "dates"
    assert keyboard() is part(dated, "span.dates")


def test_the_fields_begin_with_what_was_looked_at(dated: PeriodSwitch) -> None:
    ask(dated)
    first, last = part(dated, "dates.first"), part(dated, "dates.last")
    assert isinstance(first, DayField)
    assert isinstance(last, DayField)
    assert (first.day(), last.day()) == (date(2026, 8, 21), TODAY)


def test_without_an_answer_all_stays_as_it_was(qtbot: QtBot, dated: PeriodSwitch) -> None:
    ask(dated, date(2026, 5, 9))
    with qtbot.assertNotEmitted(dated.changed):
        QTest.keyClick(keyboard(), Qt.Key.Key_Escape)
    assert dated.span() is Span.QUARTER
    assert dated.segments.value() == "quarter"


def test_days_to_come_are_refused_with_a_sentence(qtbot: QtBot, dated: PeriodSwitch) -> None:
    ask(dated, date(2027, 1, 1), date(2027, 2, 1))
    with qtbot.assertNotEmitted(dated.changed):
        press_done(dated)
    error = part(dated, "dates.error")
    assert isinstance(error, QLabel)
    assert error.isVisible()
    assert error.text().startswith("These days have not come yet.")
    ask_again = part(dated, "dates.first")
    assert isinstance(ask_again, DayField)
    assert keyboard() is ask_again
    ask_again.setDate(QDate(2026, 11, 1))
    assert not error.isVisible()
    with qtbot.waitSignal(dated.changed):
        QTest.keyClick(ask_again, Qt.Key.Key_Return)
    assert dated.period(TODAY) == Period(date(2026, 11, 1), date(2027, 2, 1))


def test_a_second_press_asks_for_other_dates(qtbot: QtBot, dated: PeriodSwitch) -> None:
    dated.set_period(Span.DATES, Period(date(2026, 1, 1), date(2026, 2, 1)))
    ask(dated, last=date(2026, 3, 1))
    with qtbot.waitSignal(dated.changed):
        press_done(dated)
    assert dated.period(TODAY) == Period(date(2026, 1, 1), date(2026, 3, 1))
