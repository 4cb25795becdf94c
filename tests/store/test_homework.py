"""Homework comes back as it was kept."""

from dataclasses import replace
from datetime import UTC, date

from support.clock import START
from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.session import Homework, HomeworkState
from caregiver_journal.journal.journal import Journal

MADE = START.astimezone(UTC)
AGREED = date(2026, 11, 17)
FIRST = Homework("1" * 36, "Leave the phone", MADE, date(2026, 11, 3))
LATER = Homework(
    "0" * 36, "Breathe", MADE, AGREED, HomeworkState.DONE, date(2026, 11, 19), "Twice.\nIt helped."
)
CHANGED = replace(FIRST, state=HomeworkState.DROPPED, ended=AGREED)


def write(journal: Journal, *things: Homework) -> None:
    with journal.writing(Topic.SESSION):
        for thing in things:
            journal.homework.write(thing)


def test_they_come_back_whole_and_in_their_order(place: Place) -> None:
    write(place.open(), LATER, FIRST)
    place.close()
    assert place.open().homework.all() == (FIRST, LATER)


def test_one_is_written_over(journal: Journal) -> None:
    write(journal, FIRST)
    write(journal, CHANGED)
    assert journal.homework.all() == (CHANGED,)


def test_one_is_forgotten_and_what_is_not_there_stays_away(journal: Journal) -> None:
    write(journal, FIRST, LATER)
    with journal.writing(Topic.SESSION):
        journal.homework.forget(FIRST.id)
        journal.homework.forget("gone")
    assert journal.homework.all() == (LATER,)
