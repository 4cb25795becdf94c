"""What is typed into a sheet outlives Escape, a shortcut that leads elsewhere, and a lock."""

import pytest
from PySide6.QtWidgets import QComboBox, QWidget
from support.content import Harm, harm
from support.driver import Driver
from support.looking import settle

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.ladder import Step
from caregiver_journal.domain.script import Script
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import (
    add_step,
    delete_step,
    offered_suggestions,
    read_ladder,
    shipped_suggestions,
)
from caregiver_journal.journal.prompts import add_prompt
from caregiver_journal.journal.scripts import add_script, all_scripts, delete_script
from caregiver_journal.journal.unfinished import NEW
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.reflect.page import ReflectPage
from caregiver_journal.ui.pages.script.page import ScriptPage
from caregiver_journal.ui.question_forms import QUESTION_FORM
from caregiver_journal.ui.questions_sheet import QuestionsSheet

__all__ = ["harm"]

PHRASE = "A phrase of my own that took a while."
SITUATION = "Leave when my shift ends"


def go(writer: Driver, section: str) -> None:
    assert writer.window.shell is not None
    writer.window.shell.go_to(Destination(section))
    settle()


def press(writer: Driver, name: str) -> None:
    writer.press(name)
    settle()


def leave(writer: Driver, way: str, section: str) -> None:
    """Leave a sheet by a way, and come back to its page."""
    writer.keys(way)
    if way == "Ctrl+L":
        writer.unlock()
    go(writer, section)


def refuse(*_arguments: object) -> None:
    raise DiskFullError


WAYS = pytest.mark.parametrize("way", ["Esc", "Ctrl+T", "Ctrl+L"])


# --- phrases --------------------------------------------------------------------------------------


def edit_phrase(writer: Driver, script_id: str) -> None:
    writer.find("page.scripts", ScriptPage).list.select(script_id)
    press(writer, "scripts.edit")


@WAYS
def test_a_phrase_that_was_begun_is_there_again(writer: Driver, way: str) -> None:
    go(writer, "scripts")
    press(writer, "scripts.add")
    writer.type_into("script.text", PHRASE)
    writer.type_into("script.fits", "At the door")
    writer.choose("script.situation", "A plain no")
    writer.choose("script.way", "Straight out")
    leave(writer, way, "scripts")
    assert not writer.sees("script.text")
    press(writer, "scripts.add")
    held = (writer.text("script.text"), writer.text("script.fits"))
    assert held == (PHRASE, "At the door")
    combos = [writer.find(f"script.{part}", QComboBox) for part in ("situation", "way")]
    assert [combo.currentText() for combo in combos] == ["A plain no", "Straight out"]
    press(writer, "script.save")
    assert all_scripts(writer.journal)[0].text == PHRASE
    assert writer.journal.drafts.read("script.form") == {}
    press(writer, "scripts.add")
    assert writer.text("script.text") == ""


def test_each_phrase_has_its_own_draft(writer: Driver) -> None:
    one = add_script(writer.journal, Script("One."))
    writer.clock.advance(minutes=1)
    two = add_script(writer.journal, Script("Two."))
    go(writer, "scripts")
    for script, text in ((one, "One, and more."), (two, "Two, and more.")):
        edit_phrase(writer, script.id)
        writer.type_into("script.text", text)
        writer.keys("Esc")
    edit_phrase(writer, two.id)
    assert writer.text("script.text") == "Two, and more."
    press(writer, "script.save")
    assert {script.text for script in all_scripts(writer.journal)} > {"One.", "Two, and more."}
    edit_phrase(writer, one.id)
    assert writer.text("script.text") == "One, and more."
    writer.type_into("script.text", "One.")
    writer.keys("Esc")
    assert writer.journal.drafts.read("script.form") == {}, "it is as it was kept"


def test_cancel_empties_the_form_for_a_phrase_and_offers_it_back(writer: Driver) -> None:
    go(writer, "scripts")
    press(writer, "scripts.add")
    press(writer, "script.cancel")
    assert writer.message() == "", "nothing was written"
    press(writer, "scripts.add")
    writer.type_into("script.text", PHRASE)
    press(writer, "script.cancel")
    assert writer.message() == "Not saved"
    assert writer.journal.drafts.read("script.form") == {}
    press(writer, "message.action")
    assert writer.text("script.text") == PHRASE
    writer.keys("Esc")
    press(writer, "scripts.add")
    assert writer.text("script.text") == PHRASE, "brought back, it is a draft again"


def test_the_original_forgets_what_was_begun(writer: Driver) -> None:
    go(writer, "scripts")
    first = all_scripts(writer.journal)[0]
    edit_phrase(writer, first.id)
    writer.type_into("script.text", "Let me sleep on it.")
    press(writer, "script.save")
    edit_phrase(writer, first.id)
    writer.type_into("script.text", "Let me sleep twice on it.")
    writer.keys("Esc")
    edit_phrase(writer, first.id)
    press(writer, "script.original")
    assert all_scripts(writer.journal)[0] == first
    assert writer.journal.drafts.read("script.form") == {}


def test_a_draft_of_a_phrase_that_was_deleted_goes_with_the_next(writer: Driver) -> None:
    own = add_script(writer.journal, Script("One."))
    go(writer, "scripts")
    edit_phrase(writer, own.id)
    writer.type_into("script.text", "One, and more.")
    press(writer, "script.cancel")
    press(writer, "message.action")
    writer.keys("Esc")
    delete_script(writer.journal, own.id)
    settle()
    press(writer, "scripts.add")
    writer.type_into("script.text", PHRASE)
    writer.keys("Esc")
    assert list(writer.journal.drafts.read("script.form")) == ["new"]


def test_a_phrase_brought_back_after_it_was_deleted_becomes_a_new_one(writer: Driver) -> None:
    own = add_script(writer.journal, Script("One."))
    go(writer, "scripts")
    edit_phrase(writer, own.id)
    writer.type_into("script.text", PHRASE)
    press(writer, "script.cancel")
    delete_script(writer.journal, own.id)
    settle()
    press(writer, "message.action")
    press(writer, "script.save")
    assert all_scripts(writer.journal)[0].text == PHRASE


def test_a_full_disk_keeps_the_form_for_a_phrase(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(writer, "scripts")
    press(writer, "scripts.add")
    writer.type_into("script.text", PHRASE)
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)
        writer.keys("Esc")
        assert writer.text("script.problem").startswith("The disk is full")
        assert writer.text("script.text") == PHRASE
        press(writer, "script.cancel")
    assert not writer.sees("script.text"), "Cancel leads out, whatever the disk does"
    press(writer, "message.action")
    assert writer.text("script.text") == PHRASE


# --- words that are rehearsed ---------------------------------------------------------------------


@WAYS
def test_words_that_were_made_shorter_are_there_again(writer: Driver, way: str) -> None:
    own = add_script(writer.journal, Script(PHRASE))
    go(writer, "scripts")
    writer.find("page.scripts", ScriptPage).list.select(own.id)
    press(writer, "scripts.rehearse")
    writer.type_into("rehearsal.field", "A phrase of my own.")
    leave(writer, way, "scripts")
    writer.find("page.scripts", ScriptPage).list.select(own.id)
    press(writer, "scripts.rehearse")
    assert writer.text("rehearsal.field") == "A phrase of my own."
    assert writer.text("rehearsal.words") == "A phrase of my own."
    press(writer, "rehearsal.keep")
    press(writer, "rehearsal.done")
    assert writer.journal.drafts.read("script.rehearsal") == {}


def test_shortened_words_belong_to_the_words_they_came_from(writer: Driver) -> None:
    go(writer, "scripts")
    press(writer, "scripts.build")
    writer.type_into("builder.ask", "please call whoever is on duty")
    press(writer, "builder.rehearse")
    writer.type_into("rehearsal.field", "Call somebody else.")
    writer.keys("Esc")
    press(writer, "builder.rehearse")
    assert writer.text("rehearsal.field") == "Call somebody else."
    writer.keys("Esc")
    writer.type_into("builder.ask", "let us swap on Sunday")
    press(writer, "builder.rehearse")
    assert writer.text("rehearsal.field") == "Let us swap on Sunday."


def test_a_full_disk_keeps_the_rehearsal(writer: Driver, monkeypatch: pytest.MonkeyPatch) -> None:
    go(writer, "scripts")
    press(writer, "scripts.rehearse")
    writer.type_into("rehearsal.field", "Later.")
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)
        writer.keys("Esc")
    assert writer.text("rehearsal.problem").startswith("The disk is full")
    assert writer.text("rehearsal.field") == "Later."


# --- situations -----------------------------------------------------------------------------------


def set_distress(writer: Driver, number: int) -> None:
    writer.find("step.distress.slider", QWidget).setFocus()
    writer.keys(str(number))


@WAYS
def test_a_situation_that_was_begun_is_there_again(writer: Driver, way: str) -> None:
    go(writer, "ladder")
    press(writer, "ladder.empty.step")
    writer.type_into("step.text", SITUATION)
    set_distress(writer, 7)
    leave(writer, way, "ladder")
    assert not writer.sees("step.text")
    press(writer, "ladder.empty.step")
    assert (writer.text("step.text"), writer.text("step.distress.said")) == (SITUATION, "7 of 10")
    press(writer, "step.save")
    (row,) = read_ladder(writer.journal)
    assert (row.step.text, row.step.distress) == (SITUATION, 7)
    assert writer.journal.drafts.read("ladder.step") == {}


def test_a_suggestion_that_was_begun_with_is_suggested_no_more(writer: Driver) -> None:
    go(writer, "ladder")
    press(writer, "ladder.empty.step")
    writer.find("step.sources", QWidget).setFocus()
    writer.keys("Down", "Up", "Return")
    writer.type_into("step.text", SITUATION)
    writer.keys("Esc")
    press(writer, "ladder.empty.step")
    press(writer, "step.save")
    assert offered_suggestions(writer.journal) == shipped_suggestions()[1:]


def test_each_situation_has_its_own_draft(writer: Driver) -> None:
    step = add_step(writer.journal, Step(SITUATION, 5))
    go(writer, "ladder")
    press(writer, f"ladder.step.{step.number}.more")
    press(writer, f"ladder.step.{step.number}.more.edit")
    writer.type_into("step.text", "Leave on the minute")
    writer.keys("Esc")
    press(writer, "ladder.add")
    assert writer.text("step.text") == ""
    writer.type_into("step.text", "Let it ring")
    set_distress(writer, 3)
    press(writer, "step.save")
    press(writer, f"ladder.step.{step.number}.more")
    press(writer, f"ladder.step.{step.number}.more.edit")
    assert writer.text("step.text") == "Leave on the minute"
    press(writer, "step.save")
    assert [row.step.text for row in read_ladder(writer.journal)] == [
        "Let it ring",
        "Leave on the minute",
    ]
    assert writer.journal.drafts.read("ladder.step") == {}


def test_cancel_empties_the_sheet_for_a_situation_and_offers_it_back(writer: Driver) -> None:
    go(writer, "ladder")
    press(writer, "ladder.empty.step")
    press(writer, "step.cancel")
    assert writer.message() == "", "nothing was written"
    press(writer, "ladder.empty.step")
    writer.type_into("step.text", SITUATION)
    press(writer, "step.cancel")
    assert writer.message() == "Not saved"
    assert writer.journal.drafts.read("ladder.step") == {}
    press(writer, "message.action")
    assert writer.text("step.text") == SITUATION
    writer.keys("Esc")
    press(writer, "ladder.empty.step")
    assert writer.text("step.text") == SITUATION


def test_a_situation_brought_back_after_it_was_deleted_becomes_a_new_one(writer: Driver) -> None:
    step = add_step(writer.journal, Step(SITUATION, 5))
    go(writer, "ladder")
    press(writer, f"ladder.step.{step.number}.more")
    press(writer, f"ladder.step.{step.number}.more.edit")
    writer.type_into("step.text", "Leave on the minute")
    press(writer, "step.cancel")
    delete_step(writer.journal, step.number or 0)
    settle()
    press(writer, "message.action")
    press(writer, "step.save")
    (row,) = read_ladder(writer.journal)
    assert (row.step.text, row.step.distress) == ("Leave on the minute", 5)


def test_a_full_disk_keeps_the_sheet_for_a_situation(
    writer: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    go(writer, "ladder")
    press(writer, "ladder.empty.step")
    writer.type_into("step.text", SITUATION)
    with monkeypatch.context() as full:
        full.setattr(Journal, "save_draft", refuse)
        writer.keys("Esc")
    assert writer.text("step.text.problem").startswith("The disk is full")
    assert writer.text("step.text") == SITUATION


def test_what_makes_no_sense_in_a_draft_is_left_out(writer: Driver) -> None:
    writer.journal.save_draft("script.form", {"new": {"text": 7, "way": "no such way"}, "x": 3})
    writer.journal.save_draft("ladder.step", {"new": ["text"]})
    go(writer, "scripts")
    press(writer, "scripts.add")
    assert writer.text("script.text") == ""
    assert writer.find("script.way", QComboBox).currentText() == "Not said"
    writer.keys("Esc")
    go(writer, "ladder")
    press(writer, "ladder.empty.step")
    assert (writer.text("step.text"), writer.text("step.distress.said")) == ("", "not said")


# --- questions ------------------------------------------------------------------------------------


def test_a_broken_file_takes_no_draft_of_a_question_with_it(writer: Driver, harm: Harm) -> None:
    go(writer, "reflect")
    context = writer.find("page.reflect", ReflectPage).context
    prompt = add_prompt(writer.journal, "What helps?")
    writer.journal.save_draft(QUESTION_FORM, {prompt.id: {"text": "What helps me, at night?"}})
    harm.put("prompts.toml", b"= broken\n")
    sheet = QuestionsSheet(context)
    press(writer, "questions.add")
    writer.type_here("Another one")
    writer.keys("Esc")
    sheet.go()
    assert set(writer.journal.drafts.read(QUESTION_FORM)) == {prompt.id, NEW}
