"""Somebody makes the questions their own: adds, changes, hides, takes back, and keeps decks."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QWidget
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.prompt import Prompt
from caregiver_journal.journal import prompts
from caregiver_journal.journal.prompts import all_prompts, all_themes, shipped_prompts
from caregiver_journal.store.prompts import PromptStore
from caregiver_journal.ui.questions_sheet import QuestionsSheet

FIRST = shipped_prompts()[0]


@pytest.fixture
def sheet(writer: Driver) -> QuestionsSheet:
    """The questions, opened from Settings."""
    writer.keys("Ctrl+,")
    writer.press("settings.questions")
    settle()
    return writer.find("questions", QuestionsSheet)


def find(writer: Driver, text: str) -> Prompt:
    return next(one for one in all_prompts(writer.journal) if one.text == text)


def open_form(writer: Driver, button: str) -> None:
    """Open a form by a button, and let it come to rest."""
    writer.press(button)
    settle()


def heard(sheet: QuestionsSheet) -> str:
    """Return the chosen question as it is heard."""
    return str(sheet.list.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole))


def add(writer: Driver, text: str) -> None:
    open_form(writer, "questions.add")
    writer.type_into("question.words", text)
    writer.keys("Ctrl+Return")
    settle()


def test_they_are_found_and_walked_by_keyboard(writer: Driver, sheet: QuestionsSheet) -> None:
    assert keyboard() is sheet.list
    assert len(sheet.list.prompts()) == len(shipped_prompts())
    writer.find("questions.search", QWidget).setFocus()
    writer.type_here("raised eyebrow")
    assert [one.id for one in sheet.list.prompts()] == ["disapproval.raised-eyebrow"]
    writer.keys("Return")
    assert keyboard() is sheet.list
    writer.type_into("questions.search", "xyzzy")
    assert writer.text("questions.none") == "No question here holds these words."
    assert not writer.sees("questions.edit")
    writer.keys("Escape", "Escape")
    assert keyboard() is sheet.list
    writer.keys("Escape")
    assert not writer.sees("questions")


def test_they_are_opened_from_where_one_reflects(writer: Driver) -> None:
    writer.keys("Ctrl+3")
    writer.keys("Home", "Down", "Return")
    open_form(writer, "reflect.questions")
    sheet = writer.find("questions", QuestionsSheet)
    assert sheet.decks.chosen() == "pleasing"
    first, *_others = sheet.list.prompts()
    writer.keys("Delete", "Escape")
    assert not writer.sees("questions")
    assert first not in all_prompts(writer.journal)


def test_one_of_ones_own_is_added_changed_deleted_and_taken_back(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    add(writer, "What did the corridor sound like?")
    assert writer.text("questions.said") == "Saved"
    current = sheet.list.current()
    assert current is not None
    assert current.is_own
    writer.keys("Return")
    settle()
    writer.type_into("question.words", "What did the ward sound like?")
    writer.find("question.deeper", QCheckBox).click()
    writer.choose("question.deck", "The real yes")
    writer.press("question.save")
    changed = find(writer, "What did the ward sound like?")
    assert (changed.is_deeper, changed.theme) == (True, "pleasing")
    assert keyboard() is sheet.list
    writer.keys("Delete")
    assert changed not in all_prompts(writer.journal)
    writer.press("questions.undo")
    assert find(writer, changed.text) == changed
    assert sheet.list.current() is not None


def test_one_of_the_program_is_reworded_and_taken_back(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    open_form(writer, "questions.edit")
    assert not writer.sees("question.deck")
    assert not writer.sees("question.original")
    writer.type_into("question.words", "Whose voice was it?")
    writer.press("question.save")
    assert find(writer, "Whose voice was it?").is_changed
    open_form(writer, "questions.edit")
    writer.press("question.original")
    assert all_prompts(writer.journal) == shipped_prompts()
    writer.press("questions.undo")
    assert find(writer, "Whose voice was it?").is_changed


def test_hiding_outlasts_a_restart(writer: Driver, sheet: QuestionsSheet) -> None:
    writer.keys("Delete")
    assert FIRST.id not in [one.id for one in sheet.list.prompts()]
    assert writer.text("questions.said").startswith("Hidden")
    writer.choose("questions.theme", "The real yes")
    writer.press("questions.deck.hide")
    writer.keys("Ctrl+L")
    writer.unlock()
    themes = {theme.id: theme for theme in all_themes(writer.journal)}
    assert themes["pleasing"].is_hidden
    writer.keys("Ctrl+,")
    writer.press("settings.questions")
    writer.press("questions.shown.hidden")
    settle()
    again = writer.find("questions", QuestionsSheet)
    assert [one.id for one in again.list.prompts()] == [FIRST.id]
    writer.press("questions.hide")
    assert writer.text("questions.none") == "Nothing is hidden."
    assert keyboard() is again.bar.field
    assert not any(one.is_hidden for one in all_prompts(writer.journal))


def test_a_deck_is_made_renamed_hidden_deleted_and_taken_back(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    open_form(writer, "questions.deck.add")
    writer.type_into("deck.title", " ")
    writer.keys("Return")
    assert writer.text("deck.problem") == "This needs a title."
    writer.type_into("deck.title", "Nights")
    writer.keys("Return")
    assert sheet.decks.combo.currentText() == "Nights"
    assert writer.text("questions.none") == "There is no question here yet."
    add(writer, "What did the night ask for?")
    assert find(writer, "What did the night ask for?").theme == sheet.decks.chosen()
    open_form(writer, "questions.deck.rename")
    writer.type_into("deck.title", "Night shifts")
    writer.press("deck.save")
    writer.press("questions.deck.hide")
    assert sheet.decks.combo.currentText() == "Night shifts (hidden)"
    writer.press("questions.deck.delete")
    assert len(all_prompts(writer.journal)) == len(shipped_prompts())
    assert sheet.decks.chosen() == ""
    writer.press("questions.undo")
    assert all_themes(writer.journal)[-1].title == "Night shifts"
    assert find(writer, "What did the night ask for?").is_own


def test_a_theme_of_the_program_is_renamed_and_taken_back(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    writer.choose("questions.theme", "The real yes")
    assert not writer.sees("questions.deck.delete")
    open_form(writer, "questions.deck.rename")
    writer.type_into("deck.title", "Yes and no")
    writer.press("deck.save")
    assert sheet.decks.combo.currentText() == "Yes and no"
    open_form(writer, "questions.deck.rename")
    writer.press("deck.original")
    assert sheet.decks.combo.currentText() == "The real yes"
    writer.keys("Ctrl+Z")
    assert not writer.sees("questions"), "the last change is taken back where it can be seen"
    assert all_themes(writer.journal)[1].title == "Yes and no"


def test_what_was_begun_is_kept_by_escape_and_given_up_by_cancel(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    open_form(writer, "questions.add")
    writer.type_into("question.words", "Half a que")
    writer.keys("Escape")
    open_form(writer, "questions.add")
    assert writer.text("question.words") == "Half a que"
    writer.press("question.cancel")
    assert writer.text("questions.said") == "Not saved"
    open_form(writer, "questions.undo")
    assert writer.text("question.words") == "Half a que"
    writer.type_into("question.words", " ")
    writer.press("question.save")
    assert writer.text("question.problem") == "A question needs a few words."
    assert keyboard().objectName() == "question.words"


def test_what_cannot_be_kept_is_told_where_it_was_done(
    writer: Driver, sheet: QuestionsSheet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise DiskFullError

    monkeypatch.setattr(PromptStore, "write_prompt", refuse)
    monkeypatch.setattr(PromptStore, "write_deck", refuse)
    writer.press("questions.hide")
    assert "The disk is full" in writer.text("questions.problem")
    add(writer, "What did the corridor sound like?")
    assert "The disk is full" in writer.text("question.problem")
    assert writer.text("question.words") == "What did the corridor sound like?"
    writer.press("question.cancel")
    open_form(writer, "questions.deck.add")
    writer.type_into("deck.title", "Nights")
    writer.press("deck.save")
    assert "The disk is full" in writer.text("deck.problem")
    monkeypatch.setattr(prompts, "all_prompts", refuse)
    sheet.read()
    assert "The disk is full" in writer.text("questions.problem")
    writer.press("deck.cancel")


def test_deeper_ones_are_not_read_before_they_are_asked_for(
    writer: Driver, sheet: QuestionsSheet
) -> None:
    deeper = next(one for one in shipped_prompts() if one.is_deeper)
    assert sheet.list.select(deeper.id)
    assert heard(sheet) == "A deeper question"
    assert writer.find("questions.edit", QWidget).accessibleDescription() == ""
    writer.press("questions.open")
    assert keyboard() is sheet.list
    assert heard(sheet) == f"{deeper.text.rstrip('.')}. Deeper"
    assert not writer.sees("questions.open")
    writer.press("questions.hide")
    assert next(one for one in all_prompts(writer.journal) if one.id == deeper.id).is_hidden
