"""Hours as people write them."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.ui.widgets.hours_field import HoursField, read_hours, write_hours

Show = Callable[..., QWidget]


@pytest.mark.parametrize(
    ("text", "hours"),
    [
        ("", None),
        ("  ", None),
        ("8.5", 8.5),
        ("8,5", 8.5),
        (" 8 ", 8),
        ("0", 0),
        ("24", 24),
        (".5", 0.5),
        ("7,25", 7.25),
        ("8:30", 8.5),
        ("8h", 8),
        ("8h45", 8.75),
        ("\u0668\u066b\u0665", 8.5),
        ("8:20", 8.33),
    ],
)
def test_hours_are_read_however_they_are_written(text: str, hours: float | None) -> None:
    assert read_hours(text) == hours


@pytest.mark.parametrize("text", ["24.5", "-1", "lots", "8.5.5", ".", "1e1", "nan", "inf", "8:75"])
def test_what_is_no_number_of_hours_is_refused(text: str) -> None:
    with pytest.raises(InvalidValueError, match="from 0 to 24") as refused:
        read_hours(text)
    assert refused.value.field == "hours"


@given(st.text(max_size=12))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    try:
        hours = read_hours(text)
    except InvalidValueError:
        return
    assert hours is None or 0 <= hours <= 24


@pytest.mark.parametrize(("hours", "text"), [(None, ""), (8.5, "8.5"), (8, "8"), (0.25, "0.25")])
def test_hours_are_written_short(hours: float | None, text: str) -> None:
    assert write_hours(hours) == text


def test_arrows_step_by_half_an_hour_within_the_day(qtbot: QtBot, show: Show) -> None:
    field = HoursField(name="hours")
    show(field)
    for _step in range(3):
        with qtbot.waitSignal(field.textEdited):
            QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "1.5"
    with qtbot.waitSignal(field.textEdited):
        QTest.keyClick(field, Qt.Key.Key_Down)
    assert field.hours() == 1
    field.setText("24")
    with qtbot.assertNotEmitted(field.textEdited):
        QTest.keyClick(field, Qt.Key.Key_Up)
    field.setText("lots")
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert field.text() == "lots"


def test_an_edge_that_says_wrong_goes_with_the_next_key(show: Show) -> None:
    field = HoursField()
    show(field)
    field.mark(wrong=True)
    QTest.keyClicks(field, "8")
    assert field.property("wrong") is False
