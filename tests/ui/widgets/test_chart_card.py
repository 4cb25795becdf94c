"""A card says how to read its drawing and of how much it is, and turns into its table."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard, let_go, settle

from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import make_series
from caregiver_journal.domain.telling import Behind, Row, Telling
from caregiver_journal.domain.year_of_days import YearOfDays
from caregiver_journal.ui.widgets.chart_card import ChartCard
from caregiver_journal.ui.widgets.twin_table import MOST_ROWS
from caregiver_journal.ui.widgets.year_days import YearDays
from caregiver_journal.ui.work import Work

Show = Callable[..., QWidget]
Key = Qt.Key

TODAY = date(2026, 11, 20)
BEHIND = Behind(Query(first=TODAY, last=TODAY))
YEAR = YearOfDays(
    make_series([(TODAY - timedelta(days=n), 3.0) for n in range(20)], date(2026, 1, 1), TODAY),
    TODAY,
)
TOLD = Telling(
    reading="Each square is a day.",
    counted="20 check-ins on 20 days",
    sentence="All of them were mixed.",
    heads=("Day", "Mean"),
    rows=(Row(("Friday <b>", "3"), BEHIND), Row(("Saturday", ""))),
)
FEW = replace(TOLD, is_enough=False, sentence="Not enough days yet: 1 of 3.", rows=TOLD.rows[:1])


@pytest.fixture
def work() -> Iterator[Work]:
    home = QObject()
    made = Work(home)
    yield made
    made.finish()
    shiboken6.delete(home)


@pytest.fixture
def card(show: Show, work: Work) -> ChartCard:
    made = ChartCard(work, "Your year", name="trends.year", view=YearDays(name="trends.year.view"))
    show(made)
    return made


def choices(card: ChartCard) -> list[str]:
    """Return what the menu offers, and leave it."""
    QTest.mouseClick(card.more, Qt.MouseButton.LeftButton)
    menu = card.window().findChild(QWidget, "trends.year.more.popover")
    assert menu is not None
    said = [button.text() for button in menu.findChildren(QPushButton)]
    QTest.keyClick(menu, Key.Key_Escape)
    let_go()
    return said


def choose(card: ChartCard, key: str) -> None:
    QTest.mouseClick(card.more, Qt.MouseButton.LeftButton)
    button = card.window().findChild(QPushButton, f"trends.year.more.{key}")
    assert button is not None
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    let_go()


def test_before_it_has_values_only_its_title_is_there(card: ChartCard) -> None:
    assert card.title.isVisible()
    for part in (card.view, card.table, card.few, card.reading, card.counted, card.switch):
        assert not part.isVisible()


def test_the_drawing_has_its_words_beside_it(card: ChartCard) -> None:
    card.show_data(YEAR, TOLD)
    assert card.view.isVisible()
    assert card.reading.text() == "Each square is a day."
    assert card.counted.text() == "20 check-ins on 20 days"
    assert not card.few.isVisible()
    assert isinstance(card.view, YearDays)
    found = QAccessible.queryAccessibleInterface(card.view.squares)
    assert found.text(QAccessible.Text.Name) == "Your year"
    assert found.text(QAccessible.Text.Description).startswith("All of them were mixed.")


def test_the_table_says_the_same_and_opens_what_is_behind_a_row(
    qtbot: QtBot, card: ChartCard
) -> None:
    card.show_data(YEAR, TOLD)
    card.switch.setFocus()
    QTest.keyClick(card.switch, Key.Key_Space)
    assert card.table.isVisible()
    assert not card.view.isVisible()
    assert not card.reading.isVisible()
    assert card.counted.isVisible()
    assert card.switch.text() == "Show as a drawing"
    assert card.switch.hasFocus()
    model = card.table.model()
    heads = [model.headerData(n, Qt.Orientation.Horizontal) for n in range(2)]
    assert heads == ["Day", "Mean"]
    rows = [[model.index(row, column).data() for column in range(2)] for row in range(2)]
    assert rows == [["Friday <b>", "3"], ["Saturday", "–"]]
    card.table.setFocus()
    card.table.setCurrentCell(0, 0)
    with qtbot.waitSignal(card.opened, check_params_cb=lambda behind: behind == BEHIND):
        QTest.keyClick(card.table, Key.Key_Return)
    card.table.setCurrentCell(1, 0)
    with qtbot.assertNotEmitted(card.opened):
        QTest.keyClick(card.table, Key.Key_Return)
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert card.view.isVisible()


def days(count: int) -> tuple[Row, ...]:
    """Return rows, each with a day of its own behind it."""
    return tuple(Row((f"Day {n}", "3"), Behind(entry_id=f"day {n}")) for n in range(1, count + 1))


def listed(card: ChartCard) -> list[str]:
    """Return the first cell of each row that is seen, and prove that it opens what it says."""
    opened: list[str] = []
    card.opened.connect(lambda behind: opened.append(behind.entry_id))
    seen = [card.table.item(row, 0).text() for row in range(card.table.rowCount())]  # type: ignore[union-attr]
    for row in range(card.table.rowCount()):
        card.table.row_opened.emit(row)
    assert opened == [said.lower() for said in seen]
    return seen


@pytest.mark.parametrize(
    ("count", "leading", "first", "last", "said"),
    [
        (MOST_ROWS, 0, ["Day 1"], "Day 400", ""),
        (3_292, 0, ["Day 2893"], "Day 3292", "The last 400 of 3,292 rows."),
        (3_292, 2, ["Day 1", "Day 2", "Day 2895"], "Day 3292", "The last 398 of 3,290 rows."),
        (512, 512, ["Day 1", "Day 2"], "Day 400", "The first 400 of 512 rows."),
    ],
)
def test_of_many_rows_the_last_ones_and_what_sums_them_up_are_listed(
    card: ChartCard, count: int, leading: int, first: list[str], last: str, said: str
) -> None:
    card.show_data(YEAR, replace(TOLD, rows=days(count), leading=leading))
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    seen = listed(card)
    assert (seen[: len(first)], seen[-1], len(seen)) == (first, last, MOST_ROWS)
    assert card.rest.text() == said


def test_the_table_follows_other_values_and_a_long_one_says_what_is_left(card: ChartCard) -> None:
    card.show_data(YEAR, TOLD)
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert not card.rest.isVisible()
    rows = days(MOST_ROWS + 2)
    card.show_data(YEAR, replace(TOLD, rows=rows))
    assert card.table.isVisible()
    assert card.table.rowCount() == MOST_ROWS
    assert card.rest.text() == "The last 400 of 402 rows."
    assert card.rest.isVisible()
    assert card.rest.y() < card.table.y(), "it stands above the rows"
    assert card.table.verticalScrollBar().maximum() == 0, "the page scrolls, not the table"
    card.show_data(YEAR, replace(TOLD, rows=()))
    assert not card.table.isVisible()
    assert not card.switch.isVisible()


def test_too_few_are_not_drawn_and_it_says_why(card: ChartCard) -> None:
    card.show_data(YEAR, FEW)
    assert card.few.text() == "Not enough days yet: 1 of 3."
    assert card.few.isVisible()
    assert card.counted.isVisible()
    assert not card.view.isVisible()
    assert not card.reading.isVisible()
    assert "Save as picture…" not in choices(card)
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    assert card.table.isVisible()
    assert card.switch.text() == "Hide the table"
    card.show_data(YEAR, replace(FEW, rows=()))
    assert card.few.isVisible()
    assert not card.switch.isVisible()


def test_its_menu_offers_what_leads_somewhere(qtbot: QtBot, card: ChartCard) -> None:
    card.show_data(YEAR, TOLD)
    assert choices(card) == ["Save as picture…", "Move up", "Move down", "Hide"]
    card.set_place(is_first=True, is_last=True)
    assert choices(card) == ["Save as picture…", "Hide"]
    card.set_place(is_first=False, is_last=False)
    with qtbot.waitSignal(card.save_requested):
        choose(card, "save")
    with qtbot.waitSignal(card.moved, check_params_cb=lambda step: step == -1):
        choose(card, "up")
    with qtbot.waitSignal(card.hidden):
        choose(card, "hide")


def test_a_day_is_opened_through_the_card(qtbot: QtBot, card: ChartCard) -> None:
    card.show_data(YEAR, TOLD)
    card.view.setFocus()
    with qtbot.waitSignal(card.opened, check_params_cb=lambda behind: behind == BEHIND):
        QTest.keyClick(keyboard(), Key.Key_Return)


def test_a_narrow_card_puts_the_cells_of_a_row_below_each_other(card: ChartCard) -> None:
    wide = replace(TOLD, heads=("A", "B", "C"), rows=(Row(("word", "other " * 30, "")),))
    card.show_data(YEAR, wide)
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    card.window().resize(300, 900)
    card.window().grab()
    high, is_folded = card.table.height(), card.table.is_folded
    assert is_folded
    assert card.table.model().index(0, 0).data() == "word\nB: " + "other " * 30
    assert card.table.horizontalScrollBar().maximum() == 0
    assert card.table.verticalScrollBar().maximum() == 0
    card.window().resize(2400, 900)
    card.window().grab()
    is_folded = card.table.is_folded
    assert not is_folded
    assert card.table.columnCount() == 3
    assert card.table.height() < high
    assert card.table.verticalScrollBar().maximum() == 0
    line = card.table.fontMetrics().height()
    assert card.table.rowHeight(0) < 2 * line, "a row has one line again, so that all are seen"


def test_heads_of_several_words_are_broken_before_a_table_scrolls(card: ChartCard) -> None:
    heads = ("Month of the year", "Days with a check-in")
    card.show_data(YEAR, replace(TOLD, heads=heads))
    QTest.mouseClick(card.switch, Qt.MouseButton.LeftButton)
    model, across = card.table.model(), Qt.Orientation.Horizontal
    high = card.table.height()
    assert model.headerData(1, across) == "Days with a check-in"
    card.window().resize(280, 600)
    settle()
    assert model.headerData(1, across) == "Days\nwith\na\ncheck-in"
    assert card.table.horizontalScrollBar().maximum() == 0
    assert card.table.height() > high
