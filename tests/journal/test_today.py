"""The start page shows the day it is, its entries and the days of this week."""

from datetime import date, time, timedelta

from support.builders import a_mood, an_entry
from support.clock import START, FixedClock

from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.today import WeekDay, read_today


def test_an_empty_journal_has_a_week_without_numbers(journal: Journal) -> None:
    today = read_today(journal)
    assert (today.day, today.entries) == (date(2026, 11, 20), ())
    assert [each.day.day for each in today.week] == [16, 17, 18, 19, 20, 21, 22]
    assert {(each.mood, each.count) for each in today.week} == {(None, 0)}


def test_todays_entries_come_newest_first_and_no_others(journal: Journal) -> None:
    early, late = an_entry(at=START.replace(hour=5)), an_entry(at=START)
    for entry in (late, early, an_entry(at=START.replace(hour=3))):
        journal.add(entry)
    assert read_today(journal).entries == (late, early)


def test_a_day_of_the_week_has_the_mean_of_its_moods_and_how_many(journal: Journal) -> None:
    for days, level in ((0, 4), (0, 1), (1, 5), (4, 2), (5, 5), (-3, 5)):
        journal.add(an_entry(at=START - timedelta(days=days), mood=a_mood(level)))
    week = read_today(journal).week
    assert week[4] == WeekDay(date(2026, 11, 20), 2.5, 2)
    assert week[3] == WeekDay(date(2026, 11, 19), 5.0, 1)
    assert week[0] == WeekDay(date(2026, 11, 16), 2.0, 1)
    assert [each.count for each in week] == [1, 0, 0, 1, 2, 0, 0]


def test_the_night_still_belongs_to_the_day_before(journal: Journal, clock: FixedClock) -> None:
    entry = an_entry(at=START)
    journal.add(entry)
    clock.set(START.replace(day=21, hour=3))
    assert read_today(journal).entries == (entry,)
    clock.set(START.replace(day=21, hour=4))
    assert read_today(journal).entries == ()


def test_the_day_starts_when_the_person_wants_it_to(journal: Journal, clock: FixedClock) -> None:
    clock.set(START.replace(day=23, hour=7))  # a Monday
    assert read_today(journal).day == date(2026, 11, 23)
    journal.set(START_OF_DAY, time(8))
    assert read_today(journal).day == read_today(journal).week[-1].day == date(2026, 11, 22)


def test_what_lies_in_the_trash_is_not_counted(journal: Journal) -> None:
    entry = an_entry()
    journal.add(entry)
    journal.remove(entry)
    assert read_today(journal).entries == ()
    assert read_today(journal).week[4].count == 0
