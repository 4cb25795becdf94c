"""A pause holds its days, and goes on where its end is not known."""

from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.pause import Pause

FIRST, LAST = date(2026, 7, 6), date(2026, 7, 17)


@pytest.mark.parametrize(
    ("day", "is_held"),
    [
        (date(2026, 7, 5), False),
        (FIRST, True),
        (date(2026, 7, 10), True),
        (LAST, True),
        (date(2026, 7, 18), False),
    ],
)
def test_it_holds_its_days_the_first_and_the_last_among_them(day: date, *, is_held: bool) -> None:
    assert Pause(FIRST, LAST).holds(day) == is_held


def test_without_an_end_it_goes_on() -> None:
    assert Pause(FIRST).holds(date(2030, 1, 1))
    assert not Pause(FIRST).holds(date(2026, 7, 5))


def test_it_does_not_end_before_it_begins() -> None:
    assert Pause(FIRST, FIRST).holds(FIRST)
    with pytest.raises(InvalidValueError):
        Pause(LAST, FIRST)
