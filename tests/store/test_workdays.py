"""What was said of a day's work: once for each day, whole or in part, gone when emptied."""

from datetime import date, timedelta

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.journal import Journal

FRIDAY = date(2026, 11, 20)


def write(journal: Journal, *days: Workday) -> None:
    with journal.writing(Topic.WORKDAY):
        for day in days:
            journal.workdays.write(day)


def test_a_day_comes_back_as_it_was_said(journal: Journal) -> None:
    late = journal.shifts.all()[2]
    write(journal, Workday(FRIDAY, late, 8.5, 7))
    assert journal.workdays.read(FRIDAY) == Workday(FRIDAY, late, 8.5, 7)


def test_a_day_of_which_nothing_was_said_is_empty(journal: Journal) -> None:
    assert journal.workdays.read(FRIDAY) == Workday(FRIDAY)


def test_what_is_said_later_takes_the_place_of_what_was_said_before(journal: Journal) -> None:
    write(journal, Workday(FRIDAY, hours=8), Workday(FRIDAY, load=3))
    assert journal.workdays.read(FRIDAY) == Workday(FRIDAY, load=3)


def test_an_emptied_day_leaves_nothing_behind(journal: Journal) -> None:
    write(journal, Workday(FRIDAY, hours=8), Workday(FRIDAY))
    assert journal.database.rows("SELECT * FROM workdays") == []


def test_a_stretch_of_days_comes_in_order_without_those_of_which_nothing_was_said(
    journal: Journal,
) -> None:
    days = [Workday(FRIDAY + timedelta(days=n), hours=n) for n in (2, 0, 9)]
    write(journal, *days)
    found = journal.workdays.between(FRIDAY, FRIDAY + timedelta(days=6))
    assert [day.hours for day in found] == [0, 2]


def test_the_last_full_day_off_is_known_up_to_a_day(journal: Journal) -> None:
    off, early = journal.shifts.all()[:2]
    assert journal.workdays.last_day_off(FRIDAY) is None
    write(
        journal,
        Workday(FRIDAY - timedelta(days=9), off),
        Workday(FRIDAY - timedelta(days=4), off),
        Workday(FRIDAY - timedelta(days=1), early),
        Workday(FRIDAY + timedelta(days=1), off),
    )
    assert journal.workdays.last_day_off(FRIDAY) == FRIDAY - timedelta(days=4)
    assert journal.workdays.last_day_off(FRIDAY + timedelta(days=1)) == FRIDAY + timedelta(days=1)
