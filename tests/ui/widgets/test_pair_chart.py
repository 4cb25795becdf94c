"""Pairs are drawn in the order of time, walked by keyboard, said in a sentence and in a table."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.pair_chart import PairChart
from caregiver_journal.ui.widgets.pair_drawing import Pair, PairDrawing, PairWords, summarise

Show = Callable[..., QWidget]
Key = Qt.Key

WORDS = PairWords(
    "Guilt, then and later",
    "then",
    "later",
    "Of {count} moments, guilt was lower later in {lower}, the same in {same} and higher in "
    "{higher}.",
)
PAIRS = (
    Pair("a", "Monday <b>", 8, 3),
    Pair("b", "Tuesday", 5, 5),
    Pair("c", "Wednesday", 2, 6),
    Pair("d", "Thursday", 10, 0),
)


@pytest.fixture
def drawing(show: Show) -> PairDrawing:
    made = PairDrawing(WORDS)
    show(made)
    made.show_pairs(PAIRS)
    return made


@pytest.fixture
def chart(show: Show) -> PairChart:
    made = PairChart(WORDS, name="guilt")
    show(made)
    return made


def heard(widget: QWidget) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(widget)
    text = QAccessible.Text
    return found.text(text.Name), found.text(text.Description)


def test_it_is_said_in_one_sentence() -> None:
    said = "Of 4 moments, guilt was lower later in 2, the same in 1 and higher in 1."
    assert summarise(PAIRS, WORDS) == said


def test_it_is_heard_with_the_pair_the_keyboard_is_on(drawing: PairDrawing) -> None:
    name, more = heard(drawing)
    assert name == "Guilt, then and later"
    assert more.startswith("Of 4 moments")
    assert more.endswith("Thursday: then 10, later 0"), "the last one is where one begins"


@pytest.mark.parametrize("look", ["light", "dark", "high_contrast"])
def test_the_two_numbers_differ_by_more_than_their_colour(drawing: PairDrawing, look: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    worn = read_look(look)
    theme.apply_look(app, worn)
    image = drawing.grab().toImage()
    x = round(drawing._x(0))
    inside = image.pixelColor(x, round(drawing._y(8))).name()
    filled = image.pixelColor(x, round(drawing._y(3))).name()
    assert inside == QColor(worn.card).name(), "the first is hollow"
    assert filled == QColor(worn.primary).name()


def test_the_order_of_time_follows_the_reading(drawing: PairDrawing) -> None:
    assert drawing._x(0) < drawing._x(3)
    drawing.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert drawing._x(0) > drawing._x(3)
    drawing.setFocus()
    QTest.keyClick(drawing, Key.Key_Right)
    assert drawing.current_id() == "c"


def test_arrows_walk_and_enter_and_space_open(qtbot: QtBot, drawing: PairDrawing) -> None:
    drawing.setFocus()
    for key, at in (
        (Key.Key_Right, "d"),
        (Key.Key_Left, "c"),
        (Key.Key_Home, "a"),
        (Key.Key_Up, "a"),
        (Key.Key_Down, "b"),
        (Key.Key_End, "d"),
        (Key.Key_Left, "c"),
    ):
        QTest.keyClick(drawing, key)
        assert drawing.current_id() == at
    assert heard(drawing)[1].endswith("Wednesday: then 2, later 6")
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        with qtbot.waitSignal(drawing.opened, check_params_cb=lambda entry: entry == "c"):
            QTest.keyClick(drawing, key)
    with qtbot.assertNotEmitted(drawing.opened):
        QTest.keyClick(drawing, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(drawing, Key.Key_A)


def test_a_click_opens_what_lies_there(qtbot: QtBot, drawing: PairDrawing) -> None:
    place = QPoint(round(drawing._x(1)), 40)
    with qtbot.waitSignal(drawing.opened, check_params_cb=lambda entry: entry == "b"):
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=place)
    assert drawing.current_id() == "b"
    with qtbot.assertNotEmitted(drawing.opened):
        QTest.mouseClick(drawing, Qt.MouseButton.RightButton, pos=place)
        QTest.mouseClick(drawing, Qt.MouseButton.LeftButton, pos=QPoint(1, 40))


def test_the_mouse_marks_what_it_is_on(drawing: PairDrawing) -> None:
    drawing.clearFocus()
    before = drawing.grab().toImage()
    QTest.mouseMove(drawing, QPoint(round(drawing._x(1)), 40))
    QApplication.processEvents()
    assert drawing.grab().toImage() != before
    QTest.mouseMove(drawing, QPoint(1, 1))
    QApplication.processEvents()
    assert drawing.grab().toImage() == before


def test_the_keyboard_stays_on_its_pair_when_others_come(drawing: PairDrawing) -> None:
    drawing.setFocus()
    QTest.keyClick(drawing, Key.Key_Home)
    drawing.show_pairs((Pair("z", "Sunday", 1, 1), *PAIRS))
    assert drawing.current_id() == "a"
    drawing.show_pairs(())
    assert drawing.current_id() == ""
    assert heard(drawing)[1] == ""


def test_nothing_is_opened_where_there_is_nothing(qtbot: QtBot, drawing: PairDrawing) -> None:
    drawing.show_pairs(())
    with qtbot.assertNotEmitted(drawing.opened):
        QTest.keyClick(drawing, Key.Key_Return)
        drawing.click()


def test_too_few_are_not_drawn(chart: PairChart) -> None:
    chart.show_pairs(PAIRS[:2], "Two so far.")
    assert chart.few.isVisible()
    assert chart.few.text() == "Two so far."
    for part in (chart.drawing, chart.table, chart.reading, chart.switch, chart.summary):
        assert not part.isVisible()
    chart.show_pairs(PAIRS[:3], "")
    assert chart.drawing.isVisible()
    assert not chart.few.isVisible()


def test_the_table_says_the_same(qtbot: QtBot, chart: PairChart) -> None:
    chart.show_pairs(PAIRS, "", "The last 4 of 9.")
    assert chart.summary.text().startswith("The last 4 of 9. Of 4 moments")
    assert chart.reading.text().startswith("Hollow: then. Filled: later.")
    chart.switch.setFocus()
    QTest.keyClick(chart.switch, Key.Key_Space)
    table = chart.table
    assert table.isVisible()
    assert not chart.drawing.isVisible()
    assert chart.switch.hasFocus()
    model = table.model()
    rows = [[model.index(row, column).data() for column in range(3)] for row in range(4)]
    assert rows == [[pair.label, str(pair.before), str(pair.after)] for pair in PAIRS]
    assert table.verticalScrollBar().maximum() == 0, "all rows are seen"
    table.setFocus()
    table.setCurrentCell(1, 0)
    with qtbot.waitSignal(table.opened, check_params_cb=lambda entry: entry == "b"):
        QTest.keyClick(table, Key.Key_Return)
    QTest.mouseClick(chart.switch, Qt.MouseButton.LeftButton)
    assert chart.drawing.isVisible()
    assert chart.switch.text() == "Show as table"


def test_labels_are_not_told() -> None:
    assert "Monday" not in repr(PAIRS[0])


def test_somebody_may_draw_from_fewer_pairs_on(show: Show) -> None:
    made = PairChart(WORDS, name="few", least=2)
    show(made)
    made.show_pairs(PAIRS[:1], "One is not enough.")
    assert made.few.isVisible()
    made.show_pairs(PAIRS[:2], "One is not enough.")
    assert made.drawing.isVisible()
    assert not made.few.isVisible()
