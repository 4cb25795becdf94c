"""What hangs below the filter buttons: legible, reachable, and changing the query at once."""

from collections.abc import Callable, Iterator
from datetime import date

import pytest
from PySide6.QtCore import QDate
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support import looking, walking
from support.clock import START

from caregiver_journal.app import dress
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Form
from caregiver_journal.journal.filter_names import FilterNames
from caregiver_journal.ui.pages.journal.filters import (
    MOST_TAGS,
    Filter,
    KindFilter,
    TagFilter,
    TimeFilter,
)
from caregiver_journal.ui.pages.journal.search_bar import SearchBar

TODAY = START.date()
TAGS = [f"tag {number}" for number in range(40)]
CHECKS = (
    looking.find_clipped,
    looking.find_small,
    looking.find_overlapping,
    walking.find_unnamed,
    looking.find_faint,
)


@pytest.fixture
def button(app: QApplication, qtbot: QtBot) -> Iterator[QPushButton]:
    """A button in a window of its own, to hang a filter below."""
    window = QWidget()
    window.resize(640, 480)
    made = QPushButton("Filter", window)
    made.setObjectName("filter")
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield made
    window.close()


def queries(made: Filter) -> list[Query]:
    """Return the list to which each query is added that a filter tells."""
    told: list[Query] = []
    made.changed.connect(told.append)
    made.open_below()
    looking.settle()
    return told


def make_kinds(button: QWidget) -> Filter:
    return KindFilter(Query(), button)


def make_time(button: QWidget) -> Filter:
    return TimeFilter(Query(), TODAY, button)


def make_tags(button: QWidget) -> Filter:
    return TagFilter(Query(), TAGS, button)


def make_no_tags(button: QWidget) -> Filter:
    return TagFilter(Query(), [], button)


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("make", [make_kinds, make_time, make_tags, make_no_tags])
def test_a_filter_can_be_read_and_operated(
    app: QApplication, button: QPushButton, make: Callable[[QWidget], Filter], size: int
) -> None:
    dress(app, "light", size)
    made = make(button)
    queries(made)
    assert made.isAncestorOf(looking.keyboard())
    faults = [fault for check in CHECKS for fault in check(made)]
    assert not faults, "\n".join(faults)
    assert button.window().rect().contains(made.geometry())


def test_kinds_are_chosen(button: QPushButton) -> None:
    made = KindFilter(Query("canal"), button)
    told = queries(made)
    made.findChildren(QPushButton)[0].click()
    assert told == [Query("canal", kinds=frozenset({Kind.MOOD}))]


def test_days_that_are_often_wanted(button: QPushButton) -> None:
    made = TimeFilter(Query(), TODAY, button)
    told = queries(made)
    for key in ("week", "month", "year", "any"):
        made.often.buttons()[["any", "week", "month", "year"].index(key)].click()
    assert told == [
        Query(first=date(2026, 11, 14)),
        Query(first=date(2026, 10, 22)),
        Query(first=date(2026, 1, 1)),
        Query(),
    ]


def test_any_days_can_be_chosen(button: QPushButton) -> None:
    made = TimeFilter(Query(), TODAY, button)
    told = queries(made)
    made.first_box.click()
    made.first.setDate(QDate(2026, 11, 1))
    made.last_box.click()
    made.last.setDate(QDate(2026, 10, 1))
    made.first_box.click()
    assert told == [
        Query(first=TODAY),
        Query(first=date(2026, 11, 1)),
        Query(first=date(2026, 11, 1), last=TODAY),
        Query(first=date(2026, 10, 1), last=date(2026, 11, 1)),
        Query(last=date(2026, 10, 1)),
    ]


def test_a_filter_shows_what_was_chosen_before(button: QPushButton) -> None:
    made = TimeFilter(Query(first=date(2026, 3, 1)), TODAY, button)
    assert made.first_box.isChecked()
    assert made.first.date() == QDate(2026, 3, 1)
    assert not made.last.isEnabled()
    assert made.often.value() is None
    assert TimeFilter(Query(first=date(2026, 11, 14)), TODAY, button).often.value() == "week"


def test_many_tags_are_found_by_typing(button: QPushButton) -> None:
    made = TagFilter(Query(tags=("TAG 39",)), TAGS, button)
    told = queries(made)

    def offered() -> list[str]:
        looking.settle()
        chips = [b for b in made.findChildren(QPushButton) if b.isVisible()]
        return [chip.text() for chip in chips]

    assert len(offered()) == MOST_TAGS
    assert offered()[0] == "tag 39"
    made.finder.setText("Tag 3")
    assert offered()[:3] == ["tag 39", "tag 3", "tag 30"]
    next(b for b in made.findChildren(QPushButton) if b.text() == "tag 30").click()
    assert told[-1].tags == ("tag 39", "tag 30")
    made.finder.setText("nothing")
    assert offered() == ["tag 30", "tag 39"]
    made.session.click()
    made.private.click()
    assert told[-1] == Query(tags=("tag 39", "tag 30"), for_session=True, never_export=True)


def make_bar(qtbot: QtBot) -> SearchBar:
    def names(query: Query) -> FilterNames:
        said = ("Guilt after a limit", "What was feared?", "A letter", "PHQ-9")
        ids = (query.themes, query.prompts, query.exercises, query.instruments)
        return FilterNames(*(words if each else "" for words, each in zip(said, ids, strict=True)))

    bar = SearchBar(lambda: TODAY, lambda: TAGS, names)
    qtbot.addWidget(bar)
    bar.show()
    return bar


def test_what_only_other_pages_filter_by_is_said_and_taken_away(
    app: QApplication, qtbot: QtBot
) -> None:
    bar = make_bar(qtbot)
    wanted = Query(
        "letter",
        forms=frozenset({Form.WEEK, Form.THOUGHT}),
        themes=frozenset({"guilt"}),
        prompts=frozenset({"guilt.1"}),
        exercises=frozenset({"letter"}),
        instruments=frozenset({"phq-9"}),
    )
    bar.look_for(wanted)
    said = {part: button.accessibleName() for part, button in bar.removable.items()}
    away = "Take this filter away: "
    assert said["forms"] == f"{away}Thought record, Looking back on the week"
    assert said["themes"] == f"{away}Guilt after a limit"
    assert said["prompts"] == f"{away}What was feared?"
    assert said["exercises"] == f"{away}A letter"
    assert said["instruments"] == f"{away}PHQ-9"
    assert bar.removable["answers"].isHidden()
    assert bar.kinds.isHidden()
    assert not bar.clear.isHidden()
    for part in ("forms", "themes", "prompts", "instruments"):
        bar.removable[part].click()
        assert bar.removable[part].isHidden()
    assert bar.query == Query("letter", exercises=frozenset({"letter"}))
    assert bar.clear.isHidden()  # its own cross does the same
    bar.removable["exercises"].click()
    assert bar.query == Query("letter")
    assert not bar.kinds.isHidden()


def test_a_filter_for_kinds_waits_for_a_second_kind(app: QApplication, qtbot: QtBot) -> None:
    bar = make_bar(qtbot)
    assert bar.kinds.isVisible() == (len(Kind) > 1)
    bar.kinds.show()
    bar.kinds.click()
    popover = next(one for one in bar.window().findChildren(KindFilter))
    popover.findChildren(QPushButton)[0].click()
    assert bar.query.kinds == frozenset({Kind.MOOD})
    assert bar.kinds.text() == "Mood"
    bar.clear_filters()
    assert bar.kinds.text() == "All kinds"
