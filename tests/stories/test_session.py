"""Over three weeks somebody collects what to talk about, goes to a session, and tries something."""

from datetime import date, timedelta
from typing import cast

import pytest
from PySide6.QtWidgets import QAbstractButton, QCheckBox, QPlainTextEdit, QWidget
from support.builders import an_entry
from support.clock import START, FixedClock
from support.driver import Driver
from support.looking import settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import HomeworkState, Session
from caregiver_journal.journal import sessions
from caregiver_journal.journal.sessions import since_last_session
from caregiver_journal.store.talk_points import TalkPointStore
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.session.page import SessionPage
from caregiver_journal.ui.pages.session.session_sheet import SessionSheet
from caregiver_journal.ui.pages.session.shelf import Shelf

_MOST_TABS = 80


def page(writer: Driver) -> SessionPage:
    return writer.find("page.session", SessionPage)


def tab_to(writer: Driver, name: str) -> None:
    """Press Tab until the keyboard is on a widget."""
    settle()
    for _step in range(_MOST_TABS):
        focus = cast("QWidget | None", writer.window.focusWidget())  # None before anything had it
        if focus is not None and focus.objectName() == name:
            return
        writer.keys("Tab")
    pytest.fail(f"Tab does not come to {name}")


def press_key(writer: Driver, name: str) -> None:
    """Go to a button with Tab and press it with the space bar."""
    tab_to(writer, name)
    writer.keys("Space")
    settle()


def act(writer: Driver, row: str, choice: str) -> None:
    """Choose from the menu of a row."""
    settle()
    writer.press(f"{row}.more")
    settle()
    writer.press(f"{row}.more.{choice}")
    settle()


def texts(shelf: Shelf) -> list[str]:
    return [row.thing.text for row in shelf.rows]


def note_point(writer: Driver, text: str) -> str:
    """Write a point into the quick line; return its id."""
    writer.keys("Ctrl+E")
    writer.type_here(text)
    writer.keys("Return")
    return writer.journal.talk_points.all()[-1].id


def bring(
    writer: Driver, note: str = "The handover went on and on", *, never_export: bool = False
) -> Entry:
    at = START - timedelta(hours=1)
    entry = an_entry(note, at, for_session=True, never_export=never_export)
    writer.journal.add(entry)
    return entry


def test_three_weeks_with_a_session_by_keyboard(writer: Driver, clock: FixedClock) -> None:
    entry = bring(writer)
    drive = note_point(writer, "The drive home")
    assert writer.message() == "Saved"
    assert writer.find("session.quick.line", QWidget).hasFocus()
    _note_about(writer, entry)
    _set_a_date(writer)
    assert since_last_session(writer.journal) is None
    _see_it_on_the_day(writer, clock)
    _write_down_what_stays(writer, drive)
    assert writer.journal.entries.get(entry.id).for_session
    clock.advance(days=7)
    assert since_last_session(writer.journal) == Period(date(2026, 11, 24), date(2026, 12, 1))
    _say_how_it_went(writer)


def _note_about(writer: Driver, entry: Entry) -> None:
    press_key(writer, f"session.marked.{entry.id}.more")
    press_key(writer, f"session.marked.{entry.id}.more.note")
    writer.type_here("Why do I stay to the end?")
    press_key(writer, "session_words.question")
    writer.keys("Ctrl+Return")
    settle()
    assert set(texts(page(writer).points)) == {"The drive home", "Why do I stay to the end?"}
    assert writer.find(f"session.marked.{entry.id}.more", QWidget).hasFocus()


def _set_a_date(writer: Driver) -> None:
    press_key(writer, "session.sessions.add")
    writer.keys("Up", "Up", "Up", "Up")
    press_key(writer, "session_sheet.has_time")
    assert not writer.sees("session_sheet.note")
    writer.keys("Ctrl+Return")
    settle()
    assert page(writer).header.subtitle.text() == "Next session: Tuesday 24 November, 14:00"


def _see_it_on_the_day(writer: Driver, clock: FixedClock) -> None:
    clock.set(START.replace(day=24, hour=9, minute=0))
    writer.keys("Ctrl+T")
    assert writer.find("today.session", QAbstractButton).text() == "Session today at 14:00"
    press_key(writer, "today.session")
    assert writer.page() == "session"
    clock.set(START.replace(day=24, hour=16, minute=0))
    writer.keys("Ctrl+T")
    assert not writer.sees("today.session")


def _write_down_what_stays(writer: Driver, drive: str) -> None:
    writer.keys("Ctrl+E")
    held = writer.journal.sessions.all()[0].id
    press_key(writer, f"session.sessions.{held}.open")
    writer.type_here("It is not the hours.")
    press_key(writer, f"session_sheet.talked.{drive}.tick")
    writer.keys("Ctrl+Return")
    settle()
    assert texts(page(writer).points) == ["Why do I stay to the end?"]
    assert page(writer).sessions.rows[0].thing.line == "It is not the hours."
    press_key(writer, "session.homework.add")
    writer.type_here("Three breaths in the car")
    writer.keys("Ctrl+Return")
    settle()


def _say_how_it_went(writer: Driver) -> None:
    writer.keys("Ctrl+T")
    assert writer.text("waiting.1.sentence") == "Three breaths in the car"
    press_key(writer, "waiting.1.action")
    assert writer.page() == "session"
    writer.type_here("Twice. The windows steamed up.")
    writer.keys("Ctrl+Return")
    settle()
    (homework,) = writer.journal.homework.all()
    assert (homework.state, homework.ended) == (HomeworkState.DONE, date(2026, 12, 1))
    assert homework.how_it_went == "Twice. The windows steamed up."
    writer.keys("Ctrl+T")
    settle()
    assert not writer.sees("waiting.1")


def test_what_is_ticked_goes_and_is_taken_back(writer: Driver) -> None:
    point = note_point(writer, "The rota")
    press_key(writer, f"session.points.{point}.tick")
    assert writer.message() == "Talked about"
    assert texts(page(writer).points) == []
    assert writer.find("session.quick.line", QWidget).hasFocus()
    writer.press("message.action")
    settle()
    assert texts(page(writer).points) == ["The rota"]
    assert not writer.find(f"session.points.{point}.tick", QCheckBox).isChecked()
    press_key(writer, f"session.points.{point}.tick")
    press_key(writer, "session.points.earlier")
    writer.press(f"session.points.{point}.tick")
    assert writer.message() == "It waits again"
    settle()
    assert writer.journal.talk_points.all()[0].talked is None


def test_a_point_is_changed_deleted_and_its_entry_is_opened(writer: Driver) -> None:
    entry = bring(writer)
    journal = writer.journal
    point = sessions.make_point(journal, "The rota", entry_id=entry.id)
    sessions.keep_point(journal, point)
    writer.keys("Ctrl+E")
    row = f"session.points.{point.id}"
    act(writer, row, "edit")
    writer.type_into("session_words.text", "  ")
    writer.press("session_words.save")
    assert writer.text("session_words.problem") == "This needs a few words."
    writer.type_into("session_words.text", "The rota, again")
    writer.press("session_words.save")
    settle()
    assert texts(page(writer).points) == ["The rota, again"]
    act(writer, row, "delete")
    assert journal.talk_points.all() == ()
    writer.press("message.action")
    settle()
    writer.press(f"{row}.link")
    assert writer.page() == "journal"
    assert writer.chosen("journal.entries") == [entry.note]


def test_entries_are_opened_and_taken_off(writer: Driver) -> None:
    entry = bring(writer)
    writer.keys("Ctrl+E")
    settle()
    writer.press(f"session.marked.{entry.id}.open")
    assert writer.page() == "journal"
    writer.keys("Ctrl+E")
    act(writer, f"session.marked.{entry.id}", "off")
    assert not writer.journal.entries.get(entry.id).for_session
    assert writer.message() == "Taken off; the entry stays"
    assert writer.sees("session.marked.none")
    writer.press("message.action")
    settle()
    assert texts(page(writer).marked) == ["Mood · good"]


def test_what_is_never_exported_says_that_it_stays_out(writer: Driver) -> None:
    entry = bring(writer, never_export=True)
    point = sessions.make_point(writer.journal, "That night", entry_id=entry.id)
    sessions.keep_point(writer.journal, point)
    writer.keys("Ctrl+E")
    settle()
    assert writer.sees(f"session.marked.{entry.id}.private")
    assert writer.sees(f"session.points.{point.id}.private")
    assert "Never exported: it stays out of any summary." in writer.seen_texts()


def test_more_entries_than_fit_are_shown_in_the_journal(writer: Driver) -> None:
    for number in range(14):
        bring(writer, f"entry {number}")
    writer.keys("Ctrl+E")
    settle()
    assert writer.find("session.marked.all", QAbstractButton).text() == "Show all 14 in the Journal"
    writer.press("session.marked.all")
    assert writer.page() == "journal"
    assert len(writer.rows("journal.entries")) == 14


def test_an_empty_page_leads_to_the_journal_as_it_is(writer: Driver) -> None:
    writer.journal.add(an_entry("the river"))
    writer.keys("Ctrl+E")
    settle()
    writer.press("session.marked.all")
    assert writer.page() == "journal"
    assert writer.notes("journal.entries") == ["the river"]


def test_goals_are_reached_worked_on_again_changed_and_deleted(writer: Driver) -> None:
    writer.keys("Ctrl+E")
    press_key(writer, "session.goals.add")
    writer.type_here("A day off that is one")
    writer.keys("Ctrl+Return")
    settle()
    (goal,) = writer.journal.goals.all()
    press_key(writer, f"session.goals.{goal.id}.tick")
    assert writer.journal.goals.all()[0].reached == START.date()
    assert writer.message() == "Reached"
    press_key(writer, "session.goals.earlier")
    writer.press(f"session.goals.{goal.id}.tick")
    assert writer.message() == "It is worked on again"
    act(writer, f"session.goals.{goal.id}", "edit")
    writer.type_into("session_words.text", "Two days off")
    writer.keys("Ctrl+Return")
    settle()
    assert [each.text for each in writer.journal.goals.all()] == ["Two days off"]
    act(writer, f"session.goals.{goal.id}", "delete")
    assert writer.journal.goals.all() == ()


def test_homework_is_dropped_opened_again_changed_and_deleted(writer: Driver) -> None:
    homework = sessions.make_homework(writer.journal, "Breathe")
    sessions.keep_homework(writer.journal, homework)
    row = f"session.homework.{homework.id}"
    writer.keys("Ctrl+E")
    act(writer, row, "drop")
    writer.type_here("It was not the week for it.")
    writer.keys("Ctrl+Return")
    settle()
    assert writer.journal.homework.all()[0].state is HomeworkState.DROPPED
    press_key(writer, "session.homework.earlier")
    act(writer, row, "how")
    assert writer.text("how.text") == "It was not the week for it."
    writer.find("how.state", QWidget).findChildren(QAbstractButton)[-1].click()
    writer.keys("Ctrl+Return")
    settle()
    assert writer.journal.homework.all()[0].is_open
    act(writer, row, "edit")
    writer.type_into("session_words.text", "Breathe twice")
    writer.keys("Ctrl+Return")
    settle()
    assert texts(page(writer).homework) == ["Breathe twice"]
    act(writer, row, "delete")
    assert writer.journal.homework.all() == ()


def test_a_session_is_moved_and_deleted(writer: Driver) -> None:
    session = Session("1" * 36, date(2026, 12, 1))
    sessions.keep_session(writer.journal, session)
    writer.keys("Ctrl+E")
    row = f"session.sessions.{session.id}"
    act(writer, row, "edit")
    writer.find("session_sheet", SessionSheet).day.show_day(date(2026, 12, 2))
    writer.press("session_sheet.save")
    settle()
    assert texts(page(writer).sessions) == ["Wednesday 2 December"]
    act(writer, row, "delete")
    assert writer.journal.sessions.all() == ()
    assert "No date is set" in page(writer).header.subtitle.text()


def test_notes_survive_a_lock_and_cancel_gives_them_back(writer: Driver) -> None:
    session = Session("1" * 36, date(2026, 11, 17))
    sessions.keep_session(writer.journal, session)
    writer.keys("Ctrl+E")
    writer.type_here("half a thought")
    writer.press(f"session.sessions.{session.id}.open")
    writer.find("session_sheet.note", QPlainTextEdit).setFocus()
    writer.type_here("We talked about the rota.")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.keys("Ctrl+E")
    settle()
    assert writer.text("session.quick.line") == "half a thought"
    writer.press(f"session.sessions.{session.id}.open")
    assert writer.text("session_sheet.note") == "We talked about the rota."
    writer.press("session_sheet.cancel")
    assert writer.message() == "Not saved"
    writer.press("message.action")
    settle()
    assert writer.text("session_sheet.note") == "We talked about the rota."
    writer.press("session_sheet.save")
    settle()
    assert writer.journal.sessions.all()[0].note == "We talked about the rota."
    assert writer.journal.drafts.read("session.sheet") == {}


@pytest.mark.parametrize("sheet", ["words", "how"])
def test_what_was_begun_in_a_small_sheet_is_kept_too(writer: Driver, sheet: str) -> None:
    homework = sessions.make_homework(writer.journal, "Breathe")
    sessions.keep_homework(writer.journal, homework)
    name = "session_words" if sheet == "words" else "how"

    def open_it() -> None:
        writer.keys("Ctrl+E")
        settle()
        if sheet == "words":
            writer.press("session.goals.add")
        else:
            writer.press(f"session.homework.{homework.id}.tick")
        settle()

    open_it()
    writer.type_into(f"{name}.text", "Twice")
    writer.keys("Esc")
    open_it()
    assert writer.text(f"{name}.text") == "Twice"
    writer.press(f"{name}.cancel")
    writer.press("message.action")
    settle()
    assert writer.text(f"{name}.text") == "Twice"
    writer.press(f"{name}.save")
    settle()
    assert not writer.sees(name)
    assert writer.message() == "Saved"


def test_a_full_disk_loses_nothing_that_was_typed(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    point = note_point(writer, "The rota")

    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    with monkeypatch.context() as full:
        full.setattr(TalkPointStore, "write", refuse)
        writer.type_here("The drive home")
        writer.keys("Return")
        assert writer.text("session.quick.problem")
        assert writer.text("session.quick.line") == "The drive home"
        writer.press(f"session.points.{point}.tick")
        assert DiskFullError().sentence in writer.message()
    writer.find("session.quick.line", QWidget).setFocus()
    writer.keys("Return")
    settle()
    assert set(texts(page(writer).points)) == {"The rota", "The drive home"}


def test_parts_of_the_page_are_gone_to_by_name(writer: Driver) -> None:
    writer.keys("Ctrl+K")
    writer.type_here("homework")
    writer.keys("Return")
    settle()
    assert writer.page() == "session"
    assert writer.find("session.homework.add", QWidget).hasFocus()


def test_homework_that_is_gone_meanwhile_opens_nothing(writer: Driver) -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination("session", part="homework:gone"))
    assert not writer.window.findChildren(Overlay)
    assert writer.journal.entries.count_found(Query(for_session=True)) == 0
