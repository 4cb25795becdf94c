"""The page of boundaries: each count opens what it counts, each tab its page."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from support.boundaries import add_moment, asked_again, due_on
from support.clock import START
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DamagedError, DiskFullError, ReadOnlyJournalError
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.following import FORM, name_of
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.boundaries import BoundaryStore
from caregiver_journal.store.drafts import DraftStore
from caregiver_journal.store.put_off import PutOffStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.boundaries.page import BoundariesPage
from caregiver_journal.ui.pages.journal.page import JournalPage
from caregiver_journal.ui.widgets.count_bars import CountBars
from caregiver_journal.ui.widgets.pair_chart import PairChart

TODAY = START.date()


@pytest.fixture
def reader(writer: Driver) -> Driver:
    """Somebody with moments of last month, of this one and of today."""
    journal = writer.journal
    for days, answer, limit in (
        (80, Answer.GLADLY, "my evenings"),
        (9, Answer.AGAINST, "time"),
        (5, Answer.NO, "time"),
        (2, Answer.NO, ""),
    ):
        at = START - timedelta(days=days)
        add_moment(
            journal,
            at,
            answer=answer,
            limit=limit,
            asker="Team lead",
            guilt=6,
            follow_ups=(asked_again(at, guilt=2),),
        )
    writer.keys("Ctrl+B")
    settle()
    return writer


def page_of(writer: Driver) -> BoundariesPage:
    return writer.find("page.boundaries", BoundariesPage)


def counted(writer: Driver, name: str) -> list[tuple[str, int]]:
    rows = writer.find(name, CountBars).rows()
    return [(row.count.words, row.count.number) for row in rows]


def looked_for(writer: Driver) -> Query:
    return writer.find("page.journal", JournalPage).search.query


def went(writer: Driver) -> list[Destination]:
    """Return the list to which each place is added that the page asks for, and go nowhere."""
    page, asked = page_of(writer), list[Destination]()
    assert writer.window.shell is not None
    page.go_requested.disconnect(writer.window.shell.follow)
    page.go_requested.connect(asked.append)
    return asked


# --- where nothing is yet -------------------------------------------------------------------------


def test_an_empty_page_says_what_will_be_here_and_offers_one_step(writer: Driver) -> None:
    writer.keys("Ctrl+B")
    assert keyboard().objectName() == "boundaries.log"
    assert not writer.sees("boundaries.entries")
    asked = went(writer)
    writer.press("boundaries.empty.step")
    writer.press("boundaries.log")
    assert asked == [Destination("boundary")] * 2
    add_moment(writer.journal)
    assert writer.sees("boundaries.entries")
    assert not writer.sees("boundaries.empty")


@pytest.mark.parametrize("key", ["scripts", "ladder", "plan"])
def test_a_tab_leads_to_its_page(reader: Driver, key: str) -> None:
    asked = went(reader)
    reader.press(f"tabs.{key}")
    assert asked == [Destination(key)]


# --- the last moments -----------------------------------------------------------------------------


def test_the_last_moments_stand_by_day_and_open_in_the_journal(reader: Driver) -> None:
    assert len(reader.rows("boundaries.entries")) == 4
    reader.click_row("boundaries.entries", 0)
    assert reader.page() == "journal"
    assert reader.chosen("journal.entries") == [""]
    reader.keys("Ctrl+B")
    reader.press("boundaries.all")
    assert looked_for(reader) == Query(kinds=frozenset({Kind.BOUNDARY}))
    assert len(reader.rows("journal.entries")) == 4


def test_a_moment_is_deleted_with_undo(reader: Driver) -> None:
    reader.find("boundaries.entries", QWidget).setFocus()
    reader.keys("Down", "Down", "Delete")
    assert len(reader.rows("boundaries.entries")) == 3
    reader.keys("Ctrl+Z")
    assert len(reader.rows("boundaries.entries")) == 4


# --- counts ---------------------------------------------------------------------------------------


def test_counts_are_of_the_period(reader: Driver) -> None:
    both = [("Said no", 2), ("Agreed against my wish", 1), ("Agreed gladly", 1)]
    assert counted(reader, "boundaries.answer") == both
    assert counted(reader, "boundaries.limit") == [
        ("Time", 2),
        ("No kind said", 1),
        ("my evenings", 1),
    ]
    reader.press("boundaries.period.span.month")
    assert counted(reader, "boundaries.answer") == both[:2]
    reader.press("boundaries.period.span.all")
    assert counted(reader, "boundaries.answer") == both
    reader.clock.advance(days=40)
    reader.keys("Ctrl+T", "Ctrl+B")
    reader.press("boundaries.period.span.month")
    assert counted(reader, "boundaries.answer") == []


@pytest.mark.parametrize(
    ("name", "number", "query", "count"),
    [
        ("boundaries.answer", 1, Query(answers=frozenset({Answer.NO})), 2),
        ("boundaries.limit", 1, Query(limits=frozenset({"time"})), 2),
        ("boundaries.limit", 2, Query(limits=frozenset({""})), 1),
    ],
)
def test_a_count_opens_exactly_its_entries(
    reader: Driver, name: str, number: int, query: Query, count: int
) -> None:
    reader.press("boundaries.period.span.month")
    row = reader.find(f"{name}.{number}", QWidget)
    row.setFocus()
    reader.keys("Return")
    assert reader.page() == "journal"
    found = looked_for(reader)
    assert (found.answers, found.limits) == (query.answers, query.limits)
    assert found.last == TODAY
    settle()
    assert len(reader.rows("journal.entries")) == count
    page = reader.find("page.journal", JournalPage)
    assert page.header.subtitle.text() == f"{count} found"


def test_the_filters_are_said_and_taken_away(reader: Driver) -> None:
    shell = reader.window.shell
    assert shell is not None
    answers, limits = frozenset({Answer.NO, Answer.AGAINST}), frozenset({"time"})
    shell.go_to(Destination("journal", query=Query(answers=answers, limits=limits)))
    settle()
    assert len(reader.rows("journal.entries")) == 2
    said = reader.find("journal.answers", QWidget).accessibleName()
    assert said == "Take this filter away: Agreed against my wish, Said no"
    reader.find("journal.answers", QWidget).setFocus()
    reader.keys("Space")
    assert looked_for(reader) == Query(limits=limits)
    assert not reader.sees("journal.answers")
    assert keyboard().objectName() == "journal.search"
    reader.press("journal.limits")
    assert looked_for(reader) == Query()
    settle()
    assert len(reader.rows("journal.entries")) == 4


def test_going_to_the_journal_otherwise_leaves_its_search_alone(reader: Driver) -> None:
    reader.press("boundaries.all")
    reader.keys("Ctrl+T", "Ctrl+J")
    assert looked_for(reader).kinds == {Kind.BOUNDARY}


# --- guilt, then and later ------------------------------------------------------------------------


def test_the_drawing_opens_the_moment_behind_a_pair(reader: Driver) -> None:
    chart = reader.find("boundaries.guilt", PairChart)
    assert [pair.label for pair in chart.drawing.pairs()] == [
        "1 September, Team lead",
        "11 November, Team lead",
        "15 November, Team lead",
        "18 November, Team lead",
    ]
    chart.drawing.setFocus()
    reader.keys("Home", "Return")
    assert reader.page() == "journal"
    (entry_id,) = [pair.id for pair in chart.drawing.pairs()][:1]
    assert reader.find("page.journal", JournalPage).list.current_id() == entry_id


def test_too_few_pairs_are_counted_instead(reader: Driver) -> None:
    reader.press("boundaries.period.span.month")
    assert reader.sees("boundaries.guilt.drawing")
    reader.journal.remove(*reader.journal.entries.between(TODAY - timedelta(2), TODAY))
    assert reader.text("boundaries.guilt.few").startswith("Not enough moments yet: 2 of this time")
    reader.journal.remove(*reader.journal.entries.between(TODAY - timedelta(9), TODAY))
    assert reader.text("boundaries.guilt.few").startswith("No moment of this time")


def test_a_hundred_pairs_are_not_drawn_on_top_of_each_other(reader: Driver) -> None:
    for hours in range(40):
        at = START - timedelta(hours=hours)
        add_moment(reader.journal, at, guilt=5, follow_ups=(asked_again(at),))
    assert reader.text("boundaries.guilt.summary").startswith("These are the last 24 of 44. Of 24")


# --- when something goes wrong --------------------------------------------------------------------


def test_what_cannot_be_read_is_told(reader: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: object) -> None:
        raise DamagedError

    monkeypatch.setattr(BoundaryStore, "count_answers", refuse)
    reader.keys("Ctrl+T", "Ctrl+B")
    assert str(DamagedError()) in reader.message()
    reader.window.shell.strip.dismiss()  # type: ignore[union-attr]
    reader.press("boundaries.period.span.year")
    assert str(DamagedError()) in reader.message()


@pytest.mark.parametrize("choice", ["tomorrow", "for_good"])
def test_what_cannot_be_put_off_is_told_and_stays(
    reader: Driver, monkeypatch: pytest.MonkeyPatch, choice: str
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    add_moment(reader.journal, follow_ups=due_on(TODAY))
    monkeypatch.setattr(PutOffStore, "write", refuse)
    monkeypatch.setattr(DraftStore, "write", refuse)
    reader.press("follow_up.1.more")
    reader.press(f"later.{choice}")
    assert "The disk is full" in reader.message()
    assert reader.sees("follow_up.1")
    reader.press("follow_up.1.action")
    settle()
    if choice == "tomorrow":
        reader.press("follow_up.not_now")
        reader.press("later.tomorrow")
    else:
        reader.press("follow_up.dont_ask")
    assert "The disk is full" in reader.text("follow_up.problem")


def test_drafts_that_make_no_sense_are_left_out(reader: Driver) -> None:
    entry = add_moment(reader.journal, follow_ups=due_on(TODAY), outcome="kept")
    name = name_of(entry.id, 0)
    odd = {"guilt": 11, "came_true": "x", "outcome": 3, "relationship": "best", "again": "never"}
    reader.journal.save_draft(FORM, {name: odd})
    reader.press("follow_up.1.action")
    settle()
    sheet = page_of(reader)._open_sheet()
    assert sheet is not None
    assert set(sheet._said().values()) == {None, ""}
    sheet.drafts.settle()
    reader.keys("Esc")
    reader.journal.save_draft(FORM, {name: "no draft"})
    reader.press("follow_up.1.action")
    assert reader.text("follow_up.outcome") == "kept"


def test_other_drafts_that_cannot_be_read_are_told(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DamagedError

    add_moment(reader.journal, follow_ups=due_on(TODAY))
    monkeypatch.setattr(DraftStore, "read", refuse)
    reader.press("follow_up.1.action")
    assert str(DamagedError()) in reader.message()
    assert reader.sees("follow_up.guilt")


def test_a_journal_that_is_only_read_refuses_the_answer_beside_it(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ReadOnlyJournalError

    add_moment(reader.journal, follow_ups=due_on(TODAY))
    monkeypatch.setattr(Journal, "is_read_only", property(lambda _journal: True))
    monkeypatch.setattr(Journal, "writing", refuse)
    reader.press("follow_up.1.action")
    settle()
    reader.keys("4", "Ctrl+Return")
    assert reader.text("follow_up.problem") == str(ReadOnlyJournalError())
    reader.press("follow_up.cancel")
    settle()
    assert not reader.sees("follow_up.guilt")


def test_the_keyboard_stays_on_its_count(reader: Driver) -> None:
    row = reader.find("boundaries.answer.1", QWidget)
    row.setFocus()
    add_moment(reader.journal, answer=Answer.LEFT)
    assert keyboard() is row
    QTest.keyClick(row, Qt.Key.Key_Down)
    assert keyboard().objectName() == "boundaries.answer.2"
