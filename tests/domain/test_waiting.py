"""What waits is counted in words, and put off for as long as somebody likes."""

from datetime import date

import pytest

from caregiver_journal.domain.waiting import (
    Later,
    is_time_to_look_back,
    say_put_off,
    say_waiting,
    until,
)

TODAY = date(2026, 11, 30)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (0, ""),
        (1, "one thing waits for you, whenever you like"),
        (2, "two things wait for you, whenever you like"),
        (6, "six things wait for you, whenever you like"),
        (7, "7 things wait for you, whenever you like"),
    ],
)
def test_how_many_things_wait(count: int, said: str) -> None:
    assert say_waiting(count) == said


@pytest.mark.parametrize(
    ("later", "day", "said"),
    [
        (Later.TOMORROW, date(2026, 12, 1), "tomorrow"),
        (Later.NEXT_WEEK, date(2026, 12, 7), "week"),
        (Later.FOR_GOOD, date.max, "not come back"),
    ],
)
def test_putting_off_lasts_as_long_as_it_says(later: Later, day: date, said: str) -> None:
    assert until(later, TODAY) == day
    assert said in say_put_off(later)


@pytest.mark.parametrize(
    ("weekday", "days"),
    [("off", []), ("", []), ("monday", [23, 24, 25, 26, 27, 28, 29]), ("sunday", [29])],
)
def test_a_week_is_looked_back_on_from_its_weekday_on(weekday: str, days: list[int]) -> None:
    found = [day for day in range(23, 30) if is_time_to_look_back(weekday, date(2026, 11, day))]
    assert found == days
