"""A drawing is made on the worker when it is seen, once, and its spots are walked and opened."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
import shiboken6
from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import read_look
from caregiver_journal.charts import picture
from caregiver_journal.charts.picture import PlacedSpot, draw_picture
from caregiver_journal.domain.mood_profile import MoodProfile, Slot
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.series import make_series
from caregiver_journal.domain.telling import Behind
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.chart_view import ChartView
from caregiver_journal.ui.widgets.text import push_button
from caregiver_journal.ui.work import Work

Show = Callable[..., QWidget]
Key = Qt.Key

LAST = date(2026, 11, 20)
WAIT_MS = 20_000


def moods(days: int) -> MoodTrend:
    """Return a mood of each of the last days."""
    first = LAST - timedelta(days=29)
    found = [(LAST - timedelta(days=n), 1.0 + n % 5) for n in range(days)]
    return MoodTrend(make_series(found, first, LAST))


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> list[tuple[object, ...]]:
    """Every order the worker gets, which it carries out all the same."""
    orders: list[tuple[object, ...]] = []

    def draw(*order: object) -> object:
        orders.append(order)
        return draw_picture(*order)  # type: ignore[arg-type]

    monkeypatch.setattr(picture, "draw_picture", draw)
    return orders


@pytest.fixture
def work() -> Iterator[Work]:
    home = QObject()
    made = Work(home)
    yield made
    made.finish()
    shiboken6.delete(home)


@pytest.fixture
def view(show: Show, work: Work, drawn: list[tuple[object, ...]]) -> ChartView:
    made = ChartView(work, name="trends.mood.view")
    elsewhere = push_button("Elsewhere")
    show(elsewhere, made)
    elsewhere.setFocus()
    made.tell("Mood", "What there is to see.")
    return made


def settle(qtbot: QtBot, view: ChartView) -> None:
    """Wait until what is seen is what is wanted."""
    QApplication.processEvents()  # painting asks
    qtbot.waitUntil(lambda: view.is_settled, timeout=WAIT_MS)
    QApplication.processEvents()
    qtbot.waitUntil(lambda: view.is_settled, timeout=WAIT_MS)


@pytest.fixture
def seen(qtbot: QtBot, view: ChartView) -> ChartView:
    view.show_data(moods(10))
    settle(qtbot, view)
    return view


def at(spot: PlacedSpot) -> QPoint:
    return QPoint(round(spot.x), round(spot.y))


def heard(view: ChartView) -> tuple[str, str]:
    found = QAccessible.queryAccessibleInterface(view)
    return found.text(QAccessible.Text.Name), found.text(QAccessible.Text.Description)


def has_picture(view: ChartView) -> bool:
    """Tell whether anything but the ground is seen."""
    image = view.grab().toImage()
    colours = {image.pixelColor(x, image.height() // 2).name() for x in range(image.width())}
    return len(colours) > 1


# --- drawing --------------------------------------------------------------------------------------


def test_it_is_drawn_once_for_the_same_values_size_and_look(
    qtbot: QtBot, view: ChartView, drawn: list[tuple[object, ...]]
) -> None:
    assert not has_picture(view)
    with qtbot.waitSignal(view.drawn, timeout=WAIT_MS):
        view.show_data(moods(10))
    settle(qtbot, view)
    assert has_picture(view)
    assert len(view.spots()) == 10
    view.show_data(moods(10))
    view.hide()
    view.show()
    view.grab()
    settle(qtbot, view)
    assert len(drawn) == 1
    assert drawn[0][2:4] == (view.width(), view.height())


def test_another_size_is_drawn_once_it_stays(
    qtbot: QtBot, seen: ChartView, drawn: list[tuple[object, ...]]
) -> None:
    window, before = seen.window(), seen.spots()
    for width in (500, 520, 540):
        window.resize(width, 600)
        QApplication.processEvents()
        assert has_picture(seen), "the earlier picture stays for the while"
    settle(qtbot, seen)
    assert len(drawn) == 2
    assert drawn[1][2] == seen.width()
    assert seen.spots()[-1].x > before[-1].x


def test_another_look_and_a_larger_text_are_drawn(
    qtbot: QtBot, seen: ChartView, drawn: list[tuple[object, ...]], qapp: QApplication
) -> None:
    high = seen.height()
    dark = read_look("dark")
    theme.apply_look(qapp, dark, 1.5)
    settle(qtbot, seen)
    assert seen.height() > high
    assert drawn[-1][1] == dark
    assert seen.grab().toImage().pixelColor(1, 1).name() == QColor(dark.card).name()


def test_what_is_hidden_is_not_drawn(
    qtbot: QtBot, view: ChartView, drawn: list[tuple[object, ...]]
) -> None:
    view.hide()
    view.show_data(moods(10))
    settle(qtbot, view)
    assert drawn == []
    view.show()
    view.grab()  # it is seen, and away again before it was drawn
    view.hide()
    settle(qtbot, view)
    assert drawn == []
    view.show()
    settle(qtbot, view)
    assert len(drawn) == 1


def test_of_values_that_change_quickly_the_last_are_shown(
    qtbot: QtBot, seen: ChartView, drawn: list[tuple[object, ...]]
) -> None:
    for days in (11, 12, 13):
        seen.show_data(moods(days))
        assert seen.spots() == (), "the earlier picture stays, its spots mean other days"
        QApplication.processEvents()
        assert has_picture(seen)
    settle(qtbot, seen)
    assert len(seen.spots()) == 13
    assert len(drawn) < 5


def test_a_fault_of_the_drawing_is_a_fault_of_the_program_and_told_once(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(*_order: object) -> object:
        raise ZeroDivisionError

    monkeypatch.setattr(picture, "draw_picture", draw)
    with capture_exceptions() as faults:
        view.show_data(moods(10))
        settle(qtbot, view)
        view.grab()
        settle(qtbot, view)
    assert [fault[0] for fault in faults] == [ZeroDivisionError]
    assert not has_picture(view)


# --- hands ----------------------------------------------------------------------------------------


def test_the_pointer_names_a_spot_and_a_click_opens_it(qtbot: QtBot, seen: ChartView) -> None:
    before = seen.grab().toImage()
    spot = seen.spots()[4]
    QTest.mouseMove(seen, at(spot) + QPoint(3, 3))
    assert seen.grab().toImage() != before
    assert seen.cursor().shape() == Qt.CursorShape.PointingHandCursor
    with qtbot.waitSignal(seen.opened, check_params_cb=lambda behind: behind == spot.behind):
        QTest.mouseClick(seen, Qt.MouseButton.LeftButton, pos=at(spot))
    assert seen.current() == spot
    with qtbot.assertNotEmitted(seen.opened):
        QTest.mouseClick(seen, Qt.MouseButton.RightButton, pos=at(spot))
        QTest.mouseClick(seen, Qt.MouseButton.LeftButton, pos=QPoint(1, 1))
    seen.clearFocus()
    QTest.mouseMove(seen, QPoint(1, 1))
    assert seen.grab().toImage() == before


def test_arrows_walk_and_enter_and_space_open(qtbot: QtBot, seen: ChartView) -> None:
    seen.setFocus(Qt.FocusReason.TabFocusReason)
    spots = seen.spots()
    assert seen.current() == spots[-1], "one begins at the newest day"
    for key, there in (
        (Key.Key_Right, -1),
        (Key.Key_Left, -2),
        (Key.Key_Home, 0),
        (Key.Key_Left, 0),
        (Key.Key_Right, 1),
        (Key.Key_Down, 2),
        (Key.Key_Up, 1),
        (Key.Key_End, -1),
    ):
        QTest.keyClick(seen, key)
        assert seen.current() == spots[there]
    assert heard(seen) == ("Mood", f"What there is to see. {spots[-1].words}")
    for key in (Key.Key_Return, Key.Key_Enter, Key.Key_Space):
        with qtbot.waitSignal(seen.opened, check_params_cb=lambda it: it == spots[-1].behind):
            QTest.keyClick(seen, key)
    with qtbot.assertNotEmitted(seen.opened):
        QTest.keyClick(seen, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_an_arrow_goes_where_it_points_also_from_right_to_left(seen: ChartView) -> None:
    seen.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    seen.setFocus(Qt.FocusReason.TabFocusReason)
    before = seen.current()
    QTest.keyClick(seen, Key.Key_Left)
    after = seen.current()
    assert before is not None
    assert after is not None
    assert after.x < before.x


def test_the_spot_of_the_keyboard_is_marked(seen: ChartView) -> None:
    seen.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(seen, Key.Key_Home)
    first = seen.grab().toImage()
    QTest.keyClick(seen, Key.Key_Right)
    assert seen.grab().toImage() != first


def test_what_has_nothing_behind_it_is_only_named(
    qtbot: QtBot, view: ChartView, monkeypatch: pytest.MonkeyPatch
) -> None:
    def draw(*order: object) -> object:
        picture = draw_picture(*order)  # type: ignore[arg-type]
        bare = (PlacedSpot(50.0, 50.0, "A mark", None), PlacedSpot(50.0, 90.0, "Last", Behind()))
        return type(picture)(picture.rgba, picture.width, picture.height, picture.scale, bare)

    monkeypatch.setattr(picture, "draw_picture", draw)
    view.show_data(moods(3))
    settle(qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert heard(view)[1].endswith("A mark"), "of a list one begins at the top"
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Key.Key_Return)
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 50))
    QTest.mouseMove(view, QPoint(50, 52))
    assert view.cursor().shape() == Qt.CursorShape.ArrowCursor
    with qtbot.waitSignal(view.opened):
        QTest.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(50, 90))


def test_who_waits_for_it_with_the_keyboard_is_on_a_spot_when_it_comes(
    qtbot: QtBot, view: ChartView
) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    view.show_data(moods(3))
    settle(qtbot, view)
    assert view.current() == view.spots()[-1]


def test_what_does_not_go_by_time_is_entered_at_its_first_spot(
    qtbot: QtBot, view: ChartView
) -> None:
    days = tuple(Slot(9, 3.0, 2.0, 4.0) for _day in range(7))
    view.show_data(MoodProfile(days, (Slot(0),) * 5, LAST - timedelta(days=90), LAST))
    settle(qtbot, view)
    view.setFocus(Qt.FocusReason.TabFocusReason)
    assert heard(view)[1].endswith("Monday: 3, half of them 2–4 · 9 days")
    QTest.keyClick(view, Key.Key_Right)
    assert "Tuesday" in heard(view)[1], "an arrow goes where it points all the same"


def test_before_it_is_drawn_there_is_nothing_to_walk(qtbot: QtBot, view: ChartView) -> None:
    view.setFocus(Qt.FocusReason.TabFocusReason)
    with qtbot.assertNotEmitted(view.opened):
        QTest.keyClick(view, Key.Key_Return)
        QTest.keyClick(view, Key.Key_Right)
    assert heard(view) == ("Mood", "What there is to see.")
