"""What is begun in a form stays apart by what it is about, and keeps off what others changed."""

from dataclasses import replace
from datetime import date, timedelta

from support.boundaries import add_moment, boundary_of, due_on
from support.builders import an_entry
from support.clock import START
from support.driver import Driver
from support.looking import settle

from caregiver_journal.domain.boundary import Relationship
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.query import Query
from caregiver_journal.journal import planning
from caregiver_journal.journal.waiting import BOUNDARY_FORM
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.boundary.page import BoundaryPage

TOMORROW = START.date() + timedelta(days=1)
PLAN = Plan("A talk about the rota", START, START.date(), words="Let me think.")


def go(writer: Driver, section: str, entry_id: str = "", part: str = "") -> None:
    assert writer.window.shell is not None
    writer.window.shell.follow(Destination(section, entry_id, part))
    settle()


def entries(writer: Driver) -> list[Entry]:
    """Return the entries outside the trash, the newest first."""
    return list(writer.journal.entries.find(Query(), None, 9)[0])


def a_plan(writer: Driver) -> str:
    """Prepare a talk; return the part that leads to it."""
    return f"plan:{planning.save_plan(writer.journal, PLAN).plan.number}"


# --- an entry that was changed elsewhere ----------------------------------------------------------


def test_an_open_form_keeps_what_a_follow_up_said(writer: Driver) -> None:
    entry = add_moment(writer.journal, feared="A row", follow_ups=due_on(TOMORROW))
    writer.clock.advance(days=1)
    go(writer, "boundary", entry.id)
    writer.keys("Ctrl+T")
    writer.press("waiting.1.action")
    settle()
    writer.type_into("follow_up.outcome", "They found somebody else.")
    writer.press("follow_up.relationship.better")
    writer.press("follow_up.save")
    settle()
    go(writer, "boundary", entry.id)
    assert writer.text("boundary.outcome") == "They found somebody else."
    writer.type_into("boundary.words", "No.")
    writer.keys("Ctrl+Return")
    boundary = boundary_of(writer.journal, entry)
    assert (boundary.outcome, boundary.words) == ("They found somebody else.", "No.")
    assert boundary.relationship is Relationship.BETTER


def test_what_was_written_goes_over_what_changed_meanwhile(writer: Driver) -> None:
    entry = add_moment(writer.journal, words="No.")
    go(writer, "boundary", entry.id)
    writer.type_into("boundary.words", "No, thank you.")
    writer.keys("Ctrl+L")
    writer.unlock()
    changed = replace(boundary_of(writer.journal, entry), words="Maybe.", offer="A weekday")
    writer.journal.change(replace(entry, detail=changed))
    writer.keys("Ctrl+J", "Ctrl+T")
    writer.press("waiting.1.action")
    assert writer.text("boundary.words") == "No, thank you."
    writer.keys("Ctrl+Return")
    boundary = boundary_of(writer.journal, entry)
    assert (boundary.words, boundary.offer) == ("No, thank you.", "A weekday")


def test_a_mark_set_meanwhile_stays(writer: Driver) -> None:
    moment, mood = add_moment(writer.journal), an_entry("A note")
    writer.journal.add(mood)
    for entry, section in ((moment, "boundary"), (mood, "mood")):
        go(writer, section, entry.id)
        writer.keys("Ctrl+J")
        writer.journal.mark(entry, never_export=True)
        go(writer, section, entry.id)
        writer.press({"boundary": "boundary.wanted.no", "mood": "checkin.energy.2"}[section])
        writer.keys("Ctrl+Return")
        assert writer.message() == "Saved"
        assert writer.journal.entries.get(entry.id).never_export
        before = writer.journal.entries.get(entry.id)
        writer.journal.mark(entry, never_export=False, for_session=True)
        writer.keys("Ctrl+Z")
        assert writer.message() == "Taken back"
        now = writer.journal.entries.get(entry.id)
        assert (now.never_export, now.for_session) == (False, True)
        assert now.detail != before.detail


def test_an_entry_opened_and_not_written_in_does_not_wait(writer: Driver) -> None:
    entry = add_moment(writer.journal)
    go(writer, "boundary", entry.id)
    page = writer.find("page.boundary", BoundaryPage)
    assert not page.drafts.is_dirty, "to show it is not to write it"
    writer.keys("Ctrl+L")
    writer.unlock()
    assert not writer.sees("waiting.1")


# --- several drafts of one form -------------------------------------------------------------------


def test_a_story_begun_outlasts_the_moment_of_a_plan(writer: Driver) -> None:
    part = a_plan(writer)
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "A long story, not finished")
    writer.keys("Esc")
    go(writer, "boundary", part=part)
    assert writer.message() == "Not saved"
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    assert writer.message() == "Saved"
    assert "A boundary moment, not finished" in writer.seen_texts()
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.press("waiting.1.action")
    assert writer.text("boundary.asked") == "A long story, not finished"


def test_each_thing_begun_waits_and_is_there_again(writer: Driver) -> None:
    entry, part = add_moment(writer.journal), a_plan(writer)
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "A new one")
    go(writer, "boundary", entry.id)
    writer.type_into("boundary.words", "Changed words")
    go(writer, "boundary", part=part)
    writer.type_into("boundary.words", "Words for the talk")
    writer.keys("Ctrl+L")
    writer.unlock()
    assert set(writer.journal.drafts.read(BOUNDARY_FORM)) == {"new", entry.id, part}
    for entry_id, about, field, words in (
        ("", "", "asked", "A new one"),
        (entry.id, "", "words", "Changed words"),
        ("", part, "words", "Words for the talk"),
    ):
        go(writer, "boundary", entry_id, about)
        assert writer.text(f"boundary.{field}") == words
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    assert set(writer.journal.drafts.read(BOUNDARY_FORM)) == {"new", entry.id}
    assert boundary_of(writer.journal, entries(writer)[0]).words == "Words for the talk"


def test_a_check_in_begun_outlasts_the_change_of_another(writer: Driver) -> None:
    mood = an_entry("A note")
    writer.journal.add(mood)
    writer.keys("Ctrl+N")
    writer.type_into("checkin.note", "half a thought")
    go(writer, "mood", mood.id)
    writer.type_into("checkin.note", "A better note")
    writer.keys("Ctrl+Return")
    writer.keys("Ctrl+N")
    assert writer.text("checkin.note") == "half a thought"
    assert writer.journal.entries.get(mood.id).note == "A better note"


def test_what_is_cancelled_comes_back_over_another_one(writer: Driver) -> None:
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "The first")
    writer.press("boundary.cancel")
    writer.keys("Ctrl+2")
    writer.type_into("boundary.asked", "The second")
    writer.press("message.action")
    assert writer.text("boundary.asked") == "The first"
    writer.press("message.action")
    assert writer.text("boundary.asked") == "The second"
    writer.press("boundary.cancel")
    writer.press("message.action")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.press("waiting.1.action")
    assert writer.text("boundary.asked") == "The second", "what came back is kept again"


# --- a plan that changes or goes ------------------------------------------------------------------


def test_words_prepared_after_the_moment_was_begun_are_carried_over(writer: Driver) -> None:
    part = a_plan(writer)
    go(writer, "boundary", part=part)
    writer.press("boundary.answer.no")
    go(writer, "plan", part=part)
    writer.type_into("plan.words", "New words I prepared")
    writer.press("plan.log")
    assert writer.text("boundary.words") == "New words I prepared"
    writer.keys("Ctrl+Return")
    assert [boundary_of(writer.journal, each).words for each in entries(writer)] == [
        "New words I prepared"
    ]
    assert planning.plans(writer.journal) == ()


def test_what_was_begun_of_a_plan_that_went_is_there_whole(writer: Driver) -> None:
    part = a_plan(writer)
    go(writer, "boundary", part=part)
    writer.type_into("boundary.words", "No.")
    writer.keys("Ctrl+L")
    writer.unlock()
    planning.delete_plan(writer.journal, int(part.removeprefix("plan:")))
    go(writer, "boundary", part=part)
    assert writer.text("boundary.words") == "No."
    assert writer.text("boundary.asked") == PLAN.asked


def test_a_talk_logged_a_day_later_was_on_its_day(writer: Driver) -> None:
    part = a_plan(writer)
    go(writer, "boundary", part=part)
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.clock.advance(days=1)
    go(writer, "boundary", part=part)
    writer.keys("Ctrl+Return")
    assert entries(writer)[0].day == date(2026, 11, 20)


# --- an entry that was deleted meanwhile ----------------------------------------------------------


def test_saving_takes_an_entry_out_of_the_trash_and_says_so(writer: Driver) -> None:
    moment, mood = add_moment(writer.journal), an_entry("A note")
    writer.journal.add(mood)
    fields = {"boundary": "boundary.words", "mood": "checkin.note"}
    for entry, section in ((moment, "boundary"), (mood, "mood")):
        go(writer, section, entry.id)
        writer.type_into(fields[section], "long new words")
        writer.journal.remove(entry)
        writer.keys("Ctrl+Return")
        assert writer.message() == "Saved, and taken out of the trash"
        assert writer.journal.entries.get(entry.id).deleted is None
        writer.keys("Ctrl+J", "Ctrl+Z")
        assert writer.journal.entries.get(entry.id).deleted is not None
    assert boundary_of(writer.journal, moment).words == ""


def test_what_was_written_of_an_entry_deleted_for_good_is_saved_as_new(writer: Driver) -> None:
    moment, mood = add_moment(writer.journal), an_entry("A note")
    writer.journal.add(mood)
    fields = {"boundary": "boundary.words", "mood": "checkin.note"}
    for entry, section in ((moment, "boundary"), (mood, "mood")):
        go(writer, section, entry.id)
        writer.type_into(fields[section], "long new words")
        writer.journal.remove(entry)
        writer.journal.delete_for_good(entry)
        settle()
        assert writer.message().startswith("The entry was deleted for good.")
        writer.keys("Ctrl+Return")
        assert writer.message() == "Saved"
        (only,) = entries(writer)[:1]
        assert only.id != entry.id
    assert [each.kind.value for each in entries(writer)] == ["mood", "boundary"]


def test_a_form_not_written_in_lets_a_deleted_entry_go(writer: Driver) -> None:
    entry = add_moment(writer.journal)
    go(writer, "boundary", entry.id)
    writer.keys("Ctrl+T")
    writer.journal.remove(entry)
    writer.journal.delete_for_good(entry)
    writer.keys("Ctrl+2")
    assert writer.text("boundary.asked") == ""
    assert writer.message() == ""


def test_a_draft_of_an_entry_deleted_for_good_is_opened_as_new(writer: Driver) -> None:
    entry = add_moment(writer.journal)
    go(writer, "boundary", entry.id)
    writer.type_into("boundary.words", "long new words")
    writer.keys("Ctrl+L")
    writer.unlock()
    writer.journal.remove(entry)
    writer.journal.delete_for_good(entry)
    writer.keys("Ctrl+J", "Ctrl+T")
    writer.press("waiting.1.action")
    assert writer.text("boundary.words") == "long new words"
    assert writer.text("boundary.asked") == "", "what was deleted for good is nowhere"
    writer.type_into("boundary.asked", "Stay longer")
    writer.press("boundary.answer.no")
    writer.keys("Ctrl+Return")
    assert len(entries(writer)) == 1
    assert writer.journal.drafts.read(BOUNDARY_FORM) == {}
