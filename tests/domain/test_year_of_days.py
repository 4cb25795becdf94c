"""Days are said with their mood, or as missing; the table has each day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import make_series
from caregiver_journal.domain.telling import Behind
from caregiver_journal.domain.year_of_days import (
    YearOfDays,
    behind_day,
    level_of,
    say_day_mood,
    tell_year,
)

TODAY = date(2026, 11, 20)
FIRST, LAST = date(2026, 9, 15), date(2026, 11, 20)
PAUSE = (date(2026, 10, 1), date(2026, 10, 3))


def year_of(*moments: tuple[date, float], first: date = FIRST, last: date = LAST) -> YearOfDays:
    return YearOfDays(make_series(moments, first, last), TODAY, (PAUSE,))


@pytest.mark.parametrize(
    ("mean", "level"), [(1.0, 1), (1.49, 1), (1.5, 2), (2.5, 3), (3.5, 4), (4.49, 4), (5.0, 5)]
)
def test_a_day_takes_the_nearest_level(mean: float, level: int) -> None:
    assert level_of(mean) == level


@given(st.floats(1, 5))
def test_the_level_is_never_more_than_half_away(mean: float) -> None:
    assert abs(level_of(mean) - mean) <= 0.5


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 11, 17), "Tuesday 17 November: 4, good, 2 check-ins"),
        (date(2026, 11, 18), "Wednesday 18 November: 2.5, mixed, 2 check-ins"),
        (date(2026, 11, 19), "Thursday 19 November: no check-in"),
        (date(2026, 10, 2), "Friday 2 October, in a pause: 1, very low, 1 check-in"),
        (date(2026, 10, 3), "Saturday 3 October, in a pause: no check-in"),
        (date(2026, 10, 4), "Sunday 4 October: no check-in"),
    ],
)
def test_a_day_is_said(day: date, said: str) -> None:
    year = year_of(
        (date(2026, 11, 17), 4),
        (date(2026, 11, 17), 4),
        (date(2026, 11, 18), 2),
        (date(2026, 11, 18), 3),
        (date(2026, 10, 2), 1),
    )
    assert say_day_mood(year, day) == said


def test_a_day_of_another_year_is_said_with_it() -> None:
    day = date(2025, 12, 31)
    year = year_of((day, 5), first=day, last=TODAY)
    assert say_day_mood(year, day) == "Wednesday 31 December 2025: 5, very good, 1 check-in"


def test_the_entries_of_a_day_are_behind_it() -> None:
    assert behind_day(TODAY) == Behind(Query(first=TODAY, last=TODAY))


def test_what_lies_in_the_period() -> None:
    year = year_of()
    assert (year.first, year.last) == (FIRST, LAST)
    assert year.holds(FIRST)
    assert year.holds(LAST)
    assert not year.holds(FIRST - timedelta(days=1))
    assert not year.holds(LAST + timedelta(days=1))


def test_it_is_told_with_its_numbers_and_by_day() -> None:
    told = tell_year(
        year_of((date(2026, 9, 20), 2), (date(2026, 11, 1), 5), (date(2026, 11, 2), 4), (TODAY, 4))
    )
    assert told.is_enough
    assert told.counted == "4 check-ins on 4 days"
    assert told.sentence == ("4 of 67 days have a check-in: 1 low, 2 good, 1 very good.")
    assert told.heads == ("Day", "Mean", "Check-ins")
    assert [row.cells for row in told.rows] == [
        ("20 Sep 2026", "2", "1"),
        ("1 Nov 2026", "5", "1"),
        ("2 Nov 2026", "4", "1"),
        ("20 Nov 2026", "4", "1"),
    ]
    assert told.rows[1].behind == behind_day(date(2026, 11, 1))


def test_a_day_in_a_pause_is_told_as_one() -> None:
    (row,) = tell_year(year_of((date(2026, 10, 2), 3), (date(2026, 10, 2), 4))).rows
    assert row.cells == ("2 Oct 2026, in a pause", "3.5", "2")


def test_no_day_at_all_is_said_as_such() -> None:
    told = tell_year(year_of())
    assert not told.is_enough
    assert told.sentence.startswith("No check-in in these days yet.")
