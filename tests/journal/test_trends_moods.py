"""How the days felt is read as it was said: by day, by word, by weekday, by part of the day."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from support.clock import LONDON
from support.trends import ALL, TODAY, add_mood, ago

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood_profile import HOUR_WORDS, HOURS, Slot
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.domain.word_counts import MOST_WORDS, WordCount
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.marking import write_mark
from caregiver_journal.journal.trends import (
    read_belonging,
    read_mood,
    read_profile,
    read_words,
    read_year,
)
from caregiver_journal.journal.trends.moods import part_of

SUMMER_BEGINS, SUMMER_ENDS = date(2026, 3, 29), date(2026, 10, 25)
"""A day of 23 hours and one of 25, in London."""


def at(day: date, hour: int, minute: int = 0, zone: ZoneInfo = LONDON, fold: int = 0) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone, fold=fold)


def test_an_empty_journal_has_one_empty_day(journal: Journal) -> None:
    assert read_mood(journal, ALL).series == DailySeries((), TODAY, TODAY)
    assert read_belonging(journal, ALL).series == DailySeries((), TODAY, TODAY)
    words = read_words(journal, ALL)
    assert (words.words, words.moments) == ((), 0)
    profile = read_profile(journal, ALL)
    assert set(profile.weekdays + profile.parts) == {Slot(0)}
    assert (len(profile.weekdays), len(profile.parts)) == (7, len(HOURS))


def test_one_check_in_is_one_day(journal: Journal) -> None:
    add_mood(journal, ago(3), 4)
    series = read_mood(journal, ALL).series
    assert series == DailySeries((DayValue(ago(3), 4, 4, 4, 1),), ago(3), TODAY)


def test_a_day_has_its_mean_and_range_and_gaps_stay_open(journal: Journal) -> None:
    for days, level in ((9, 1), (9, 5), (9, 4), (2, 2)):
        add_mood(journal, ago(days), level)
    journal.remove(add_mood(journal, ago(9), 1))
    journal.remove(add_mood(journal, ago(5), 1))
    add_mood(journal, ago(31), 1)
    series = read_mood(journal, Period(ago(30), ago(1))).series
    assert series.days == (DayValue(ago(9), 10 / 3, 1, 5, 3), DayValue(ago(2), 2, 2, 2, 1))
    assert (series.first, series.last) == (ago(30), ago(1))


def test_a_period_holds_its_first_and_its_last_day(journal: Journal) -> None:
    for days in (4, 3, 2, 1):
        add_mood(journal, ago(days), days)
    series = read_mood(journal, Period(ago(3), ago(2))).series
    assert [value.mean for value in series.days] == [3, 2]


def test_two_at_night_counts_to_the_day_before(journal: Journal) -> None:
    add_mood(journal, at(ago(3), 23), 4)
    add_mood(journal, at(ago(2), 2), 2)
    add_mood(journal, at(ago(2), 4), 1)
    series = read_mood(journal, ALL).series
    assert series.days == (DayValue(ago(3), 3, 2, 4, 2), DayValue(ago(2), 1, 1, 1, 1))


@pytest.mark.parametrize("day", [SUMMER_BEGINS, SUMMER_ENDS])
def test_a_day_on_which_the_clock_moves_is_one_day(journal: Journal, day: date) -> None:
    for level, moment in (
        (1, at(day, 0, 30)),  # still the day before
        (2, at(day, 1, 30)),
        (3, at(day, 1, 30, fold=1)),
        (4, at(day, 4)),
        (5, at(day, 23, 59)),
        (3, at(day + timedelta(days=1), 3, 59)),
    ):
        add_mood(journal, moment, level)
    assert read_mood(journal, ALL).series.days == (
        DayValue(day - timedelta(days=1), 2, 1, 3, 3),
        DayValue(day, 4, 3, 5, 3),
    )


def test_the_day_is_that_of_the_place_one_was_in(journal: Journal) -> None:
    add_mood(journal, at(ago(4), 22, zone=ZoneInfo("Pacific/Kiritimati")), 2)  # morning in London
    add_mood(journal, at(ago(4), 22, zone=ZoneInfo("America/Halifax")), 4)  # the next day there
    assert read_mood(journal, ALL).series.days == (DayValue(ago(4), 3, 2, 4, 2),)


def test_pauses_are_cut_off_at_the_ends_of_the_period(journal: Journal) -> None:
    with journal.writing(Topic.PAUSE):
        for pause in (
            Pause(ago(60), ago(31)),
            Pause(ago(30), ago(25)),
            Pause(ago(20), ago(20)),
            Pause(ago(12), ago(5)),
            Pause(ago(4)),
            Pause(ago(-4), ago(-5 - 1)),
        ):
            journal.pauses.write(pause)
    trend = read_mood(journal, Period(ago(28), ago(8)))
    assert trend.pauses == ((ago(28), ago(25)), (ago(20), ago(20)), (ago(12), ago(8)))
    assert read_mood(journal, Period(ago(7), ago(1))).pauses == (
        (ago(7), ago(5)),
        (ago(4), ago(1)),
    )


def test_marks_of_the_period_come_in_the_order_of_time(journal: Journal) -> None:
    marks = [EventMark(ago(days), f"mark {days}") for days in (1, 9, 10, 0)]
    for mark in marks:
        write_mark(journal, mark)
    found = read_mood(journal, Period(ago(9), ago(1))).marks
    assert [(mark.day, mark.text) for mark in found] == [(ago(9), "mark 9"), (ago(1), "mark 1")]


def test_a_year_has_the_moods_and_pauses_of_its_days(journal: Journal) -> None:
    for days, level in ((500, 1), (367, 1), (366, 2), (3, 4), (3, 5), (1, 1)):
        add_mood(journal, ago(days), level)
    with journal.writing(Topic.PAUSE):
        journal.pauses.write(Pause(ago(900), ago(360)))
    year = read_year(journal, Period(ago(9), ago(2)))
    assert year.series == read_mood(journal, Period(ago(366), ago(2))).series
    assert (year.first, year.last, year.today) == (ago(366), ago(2), TODAY)
    assert year.pauses == ((ago(366), ago(360)),)


@pytest.mark.parametrize(
    ("begun", "period", "first"),
    [
        (20, Period(ago(9), TODAY), 20),
        (20, Period(ago(30), TODAY), 30),
        (20, ALL, 20),
        (500, ALL, 500),
        (500, Period(ago(30), TODAY), 364),
        (1, Period(ago(30), ago(9)), 30),
    ],
)
def test_a_year_begins_no_earlier_than_the_journal_or_the_period(
    journal: Journal, begun: int, period: Period, first: int
) -> None:
    add_mood(journal, ago(begun), 3)
    assert read_year(journal, period).first == ago(first)


def test_a_year_of_an_empty_journal_and_at_the_beginning_of_the_calendar(journal: Journal) -> None:
    assert read_year(journal, ALL).first == TODAY
    edge = Period(date.min, date.min + timedelta(days=3))
    assert read_year(journal, edge).first == date.min


def test_a_short_period_is_shown_within_its_year(journal: Journal) -> None:
    add_mood(journal, ago(30), 2)
    year = read_year(journal, Period(ago(9), TODAY))
    assert (year.first, year.last) == (ago(30), TODAY), "no day before the journal began"
    add_mood(journal, ago(500), 2)
    year = read_year(journal, Period(ago(9), ago(2)))
    assert (year.first, year.last) == (ago(366), ago(2))
    assert read_year(journal, Period(ago(400), ago(2))).first == ago(400)
    assert read_year(journal, Period(None, date.min)).last == date.min


def test_belonging_is_read_where_it_was_said(journal: Journal) -> None:
    add_mood(journal, ago(3), 5, belonging=0)
    add_mood(journal, ago(3), 5, belonging=7)
    add_mood(journal, ago(3), 1)
    add_mood(journal, ago(2), 5)
    journal.remove(add_mood(journal, ago(1), 5, belonging=9))
    series = read_belonging(journal, Period(ago(9), ago(1))).series
    assert series == DailySeries((DayValue(ago(3), 3.5, 0, 7, 2),), ago(9), ago(1))


def test_words_come_by_how_often_they_stand_equal_ones_by_alphabet(journal: Journal) -> None:
    add_mood(journal, ago(1), 2, words=("tense", "Zest", "calm"))
    add_mood(journal, ago(1), 2, words=("tense", "Ärger"))
    add_mood(journal, ago(2), 2)
    add_mood(journal, ago(40), 2, words=("tense",))
    journal.remove(add_mood(journal, ago(1), 2, words=("tense", "flat")))
    found = read_words(journal, Period(ago(30), TODAY))
    assert found.words == tuple(
        WordCount(*each) for each in (("tense", 2), ("calm", 1), ("Zest", 1), ("Ärger", 1))
    )
    assert (len(found.words), found.moments) == (4, 2)
    assert "tense" not in repr(found)


def test_of_many_words_all_are_kept_and_the_most_frequent_stand_first(journal: Journal) -> None:
    names = [f"word {number:02}" for number in range(MOST_WORDS + 3)]
    for few in (names, names[1:], names[-2:]):
        add_mood(journal, ago(1), 3, words=tuple(few))
    found = read_words(journal, ALL)
    assert [each.word for each in found.words[:3]] == [names[-2], names[-1], names[1]]
    assert len(found.words) == MOST_WORDS + 3


def test_weekdays_are_of_daily_means(journal: Journal) -> None:
    fridays = [ago(weeks * 7) for weeks in range(4)]
    for friday, levels in zip(fridays, ((1, 2), (2,), (5,), (3, 3, 4)), strict=True):
        for level in levels:
            add_mood(journal, friday, level)
    add_mood(journal, ago(1), 4)
    weekdays = read_profile(journal, ALL).weekdays
    middle = (2 + 10 / 3) / 2
    assert weekdays[4] == pytest.approx(Slot(4, middle, 1.875, 3.75))
    assert weekdays[3] == Slot(1, 4, 4, 4)
    assert [slot.n for slot in weekdays] == [0, 0, 0, 1, 4, 0, 0]


def test_every_hour_belongs_to_one_part_of_the_day() -> None:
    parts = [HOUR_WORDS[part_of(hour)] for hour in range(24)]
    expected = ["Night"] * 4 + ["Early"] * 5 + ["Morning"] * 3 + ["Afternoon"] * 5
    assert parts == [*expected, *["Evening"] * 4, *["Night"] * 3]


@pytest.mark.parametrize(
    ("moment", "word"),
    [
        (at(ago(2), 3, 59), "Night"),
        (at(ago(2), 4), "Early"),
        (at(ago(2), 8, 59), "Early"),
        (at(ago(2), 9), "Morning"),
        (at(ago(2), 16, 59), "Afternoon"),
        (at(ago(2), 20, 59), "Evening"),
        (at(ago(2), 21), "Night"),
        (at(ago(150), 8, 30), "Early"),  # summer time: 07:30 UTC
        (at(ago(150), 9), "Morning"),
        (at(SUMMER_ENDS, 1, 30, fold=1), "Night"),
        (at(ago(2), 9, zone=ZoneInfo("Asia/Kathmandu")), "Morning"),  # 03:15 UTC
        (at(ago(2), 9, zone=ZoneInfo("Pacific/Kiritimati")), "Morning"),  # 19:00 UTC the day before
        (at(ago(2), 20, 59, zone=ZoneInfo("America/St_Johns")), "Evening"),  # 00:29 UTC next day
        (datetime(2026, 11, 18, 12, tzinfo=UTC), "Afternoon"),
    ],
)
def test_a_part_of_the_day_goes_by_the_clock_on_the_wall(
    journal: Journal, moment: datetime, word: str
) -> None:
    add_mood(journal, moment, 4)
    parts = read_profile(journal, ALL).parts
    assert [name for name, slot in zip(HOUR_WORDS, parts, strict=True) if slot.n] == [word]


def test_parts_of_the_day_are_of_single_check_ins(journal: Journal) -> None:
    for hour, level in ((9, 1), (10, 1), (11, 4), (11, 5), (11, 5), (13, 2)):
        add_mood(journal, at(ago(2), hour), level)
    journal.remove(add_mood(journal, at(ago(2), 9), 1))
    parts = read_profile(journal, ALL).parts
    assert parts[1:3] == (Slot(5, 4, 1, 5), Slot(1, 2, 2, 2))
