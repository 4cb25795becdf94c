"""Goals come back as they were kept."""

from dataclasses import replace
from datetime import UTC, date, timedelta

from support.clock import START
from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.session import Goal
from caregiver_journal.journal.journal import Journal

MADE = START.astimezone(UTC)
FIRST = Goal("1" * 36, "A day off that is one", MADE, date(2026, 11, 3))
LATER = Goal("0" * 36, "Eating at a table", MADE + timedelta(hours=1))
CHANGED = replace(FIRST, text="A day off", reached=None)


def write(journal: Journal, *things: Goal) -> None:
    with journal.writing(Topic.SESSION):
        for thing in things:
            journal.goals.write(thing)


def test_they_come_back_whole_and_in_their_order(place: Place) -> None:
    write(place.open(), LATER, FIRST)
    place.close()
    assert place.open().goals.all() == (FIRST, LATER)


def test_one_is_written_over(journal: Journal) -> None:
    write(journal, FIRST)
    write(journal, CHANGED)
    assert journal.goals.all() == (CHANGED,)


def test_one_is_forgotten_and_what_is_not_there_stays_away(journal: Journal) -> None:
    write(journal, FIRST, LATER)
    with journal.writing(Topic.SESSION):
        journal.goals.forget(FIRST.id)
        journal.goals.forget("gone")
    assert journal.goals.all() == (LATER,)
