"""Days are short where there is little room."""

from datetime import date

import pytest

from caregiver_journal.domain.dates import (
    say_day_of,
    say_days,
    short_date,
    short_day,
    short_month,
)

DAY = date(2026, 11, 20)


def test_a_day_on_an_axis_and_in_a_table() -> None:
    assert (short_month(DAY), short_day(DAY), short_date(DAY)) == ("Nov", "20 Nov", "20 Nov 2026")


def test_a_day_has_its_year_where_the_period_has_several() -> None:
    assert say_day_of(DAY, date(2026, 1, 1), DAY) == "20 November"
    assert say_day_of(DAY, date(2025, 12, 31), DAY) == "20 November 2026"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (DAY, DAY, "20 November 2026"),
        (date(2026, 11, 2), date(2026, 11, 8), "2–8 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 6), "30 Nov – 6 Dec 2026"),
        (date(2025, 12, 29), date(2026, 1, 4), "29 Dec 2025 – 4 Jan 2026"),
        (date(2026, 2, 1), date(2026, 2, 28), "February 2026"),
        (date(2026, 2, 1), date(2026, 2, 27), "1–27 February 2026"),
        (date(2017, 1, 1), date(2017, 12, 31), "2017"),
        (date(2016, 1, 1), date(2017, 12, 31), "1 Jan 2016 – 31 Dec 2017"),
        (date(9999, 12, 1), date(9999, 12, 31), "December 9999"),
    ],
)
def test_some_days(first: date, last: date, words: str) -> None:
    assert say_days(first, last) == words
