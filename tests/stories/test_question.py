"""Somebody meets one question on Today: another, not today, never again; and takes it back."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from support.boundaries import add_moment
from support.driver import Driver
from support.looking import keyboard

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.preference import LOOK_BACK_DAY
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.pausing import begin_pause, end_pause
from caregiver_journal.journal.prompts import all_prompts, hide_deck, shipped_themes
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.today import question as card
from caregiver_journal.ui.pages.today.page import TodayPage


def asked(writer: Driver) -> str:
    return writer.text("question.text")


def to_today(writer: Driver) -> None:
    writer.keys("Ctrl+J", "Ctrl+T")


def press(writer: Driver, name: str, by: str) -> None:
    if by == "mouse":
        writer.press(name)
    else:
        writer.find(name, QWidget).setFocus()
        writer.keys("Space")


def test_it_says_why_and_leaves_the_keyboard_where_it_is(writer: Driver) -> None:
    assert keyboard().objectName().startswith("mood.level")
    assert asked(writer)
    assert writer.text("question.why") in {theme.title for theme in shipped_themes()}
    yesterday = writer.clock() - timedelta(days=1)
    add_moment(writer.journal, yesterday, answer=Answer.AGAINST)
    writer.clock.advance(days=1)
    to_today(writer)
    assert writer.text("question.why") == "You agreed to something against your wish on Thursday."
    assert asked(writer).startswith("If nobody could have been disappointed")
    assert keyboard().objectName().startswith("mood.level")


def test_the_page_says_why_too_and_can_leave_it_for_today(writer: Driver) -> None:
    yesterday = writer.clock() - timedelta(days=1)
    add_moment(writer.journal, yesterday, answer=Answer.AGAINST)
    writer.clock.advance(days=1)
    to_today(writer)
    first = asked(writer)
    writer.press("question.answer")
    assert writer.text("reflect.asked") == first
    assert writer.text("reflect.about") == "You agreed to something against your wish on Thursday."
    writer.type_here("I would have said")
    writer.press("reflect.skip")
    assert (writer.page(), writer.message()) == ("today", "No question today")
    assert not writer.sees("question.text")
    writer.keys("Ctrl+Z")
    assert asked(writer) == first
    writer.keys("Ctrl+3")
    assert writer.sees("reflect.skip")
    assert writer.text("reflect.answer") == "I would have said"
    writer.press("reflect.another")
    assert not writer.sees("reflect.skip"), "another one is not today's"
    assert not writer.sees("reflect.about")


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_another_is_asked_and_taken_back(writer: Driver, by: str) -> None:
    first = asked(writer)
    press(writer, "question.another", by)
    second = asked(writer)
    assert second != first
    assert writer.message() == "Another question"
    if by == "keyboard":
        assert keyboard().objectName() == "question.another"
    to_today(writer)
    assert asked(writer) == second
    writer.keys("Ctrl+Z")
    assert asked(writer) == first


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_not_today_lasts_until_tomorrow(writer: Driver, by: str) -> None:
    first = asked(writer)
    press(writer, "question.skip", by)
    assert not writer.sees("question")
    assert writer.message() == "No question today"
    assert keyboard().objectName().startswith("mood.level")
    writer.press("message.action")
    assert asked(writer) == first
    writer.press("question.skip")
    writer.clock.advance(days=1)
    to_today(writer)
    assert asked(writer) != first


def test_hidden_for_good_outlasts_a_restart_and_comes_back(writer: Driver) -> None:
    first = asked(writer)
    press(writer, "question.more", "keyboard")
    assert keyboard().objectName() == "question.more.hide"
    writer.keys("Space")
    second = asked(writer)
    assert second != first
    writer.keys("Ctrl+Z")
    assert asked(writer) == first
    writer.press("question.more")
    writer.press("question.more.hide")
    third = asked(writer)
    writer.keys("Ctrl+L")
    writer.unlock()
    assert asked(writer) == third
    (hidden,) = (one for one in all_prompts(writer.journal) if one.is_hidden)
    assert hidden.text == first


def test_answering_leads_to_the_question(writer: Driver) -> None:
    page = writer.find("page.today", TodayPage)
    led: list[Destination] = []
    page.go_requested.disconnect()
    page.go_requested.connect(led.append)
    press(writer, "question.answer", "keyboard")
    (prompt,) = (one for one in all_prompts(writer.journal) if one.text == asked(writer))
    assert led == [Destination("reflect", part=f"prompt:{prompt.id}")]


def test_from_todays_question_to_a_saved_answer_without_the_mouse(writer: Driver) -> None:
    question = asked(writer)
    for _stop in range(30):
        if keyboard().objectName() == "question.answer":
            break
        writer.keys("Tab")
    writer.keys("Space")
    assert writer.page() == "reflect"
    assert writer.text("reflect.asked") == question
    assert keyboard().objectName() == "reflect.answer"
    writer.type_here("I would have gone home at five.")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")
    (row,) = writer.rows("today.entries")
    assert row.title == f"Reflection · {question}" or row.title.endswith("…")
    assert not writer.sees("question"), "one a day is enough"
    (entry,) = writer.journal.entries.page(None, 5)[0]
    assert isinstance(entry.detail, Reflection)
    assert entry.detail.question == question
    assert entry.detail.text("answer") == "I would have gone home at five."
    writer.keys("Ctrl+Z")
    assert asked(writer) == question


def test_a_week_is_looked_back_on_from_today(writer: Driver) -> None:
    writer.clock.advance(days=2)
    to_today(writer)
    assert writer.find("waiting.1", QWidget).accessibleName() == "Looking back on the week"
    press(writer, "waiting.1.action", "keyboard")
    assert writer.page() == "reflect"
    assert keyboard().objectName() == "reflect.week.helped"
    writer.type_here("Tea with the night staff")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.find("waiting.1", QWidget).accessibleName() == "A reflection, not finished"
    assert not writer.sees("waiting.2")
    press(writer, "waiting.1.action", "keyboard")
    writer.keys("Ctrl+Return")
    writer.wait_for_page("today")
    assert not writer.sees("waiting.1")
    writer.journal.set(LOOK_BACK_DAY, "monday")
    to_today(writer)
    assert not writer.sees("waiting.1"), "never twice for the same week"


def test_nothing_is_asked_in_a_pause_or_where_nothing_can_be_written(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin_pause(writer.journal, Pause(writer.clock().date()))
    assert not writer.sees("question")
    end_pause(writer.journal)
    assert writer.sees("question")
    monkeypatch.setattr(Journal, "is_read_only", property(lambda _journal: True))
    to_today(writer)
    assert not writer.sees("question")


def test_when_nothing_else_is_left_it_says_so(writer: Driver) -> None:
    last = asked(writer)
    shown = next(one.theme for one in all_prompts(writer.journal) if one.text == last)
    for theme in shipped_themes():
        if theme.id != shown:
            hide_deck(writer.journal, theme.id, hidden=True)
    for _each in all_prompts(writer.journal):
        if "30 days" in writer.message():
            break
        last = asked(writer)
        writer.press("question.another")
    assert "All the others were asked in the last 30 days." in writer.message()
    assert asked(writer) == last
    hide_deck(writer.journal, shown, hidden=True)
    assert not writer.sees("question")


def test_a_broken_file_says_so_in_the_card_and_today_opens(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_journal: Journal) -> None:
        raise ContentError(f"{Path('prompts.toml')}, line 8: there is no theme 'yes'")

    monkeypatch.setattr(card, "read_question", refuse)
    to_today(writer)
    assert "prompts.toml, line 8" in writer.text("question.problem")
    assert "prompts.toml, line 8" in writer.message()
    assert not writer.sees("question.answer")
    writer.keys("4", "Ctrl+Return")
    assert writer.titles("today.entries") == ["Mood · good"]
