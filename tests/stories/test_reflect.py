"""Somebody reflects: answers a question, follows a few steps, writes freely, changes it later."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from support.builders import an_entry
from support.content import Harm, harm
from support.driver import Driver
from support.looking import keyboard, settle
from support.reflecting import count, go, newest, written

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.reflection import Form, Reflection, Written
from caregiver_journal.journal import prompts
from caregiver_journal.journal.asking import read_question
from caregiver_journal.journal.prompts import add_deck, add_prompt, delete_deck, hide_prompt
from caregiver_journal.ui.widgets.place_delegate import Place
from caregiver_journal.ui.widgets.place_list import PlaceList
from caregiver_journal.ui.widgets.row_model import ROW_ROLE

__all__ = ["harm"]

ANSWER = "I would have gone home at five."


def listed(writer: Driver) -> dict[str, Place]:
    """Return what the list beside the form shows, by its ids."""
    model = writer.find("reflect.places", PlaceList).model()
    rows = (model.index(number, 0).data(ROW_ROLE) for number in range(model.rowCount()))
    return {row.id: row for row in rows if isinstance(row, Place)}


def click(writer: Driver, place: str) -> None:
    """Click a place in the list."""
    there = writer.find("reflect.places", PlaceList)
    number = there._model.number_of(place)
    assert number is not None, f"there is no {place}"
    index = there.model().index(number, 0)
    there.scrollTo(index)
    centre = there.visualRect(index).center()
    QTest.mouseClick(
        there.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, centre
    )
    settle()


def an_answer(writer: Driver, text: str = ANSWER, days_ago: int = 0, prompt: str = "") -> Entry:
    """Keep an answer of some days ago."""
    asked = prompts.find_prompt(writer.journal, prompt or first_prompt(writer))
    detail = Reflection(Form.FREE, (Written("answer", text),), asked.text, asked.id, asked.theme)
    entry = an_entry(
        at=writer.clock() - timedelta(days=days_ago), mood=detail, written=writer.clock()
    )
    writer.journal.add(entry)
    return entry


def first_prompt(writer: Driver) -> str:
    """Return the first question of the theme about saying yes."""
    found = (one for one in prompts.all_prompts(writer.journal) if one.theme == "pleasing")
    return next(found).id


# --- answering ------------------------------------------------------------------------------------


def test_from_anywhere_to_a_saved_answer_without_the_mouse(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    assert writer.page() == "reflect"
    assert keyboard().objectName() == "reflect.places"
    writer.keys("Home", "Down", "Return")
    assert writer.text("reflect.theme") == "The real yes"
    question = writer.text("reflect.asked")
    settle()
    assert not writer.sees("reflect.kept"), "nothing was written yet"
    writer.type_here(ANSWER)
    assert writer.sees("reflect.kept")
    writer.keys("Ctrl+Return")
    assert writer.message() == "Saved"
    answer = written(writer)
    assert (answer.form, answer.text("answer"), answer.question) == (Form.FREE, ANSWER, question)
    assert (answer.theme, bool(answer.prompt)) == ("pleasing", True)
    assert writer.page() == "reflect", "one stays where one chose by oneself"
    assert writer.text("reflect.answer") == ""
    assert writer.text("reflect.earlier.1.said") == "You answered this today"
    assert listed(writer)["theme:pleasing"].about.endswith("· 1 answer")
    writer.keys("Ctrl+Z")
    assert count(writer) == 0
    assert not writer.sees("reflect.earlier.1.said")


def test_a_question_from_elsewhere_leads_back_there_once_it_is_answered(writer: Driver) -> None:
    go(writer, f"prompt:{first_prompt(writer)}")
    assert keyboard().objectName() == "reflect.answer"
    writer.type_here(ANSWER)
    writer.keys("Ctrl+Return")
    assert writer.page() == "today"
    assert written(writer).prompt == first_prompt(writer)


def test_nothing_written_is_said_at_the_field(writer: Driver) -> None:
    go(writer, "theme:guilt")
    writer.keys("Ctrl+Return")
    assert writer.sees("reflect.answer.problem")
    assert keyboard().objectName() == "reflect.answer"
    assert count(writer) == 0
    writer.type_here("a")
    assert not writer.sees("reflect.answer.problem")


def test_another_question_keeps_what_was_written_to_this_one(writer: Driver) -> None:
    go(writer, "theme:critic")
    first = writer.text("reflect.asked")
    writer.type_here("Half a sentence")
    writer.press("reflect.another")
    assert writer.text("reflect.asked") != first
    assert writer.text("reflect.answer") == ""
    assert writer.message() == "Not saved"
    writer.press("message.action")
    assert (writer.text("reflect.asked"), writer.text("reflect.answer")) == (
        first,
        "Half a sentence",
    )
    click(writer, "theme:guilt")
    click(writer, "theme:critic")
    assert writer.text("reflect.answer") == "Half a sentence", "a theme opens at what was begun"


def test_what_was_begun_survives_a_lock_and_waits_on_today(writer: Driver) -> None:
    go(writer, "theme:needs")
    question = writer.text("reflect.asked")
    writer.type_here("Water, and ten min")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert writer.find("waiting.1", QWidget).accessibleName() == "A reflection, not finished"
    writer.press("waiting.1.action")
    assert (writer.text("reflect.asked"), writer.text("reflect.answer")) == (
        question,
        "Water, and ten min",
    )
    writer.type_here("utes")
    writer.keys("Ctrl+Return")
    assert written(writer).text("answer") == "Water, and ten minutes"
    assert writer.page() == "today"
    assert not writer.sees("waiting.1")


# --- questions that are hidden, earlier answers, deeper ones --------------------------------------


def test_a_question_hidden_for_good_stays_hidden(writer: Driver) -> None:
    go(writer, "theme:pleasing")
    gone = writer.text("reflect.asked")
    writer.press("reflect.hide")
    assert writer.text("reflect.asked") != gone
    writer.keys("Ctrl+Home")
    assert writer.window.shell is not None
    writer.window.shell.undo.undo()
    assert writer.text("reflect.asked") == gone
    writer.press("reflect.hide")
    writer.keys("Ctrl+L")
    writer.unlock()
    go(writer, "theme:pleasing")
    asked = {writer.text("reflect.asked")}
    for _each in range(12):
        writer.press("reflect.another")
        asked.add(writer.text("reflect.asked"))
    assert gone not in asked
    assert len(asked) == 8


def test_a_theme_without_questions_is_gone_from_the_list(writer: Driver) -> None:
    for one in prompts.all_prompts(writer.journal):
        if one.theme == "guilt":
            hide_prompt(writer.journal, one.id, hidden=True)
    go(writer, "theme:guilt")
    assert "theme:guilt" not in listed(writer)
    assert writer.message() == "This theme is not there any more."
    assert writer.text("reflect.asked")


def test_an_earlier_answer_is_opened_only_by_a_click(writer: Driver) -> None:
    an_answer(writer, days_ago=49)
    go(writer, f"prompt:{first_prompt(writer)}")
    assert writer.text("reflect.earlier.1.said") == "You answered this on 2 October"
    assert not any(ANSWER[:12] in text for text in writer.seen_texts())
    writer.press("reflect.earlier.1.open")
    assert writer.page() == "journal"
    settle()
    assert any(ANSWER in text for text in writer.seen_texts())


def test_of_many_earlier_answers_the_last_are_said(writer: Driver) -> None:
    for days in (1, 40, 80, 120):
        an_answer(writer, f"answer {days}", days)
    go(writer, f"prompt:{first_prompt(writer)}")
    assert writer.text("reflect.earlier.3.said") == "You answered this on 1 September"
    assert writer.text("reflect.earlier.4.said") == "All answers to it"
    writer.press("reflect.earlier.4.open")
    assert len(writer.rows("journal.entries")) == 4


def test_deeper_questions_stay_shut_until_they_are_asked_for(writer: Driver) -> None:
    deeper = {one.text for one in prompts.all_prompts(writer.journal) if one.is_deeper}
    go(writer, "theme:closeness")
    for _each in range(10):
        assert writer.text("reflect.asked") not in deeper
        writer.press("reflect.another")
    assert writer.find("reflect.deeper", QPushButton).text() == "Deeper questions (3)…"
    writer.press("reflect.deeper")
    writer.press("reflect.deeper.leave")
    assert writer.text("reflect.asked") not in deeper
    writer.press("reflect.deeper")
    writer.press("reflect.deeper.open")
    for _each in range(4):
        assert writer.text("reflect.asked") in deeper
        writer.press("reflect.another")
    writer.press("reflect.ordinary")
    assert writer.text("reflect.asked") not in deeper


def test_deeper_questions_are_open_for_one_visit_only(writer: Driver) -> None:
    deeper = {one.text for one in prompts.all_prompts(writer.journal) if one.is_deeper}
    go(writer, "theme:closeness")
    open_deeper(writer)
    asked = writer.text("reflect.asked")
    assert asked in deeper
    writer.type_here("There was a kitchen")
    writer.press("reflect.steady")
    assert writer.page() == "practice"
    writer.keys("Escape")
    assert writer.page() == "reflect"
    assert writer.text("reflect.theme") == "Where my warmth did good"
    assert writer.text("reflect.asked") not in deeper
    for keys in (("Down", "Up"), ("Ctrl+T", "Ctrl+3")):
        writer.keys(*keys)
        assert writer.text("reflect.asked") not in deeper
    open_deeper(writer)
    assert (writer.text("reflect.asked"), writer.text("reflect.answer")) == (
        asked,
        "There was a kitchen",
    ), "asked for again, it is as it was left"
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.press("waiting.1.action")
    assert writer.text("reflect.asked") == asked, "it was opened by its name"


def open_deeper(writer: Driver) -> None:
    writer.press("reflect.deeper")
    writer.press("reflect.deeper.open")


def test_a_theme_of_deeper_questions_alone_asks_first(writer: Driver) -> None:
    deck = add_deck(writer.journal, "Long ago")
    own = add_prompt(writer.journal, "Who locked the door?", deck.id, is_deeper=True)
    writer.keys("Ctrl+3")
    click(writer, f"theme:{deck.id}")
    assert own.text not in writer.seen_texts()
    assert not writer.sees("reflect.answer")
    assert keyboard().objectName() == "reflect.deeper.leave"
    writer.keys("Ctrl+Return")
    assert count(writer) == 0
    writer.press("reflect.deeper.leave")
    assert keyboard().objectName() == "reflect.places"
    writer.press("reflect.deeper.open")
    assert writer.text("reflect.asked") == own.text
    writer.type_here("Nobody did.")
    writer.keys("Ctrl+Return", "Ctrl+T", "Ctrl+3")
    assert own.text not in writer.seen_texts()
    assert writer.sees("reflect.answer"), "who comes without a choice begins anew"
    click(writer, f"theme:{deck.id}")
    assert writer.sees("reflect.deeper.ask")
    delete_deck(writer.journal, deck.id)
    settle()
    assert writer.sees("reflect.answer")
    assert not writer.sees("reflect.deeper.ask")


def test_escape_shuts_the_card_that_asks_before_it_leaves_the_page(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    go(writer, "theme:closeness")
    writer.press("reflect.deeper")
    writer.keys("Escape")
    assert writer.page() == "reflect"
    assert not writer.sees("reflect.deeper.ask")
    assert keyboard().objectName() == "reflect.deeper"
    writer.keys("Escape")
    assert writer.page() == "today"


def test_who_comes_without_a_choice_is_never_asked_what_was_answered(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    first = writer.text("reflect.asked")
    writer.keys("Return")
    writer.type_here(ANSWER)
    writer.keys("Ctrl+Return", "Ctrl+T", "Ctrl+3")
    second = writer.text("reflect.asked")
    assert second != first
    writer.keys("Ctrl+T", "Ctrl+3")
    assert writer.text("reflect.asked") == second, "it stays for the day"
    writer.clock.advance(days=1)
    writer.keys("Ctrl+T", "Ctrl+3")
    todays = read_question(writer.journal)
    assert todays is not None
    assert writer.text("reflect.asked") == todays.prompt.text


def test_an_own_question_added_meanwhile_can_be_answered_at_once(writer: Driver) -> None:
    go(writer, "theme:guilt")
    writer.type_here("Half")
    writer.press("reflect.questions")
    assert writer.sees("questions.list")
    deck = add_deck(writer.journal, "Of my own")
    add_prompt(writer.journal, "What did the garden say?", deck.id)
    writer.press("questions.done")
    assert writer.text("reflect.answer") == "Half", "what was being written stays"
    click(writer, f"theme:{deck.id}")
    assert writer.text("reflect.asked") == "What did the garden say?"
    writer.press("reflect.another")
    assert writer.message() == "This theme has no other question."
    writer.press("reflect.hide")
    assert f"theme:{deck.id}" not in listed(writer)
    assert writer.text("reflect.asked")


# --- a few steps ----------------------------------------------------------------------------------


def test_a_thought_record_with_what_is_believed(writer: Driver) -> None:
    go(writer, "form:thought")
    assert keyboard().objectName() == "reflect.thought.situation"
    writer.type_here("She looked past me at handover")
    writer.type_into("reflect.thought.thought", "She thinks I am lazy")
    writer.find("reflect.thought.belief_before.slider", QWidget).setFocus()
    writer.keys("8")
    writer.type_into("reflect.thought.kinder", "She was counting beds")
    writer.keys("Tab", "3", "Left")
    writer.keys("Ctrl+Return")
    record = written(writer)
    assert record.form is Form.THOUGHT
    assert record.text("situation") == "She looked past me at handover"
    assert record.text("kinder") == "She was counting beds"
    assert (record.belief_before, record.belief_after) == (80, 25)
    assert record.text("for") == ""
    assert writer.page() == "today"


def test_what_stands_behind_more_is_saved_too(writer: Driver) -> None:
    go(writer, "form:free")
    writer.type_here("Rain on the windows")
    writer.press("reflect.more")
    writer.type_into("reflect.tags.input", "night")
    writer.type_into("reflect.note", "On the bus")
    writer.press("reflect.never_export")
    writer.press("reflect.for_session")
    writer.keys("Ctrl+Return")
    entry = newest(writer)
    assert (entry.tags, entry.note) == (("night",), "On the bus")
    assert (entry.never_export, entry.for_session) == (True, True)
    assert written(writer) == Reflection(Form.FREE, (Written("answer", "Rain on the windows"),))


def test_a_form_that_is_cancelled_can_be_brought_back(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    click(writer, "form:week")
    writer.type_into("reflect.week.helped", "A walk")
    writer.press("reflect.cancel")
    assert writer.text("reflect.week.helped") == ""
    assert writer.page() == "reflect"
    writer.press("message.action")
    assert writer.text("reflect.week.helped") == "A walk"


# --- changing -------------------------------------------------------------------------------------


def test_a_reflection_is_changed_and_its_question_stays_when_the_deck_is_gone(
    writer: Driver,
) -> None:
    deck = add_deck(writer.journal, "Mine alone")
    own = add_prompt(writer.journal, "What did the garden say?", deck.id)
    entry = an_answer(writer, "Nothing yet", prompt=own.id)
    delete_deck(writer.journal, deck.id)
    go(writer, entry_id=entry.id)
    assert writer.text("reflect.asked") == "What did the garden say?"
    assert not writer.sees("reflect.another")
    writer.type_into("reflect.answer", "It said wait")
    writer.keys("Ctrl+Return")
    assert writer.page() == "today"
    changed = writer.journal.entries.get(entry.id).detail
    assert isinstance(entry.detail, Reflection)
    assert changed == replace(entry.detail, texts=(Written("answer", "It said wait"),))
    writer.keys("Ctrl+Z")
    assert writer.journal.entries.get(entry.id).detail == entry.detail


def test_leaving_a_change_keeps_it_as_a_draft(writer: Driver) -> None:
    entry = an_answer(writer)
    go(writer, entry_id=entry.id)
    writer.type_into("reflect.answer", "Changed")
    writer.keys("Ctrl+3")
    assert writer.message() == "Not saved"
    go(writer, entry_id=entry.id)
    assert writer.text("reflect.answer") == "Changed"
    writer.press("reflect.cancel")
    assert writer.page() == "today"
    assert writer.journal.entries.get(entry.id).detail == entry.detail


# --- where something is broken, or there is no room -----------------------------------------------


@pytest.mark.parametrize(
    ("name", "kept", "gone"),
    [
        ("prompts.toml", "form:thought", "theme:guilt"),
        ("reflections.toml", "theme:guilt", "form:thought"),
    ],
)
def test_a_broken_file_names_itself_and_the_rest_still_works(
    writer: Driver, harm: Harm, name: str, kept: str, gone: str
) -> None:
    harm.put(name, b"[[themes]]\nid = ")
    writer.keys("Ctrl+3")
    assert name in writer.text("reflect.fault")
    assert writer.sees("reflect.fault")
    assert name in writer.message()
    assert kept in listed(writer)
    assert gone not in listed(writer)
    click(writer, "form:free")
    writer.type_here("Still here")
    writer.keys("Ctrl+Return")
    assert written(writer).text("answer") == "Still here"


def test_a_record_can_be_changed_while_the_words_of_the_forms_are_broken(
    writer: Driver, harm: Harm
) -> None:
    detail = Reflection(Form.WEEK, (Written("helped", "A walk"),))
    entry = an_entry(at=writer.clock(), mood=detail)
    writer.journal.add(entry)
    harm.put("reflections.toml", b"[[forms]]\nid = ")
    go(writer, entry_id=entry.id)
    assert writer.text("reflect.week.helped") == "A walk"


def test_where_there_is_little_room_list_and_form_take_turns(writer: Driver) -> None:
    writer.resize(680, 700)
    writer.keys("Ctrl+3")
    settle()
    assert not writer.sees("reflect.places")
    assert keyboard().objectName() == "reflect.answer", "today's question can be answered at once"
    writer.press("reflect.all")
    click(writer, "theme:meaning")
    assert not writer.sees("reflect.places")
    assert keyboard().objectName() == "reflect.answer"
    writer.press("reflect.all")
    assert keyboard().objectName() == "reflect.places"
    writer.keys("Return")
    writer.type_here("A hand on my arm")
    writer.keys("Ctrl+Return")
    assert writer.sees("reflect.places")
    writer.resize(1200, 800)
    settle()
    assert writer.sees("reflect.places")
    assert writer.sees("reflect.answer")
