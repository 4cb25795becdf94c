"""What was practised is kept, counted, waits where it was left, and comes back on its day."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.clock import START, FixedClock

from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.waiting import Later
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.exercising import hide_exercise
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.practising import (
    PLAYER,
    forget_begun,
    keep_practice,
    keep_unfinished,
    offered,
    read_letter,
    returning_letters,
)
from caregiver_journal.journal.waiting import put_off, read_waiting

TODAY = START.date()
LETTER = (Part("answer", "The answer", "You did what one person can."),)


def add(journal: Journal, practice: Practice, *, days: int = 0) -> Entry:
    now = journal.clock()
    content = Content(practice, now - timedelta(days=days))
    entry = make_entry(content, now, journal.start_of_day)
    journal.add(entry)
    return entry


def said(journal: Journal, exercise: str) -> str:
    return next(o.said for o in offered(journal, TODAY) if o.exercise.id == exercise)


def test_how_each_was_used_is_said(journal: Journal) -> None:
    assert said(journal, "body-scan") == "New"
    add(journal, Practice("body-scan", steps_done=1, steps=5), days=17)
    assert said(journal, "body-scan") == "Last used 3 November"
    add(journal, Practice("body-scan", distress_before=6, distress_after=3), days=1)
    assert said(journal, "body-scan").replace("\N{NO-BREAK SPACE}", " ") == (
        "You used it twice · distress 6 → 3 (n 1)"
    )
    add(journal, Practice("body-scan", distress_before=5, distress_after=4))
    assert "5.5\N{NO-BREAK SPACE}→\N{NO-BREAK SPACE}3.5 (n 2)" in said(journal, "body-scan")
    add(journal, Practice("grounding", distress_before=2, distress_after=2))
    assert said(journal, "grounding").startswith("You used it once · distress 2")


def test_letters_that_wait_are_said_before_all_else(journal: Journal) -> None:
    add(journal, Practice("letter", texts=LETTER, back_on=TODAY + timedelta(days=7)))
    assert said(journal, "letter") == "One letter waits to be read again"
    add(journal, Practice("letter", texts=LETTER, back_on=TODAY))
    assert said(journal, "letter") == "2 letters wait to be read again"


def test_what_is_hidden_or_begun_is_marked(journal: Journal) -> None:
    hide_exercise(journal, "critic", hidden=True)
    journal.save_draft(PLAYER, {"letter": {"place": 1}})
    offers = {offer.exercise.id: offer for offer in offered(journal, TODAY)}
    assert offers["critic"].exercise.is_hidden
    assert offers["letter"].is_begun
    assert not offers["critic"].is_begun
    assert offers["letter"].times == 0
    assert len(offers) == 19


def test_it_is_kept_with_its_draft_forgotten_and_taken_back(journal: Journal) -> None:
    journal.save_draft(PLAYER, {"letter": {"place": 1}, "critic": {"place": 2}})
    now = journal.clock()
    entry = make_entry(Content(Practice("letter", texts=LETTER)), now, journal.start_of_day)
    take_back = keep_practice(journal, entry, draft=DraftName(PLAYER, "letter"))
    assert journal.entries.get(entry.id).detail == entry.detail
    assert journal.drafts.read(PLAYER) == {"critic": {"place": 2}}
    take_back()
    assert journal.entries.get(entry.id).deleted is not None


def test_what_was_begun_is_kept_as_it_is_and_waits_again_when_taken_back(
    journal: Journal,
) -> None:
    journal.save_draft(PLAYER, {"gone": {"place": 1}, "critic": {"place": 2}})
    entry = make_entry(Content(Practice("gone", texts=LETTER)), START, journal.start_of_day)
    take_back = keep_unfinished(journal, entry, draft=DraftName(PLAYER, "gone"))
    assert journal.entries.get(entry.id).deleted is None
    assert journal.drafts.read(PLAYER) == {"critic": {"place": 2}}
    take_back()
    assert journal.entries.get(entry.id).deleted is not None
    assert journal.drafts.read(PLAYER) == {"gone": {"place": 1}, "critic": {"place": 2}}


# --- what waits on Today --------------------------------------------------------------------------


def waiting_titles(journal: Journal) -> list[str]:
    return [waiting.title for waiting in read_waiting(journal)]


def test_an_exercise_that_was_begun_waits_at_its_step(journal: Journal) -> None:
    draft = {"title": "Window", "place": 1, "steps": 4, "left": START.isoformat()}
    journal.save_draft(PLAYER, {"own.1": draft})
    (waiting,) = read_waiting(journal)
    assert waiting.title == "A practice, not finished"
    assert waiting.sentence == (
        "Window. You left it today at 17:52, at step 2 of 4. It is kept as you left it."
    )
    assert (waiting.section, waiting.part) == ("practice", "exercise:own.1")
    put_off(journal, waiting.name, Later.TOMORROW)
    assert read_waiting(journal) == ()


@pytest.mark.parametrize("draft", [{"place": "x"}, {"place": 1}])
def test_a_draft_that_says_little_waits_all_the_same(
    journal: Journal, draft: dict[str, object]
) -> None:
    journal.save_draft(PLAYER, {"letter": draft})
    (waiting,) = read_waiting(journal)
    assert waiting.sentence == "letter. You left it today at 17:52. It is kept as you left it."


def test_a_letter_waits_from_its_day_on_until_it_is_read(
    journal: Journal, clock: FixedClock
) -> None:
    entry = add(journal, Practice("letter", texts=LETTER, back_on=TODAY + timedelta(days=7)))
    clock.advance(days=6)
    assert waiting_titles(journal) == []
    clock.advance(days=1)
    (waiting,) = read_waiting(journal)
    assert waiting.title == "A letter from you waits"
    assert waiting.sentence == "You wrote it on 20 November, to be read again about now."
    assert (waiting.section, waiting.entry_id) == ("journal", entry.id)
    take_back = read_letter(journal, waiting)
    assert take_back is not None
    assert read_waiting(journal) == ()
    read = journal.entries.get(entry.id).detail
    assert isinstance(read, Practice)
    assert read.read_again == clock()
    take_back()
    assert waiting_titles(journal) == ["A letter from you waits"]


def test_a_letter_waits_again_as_it_was_changed_meanwhile(journal: Journal) -> None:
    entry = add(journal, Practice("letter", texts=LETTER, back_on=TODAY))
    (waiting,) = read_waiting(journal)
    take_back = read_letter(journal, waiting)
    assert take_back is not None
    journal.mark(entry, never_export=True)
    read = journal.entries.get(entry.id)
    assert isinstance(read.detail, Practice)
    journal.change(replace(read, detail=replace(read.detail, distress_after=2)))
    take_back()
    now = journal.entries.get(entry.id)
    assert now.never_export
    assert isinstance(now.detail, Practice)
    assert (now.detail.read_again, now.detail.distress_after) == (None, 2)


def test_a_letter_is_put_off_and_waits_again_with_another_day(journal: Journal) -> None:
    entry = add(journal, Practice("letter", texts=LETTER, back_on=TODAY))
    (waiting,) = read_waiting(journal)
    put_off(journal, waiting.name, Later.FOR_GOOD)
    assert read_waiting(journal) == ()
    assert isinstance(entry.detail, Practice)
    earlier = replace(entry.detail, back_on=TODAY - timedelta(days=1))
    journal.change(replace(entry, detail=earlier))
    assert len(read_waiting(journal)) == 1


def test_letters_that_were_put_off_take_no_place_from_others(journal: Journal) -> None:
    texts = Practice("letter", texts=LETTER, back_on=TODAY - timedelta(days=1))
    for minute in range(51):
        add(journal, replace(texts, seconds=minute))
    put = [waiting.name for waiting in read_waiting(journal)]
    for name in put:
        put_off(journal, name, Later.FOR_GOOD)
    (waiting,) = read_waiting(journal)
    assert waiting.name not in put


def test_only_letters_are_marked_as_read(journal: Journal) -> None:
    journal.save_draft(PLAYER, {"letter": {"place": 1}})
    (waiting,) = read_waiting(journal)
    assert read_letter(journal, waiting) is None
    now = journal.clock()
    mood = make_entry(Content(Mood(3)), now, journal.start_of_day)
    journal.add(mood)
    assert read_letter(journal, replace(waiting, name="letter:x", entry_id=mood.id)) is None


def test_nothing_comes_back_before_there_is_anything(journal: Journal) -> None:
    assert list(returning_letters(journal, date.max)) == []


def test_what_was_begun_is_forgotten_alone(journal: Journal) -> None:
    journal.save_draft(PLAYER, {"letter": {"place": 1}, "gone": {"place": 0}})
    forget_begun(journal, "gone")
    assert list(journal.drafts.read(PLAYER)) == ["letter"]
