"""Days, times and entries are said in the same words everywhere."""

from dataclasses import replace
from datetime import date, datetime, time

import pytest
from support.builders import a_mood, a_practice, a_reflection, an_entry
from support.clock import LONDON, START

from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.phrasing import (
    MONTHS,
    greet,
    say_count,
    say_date,
    say_day,
    say_energy,
    say_kind,
    say_moment,
    say_month,
    say_past,
    say_period,
    say_size,
    say_text,
    say_time,
    say_title,
    says_question,
)
from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.reflection import Form

TODAY = START.date()


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 20), "Friday 20 November"),
        (date(2026, 1, 1), "Thursday 1 January"),
        (date(2025, 12, 31), "Wednesday 31 December 2025"),
        (date(2027, 2, 28), "Sunday 28 February 2027"),
    ],
)
def test_a_day_has_its_year_only_where_it_is_another(day: date, words: str) -> None:
    assert say_day(day, TODAY) == words


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (None, None, "Any time"),
        (date(2026, 11, 14), None, "Since 14 November"),
        (None, date(2025, 12, 31), "Until 31 December 2025"),
        (TODAY, TODAY, "20 November"),
        (date(2025, 12, 31), TODAY, "31 December 2025 – 20 November"),
    ],
)
def test_a_period_is_said_with_its_ends(first: date | None, last: date | None, words: str) -> None:
    assert say_period(first, last, TODAY) == words


def test_a_date_is_said_without_its_weekday() -> None:
    assert say_date(TODAY, TODAY) == "20 November"


def test_every_kind_has_a_name() -> None:
    assert [say_kind(kind) for kind in Kind] == [
        "Mood",
        "Boundary",
        "Reflection",
        "Practice",
        "Measure",
    ]


def test_every_weekday_and_month_has_its_name() -> None:
    days = [date(2026, 6, number) for number in range(1, 8)]
    assert [say_day(day, TODAY).split()[0] for day in days] == list(WEEKDAYS)
    months = [date(2019, number, 1) for number in range(1, 13)]
    assert [say_month(day) for day in months] == [f"{month} 2019" for month in MONTHS]


@pytest.mark.parametrize("moment", [time(4, 5), START.replace(hour=4, minute=5)])
def test_a_time_has_four_digits(moment: datetime | time) -> None:
    assert say_time(moment) == "04:05"


def test_a_moment_of_today_needs_no_date() -> None:
    assert say_moment(START, TODAY) == "Today 17:52"
    assert say_moment(START, date(2026, 11, 21)) == "Friday 20 November, 17:52"


@pytest.mark.parametrize(
    ("hour", "greeting"),
    [
        (4, "Hello, late one"),
        (5, "Good morning"),
        (11, "Good morning"),
        (12, "Good afternoon"),
        (17, "Good afternoon"),
        (18, "Good evening"),
        (22, "Good evening"),
        (23, "Hello, late one"),
        (0, "Hello, late one"),
    ],
)
def test_the_greeting_fits_the_hour(hour: int, greeting: str) -> None:
    assert greet(datetime(2026, 11, 20, hour, 30, tzinfo=LONDON)) == greeting


def test_a_title_says_the_mood_and_the_persons_own_words() -> None:
    assert say_title(an_entry(mood=a_mood(4, words=("rested", "{odd}")))) == (
        "Mood · good, rested, {odd}"
    )
    assert say_title(an_entry(mood=a_mood(1))) == "Mood · very low"


def test_a_mood_that_a_damaged_file_took_is_said_to_be_lost() -> None:
    lost = replace(an_entry("still here"), detail=Lost(Kind.MOOD))
    assert say_title(lost) == "Mood · could not be read"
    assert say_energy(lost) == ""


@pytest.mark.parametrize(
    ("question", "is_whole"),
    [("What helped?", True), ("What " * 20 + "helped?", False), ("", False)],
)
def test_a_title_says_a_question_whole_where_it_is_short(question: str, *, is_whole: bool) -> None:
    answer = a_reflection("Tea.", question=question)
    assert says_question(answer) is is_whole
    assert (bool(question) and say_title(an_entry(mood=answer)).endswith(question)) is is_whole
    assert not says_question(replace(answer, form=Form.WEEK))


def test_an_energy_is_said_only_when_it_was() -> None:
    assert say_energy(an_entry(mood=a_mood(energy=1))) == "Drained"
    assert say_energy(an_entry(mood=a_mood())) == ""


@pytest.mark.parametrize(
    ("count", "first", "words"),
    [
        (0, None, ""),
        (1, date(2026, 11, 20), "1 entry since November 2026"),
        (12_345, date(2019, 3, 1), "12,345 entries since March 2019"),
    ],
)
def test_a_count_says_since_when(count: int, first: date | None, words: str) -> None:
    assert say_count(count, first) == words


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        (START, "today at 17:52"),
        (START.replace(day=19), "yesterday at 17:52"),
        (START.replace(day=14), "on Saturday at 17:52"),
        (START.replace(day=13), "on Friday 13 November at 17:52"),
        (START.replace(day=21), "on Saturday 21 November at 17:52"),
    ],
)
def test_what_has_been_is_said_in_a_sentence(moment: datetime, words: str) -> None:
    assert say_past(moment, TODAY) == words


@pytest.mark.parametrize(
    ("size", "words"),
    [(0, "1 kB"), (640_400, "640 kB"), (1_000_000, "1.0 MB"), (108_350_000, "108.3 MB")],
)
def test_a_size_is_said_as_people_say_it(size: int, words: str) -> None:
    assert say_size(size) == words


def test_the_words_of_an_entry_are_what_was_written_in_it_and_the_note() -> None:
    assert say_text(an_entry("late", mood=a_reflection("No."))) == "No.\nlate"
    texts = (Part("blame", "What", "The stairs"),)
    assert say_text(an_entry(mood=a_practice(texts=texts))) == "The stairs"
    assert say_text(an_entry("only a note")) == "only a note"
