"""An answer sheet: a number answers a row and goes on to the next."""

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import TARGET
from caregiver_journal.ui.widgets.answer_row import AnswerRow, Codes
from caregiver_journal.ui.widgets.answer_sheet import AnswerSheet
from caregiver_journal.ui.widgets.text import line_field

Show = Callable[..., QWidget]
FOUR = Codes((0, 1, 2, 3))
FIFTHS = Codes((0, 25, 50, 75, 100))
ELEVEN = Codes(tuple(range(11)))
PER_CENT = Codes(tuple(range(101)))
SIGNED = Codes((-2, -1, 0, 1, 2))


def labels(count: int) -> list[str]:
    return [f"Item {number}" for number in range(1, count + 1)]


@pytest.fixture
def sheet(show: Show) -> AnswerSheet:
    """Five items with the codes 0–3, the keyboard on the first."""
    made = AnswerSheet(name="sheet")
    made.ask(labels(5), FOUR)
    show(made, line_field("After"), width=600)
    made.setFocus()
    return made


def press(sheet: AnswerSheet, keys: str) -> None:
    """Type where the keyboard is, which moves."""
    for key in keys:
        QTest.keyClicks(here(sheet), key)


def press_key(sheet: AnswerSheet, *keys: Qt.Key) -> None:
    for key in keys:
        QTest.keyClick(here(sheet), key)


def here(sheet: AnswerSheet) -> AnswerRow:
    focus = QApplication.focusWidget()
    assert isinstance(focus, AnswerRow)
    assert focus in sheet.rows()
    return focus


def item(sheet: AnswerSheet) -> int:
    """Return the number of the row that has the keyboard."""
    return sheet.rows().index(here(sheet)) + 1


def test_a_number_answers_and_goes_on(sheet: AnswerSheet) -> None:
    press(sheet, "203")
    assert sheet.answers() == {1: 2, 2: 0, 3: 3}
    assert item(sheet) == 4


def test_the_last_row_stays(sheet: AnswerSheet) -> None:
    press(sheet, "11111")
    assert item(sheet) == 5
    press(sheet, "2")
    assert sheet.answers()[5] == 2


def test_backspace_takes_back_one_after_the_other(sheet: AnswerSheet) -> None:
    press(sheet, "123")
    press_key(sheet, Qt.Key.Key_Backspace)
    assert (sheet.answers(), item(sheet)) == ({1: 1, 2: 2}, 3)
    press_key(sheet, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace, Qt.Key.Key_Backspace)
    assert (sheet.answers(), item(sheet)) == ({}, 1)


def test_delete_empties_a_row_and_stays(sheet: AnswerSheet) -> None:
    press(sheet, "12")
    press_key(sheet, Qt.Key.Key_Up, Qt.Key.Key_Delete)
    assert (sheet.answers(), item(sheet)) == ({1: 1}, 2)


@pytest.mark.parametrize(
    ("keys", "number"),
    [
        ((Qt.Key.Key_Down, Qt.Key.Key_Down), 3),
        ((Qt.Key.Key_Down, Qt.Key.Key_Up), 1),
        ((Qt.Key.Key_Up,), 1),
        ((Qt.Key.Key_End,), 5),
        ((Qt.Key.Key_End, Qt.Key.Key_Home), 1),
        ((Qt.Key.Key_PageDown,), 5),
        ((Qt.Key.Key_Return,), 2),
    ],
)
def test_arrows_walk(sheet: AnswerSheet, keys: tuple[Qt.Key, ...], number: int) -> None:
    press_key(sheet, *keys)
    assert item(sheet) == number
    assert sheet.answers() == {}


def test_sideways_the_neighbouring_code_is_chosen(sheet: AnswerSheet) -> None:
    press_key(sheet, Qt.Key.Key_Right)
    assert sheet.answers() == {1: 0}
    press_key(sheet, Qt.Key.Key_Right, Qt.Key.Key_Right)
    assert (sheet.answers(), item(sheet)) == ({1: 2}, 1)
    press_key(sheet, Qt.Key.Key_Left)
    assert sheet.answers() == {1: 1}
    press_key(sheet, Qt.Key.Key_Down, Qt.Key.Key_Left)
    assert sheet.answers() == {1: 1, 2: 3}
    sheet.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    press_key(sheet, Qt.Key.Key_Right)
    assert sheet.answers() == {1: 1, 2: 2}


def test_a_number_that_is_no_code_is_refused(qtbot: QtBot, sheet: AnswerSheet) -> None:
    with qtbot.waitSignal(sheet.refused) as told, qtbot.assertNotEmitted(sheet.changed):
        press(sheet, "7")
    assert told.args == [1]
    assert item(sheet) == 1


@pytest.mark.parametrize(
    ("codes", "typed", "answers"),
    [
        (FIFTHS, "0255075100", {1: 0, 2: 25, 3: 50, 4: 75, 5: 100}),
        (FIFTHS, "275", {1: 25, 2: 75}),
        (ELEVEN, "71057", {1: 7, 2: 10, 3: 5, 4: 7}),
        (ELEVEN, "152", {1: 1, 2: 5, 3: 2}),
        (PER_CENT, "100425", {1: 100, 2: 42, 3: 5}),
        (SIGNED, "-2\N{MINUS SIGN}10", {1: -2, 2: -1, 3: 0}),
        (Codes((10, 11, 12)), "1112", {1: 11, 2: 12}),
        (Codes((10, 11, 12)), "15", {}),
    ],
)
def test_numbers_of_several_digits(
    show: Show, codes: Codes, typed: str, answers: dict[int, int]
) -> None:
    sheet = AnswerSheet(name="sheet")
    sheet.ask(labels(5), codes)
    show(sheet, width=600)
    sheet.setFocus()
    for key in typed:
        QTest.sendKeyEvent(
            QTest.KeyAction.Click, here(sheet), Qt.Key.Key_unknown, key, Qt.KeyboardModifier(0)
        )
    assert sheet.answers() == answers


def test_other_keys_stay_the_pages(sheet: AnswerSheet) -> None:
    QTest.keyClick(here(sheet), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    press_key(sheet, Qt.Key.Key_A, Qt.Key.Key_Escape)
    assert sheet.answers() == {}


def click(row: AnswerRow, code: int) -> None:
    cell = row._places(row.width()).cells[row.codes.codes.index(code)]
    place = row._seen(cell).center()
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)


@pytest.mark.parametrize("direction", Qt.LayoutDirection)
def test_a_click_answers_and_again_takes_back(
    sheet: AnswerSheet, direction: Qt.LayoutDirection
) -> None:
    sheet.setLayoutDirection(direction)
    row = sheet.rows()[2]
    click(row, 3)
    assert (sheet.answers(), item(sheet)) == ({3: 3}, 3)
    click(row, 1)
    assert sheet.answers() == {3: 1}
    click(row, 1)
    assert sheet.answers() == {}
    QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(1, 1))
    assert sheet.answers() == {}


def test_many_codes_have_a_line_to_click_on(show: Show) -> None:
    sheet = AnswerSheet(name="sheet")
    sheet.ask(["How much of today was mine, in per cent"], PER_CENT)
    show(sheet, width=600)
    row = sheet.rows()[0]
    track = row._places(row.width()).cells[1]
    for place, code in ((track.left(), 0), (track.right() + 1, 100), (track.center().x(), 50)):
        point = QPoint(place, track.center().y())
        QTest.mouseClick(row, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, point)
        assert sheet.answers()[1] == pytest.approx(code, abs=1)


def test_setting_tells_nobody_and_puts_the_first_empty_row_at_hand(
    qtbot: QtBot, sheet: AnswerSheet
) -> None:
    with qtbot.assertNotEmitted(sheet.changed):
        sheet.set_answers([(1, 3), (2, 0), (4, 1), (5, 9)])
    assert sheet.answers() == {1: 3, 2: 0, 4: 1}
    sheet.setFocus()
    assert item(sheet) == 3


def test_other_items_use_the_rows_again(sheet: AnswerSheet) -> None:
    press(sheet, "12")
    before = sheet.rows()
    sheet.ask(labels(3), FIFTHS)
    assert sheet.rows() == before[:3]
    assert sheet.answers() == {}
    sheet.ask(labels(6), FOUR)
    assert set(before) <= set(sheet.rows())
    assert [row.accessibleName() for row in sheet.rows()[-2:]] == [
        "Item 5, not answered",
        "Item 6, not answered",
    ]


def test_it_is_one_stop_for_tab(sheet: AnswerSheet) -> None:
    press(sheet, "12")
    press_key(sheet, Qt.Key.Key_Tab)
    focus = QApplication.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "After"
    QTest.keyClick(focus, Qt.Key.Key_Backtab)
    assert item(sheet) == 3


def test_it_is_heard(show: Show) -> None:
    sheet = AnswerSheet(name="sheet")
    sheet.ask(["How heavy was it?"], Codes((0, 1, 2), ("not at all", "", "very")))
    show(sheet)
    sheet.setFocus()
    row = here(sheet)
    heard = QAccessible.queryAccessibleInterface(row)
    assert heard.role() == QAccessible.Role.Slider
    assert heard.text(QAccessible.Text.Name) == "How heavy was it?, not answered"
    assert heard.text(QAccessible.Text.Description) == "0, not at all; 1; 2, very"
    heard.valueInterface().setCurrentValue(2)
    assert sheet.answers() == {1: 2}
    assert heard.text(QAccessible.Text.Name) == "How heavy was it?, 2, very"


@pytest.mark.parametrize("width", [300, 480, 700, 1000])
@pytest.mark.parametrize("codes", [FOUR, FIFTHS, ELEVEN, PER_CENT], ids=[4, 5, 11, 101])
def test_nothing_overlaps_or_sticks_out(show: Show, codes: Codes, width: int) -> None:
    sheet = AnswerSheet(name="sheet")
    sheet.ask(labels(30), codes)
    show(sheet, width=width).resize(width, 4000)
    QApplication.processEvents()
    places = [row.geometry() for row in sheet.rows()]
    assert all(sheet.rect().contains(place) for place in places)
    assert not any(
        one.intersects(other) for n, one in enumerate(places) for other in places[n + 1 :]
    )
    for row in sheet.rows():
        cells = row._places(row.width()).cells
        assert all(row.rect().contains(cell) for cell in cells)
        assert all(min(cell.width(), cell.height()) >= TARGET for cell in cells)
    assert sheet.height() == sheet.heightForWidth(sheet.width())


def test_thirty_items_are_light_to_make(show: Show) -> None:
    """A generous bound: it guards against a widget for each code, which took ten times as long."""
    start = time.process_time()
    sheet = AnswerSheet(name="sheet")
    sheet.ask(labels(30), Codes((1, 2, 3, 4, 5)))
    show(sheet, width=1000).grab()
    assert time.process_time() - start < 0.1
    assert len(sheet.findChildren(QWidget)) < 40
