"""What to talk about comes back as it was kept."""

from dataclasses import replace
from datetime import UTC, date, timedelta

from support.clock import START
from support.journals import Place

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.journal.journal import Journal

MADE = START.astimezone(UTC)
FIRST = TalkPoint("1" * 36, "Is that usual?", MADE, is_question=True, entry_id="an entry")
LATER = TalkPoint("0" * 36, "The drive home", MADE + timedelta(hours=1), talked=date(2026, 11, 17))
CHANGED = replace(FIRST, is_question=False, talked=date(2026, 11, 20))


def write(journal: Journal, *things: TalkPoint) -> None:
    with journal.writing(Topic.SESSION):
        for thing in things:
            journal.talk_points.write(thing)


def test_they_come_back_whole_and_in_their_order(place: Place) -> None:
    write(place.open(), LATER, FIRST)
    place.close()
    assert place.open().talk_points.all() == (FIRST, LATER)


def test_one_is_written_over(journal: Journal) -> None:
    write(journal, FIRST)
    write(journal, CHANGED)
    assert journal.talk_points.all() == (CHANGED,)


def test_one_is_forgotten_and_what_is_not_there_stays_away(journal: Journal) -> None:
    write(journal, FIRST, LATER)
    with journal.writing(Topic.SESSION):
        journal.talk_points.forget(FIRST.id)
        journal.talk_points.forget("gone")
    assert journal.talk_points.all() == (LATER,)
