"""Marks stand on their days, can be changed and go."""

from datetime import date, timedelta

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.journal import Journal

FRIDAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def write(journal: Journal, *marks: EventMark) -> None:
    with journal.writing(Topic.EVENT_MARK):
        for mark in marks:
            journal.event_marks.write(mark)


def test_they_are_read_in_the_order_of_time(journal: Journal) -> None:
    write(journal, EventMark(FRIDAY, "New job"), EventMark(FRIDAY - DAY, "First session"))
    write(journal, EventMark(FRIDAY + DAY, "Leave"))
    found = journal.event_marks.between(FRIDAY - DAY, FRIDAY)
    assert [(mark.day, mark.text) for mark in found] == [
        (FRIDAY - DAY, "First session"),
        (FRIDAY, "New job"),
    ]


def test_one_is_changed_and_goes(journal: Journal) -> None:
    write(journal, EventMark(FRIDAY, "New job"), EventMark(FRIDAY, "Moved"))
    first, second = journal.event_marks.between(FRIDAY, FRIDAY)
    write(journal, EventMark(FRIDAY - DAY, "New ward", first.number))
    assert journal.event_marks.between(FRIDAY - DAY, FRIDAY) == [
        EventMark(FRIDAY - DAY, "New ward", first.number),
        second,
    ]
    with journal.writing(Topic.EVENT_MARK):
        journal.event_marks.forget(second)
    assert len(journal.event_marks.between(date.min, date.max)) == 1
