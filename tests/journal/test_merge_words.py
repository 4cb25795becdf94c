"""What another copy would bring is said in plain words, and both sides of what differs."""

from dataclasses import replace
from datetime import UTC, date, time, timedelta
from pathlib import Path

import pytest
from support.builders import a_boundary, an_entry
from support.clock import START

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kept import (
    KeptCard,
    KeptDeck,
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPreset,
    KeptPrompt,
    KeptScript,
    KeptWorkday,
    SupportTitle,
    TagMark,
)
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.mask import Mask
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.session import Goal, Homework, Session, TalkPoint
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.domain.tag import TagUse
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.journal.importing import Count, Incoming, Preview
from caregiver_journal.journal.incoming_parts import PARTS_IN, TryOf
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merge_words import (
    Row,
    SaidMerge,
    Told,
    say_copy,
    say_merge,
    say_merged,
    tell_conflict,
)
from caregiver_journal.journal.merging import Conflict, Merged, MergePreview
from caregiver_journal.journal.other_copy import Copy

TODAY = START.date()
LONG = "word " * 300


def a_copy(path: str = "/somewhere/journal", drafts: int = 0) -> Copy:
    return Copy(Path(path), None, Incoming(VERSION, ()), {}, None, drafts)


def told(journal: Journal, what: Kind | str, mine: object, theirs: object) -> Told:
    return tell_conflict(journal, Conflict((str(what), "key"), what, mine, theirs))


def test_what_copy_it_is_is_said(tmp_path: Path) -> None:
    backup = replace(a_copy(), made=START.astimezone(UTC))
    assert say_copy(backup, TODAY).startswith("A backup made on Friday 20 November, 17:52")
    assert say_copy(replace(a_copy(), path=tmp_path), TODAY).endswith(f"the folder {tmp_path.name}")
    assert say_copy(a_copy("/somewhere/journal.db"), TODAY).endswith("the folder somewhere")
    assert say_copy(a_copy("/journal.db"), TODAY).endswith("the folder /")


def test_what_it_would_bring_is_said() -> None:
    counts = {Kind.MOOD: Count(2, 1), "goals": Count(1, 4, 1)}
    entry = an_entry("x")
    found = MergePreview(
        a_copy(drafts=2),
        Preview(Incoming(VERSION, ()), counts),
        (entry, entry),
        (Conflict(("goals", "1"), "goals", None, None),),
        frozenset({entry.id}),
    )
    assert say_merge(found) == SaidMerge(
        new="2 check-ins",
        rest="1 goal",
        gone="2 check-ins",
        same="1 check-in and 4 goals",
        different="1 goal",
        settled="1 entry",
        drafts="2 unfinished texts",
    )
    nothing = MergePreview(a_copy(), Preview(Incoming(VERSION, ()), {}))
    assert set(say_merge(nothing)) == {""}


def test_what_came_of_it_is_said() -> None:
    assert say_merged(Merged()) == "Nothing was changed."
    assert say_merged(Merged(entries=1_200)) == "1,200 entries came in."
    assert say_merged(Merged(1, 2, 3, 1)) == (
        "1 entry came in, 2 other things came in, 3 were taken over and 1 was kept twice."
    )


def test_an_entry_is_told_field_by_field(journal: Journal) -> None:
    mine = an_entry("mine", START - timedelta(days=1), mood=a_boundary("cover Monday"))
    theirs = replace(
        mine,
        note="theirs",
        tags=("lead",),
        never_export=True,
        deleted=START.astimezone(UTC),
        changed=START.astimezone(UTC),
    )
    said = told(journal, Kind.BOUNDARY, mine, theirs)
    assert said.title.startswith("Thursday 19 November · Boundary")
    assert said.mine == "changed Thursday 19 November, 17:52"
    assert said.theirs == "changed Today 17:52"
    assert said.rows == (
        Row("Note", "mine", "theirs"),
        Row("Tags", "–", "lead"),
        Row("In exports", "as chosen", "never"),
        Row("In the trash", "no", "Today 17:52"),
    )


def test_what_only_a_computer_tells_apart_has_a_row(journal: Journal) -> None:
    mine = an_entry("same")
    theirs = replace(mine, created=mine.created - timedelta(seconds=1))
    (row,) = told(journal, Kind.MOOD, mine, theirs).rows
    assert row == Row("A detail that is not shown", "as it is here", "another version")


@pytest.mark.parametrize(
    ("mine", "theirs"),
    [
        (LONG + "a", LONG + "b"),
        (LONG, LONG + "and more"),
        ("a" + LONG, "b" + LONG),
        ("short", LONG),
        ("", LONG),
    ],
)
def test_of_long_texts_the_place_where_they_differ_is_shown(
    journal: Journal, mine: str, theirs: str
) -> None:
    entry = an_entry(mine)
    (row,) = told(journal, Kind.MOOD, entry, replace(entry, note=theirs)).rows
    assert row.mine != row.theirs
    assert max(len(row.mine), len(row.theirs)) <= 402


MANY: dict[str, tuple[object, object, str]] = {
    "shifts": (Shift("Twilight"), Shift("Twilight", is_off=True), "Day off: no / yes"),
    "workdays": (KeptWorkday(TODAY), KeptWorkday(TODAY, "", 7.5), "Hours: – / 7.5"),
    "pauses": (Pause(TODAY, None), Pause(TODAY, TODAY), "Last day: – / Friday 20 November"),
    "event_marks": (EventMark(TODAY, "a"), EventMark(TODAY, "b"), "Words: a / b"),
    "tags": (TagUse("late", 2, is_hidden=False), TagMark("late"), "Hidden: no / yes"),
    "feelings": (KeptFeeling("flat"), KeptFeeling("flat", "empty"), "Meaning: – / empty"),
    "scripts": (KeptScript("x"), KeptScript("x", text="No."), "Words: – / No."),
    "ladder": (Step("Ask", 3), Step("Ask", 4), "Distress: 3 / 4"),
    "tries": (
        TryOf("Ask", Try(1, START, 3)),
        TryOf("Ask", Try(1, START, 4)),
        "What was expected: 3 / 4",
    ),
    "plans": (Plan("rota", START), Plan("rota", START, words="No"), "My words: – / No"),
    "decks": (KeptDeck("x"), KeptDeck("x", is_hidden=True), "Hidden: no / yes"),
    "prompts": (KeptPrompt("x"), KeptPrompt("x", is_deeper=True), "Goes deeper: no / yes"),
    "exercises": (KeptExercise("x"), KeptExercise("x", steps=("a", "b")), "Steps: – / a\nb"),
    "cards": (KeptCard("x"), KeptCard("x", is_read=True), "Read: no / yes"),
    "support_lines": (
        SupportLine("signs", "a"),
        SupportLine("signs", "a", "b"),
        "More about it: – / b",
    ),
    "support_titles": (SupportTitle("signs", "a"), SupportTitle("signs", "b"), "Title: a / b"),
    "instruments": (
        KeptInstrument("x", None),
        KeptInstrument("x", None, False, 7),
        "Days until it is asked again: – / 7",
    ),
    "goals": (Goal("1", "a", START), Goal("1", "b", START), "Words: a / b"),
    "talk_points": (
        TalkPoint("1", "a", START),
        TalkPoint("1", "a", START, is_question=True),
        "A question: no / yes",
    ),
    "homework": (
        Homework("1", "a", START, TODAY),
        Homework("1", "b", START, TODAY),
        "Words: a / b",
    ),
    "sessions": (Session("1", TODAY), Session("1", TODAY, time(9, 30)), "Time: – / 09:30"),
    "masks": (Mask("a", "b"), Mask("a", "b", may_stay=True), "May stay: no / yes"),
    "presets": (
        KeptPreset("a", "{}"),
        KeptPreset("a", "{1}"),
        "What is in it: as it is here / another version",
    ),
}


def test_every_part_can_be_told() -> None:
    assert {*MANY, "settings"} == set(PARTS_IN)


@pytest.mark.parametrize("what", MANY)
def test_everything_else_is_told_by_its_fields(journal: Journal, what: str) -> None:
    mine, theirs, expected = MANY[what]
    said = told(journal, what, mine, theirs)
    assert [f"{row.label}: {row.mine} / {row.theirs}" for row in said.rows] == [expected]
    assert said.title.startswith("1 ")
    assert (said.mine, said.theirs) == ("", "")


def test_what_it_is_called_stands_in_its_title(journal: Journal) -> None:
    goal = Goal("1", "Leave at four", START)
    assert told(journal, "goals", goal, goal).title == "1 goal · Leave at four"
    workday = KeptWorkday(date(2026, 11, 19))
    assert told(journal, "workdays", workday, workday).title.endswith("Thursday 19 November")
    tried = TryOf("Ask", Try(1, START, 3))
    assert told(journal, "tries", tried, tried).title.endswith("· Ask")
    script = KeptScript("x")
    assert told(journal, "scripts", script, script).title == "1 phrase"
