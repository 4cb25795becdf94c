"""When something was: said in words, changed in place, its zone kept."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from typing import TypeVar
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QDate, QLocale, Qt, QTime
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDateEdit,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTimeEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal.ui.widgets.text import field_label, line_field
from caregiver_journal.ui.widgets.when_clock import on_clock, say_zone_fully, zone_key
from caregiver_journal.ui.widgets.when_field import WhenField, say_when
from caregiver_journal.ui.widgets.when_popover import WhenPopover

Show = Callable[..., QWidget]
Part = TypeVar("Part", bound=QWidget)

BERLIN, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Asia/Tokyo")
NOW = datetime(2026, 11, 20, 18, 2, 30, tzinfo=BERLIN)


@pytest.fixture(autouse=True)
def _english() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale("en_GB"))
    yield
    QLocale.setDefault(before)


@pytest.fixture
def field(show: Show) -> WhenField:
    made = WhenField(lambda: NOW, name="test.when")
    show(made, line_field("After"))
    return made


def open_popover(qtbot: QtBot, field: WhenField) -> WhenPopover:
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_Space)
    return field.window().findChildren(WhenPopover, "test.when.popover")[-1]


def part(popover: WhenPopover, kind: type[Part], name: str) -> Part:
    return popover.findChildren(kind, f"test.when.popover.{name}")[0]


@pytest.mark.parametrize(
    ("moment", "said"),
    [
        (datetime(2026, 11, 20, 17, 40, tzinfo=BERLIN), "Today 17:40"),
        (datetime(2026, 11, 19, 7, 5, tzinfo=BERLIN), "Yesterday 07:05"),
        (datetime(2026, 3, 2, 7, 5, tzinfo=BERLIN), "Monday 2 March, 07:05"),
        (datetime(2025, 3, 2, 7, 5, tzinfo=BERLIN), "2 March 2025, 07:05"),
        (datetime(2026, 11, 21, 1, 0, tzinfo=TOKYO), "Today 01:00, Tokyo"),
    ],
)
def test_a_moment_is_said_in_words(moment: datetime, said: str) -> None:
    assert say_when(moment, NOW) == said


def test_nothing_chosen_means_now(field: WhenField) -> None:
    assert field.text() == "Now"
    assert field.chosen() is None
    assert field.value() == NOW


def test_the_exact_moment_is_kept_while_nothing_is_changed(qtbot: QtBot, field: WhenField) -> None:
    moment = datetime(2026, 11, 19, 7, 5, 31, 250, tzinfo=TOKYO)
    field.set_value(moment)
    popover = open_popover(qtbot, field)
    QTest.keyClick(popover, Qt.Key.Key_Return)
    assert field.value() == moment
    assert field.value().tzinfo is TOKYO


def test_a_moment_needs_a_zone(field: WhenField) -> None:
    with pytest.raises(ValueError, match="zone"):
        field.set_value(datetime(2026, 1, 1))  # noqa: DTZ001


def test_a_label_names_it_together_with_the_moment(field: WhenField) -> None:
    label = field_label("When", field)
    field.set_value(datetime(2026, 11, 20, 17, 40, tzinfo=BERLIN))
    assert field.accessibleName() == "When, Today 17:40"
    label.deleteLater()


def test_day_and_time_are_changed_at_once_in_the_same_zone(qtbot: QtBot, field: WhenField) -> None:
    field.set_value(datetime(2026, 11, 20, 9, 0, tzinfo=TOKYO))
    popover = open_popover(qtbot, field)
    with qtbot.waitSignal(field.changed):
        part(popover, QTimeEdit, "time").setTime(QTime(21, 15))
    with qtbot.waitSignal(field.changed):
        part(popover, QDateEdit, "day").setDate(QDate(2026, 11, 18))
    assert field.chosen() == datetime(2026, 11, 18, 21, 15, tzinfo=TOKYO)
    assert field.value().tzinfo is TOKYO


def test_escape_brings_the_old_moment_back(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(3, 0))
    assert field.chosen() is not None
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    assert field.chosen() is None
    assert keyboard() is field


def test_now_and_yesterday_are_one_press(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    QTest.mouseClick(part(popover, QPushButton, "yesterday"), Qt.MouseButton.LeftButton)
    assert field.text() == "Yesterday 18:02"
    QTest.mouseClick(part(popover, QPushButton, "now"), Qt.MouseButton.LeftButton)
    assert field.chosen() is None
    assert not popover.isVisible()


def test_a_click_elsewhere_closes_it_and_keeps_the_change(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(3, 0))
    QTest.mouseClick(field.window(), Qt.MouseButton.LeftButton)
    assert not popover.isVisible()
    assert field.text() == "Today 03:00"


def test_it_goes_when_the_field_goes(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    assert popover.isVisible()
    field.hide()
    assert not popover.isVisible()


def test_tab_stays_inside(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    for _step in range(7):
        assert popover.isAncestorOf(keyboard())
        QTest.keyClick(keyboard(), Qt.Key.Key_Tab)


def test_a_time_the_clock_skipped_is_moved() -> None:
    winter = datetime(2026, 3, 28, 12, 0, tzinfo=BERLIN)
    moved = on_clock(winter, (2026, 3, 29), (2, 30))
    assert moved == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)
    assert (moved.hour, moved.minute) == (3, 30)


# --- the future, moved clocks, other zones --------------------------------------------------------


def test_a_moment_that_has_not_come_is_refused_in_words(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(18, 3))
    assert field.problem() == "", "a minute is no future"
    part(popover, QTimeEdit, "time").setTime(QTime(18, 4))
    assert "not come yet" in field.problem()
    assert "not come yet" in part(popover, QLabel, "hint").text()
    popover.leave()
    popover = open_popover(qtbot, field)
    assert field.window().isActiveWindow(), "no part of it is a window of its own"
    part(popover, QDateEdit, "day").setDate(QDate(2026, 11, 19))
    assert field.problem() == ""
    assert part(popover, QLabel, "hint").isHidden()


def test_a_time_the_clocks_skip_is_said(qtbot: QtBot, field: WhenField) -> None:
    field.set_value(datetime(2026, 3, 29, 12, 0, tzinfo=BERLIN))
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(2, 30))
    assert part(popover, QLabel, "hint").text() == (
        "The clocks skip 02:30 that night; it is kept as 03:30."
    )
    assert field.value() == datetime(2026, 3, 29, 1, 30, tzinfo=UTC)


def test_of_a_time_that_comes_twice_one_is_chosen(qtbot: QtBot, field: WhenField) -> None:
    field.set_value(datetime(2026, 10, 25, 12, 0, tzinfo=BERLIN))
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(2, 30))
    assert "twice" in part(popover, QLabel, "hint").text()
    assert field.value().astimezone(UTC) == datetime(2026, 10, 25, 0, 30, tzinfo=UTC)
    QTest.mouseClick(part(popover, QPushButton, "which.1"), Qt.MouseButton.LeftButton)
    assert field.value().astimezone(UTC) == datetime(2026, 10, 25, 1, 30, tzinfo=UTC)
    part(popover, QTimeEdit, "time").setTime(QTime(2, 40))
    assert field.value().astimezone(UTC) == datetime(2026, 10, 25, 1, 40, tzinfo=UTC)
    part(popover, QTimeEdit, "time").setTime(QTime(4, 0))
    assert part(popover, QWidget, "which").isHidden()


def open_zones(popover: WhenPopover) -> QLineEdit:
    QTest.mouseClick(part(popover, QPushButton, "zone"), Qt.MouseButton.LeftButton)
    return part(popover, QLineEdit, "zones.input")


def test_now_stays_the_same_moment_in_another_zone(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    typed = open_zones(popover)
    QTest.keyClicks(typed, "new york")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert field.value() == NOW
    assert field.text() == "Today 12:02, New York"
    assert part(popover, QPushButton, "zone").text() == "Time in New York"


def test_a_time_that_was_set_stays_as_set(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    part(popover, QTimeEdit, "time").setTime(QTime(9, 15))
    typed = open_zones(popover)
    QTest.keyClicks(typed, "tokyo")
    zones = part(popover, QListWidget, "zones.list")
    QTest.mouseClick(
        zones.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
        zones.visualItemRect(zones.item(0)).center(),
    )
    assert field.value() == datetime(2026, 11, 20, 9, 15, tzinfo=TOKYO)
    assert field.value().tzinfo == TOKYO


def test_near_zones_come_first_and_arrows_walk(qtbot: QtBot, show: Show) -> None:
    field = WhenField(lambda: NOW, lambda: ("Asia/Tokyo", "UTC+05:45"), name="test.when")
    show(field)
    popover = open_popover(qtbot, field)
    typed = open_zones(popover)
    zones = part(popover, QListWidget, "zones.list")
    assert [zones.item(n).text() for n in range(2)] == ["Europe, Berlin", "Asia, Tokyo"]
    assert zones.count() > 300
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Return):
        QTest.keyClick(typed, key)
    assert field.value().tzinfo == TOKYO
    assert zones.isHidden() or not zones.isVisible()


def test_what_is_no_place_is_found_nowhere(qtbot: QtBot, field: WhenField) -> None:
    popover = open_popover(qtbot, field)
    typed = open_zones(popover)
    QTest.keyClicks(typed, "nowhere at all")
    QTest.keyClick(typed, Qt.Key.Key_Return)
    assert field.chosen() is None
    assert part(popover, QListWidget, "zones.list").count() == 0


def test_a_bare_offset_is_said_as_it_is() -> None:
    moment = datetime(2026, 11, 20, 9, 0, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert say_when(moment, NOW) == "Today 09:00, UTC+05:45"
    assert zone_key(moment.tzinfo) == ""
    assert say_zone_fully("America/Argentina/Salta") == "America, Argentina, Salta"
    assert say_zone_fully("UTC") == "UTC"


def test_a_day_is_said_in_fewer_words_where_there_is_no_room(show: Show) -> None:
    made = WhenField(lambda: NOW, name="test.short", shortens=True)
    made.set_value(datetime(2026, 3, 2, 7, 5, tzinfo=BERLIN))
    window = show(made, width=480)
    assert made.text() == "Monday 2 March, 07:05"
    window.resize(190, 200)
    QApplication.processEvents()
    assert made.text() == "2 Mar, 07:05"
    assert made.accessibleName() == "Monday 2 March, 07:05"
    made.set_value(datetime(2025, 3, 2, 7, 5, tzinfo=BERLIN))
    assert made.text() == "2 Mar 2025, 07:05"
