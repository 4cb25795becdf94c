"""The list of entries: fetched page by page, walked by keyboard, read out in sentences."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, QRect, Qt
from PySide6.QtGui import QColor, QCursor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme
from caregiver_journal.ui.widgets.entry_list import (
    MOST_CHOSEN,
    DayHeading,
    EntryList,
    EntryRow,
    Row,
)
from caregiver_journal.ui.widgets.entry_model import EntryModel, read_out
from caregiver_journal.ui.widgets.row_sheet import mark_ground

Show = Callable[..., QWidget]

PAGE = 20
LONG = "Team lead asked me to cover Saturday, and I wanted to say no. " * 8


def make_rows(count: int) -> list[Row]:
    rows: list[Row] = []
    for number in range(count):
        if number % 5 == 0:
            rows.append(DayHeading(f"Day {number // 5}"))
        line = LONG if number % 3 == 0 else "Back-to-back visits." if number % 3 == 1 else ""
        rows.append(EntryRow(f"e{number}", "17:40", "mood_2", f"Mood {number}", line, ("work",)))
    return rows


class Source:
    """Pages of rows, and how many times somebody asked."""

    def __init__(self, count: int) -> None:
        self.rows = make_rows(count)
        self.asked: list[object] = []

    def __call__(self, cursor: object) -> tuple[list[Row], object]:
        self.asked.append(cursor)
        start = cursor if isinstance(cursor, int) else 0
        end = start + PAGE
        return self.rows[start:end], end if end < len(self.rows) else None


@pytest.fixture
def source() -> Source:
    return Source(300)


@pytest.fixture
def entries(qtbot: QtBot, source: Source) -> EntryList:
    made = EntryList(source, accessible_name="All entries", name="test.entries")
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.reload()
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    return made


def test_only_what_is_needed_is_fetched(entries: EntryList, source: Source) -> None:
    assert source.asked[0] is None
    assert len(source.asked) <= 3
    assert 0 < entries.entry_count() < 100


def test_scrolling_fetches_the_rest_in_order(entries: EntryList, source: Source) -> None:
    bar = entries.verticalScrollBar()
    for _step in range(200):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert entries.entry_count() == 300
    assert source.asked == [None, *range(PAGE, len(source.rows), PAGE)]


def test_enter_and_a_click_open(qtbot: QtBot, entries: EntryList) -> None:
    assert entries.select("e3")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        with qtbot.waitSignal(entries.activated_entry, check_params_cb=lambda i: i == "e3"):
            QTest.keyClick(entries, key)
    place = entries.visualRect(entries.model().index(2, 0)).center()
    with qtbot.waitSignal(entries.activated_entry, check_params_cb=lambda i: i == "e1"):
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert entries.current_id() == "e1"


def test_a_day_cannot_be_opened_or_chosen(qtbot: QtBot, entries: EntryList) -> None:
    place = entries.visualRect(entries.model().index(0, 0)).center()
    with qtbot.assertNotEmitted(entries.activated_entry):
        QTest.mouseClick(entries.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not entries.model().flags(entries.model().index(0, 0))


def test_arrows_pass_over_days(qtbot: QtBot, entries: EntryList) -> None:
    assert entries.select_first()
    seen = [entries.current_id()]
    for _step in range(6):
        with qtbot.waitSignal(entries.current_changed):
            QTest.keyClick(entries, Qt.Key.Key_Down)
        seen.append(entries.current_id())
    assert seen == [f"e{number}" for number in range(7)]


def test_delete_asks(qtbot: QtBot, entries: EntryList) -> None:
    entries.select("e2")
    with qtbot.waitSignal(entries.delete_requested, check_params_cb=lambda i: i == "e2"):
        QTest.keyClick(entries, Qt.Key.Key_Delete)


def test_nothing_reaches_the_clipboard_by_itself(qtbot: QtBot, entries: EntryList) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText("before")
    entries.select("e2")
    QTest.keyClick(entries, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert clipboard.text() == "before"
    clipboard.clear()


def test_typing_letters_goes_nowhere(qtbot: QtBot, entries: EntryList) -> None:
    entries.select("e1")
    QTest.keyClicks(entries, "Mood 4")
    assert entries.current_id() == "e1"


def test_reloading_stays_at_the_place(entries: EntryList, source: Source) -> None:
    bar = entries.verticalScrollBar()
    for _step in range(4):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    entries.select("e30")
    QApplication.processEvents()
    before = bar.value()
    source.rows.pop()
    entries.reload()
    QApplication.processEvents()
    assert bar.value() == before
    assert entries.current_id() == "e30"
    assert entries.entry_count() > 30


def test_a_step_measures_only_what_is_new(
    entries: EntryList, monkeypatch: pytest.MonkeyPatch
) -> None:
    bar = entries.verticalScrollBar()
    for _step in range(20):
        bar.setValue(bar.maximum())
        QApplication.processEvents()
    assert entries.entry_count() == 300
    asked: list[int] = []
    height = EntryList.row_height

    def watched(self: EntryList, number: int, width: int) -> int:
        asked.append(number)
        return height(self, number, width)

    monkeypatch.setattr(EntryList, "row_height", watched)
    for place in (0, bar.maximum() // 2, bar.maximum()):
        bar.setValue(place)
        QApplication.processEvents()
    entries.select("e30")
    QApplication.processEvents()
    assert asked == []


def test_deleted_rows_go_with_their_day_and_nothing_is_fetched(
    entries: EntryList, source: Source
) -> None:
    for _step in range(4):
        entries.verticalScrollBar().setValue(entries.verticalScrollBar().maximum())
        QApplication.processEvents()
    entries.select("e3")
    asked = len(source.asked)
    entries.drop([f"e{number}" for number in range(5, 10)] + ["e3", "nobody"])
    model = entries.model()
    shown = [model.index(number, 0).data() for number in range(7)]
    assert shown == ["Day 0", "Mood 0", "Mood 1", "Mood 2", "Mood 4", "Day 2", "Mood 10"]
    assert entries.chosen_ids() == ()
    assert len(source.asked) == asked
    assert entries.content_height() == sum(
        entries.row_height(number, entries.viewport().width()) for number in range(model.rowCount())
    )
    assert entries.select("e10")


def test_the_last_day_goes_with_its_last_entry(qtbot: QtBot) -> None:
    made = EntryList(Source(6), accessible_name="All")
    qtbot.addWidget(made)
    made.reload()
    made.drop(["e5"])
    assert made.model().rowCount() == 6
    made.drop([])
    assert made.entry_count() == 5


def test_a_row_is_shown_anew_in_its_place(entries: EntryList) -> None:
    entries.replace(EntryRow("e1", "17:40", "mood_2", "Changed", LONG * 2))
    entries.replace(EntryRow("nobody", "17:40", "mood_2", "Changed"))
    index = entries.model().index(2, 0)
    assert index.data() == "Changed"
    assert (
        entries.visualRect(index).height()
        > entries.visualRect(entries.model().index(3, 0)).height()
    )


@pytest.mark.parametrize(
    ("keys", "expected"),
    [
        ([Qt.Key.Key_End], "last"),
        ([Qt.Key.Key_End, Qt.Key.Key_Home], "e0"),
        ([Qt.Key.Key_PageDown, Qt.Key.Key_PageUp], "e0"),
        ([Qt.Key.Key_Up], "e0"),
    ],
)
def test_keys_walk_far(entries: EntryList, keys: list[Qt.Key], expected: str) -> None:
    entries.select("e0")
    fetched = entries.entry_count()
    for key in keys:
        QTest.keyClick(entries, key)
    wanted = f"e{fetched - 1}" if expected == "last" else expected
    assert entries.current_id() == wanted


def test_a_page_down_goes_about_as_far_as_one_sees(entries: EntryList) -> None:
    entries.select("e0")
    QTest.keyClick(entries, Qt.Key.Key_PageDown)
    number = int((entries.current_id() or "e0")[1:])
    assert 3 <= number <= 12
    assert entries.viewport().rect().contains(entries.visualRect(entries.currentIndex()))


def test_the_list_goes_to_where_it_is_asked_to(entries: EntryList) -> None:
    hint = EntryList.ScrollHint
    index = entries.model().index(12, 0)
    for where, edge in ((hint.PositionAtTop, "top"), (hint.PositionAtBottom, "bottom")):
        entries.scrollTo(index, where)
        place = entries.visualRect(index)
        wanted = 0 if edge == "top" else entries.viewport().height() - 1
        assert getattr(place, edge)() == wanted
    entries.scrollTo(index, hint.PositionAtCenter)
    assert abs(entries.visualRect(index).center().y() - entries.viewport().height() // 2) <= 1
    entries.scrollTo(QModelIndex())
    assert not entries.indexAt(QPoint(5, 100_000)).isValid()
    assert entries.visualRect(QModelIndex()).isNull()


def test_control_a_chooses_no_more_than_so_many(qtbot: QtBot) -> None:
    made = EntryList(Source(300), accessible_name="All", many=True)
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.reload()
    made.selectAll()
    assert made.chosen_ids() == tuple(f"e{number}" for number in range(MOST_CHOSEN))
    single = EntryList(Source(300), accessible_name="All")
    qtbot.addWidget(single)
    single.reload()
    single.selectAll()
    assert single.chosen_ids() == ()
    empty = EntryList(Source(0), accessible_name="All", many=True)
    qtbot.addWidget(empty)
    empty.reload()
    empty.selectAll()
    assert empty.chosen_ids() == ()


def test_matching_words_stand_on_a_soft_ground(qtbot: QtBot) -> None:
    look = read_look("light")
    mark = QColor(mark_ground(look)).name()
    line = "Then home along the canal. " + LONG
    rows: list[Row] = [
        EntryRow("a", "17:40", "accent", "Mood", "plain"),
        EntryRow("b", "17:40", "accent", "Mood · calm", "", title_marks=((7, 11),)),
        EntryRow("c", "17:40", "accent", "Mood", line, line_marks=((20, 25), (40, 60))),
        EntryRow("d", "17:40", "accent", "Mood", "", ("canal", "work"), marked_chips=1),
    ]
    made = EntryList(lambda _c: (rows, None), accessible_name="All")
    qtbot.addWidget(made)
    made.resize(420, 500)
    made.reload()
    made.show()
    QApplication.processEvents()
    places = [made.visualRect(made.model().index(number, 0)) for number in range(4)]
    assert [mark in ink_of(made, place) for place in places] == [False, True, True, True]


def test_what_is_gone_is_no_longer_current(entries: EntryList, source: Source) -> None:
    entries.select("e1")
    source.rows = [DayHeading("Empty day")]
    entries.reload()
    assert entries.current_id() is None
    assert entries.entry_count() == 0
    assert not entries.select("e1")
    assert not entries.select_first()


def test_a_list_that_fits_is_as_high_as_its_rows(qtbot: QtBot, show: Show) -> None:
    made = EntryList(Source(12), accessible_name="Today", fit_contents=True)
    made.reload()
    show(made, width=400)
    assert made.entry_count() == 12
    assert made.height() >= made.heightForWidth(made.width())
    last = made.visualRect(made.model().index(made.model().rowCount() - 1, 0))
    assert last.bottom() <= made.viewport().height()
    assert made.heightForWidth(300) > made.heightForWidth(9000)
    assert not made.verticalScrollBar().isVisible()


def test_the_model_keeps_the_rules_of_models(qtmodeltester: ModelTester, source: Source) -> None:
    model = EntryModel(source)
    model.reload()
    model.fetchMore(QModelIndex())
    qtmodeltester.check(model, force_py=True)  # type: ignore[no-untyped-call]


@pytest.mark.parametrize(
    ("row", "heard"),
    [
        (DayHeading("Friday 20 November"), "Friday 20 November"),
        (EntryRow("a", "17:40", "accent", "Mood · low"), "17:40, Mood · low."),
        (
            EntryRow("a", "17:40", "accent", "Mood", "Was it?\nYes", ("work", "late"), True, True),
            "17:40, Mood. Was it? Yes. work, late. Bring to session. Never export.",
        ),
        (EntryRow("a", "", "accent", "Mood", "Fine."), "Mood. Fine."),
    ],
)
def test_a_row_is_read_out_in_sentences(row: Row, heard: str) -> None:
    assert read_out(row) == heard


def test_the_view_reads_the_sentences(entries: EntryList) -> None:
    index = entries.model().index(1, 0)
    assert entries.model().data(index, Qt.ItemDataRole.AccessibleTextRole).startswith("17:40, Mood")
    assert entries.model().data(index, Qt.ItemDataRole.ToolTipRole) is None


def ink_of(entries: EntryList, place: QRect) -> set[str]:
    image: QImage = entries.viewport().grab(place).toImage()
    xs, ys = range(image.width()), range(image.height())
    return {image.pixelColor(x, y).name() for x in xs for y in ys}


def test_the_dot_has_its_colour_and_stands_at_the_start(entries: EntryList) -> None:
    look = read_look("light")
    row = entries.visualRect(entries.model().index(1, 0))
    left, right = row.adjusted(0, 0, -row.width() // 2, 0), row.adjusted(row.width() // 2, 0, 0, 0)
    dot = QColor(look.mood[1]).name()
    assert dot in ink_of(entries, left)
    assert dot not in ink_of(entries, right)
    entries.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    QApplication.processEvents()
    row = entries.visualRect(entries.model().index(1, 0))
    assert dot in ink_of(entries, row.adjusted(row.width() // 2, 0, 0, 0))


def test_rows_grow_with_the_text_and_follow_the_look(entries: EntryList) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = entries.visualRect(entries.model().index(1, 0)).height()
    theme.apply_look(app, read_look("dark"), 2.0)
    QApplication.processEvents()
    row = entries.visualRect(entries.model().index(1, 0))
    assert row.height() > before * 1.6
    assert QColor(read_look("dark").mood[1]).name() in ink_of(entries, row)


def test_many_chips_and_long_words_stay_inside(qtbot: QtBot, show: Show) -> None:
    chips = tuple(f"a rather long tag {number}" for number in range(9))
    rows: list[Row] = [EntryRow("a", "17:40", "accent", LONG, LONG, chips, True, True)]
    made = EntryList(lambda _c: (rows, None), accessible_name="Today", fit_contents=True)
    made.reload()
    show(made, width=420)
    made.clearFocus()
    QCursor.setPos(
        made.mapToGlobal(made.rect().bottomRight() + QPoint(50, 50))
    )  # no row is pointed at
    outside = made.viewport().grab(QRect(made.width() - 11, 0, 11, made.height())).toImage()
    seen = {
        outside.pixelColor(x, y).name()
        for x in range(outside.width())
        for y in range(outside.height())
    }
    assert len(seen) == 1
