"""Pauses begin, go on and end."""

from datetime import date, timedelta

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.journal import Journal

FRIDAY = date(2026, 11, 20)
DAY = timedelta(days=1)


def write(journal: Journal, *pauses: Pause) -> None:
    with journal.writing(Topic.PAUSE):
        for pause in pauses:
            journal.pauses.write(pause)


def end(journal: Journal, today: date) -> None:
    with journal.writing(Topic.PAUSE):
        journal.pauses.end(today)


def test_there_is_none_to_begin_with(journal: Journal) -> None:
    assert journal.pauses.all() == []
    assert journal.pauses.at(FRIDAY) is None


def test_one_goes_on_until_it_is_ended(journal: Journal) -> None:
    write(journal, Pause(FRIDAY))
    assert journal.pauses.at(FRIDAY - DAY) is None
    assert journal.pauses.at(FRIDAY + 100 * DAY) == Pause(FRIDAY)
    end(journal, FRIDAY + 7 * DAY)
    assert journal.pauses.all() == [Pause(FRIDAY, FRIDAY + 6 * DAY)]
    assert journal.pauses.at(FRIDAY + 7 * DAY) is None


def test_one_that_is_ended_on_its_first_day_was_none(journal: Journal) -> None:
    write(journal, Pause(FRIDAY))
    end(journal, FRIDAY)
    assert journal.pauses.all() == []


def test_to_end_none_changes_nothing(journal: Journal) -> None:
    write(journal, Pause(FRIDAY - 9 * DAY, FRIDAY - 5 * DAY))
    end(journal, FRIDAY)
    assert journal.pauses.all() == [Pause(FRIDAY - 9 * DAY, FRIDAY - 5 * DAY)]


def test_they_come_in_order_and_one_can_be_given_another_end(journal: Journal) -> None:
    write(journal, Pause(FRIDAY), Pause(FRIDAY - 30 * DAY, FRIDAY - 20 * DAY))
    write(journal, Pause(FRIDAY, FRIDAY + DAY))
    assert journal.pauses.all() == [
        Pause(FRIDAY - 30 * DAY, FRIDAY - 20 * DAY),
        Pause(FRIDAY, FRIDAY + DAY),
    ]
