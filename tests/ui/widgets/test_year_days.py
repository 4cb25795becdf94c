"""Each day has a square with its number; days are walked, named and opened, by mouse and by key."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support.looking import settle

from caregiver_journal.base.look import LOOKS, read_look
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import make_series
from caregiver_journal.domain.telling import Behind
from caregiver_journal.domain.year_of_days import YearOfDays
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.day_grid import DayGrid, weeks_between
from caregiver_journal.ui.widgets.day_squares import DaySquares
from caregiver_journal.ui.widgets.text import push_button
from caregiver_journal.ui.widgets.year_days import YearDays

Show = Callable[..., QWidget]
Key = Qt.Key

TODAY = date(2026, 11, 20)
"""A Friday."""
DAY = timedelta(days=1)
LEVELS = {TODAY - n * DAY: float(n) for n in range(1, 6)}
"""The five days before today have the levels one to five."""
PAUSE = (TODAY - 12 * DAY, TODAY - 10 * DAY)


def year_of(days: int) -> YearOfDays:
    first = TODAY - (days - 1) * DAY
    return YearOfDays(make_series(LEVELS.items(), first, TODAY), TODAY, (PAUSE,))


@pytest.fixture
def days(show: Show) -> YearDays:
    """A year, with room for all of it."""
    made = YearDays(name="trends.year")
    elsewhere = push_button("Elsewhere")
    show(elsewhere, made, width=960)
    elsewhere.setFocus()
    made.show_data(year_of(365))
    made.tell("Your year", "What there is to see.")
    settle()
    return made


@pytest.fixture
def squares(days: YearDays) -> DaySquares:
    return days.squares


def middle(squares: DaySquares, day: date) -> QPoint:
    return squares.grid().place(day).center()


def heard(squares: DaySquares) -> str:
    found = QAccessible.queryAccessibleInterface(squares)
    assert found.text(QAccessible.Text.Name) == "Your year"
    return found.text(QAccessible.Text.Description)


def colours(squares: DaySquares, place: QRect) -> set[str]:
    """Return every colour in a part of the picture."""
    image = squares.grab().toImage()
    xs, ys = range(place.left(), place.right() + 1), range(place.top(), place.bottom() + 1)
    return {image.pixelColor(x, y).name() for x in xs for y in ys}


# --- what is seen ---------------------------------------------------------------------------------


@pytest.mark.parametrize("look", LOOKS)
def test_a_day_has_the_colour_of_its_mood_and_its_number(
    squares: DaySquares, look: str, qapp: QApplication
) -> None:
    worn = read_look(look)
    theme.apply_look(qapp, worn)
    grid = squares.grid()
    for day, level in LEVELS.items():
        found = colours(squares, grid.place(day))
        assert QColor(worn.mood[int(level) - 1]).name() in found
        assert len(found) > 8, "the number is painted on it"
    missing = colours(squares, grid.place(TODAY - 20 * DAY).adjusted(3, 3, -3, -3))
    assert missing == {QColor(worn.background).name()}, "it is hollow"
    paused = colours(squares, grid.place(PAUSE[0]).adjusted(3, 3, -3, -3))
    assert len(paused) > 1, "a pause is striped"


def test_each_level_looks_different_without_colour(squares: DaySquares) -> None:
    """The number is the second sign; two levels may be equally dark."""
    grid = squares.grid()
    image = squares.grab().toImage()
    seen = set()
    for day in LEVELS:
        part = image.copy(grid.place(day)).convertToFormat(image.Format.Format_Mono)
        seen.add(bytes(part.constBits()))
    assert len(seen) == 5


def test_days_outside_the_period_have_no_square(squares: DaySquares) -> None:
    grid = squares.grid()
    ground = {
        QColor(read_look("light").card).name(),
        squares.grab().toImage().pixelColor(0, 0).name(),
    }
    assert grid.holds(TODAY + DAY)
    assert len(colours(squares, grid.place(TODAY + DAY))) == 1
    assert colours(squares, grid.place(TODAY + DAY)) <= ground
    assert len(colours(squares, grid.place(TODAY - 20 * DAY))) > 1


def test_today_is_ringed(squares: DaySquares) -> None:
    def darkest(day: date) -> int:
        ring = squares.grid().place(day).adjusted(-1, -1, 1, 1)
        return min(QColor(colour).lightness() for colour in colours(squares, ring))

    assert darkest(TODAY) < 70
    assert darkest(TODAY - 20 * DAY) > 150


@pytest.mark.parametrize(
    ("length", "scale", "width", "weeks"),
    [(365, 1.0, 960, 53), (365, 2.0, 960, 30), (30, 1.0, 960, 5), (1, 1.0, 300, 1)],
)
def test_as_many_weeks_are_seen_as_fit(
    squares: DaySquares, qapp: QApplication, length: int, scale: float, width: int, weeks: int
) -> None:
    theme.apply_look(qapp, read_look("light"), scale)
    squares.show_year(year_of(length))
    squares.window().resize(width, 600)
    settle()
    grid = squares.grid()
    assert abs(grid.weeks - weeks) <= 1
    assert grid.side >= 10 * scale, "a number can be read in it"
    for day in (grid.start, grid.last, TODAY):
        assert squares.rect().contains(grid.place(day))


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_each_day_is_found_where_it_lies(*, is_mirrored: bool) -> None:
    grid = DayGrid(date(2025, 11, 17), 53, 16.6, 880, is_mirrored)
    day = grid.start
    lefts = []
    while day <= grid.last:
        assert grid.day_at(grid.place(day).center()) == day
        lefts.append(grid.place(day).left())
        day += DAY
    assert lefts == sorted(lefts, reverse=is_mirrored)
    assert grid.day_at(QPoint(-1, 5)) is None
    assert grid.day_at(QPoint(5, grid.height + 5)) is None


def test_weeks_begin_on_monday() -> None:
    assert weeks_between(date(2026, 11, 15), date(2026, 11, 16)) == 2
    assert weeks_between(date(2026, 11, 16), date(2026, 11, 22)) == 1


# --- hands ----------------------------------------------------------------------------------------


def test_keys_walk_by_day_week_and_month(squares: DaySquares) -> None:
    squares.setFocus()
    first = TODAY - 364 * DAY
    assert squares.current() == TODAY
    for key, there in (
        (Key.Key_Up, TODAY - DAY),
        (Key.Key_Left, TODAY - 8 * DAY),
        (Key.Key_Down, TODAY - 7 * DAY),
        (Key.Key_Right, TODAY),
        (Key.Key_Right, TODAY),
        (Key.Key_PageUp, TODAY - 28 * DAY),
        (Key.Key_PageDown, TODAY),
        (Key.Key_Home, first),
        (Key.Key_Up, first),
        (Key.Key_End, TODAY),
    ):
        QTest.keyClick(squares, key)
        assert squares.current() == there
    assert heard(squares) == "What there is to see. Friday 20 November: no check-in"
    QTest.keyClick(squares, Key.Key_Up)
    assert heard(squares).endswith("Thursday 19 November: 1, very low, 1 check-in")


def test_from_right_to_left_time_runs_as_one_reads(squares: DaySquares) -> None:
    squares.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid = squares.grid()
    assert grid.place(TODAY).left() < grid.place(TODAY - 20 * DAY).left()
    squares.setFocus()
    QTest.keyClick(squares, Key.Key_Right)
    assert squares.current() == TODAY - 7 * DAY


def test_enter_space_and_a_click_open_a_day(
    qtbot: QtBot, days: YearDays, squares: DaySquares
) -> None:
    squares.setFocus()
    behind = Behind(Query(first=TODAY, last=TODAY))
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        with qtbot.waitSignal(days.opened, check_params_cb=lambda it: it == behind):
            QTest.keyClick(squares, key)
    day = TODAY - 3 * DAY
    other = Behind(Query(first=day, last=day))
    with qtbot.waitSignal(days.opened, check_params_cb=lambda it: it == other):
        QTest.mouseClick(squares, Qt.MouseButton.LeftButton, pos=middle(squares, day))
    assert squares.current() == day
    with qtbot.assertNotEmitted(days.opened):
        QTest.mouseClick(squares, Qt.MouseButton.LeftButton, pos=middle(squares, TODAY + DAY))
        QTest.mouseClick(squares, Qt.MouseButton.RightButton, pos=middle(squares, TODAY))
        QTest.keyClick(squares, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        QTest.keyClick(squares, Key.Key_A)


def test_the_pointer_names_a_day_and_leaves_no_trace(squares: DaySquares) -> None:
    before = squares.grab().toImage()
    QTest.mouseMove(squares, middle(squares, TODAY - 40 * DAY))
    assert squares.cursor().shape() == Qt.CursorShape.PointingHandCursor
    assert squares.grab().toImage() != before
    QTest.mouseMove(squares, middle(squares, TODAY + DAY))
    assert squares.cursor().shape() == Qt.CursorShape.ArrowCursor
    assert squares.grab().toImage() == before


def test_the_buttons_point_the_way_time_runs(days: YearDays) -> None:
    days.show_data(year_of(1000))
    settle()
    days.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    settle()
    assert days.earlier.x() > days.later.x()
    images = [button.icon().pixmap(18, 18).toImage() for button in (days.earlier, days.later)]
    days.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    settle()
    turned = [button.icon().pixmap(18, 18).toImage() for button in (days.later, days.earlier)]
    assert images == turned


def test_a_long_period_is_walked_with_buttons_and_by_key(days: YearDays) -> None:
    assert not days.earlier.isVisible()
    days.show_data(year_of(1000))
    settle()
    assert days.earlier.isVisible()
    assert days.shown.text() == "17 Nov 2025 – 20 Nov 2026"
    assert not days.later.isEnabled()
    QTest.mouseClick(days.earlier, Qt.MouseButton.LeftButton)
    assert days.shown.text() == "18 Nov 2024 – 23 Nov 2025"
    assert days.later.isEnabled()
    QTest.mouseClick(days.earlier, Qt.MouseButton.LeftButton)
    assert not days.earlier.isEnabled()
    QTest.mouseClick(days.later, Qt.MouseButton.LeftButton)
    assert days.earlier.isEnabled()
    assert days.later.isEnabled()
    days.setFocus()
    QTest.keyClick(days.squares, Key.Key_End)
    assert days.shown.text().endswith("20 Nov 2026")
    QTest.keyClick(days.squares, Key.Key_Home)
    assert days.shown.text().startswith("25 Feb 2024")


def test_the_keyboard_stays_on_its_day_when_others_come(squares: DaySquares) -> None:
    squares.setFocus()
    QTest.keyClick(squares, Key.Key_PageUp)
    there = squares.current()
    squares.show_year(year_of(400))
    assert squares.current() == there
    squares.show_year(year_of(7))
    assert squares.current() == TODAY


def test_other_values_are_not_taken(days: YearDays) -> None:
    with pytest.raises(TypeError):
        days.show_data("a year")


def test_without_values_there_is_nothing_to_do(qtbot: QtBot, show: Show) -> None:
    empty = DaySquares(name="squares")
    show(empty)
    empty.setFocus()
    empty.walk(1)
    with qtbot.assertNotEmitted(empty.opened):
        QTest.keyClick(empty, Key.Key_Return)
        QTest.mouseClick(empty, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
