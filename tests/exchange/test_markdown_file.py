"""A day is one file: front matter that programs read, and below it what people read."""

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_boundary, a_letter, a_measure, a_reflection, an_entry
from support.clock import START
from support.front_matter import split_file
from support.hostile import HOSTILE
from support.strategies import anything, entries
from support.vaults import quick

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.entry_facts import Naming
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
)
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.talks import Talks
from caregiver_journal.domain.workday import Workday
from caregiver_journal.exchange.markdown_file import day_name, write_day, write_talks

DAY = date(2026, 11, 20)
BERLIN = ZoneInfo("Europe/Berlin")
NAMING = Naming()


def at(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 20, hour, minute, tzinfo=BERLIN)


def test_a_day_is_called_as_daily_notes_are() -> None:
    assert day_name(DAY) == "2026-11-20.md"


def test_a_day_reads_like_this() -> None:
    mood = Mood(4, 2, ("rested",), About.BODY, 6)
    boundary = a_boundary("Cover Saturday", Answer.NO, asker="team lead", pulls=("guilt",), guilt=6)
    written = (
        an_entry("Slept *well*.\nWalked.", at(8), mood=mood, tags=("day off",)),
        an_entry("", at(17, 40), mood=boundary, for_session=True, tags=("late shift", "!?")),
    )
    work = Workday(DAY, Shift("Late: long"), 8.5, 6)
    assert (
        write_day(DAY, written, work, NAMING)
        == """---
date: 2026-11-20
kinds: ["mood", "boundary"]
tags: ["day-off", "late-shift"]
moods: [4]
mood: 4
shift: "Late: long"
hours: 8.5
load: 6
---

# Friday 20 November 2026

**Work:** Late: long, 8 h 30 min, load 6 of 10

## 08:00 · Mood · good, rested

- **Mood:** 4 of 5, good
- **Energy:** Low energy
- **About:** My body
- **Belonging:** 6 of 10
- **Tags:** day off

Slept \\*well\\*.\x20\x20
Walked.

## 17:40 · Boundary · said no · team lead

- **Who asked:** team lead
- **What I did:** Said no
- **Guilt then:** 6 of 10
- **What pulled at me:** Guilt
- **Marked:** bring to session
- **Tags:** late shift, !?

**What was asked of me**

Cover Saturday
"""
    )


def test_a_day_of_nothing_but_work_says_only_that() -> None:
    text = write_day(DAY, (), Workday(DAY, Shift("Free", is_off=True)), NAMING)
    front, rest = split_file(text)
    assert front == {"date": DAY, "kinds": [], "shift": "Free"}
    assert rest.endswith("**Work:** Free\n")
    front, rest = split_file(write_day(DAY, (), Workday(DAY, None, None, 3), NAMING))
    assert (front["load"], "shift" in front, "hours" in front) == (3, False, False)
    assert rest.endswith("**Work:** load 3 of 10\n")
    front, rest = split_file(write_day(DAY, (), Workday(DAY, None, 8), NAMING))
    assert (front["hours"], rest.endswith("**Work:** 8 h\n")) == (8, True)


def test_moods_are_there_one_by_one_and_as_their_mean() -> None:
    written = [an_entry(at=at(hour), mood=Mood(level)) for hour, level in ((8, 1), (9, 2), (10, 2))]
    front, _rest = split_file(write_day(DAY, written, None, NAMING))
    assert (front["moods"], front["mood"]) == ([1, 2, 2], 1.67)


def test_other_kinds_say_what_they_hold() -> None:
    reflection = an_entry("And then.", at(9), mood=a_reflection("I went home.", question="Where?"))
    letter = an_entry("", at(10), mood=a_letter())
    measure = an_entry("", at(11), mood=a_measure())
    lost = replace(an_entry("", at(12)), detail=Lost(Kind.MOOD, "half a"))
    gone = replace(an_entry("", at(13)), detail=Lost(Kind.MOOD))
    text = write_day(DAY, (reflection, letter, measure, lost, gone), None, NAMING)
    assert "## 09:00 · Reflection · Where?\n\n**answer**\n\nI went home.\n\n**Note**\n\nAnd" in text
    assert "**Dear**\n\nYou came" in text
    assert "## 11:00 · Measure · PHQ-9 · 7 of 27\n\n- **Score:** 7 (0–27)" in text
    assert "could not be read\n\n**What could still be read**\n\nhalf a\n" in text
    assert text.endswith("## 13:00 · Mood · could not be read\n")


def test_an_entry_of_another_date_says_so() -> None:
    late = replace(an_entry("", datetime(2026, 11, 21, 2, tzinfo=BERLIN)), day=DAY)
    assert "- **On:** Saturday 21 November 2026\n" in write_day(DAY, (late,), None, NAMING)


@quick
@given(st.lists(entries, max_size=3), anything)
def test_whatever_was_written_the_front_matter_is_read(written: list[object], shift: str) -> None:
    shifts = [Shift(shift[:30])] if shift[:30].split() and shift.isprintable() else [None]
    text = write_day(DAY, written, Workday(DAY, shifts[0], 8), NAMING)  # type: ignore[arg-type]
    front, rest = split_file(text)
    assert front["date"] == DAY
    assert rest.startswith("\n# Friday 20 November 2026\n")
    text.encode()


@pytest.mark.parametrize("hostile", HOSTILE)
def test_what_is_hostile_makes_no_line_of_its_own(hostile: str) -> None:
    entry = an_entry(hostile, at(8), mood=a_boundary(f"x{hostile}", asker="x"), tags=(hostile,))
    front, rest = split_file(write_day(DAY, (entry,), None, NAMING))
    assert set(front) <= {"date", "kinds", "tags"}
    lines = rest.split("\n")
    assert [line[:8] for line in lines if line.startswith("#")] == ["# Friday", "## 08:00"]
    assert not any(line.startswith(("---", "===", "```", "    ", "> ", "<")) for line in lines)


# --- talks --------------------------------------------------------------------------------------


def test_there_is_no_file_of_no_talks() -> None:
    assert write_talks(Talks()) == ""


def test_talks_read_like_this() -> None:
    talks = Talks(
        (Goal("1", "Rest", START), Goal("2", "Say *no*", START, DAY)),
        (TalkPoint("3", "The rota", START, talked=DAY),),
        (Homework("5", "Walk", START, DAY, HomeworkState.DONE, DAY, "Well.\n\nTwice."),),
        (Session("7", DAY, time(14, 30), "# We spoke"), Session("8", DAY)),
    )
    front, rest = split_file(write_talks(talks))
    assert front == {"kinds": ["session"]}
    assert (
        rest
        == """
# Sessions

## Goals

- Rest
- Say \\*no\\* (reached on 2026-11-20)

## To talk about

- The rota (talked about on 2026-11-20)

## Homework

- Walk (done)

  Well.

  Twice.

## Sessions

- 2026-11-20 14:30

  \\# We spoke
- 2026-11-20
"""
    )
