"""Everything a journal holds is read for a file, a little at a time, and no more than that."""

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest
from support.builders import a_boundary, a_measure, a_practice, a_reflection, an_entry
from support.clock import START

from caregiver_journal.domain.card import Card
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.exercise import Step as ExerciseStep
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.kept import KeptExercise, KeptPrompt
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.own_scale import make_own_scale
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.preference import (
    CODE_CONFIRMED,
    LOOK,
    START_OF_DAY,
    SUPPORT_BEFORE_UNLOCK,
)
from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.domain.script import Script
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.fields import Fields
from caregiver_journal.exchange.json_file import TOGETHER
from caregiver_journal.exchange.parts import PARTS
from caregiver_journal.exchange.records import from_plain
from caregiver_journal.journal.all_data import READ_TOGETHER, write_pieces
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import definition_of, read_facts
from caregiver_journal.store.instruments import Kept

TODAY = START.date()
PRIVATE = "Wendelmuth"
"""Stands in nothing but entries that are never exported, and in what came from them."""


def write(journal: Journal, **how: Any) -> str:
    return "".join(piece.text for piece in write_pieces(journal, **how))


def read(journal: Journal, **how: Any) -> Any:
    return json.loads(write(journal, **how))


def an_id(number: int) -> str:
    return f"00000000-0000-4000-8000-{number:012}"


def fill(journal: Journal) -> None:
    """Write something into every part of a journal."""
    now = START.astimezone(UTC).replace(microsecond=5)
    day = TODAY - timedelta(days=1)
    with journal.writing(*Topic):
        early = journal.shifts.all()[1]
        journal.workdays.write(Workday(TODAY, early, 7.5, 6))
        journal.workdays.write(Workday(day, None, None, 2))
        journal.pauses.write(Pause(day, TODAY))
        journal.event_marks.write(EventMark(TODAY, "first session"))
        journal.entries.add(an_entry("tagged", tags=("old habit",)))
        journal.tags.hide("old habit", hidden=True)
        journal.feelings.add(Feeling("wobbly", "on thin ice", 2, 4, is_own=True))
        journal.feelings.hide("proud", hidden=True)
        journal.scripts.write(Script("Not today.", id="own.1", is_own=True))
        journal.scripts.write(Script("x", id="shipped", is_favourite=True))
        step = journal.ladder.write_step(Step("Ask for a swap", 6))
        journal.ladder.write_try(Try(step.number or 0, START, 6, 3, "went well"))
        journal.plans.write(Plan("the rota", now, TODAY, belief=40))
        journal.prompts.write_deck(Theme("own.2", "Mine", is_own=True))
        journal.prompts.write_prompt(Prompt("own.3", "own.2", "What now?", is_own=True))
        steps = (ExerciseStep("Look up."), ExerciseStep("Look\ndown."))
        journal.exercises.write(
            Exercise("own.4", "Looking", minutes=(3,), is_timed=True, steps=steps, is_own=True)
        )
        journal.exercises.write(
            Exercise("grounding", "x", steps=(ExerciseStep("x"),), is_favourite=True)
        )
        journal.cards.write(Card("own.5", "Mine", "A word.", is_own=True))
        journal.support.write_section("signs", [SupportLine("signs", "short sleep", "go home")])
        journal.support.write_title("signs", "My signs")
        scale = make_own_scale("Rest", ["I rested"], (0, 4), scale_id="own.6")
        journal.instruments.write(Kept("own.6", definition_of(scale), repeat_days=14))
        journal.instruments.write(Kept("phq-9", is_hidden=True))
        journal.goals.write(Goal(an_id(1), "Say no once a week", now))
        journal.talk_points.write(TalkPoint(an_id(2), "The rota", now, is_question=True))
        journal.homework.write(Homework(an_id(3), "One walk", now, TODAY))
        journal.sessions.write(Session(an_id(4), TODAY, time(17, 30), "good"))
        journal.masks.write(Mask("Ada", "a colleague"))
        journal.presets.write("Monthly", '{"span": "month"}')
    journal.set(LOOK, "dark")
    journal.set(START_OF_DAY, time(3))
    journal.set(CODE_CONFIRMED, True)
    journal.set(SUPPORT_BEFORE_UNLOCK, True)


def an_own(number: int, happened: datetime = START, **rest: Any) -> Entry:
    return replace(an_entry(f"note {number}", happened, **rest), id=an_id(number))


def test_all_parts_of_a_journal_are_in_the_file_and_come_back_equal(journal: Journal) -> None:
    fill(journal)
    whole = read(journal, everything=True)
    assert [name for name in PARTS if not whole[name]] == []
    back = {name: [Fields(each).make(PARTS[name].read) for each in whole[name]] for name in PARTS}
    assert back["shifts"] == journal.shifts.all()
    assert back["workdays"][1].shift == journal.shifts.all()[1].name
    assert [(each.day, each.hours, each.load) for each in back["workdays"]] == [
        (TODAY - timedelta(days=1), None, 2),
        (TODAY, 7.5, 6),
    ]
    assert back["pauses"] == journal.pauses.all()
    assert back["event_marks"] == journal.event_marks.between(date.min, date.max)
    assert [each.name for each in back["tags"]] == ["old habit"]
    assert [(each.word, each.is_own, each.is_hidden) for each in back["feelings"]] == [
        ("proud", False, True),
        ("wobbly", True, False),
    ]
    assert back["scripts"] == journal.scripts.kept()
    assert [each.step for each in back["ladder"]] == list(journal.ladder.steps())
    assert [each.tries for each in back["ladder"]] == list(journal.ladder.tries().values())
    assert back["plans"] == list(journal.plans.all())
    assert back["decks"] == journal.prompts.kept_decks()
    assert back["prompts"] == journal.prompts.kept()
    assert back["exercises"] == journal.exercises.kept()
    assert back["exercises"][1].steps == ("Look up.", "Look\ndown.")
    assert back["cards"] == journal.cards.kept()
    assert back["support_lines"] == journal.support.lines()
    assert {each.section: each.title for each in back["support_titles"]} == {"signs": "My signs"}
    assert [
        (each.id, each.is_hidden, each.repeat_days, each.facts) for each in back["instruments"]
    ] == [
        (kept.id, kept.is_hidden, kept.repeat_days, read_facts(kept) if kept.definition else None)
        for kept in journal.instruments.all().values()
    ]
    for name in ("goals", "talk_points", "homework", "sessions", "masks"):
        assert back[name] == list(getattr(journal, name).all())
    assert {each.name: each.content for each in back["presets"]} == journal.presets.all()
    assert [(each.name, each.value) for each in back["settings"]] == [
        ("look", "dark"),
        ("start_of_day", time(3)),
    ]


def test_every_kind_of_entry_comes_back_equal_and_the_oldest_first(journal: Journal) -> None:
    details = (None, a_boundary(), a_reflection(), a_practice(), a_measure())
    some = [
        an_own(number, START - timedelta(days=number), mood=detail, tags=("one", "two"))
        if detail
        else an_own(number, START - timedelta(days=number))
        for number, detail in enumerate(details)
    ]
    journal.add(some[0])
    for entry in some[1:]:
        journal.add(entry)
    journal.add(an_own(9))
    journal.remove(an_own(9))
    whole = read(journal)
    assert list(map(from_plain, whole["entries"])) == some[::-1]
    assert an_id(9) not in write(journal, everything=True)


def test_many_entries_come_page_by_page_each_once(journal: Journal) -> None:
    count = 2 * READ_TOGETHER
    with journal.writing(*Kind):
        for number in range(count):
            journal.entries.add(an_own(number))
    pieces = write_pieces(journal)
    counts = [piece.entries for piece in pieces]
    assert sum(counts) == count
    assert max(counts) == TOGETHER
    assert sorted(each["id"] for each in read(journal)["entries"]) == list(map(an_id, range(count)))


def test_the_journal_can_be_written_between_two_pieces(journal: Journal) -> None:
    with journal.writing(*Kind):
        for number in range(READ_TOGETHER + 1):
            journal.entries.add(an_own(number))
    pieces = write_pieces(journal)
    text = next(pieces).text + next(pieces).text
    journal.add(an_own(READ_TOGETHER + 1))
    text += "".join(piece.text for piece in pieces)
    assert len(json.loads(text)["entries"]) == READ_TOGETHER + 2


@pytest.fixture
def private(journal: Journal) -> Journal:
    """A journal with private entries, one of them in the trash, and what came from them."""
    marked = [
        an_own(
            number,
            mood=a_boundary(asked=PRIVATE, asker=PRIVATE, pulls=(PRIVATE,)),
            tags=(PRIVATE,),
            never_export=True,
        )
        for number in (1, 2)
    ]
    for entry in (*marked, an_own(3, tags=("shared",))):
        journal.add(entry)
    journal.remove(marked[1])
    with journal.writing(Topic.TAG, Topic.SESSION):
        for tag in (PRIVATE, "shared"):
            journal.tags.hide(tag, hidden=True)
        for number in (1, 2):
            point = TalkPoint(an_id(10 + number), PRIVATE, START, entry_id=an_id(number))
            journal.talk_points.write(point)
        journal.talk_points.write(TalkPoint(an_id(13), "shared", START, entry_id=an_id(3)))
        journal.talk_points.write(TalkPoint(an_id(14), "gone", START, entry_id=an_id(99)))
        journal.masks.write(Mask(PRIVATE, "a colleague"))
    return journal


def test_nothing_that_is_never_exported_leaves(private: Journal) -> None:
    text = write(private)
    assert PRIVATE.casefold() not in text.casefold()
    assert an_id(1) not in text
    whole = json.loads(text)
    assert (whole["scope"], len(whole["entries"])) == ("shared", 1)
    assert [each["name"] for each in whole["tags"]] == ["shared"]
    assert [each["text"] for each in whole["talk_points"]] == ["shared"]
    assert [
        each["text"] for each in read(private, kinds=frozenset({Kind.BOUNDARY}))["entries"]
    ] == []


def test_everything_is_in_it_where_the_person_wants_that(private: Journal) -> None:
    whole = read(private, everything=True)
    assert (whole["scope"], len(whole["entries"])) == ("everything", 2)
    assert [each["name"] for each in whole["tags"]] == ["shared", PRIVATE]
    assert len(whole["talk_points"]) == 4
    assert len(whole["masks"]) == 1


def test_where_kinds_are_chosen_there_is_nothing_else(journal: Journal) -> None:
    fill(journal)
    journal.add(an_own(1, mood=a_boundary()))
    whole = read(journal, kinds=frozenset({Kind.BOUNDARY}), everything=True)
    assert [each["id"] for each in whole["entries"]] == [an_id(1)]
    assert PARTS.keys().isdisjoint(whole)
    assert whole["kinds"] == ["boundary"]
    assert "kinds" not in read(journal, kinds=frozenset(Kind))


def test_a_period_limits_what_belongs_to_days(journal: Journal) -> None:
    fill(journal)
    with journal.writing(Topic.SESSION):
        ended = TODAY - timedelta(days=1)
        made = START - timedelta(days=9)
        journal.homework.write(
            Homework(an_id(7), "done", made, ended, HomeworkState.DONE, ended, "well")
        )
        journal.goals.write(Goal(an_id(8), "later", START + timedelta(days=2)))
    tomorrow = TODAY + timedelta(days=1)
    whole = read(journal, period=Period(tomorrow, tomorrow), everything=True)
    dated = {name for name in PARTS if not whole[name]}
    assert dated == {
        *("workdays", "pauses", "event_marks", "tags", "sessions"),
    }
    assert whole["entries"] == []
    assert [each["text"] for each in whole["homework"]] == ["One walk"]
    assert [each["text"] for each in whole["goals"]] == ["Say no once a week"]
    assert [each["tries"] for each in whole["ladder"]] == [[]]
    today = read(journal, period=Period(TODAY, TODAY), everything=True)
    assert len(today["entries"]) == len(today["workdays"]) == len(today["sessions"]) == 1
    assert len(today["ladder"][0]["tries"]) == 1


def test_facts_that_cannot_be_read_do_not_keep_the_rest_in(journal: Journal) -> None:
    with journal.writing(Topic.INSTRUMENT):
        journal.instruments.write(Kept("own.1", "{"))
        journal.instruments.write(Kept("phq-9", is_hidden=True))
    assert [each["id"] for each in read(journal)["instruments"]] == ["phq-9"]


def test_reads_ten_years_of_work_a_few_days_at_a_time(journal: Journal) -> None:
    days = [TODAY - timedelta(days=back) for back in range(2 * READ_TOGETHER + 1)]
    with journal.writing(Topic.WORKDAY):
        for day in days:
            journal.workdays.write(Workday(day, None, None, 3))
    read_at_once: list[int] = []
    real = journal.database.rows

    def rows(*asked: Any) -> Any:
        found = real(*asked)
        if "FROM workdays" in asked[0]:
            read_at_once.append(len(found))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(journal.database, "rows", rows)
        back = read(journal)["workdays"]
    assert [each["day"] for each in back] == [day.isoformat() for day in reversed(days)]
    assert read_at_once == [READ_TOGETHER, READ_TOGETHER, 1, 0]


def test_what_came_from_a_private_entry_stays_in_for_good(journal: Journal) -> None:
    entries = [an_own(1, never_export=True), an_own(2)]
    with journal.writing(Topic.LADDER):
        step = journal.ladder.write_step(Step("Ask for the window", 3)).number or 0
    for number, entry in enumerate(entries):
        journal.add(entry)
        with journal.writing(Topic.SESSION, Topic.LADDER):
            point = TalkPoint(an_id(20 + number), f"point {number}", START, entry_id=entry.id)
            journal.talk_points.write(point)
            journal.ladder.write_try(Try(step, START, 6, 4, f"try {number}", entry.id))
    for is_deleted in (False, True):
        if is_deleted:
            journal.remove(*entries)
            journal.delete_for_good(*entries)
        text = write(journal)
        assert ("point 1" in text, "try 1" in text) == (True, True)
        assert ("point 0" in text, "try 0" in text) == (False, False)
        assert "try 0" in write(journal, everything=True)


def test_names_that_private_entries_alone_use_stay_in(journal: Journal) -> None:
    with journal.writing(Topic.FEELING):
        for word in ("Zappelig", "Unused"):
            journal.feelings.add(Feeling(word, "", 3, 3, is_own=True))
        for name in ("own.7", "own.8"):
            journal.instruments.write(Kept(name, is_hidden=True))
    mood = an_entry("", START, mood=Mood(3, words=("Zappelig",)), never_export=True)
    journal.add(mood)
    scale = replace(a_measure(), instrument="own.7")
    journal.add(an_entry("", START, mood=scale, never_export=True))
    text = write(journal)
    assert ("own.7" in text, "own.8" in text) == (False, True)
    assert ("Zappelig" in text, "Unused" in text) == (False, True)
    assert "Zappelig" in write(journal, everything=True)


def test_questions_and_exercises_of_private_entries_alone_stay_in(journal: Journal) -> None:
    """Their words stand in the entry too: what is left out there may not leave beside it."""
    with journal.writing(Topic.PROMPT):
        for name in ("q.1", "q.2"):
            journal.prompts.keep(KeptPrompt(name, is_own=True, deck="own", text=f"Why {name}?"))
            journal.exercises.keep(KeptExercise(name, True, title=f"Sit {name}", steps=("Sit",)))
    for made in (a_reflection(prompt="q.1"), a_practice("q.1", title="Sit q.1")):
        journal.add(an_entry("", START, mood=made, never_export=True))
    text = write(journal)
    assert ("Why q.1?" in text, "Why q.2?" in text) == (False, True)
    assert ("Sit q.1" in text, "Sit q.2" in text) == (False, True)
    whole = write(journal, everything=True)
    assert "Why q.1?" in whole
    assert "Sit q.1" in whole
    journal.add(an_entry("", START, mood=a_reflection(prompt="q.1")))
    assert "Why q.1?" in write(journal)
