"""Counts stand in rows; each row is a button that says its number."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import read_look
from caregiver_journal.ui.widgets.count_bars import MOST_ROWS, Count, CountBars, CountRow
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]

COUNTS = (Count("no", "Said no", 8), Count("left", "Left", 4), Count("", "No kind said", 1))


@pytest.fixture
def bars(show: Show) -> CountBars:
    made = CountBars("Nothing to count.", name="bars")
    show(made, line_field("After"))
    made.show_counts(COUNTS)
    QApplication.processEvents()
    return made


def filled(row: CountRow) -> int:
    """Return how many columns of a row are filled by its bar."""
    image, colour = row.grab().toImage(), QColor(read_look("light").primary).name()
    return sum(_has(image, x, colour) for x in range(image.width()))


def _has(image: QImage, x: int, colour: str) -> bool:
    return any(image.pixelColor(x, y).name() == colour for y in range(image.height()))


def said(bars: CountBars) -> list[str]:
    return [label.text() for label in bars.findChildren(QLabel) if label.isVisible()]


def test_a_bar_is_as_long_as_its_number(bars: CountBars) -> None:
    first, second, third = (filled(row) for row in bars.rows())
    assert second == pytest.approx(first / 2, abs=4)
    assert 0 < third < second
    assert all(row.height() >= 28 for row in bars.rows())


def test_a_row_is_heard_with_its_number(bars: CountBars) -> None:
    heard = [QAccessible.queryAccessibleInterface(row) for row in bars.rows()]
    assert [one.text(QAccessible.Text.Name) for one in heard] == [
        "Said no: 8 moments",
        "Left: 4 moments",
        "No kind said: 1 moment",
    ]
    assert {one.role() for one in heard} == {QAccessible.Role.Button}


def test_a_click_and_keys_choose(qtbot: QtBot, bars: CountBars) -> None:
    first, second, _third = bars.rows()
    with qtbot.waitSignal(bars.chosen, check_params_cb=lambda key: key == "left"):
        QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Up)
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)  # type: ignore[arg-type]
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Down)
    assert second.hasFocus()
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
        with qtbot.waitSignal(bars.chosen, check_params_cb=lambda chosen: chosen == "left"):
            QTest.keyClick(second, key)


def test_the_keyboard_and_the_mouse_show(bars: CountBars) -> None:
    row = bars.rows()[0]
    plain = row.grab().toImage()
    row.setFocus()
    assert row.grab().toImage() != plain
    row.clearFocus()
    QTest.mousePress(row, Qt.MouseButton.LeftButton)
    assert row.grab().toImage() != plain
    QTest.mouseRelease(row, Qt.MouseButton.LeftButton, pos=QPoint(-9, -9))


def test_rows_that_come_later_keep_their_place_for_tab(bars: CountBars) -> None:
    more = [*COUNTS, Count("time", "Bought time", 1)]
    bars.show_counts(more)
    QApplication.processEvents()
    bars.rows()[2].setFocus()
    QTest.keyClick(bars.rows()[2], Qt.Key.Key_Tab)
    assert bars.rows()[3].hasFocus()
    QTest.keyClick(bars.rows()[3], Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "After"


def test_it_starts_at_the_other_side_from_right_to_left(bars: CountBars) -> None:
    row, colour = bars.rows()[1], QColor(read_look("light").primary).name()
    image = row.grab().toImage()
    assert _has(image, 20, colour)
    bars.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    image = row.grab().toImage()
    assert not _has(image, 20, colour)
    assert _has(image, image.width() - 20, colour)


def test_nothing_and_very_much(bars: CountBars) -> None:
    bars.show_counts(())
    assert said(bars) == ["Nothing to count."]
    assert bars.rows() == ()
    bars.show_counts([Count(str(n), f"Word {n}", 1) for n in range(MOST_ROWS + 2)])
    assert len(bars.rows()) == MOST_ROWS
    assert said(bars) == ["and 2 more kinds"]


def test_words_are_shown_as_they_are_and_not_told(bars: CountBars) -> None:
    count = Count("x", "a <b>bold</b> & " * 20, 1)
    bars.show_counts([count])
    assert bars.rows()[0].width() <= bars.width()
    assert "bold" not in repr(count)
