"""Sessions come back as they were kept."""

from dataclasses import replace
from datetime import date, time

from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.session import Session
from caregiver_journal.journal.journal import Journal

FIRST = Session("1" * 36, date(2026, 11, 17))
LATER = Session("0" * 36, date(2026, 11, 17), time(9, 5), "A slow hour.\n\nTo try: the sentence.")
CHANGED = replace(FIRST, at=time(14, 0), note="It was short.")


def write(journal: Journal, *things: Session) -> None:
    with journal.writing(Topic.SESSION):
        for thing in things:
            journal.sessions.write(thing)


def test_they_come_back_whole_and_in_their_order(place: Place) -> None:
    write(place.open(), LATER, FIRST)
    place.close()
    assert place.open().sessions.all() == (FIRST, LATER)


def test_one_is_written_over(journal: Journal) -> None:
    write(journal, FIRST)
    write(journal, CHANGED)
    assert journal.sessions.all() == (CHANGED,)


def test_one_is_forgotten_and_what_is_not_there_stays_away(journal: Journal) -> None:
    write(journal, FIRST, LATER)
    with journal.writing(Topic.SESSION):
        journal.sessions.forget(FIRST.id)
        journal.sessions.forget("gone")
    assert journal.sessions.all() == (LATER,)
