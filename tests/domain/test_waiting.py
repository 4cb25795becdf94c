"""What waits is counted in words, and put off for as long as somebody likes."""

from datetime import date

import pytest

from caregiver_journal.domain.waiting import Later, say_put_off, say_waiting, until

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
