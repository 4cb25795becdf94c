"""A period is parted into columns that fit a page, none of its days left out or counted twice."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.time_columns import MOST_COLUMNS, time_columns

DAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("first", "last", "heads"),
    [
        (DAY, DAY, "20 Nov"),
        (date(2026, 11, 19), DAY, "19 Nov | 20 Nov"),
        (date(2026, 10, 21), DAY, "21 Oct – 5 Nov | 6–20 Nov"),
        (date(2026, 8, 21), DAY, "21–31 Aug | Sep | Oct | 1–20 Nov"),
        (date(2026, 1, 31), date(2026, 6, 30), "31 Jan | Feb | Mar | Apr | May | Jun"),
        (
            date(2025, 11, 21),
            DAY,
            "Nov–Dec | Jan–Mar | Apr–Jun | Jul–Sep | Oct–Nov",
        ),
        (
            date(2025, 6, 5),
            date(2026, 5, 4),
            "Jun | Jul–Sep | Oct–Dec | Jan–Mar | Apr–May",
        ),
        (
            date(2024, 10, 1),
            date(2025, 12, 31),
            "Oct–Dec ’24 | Jan–Mar ’25 | Apr–Jun ’25 | Jul–Sep ’25 | Oct–Dec ’25",
        ),
        (
            date(2021, 3, 1),
            date(2026, 2, 28),
            "Mar–Dec 2021 | 2022 | 2023 | 2024 | 2025 | Jan–Feb 2026",
        ),
        (date(2020, 3, 1), DAY, "2020–2021 | 2022–2023 | 2024–2025 | Jan–Nov 2026"),
        (
            date(9990, 1, 1),
            date.max,
            "9990–9991 | 9992–9993 | 9994–9995 | 9996–9997 | 9998–9999",
        ),
    ],
)
def test_the_columns_of_a_period(first: date, last: date, heads: str) -> None:
    assert " | ".join(column.head for column in time_columns(first, last)) == heads


def test_seven_calendar_years_take_two_in_a_column() -> None:
    columns = time_columns(date(2000, 7, 1), date(2006, 1, 1))
    assert len(columns) == 4
    assert (columns[0].first, columns[-1].last) == (date(2000, 7, 1), date(2006, 1, 1))


@given(st.dates(), st.dates())
def test_every_day_is_in_one_column(one: date, other: date) -> None:
    first, last = sorted((one, other))
    columns = time_columns(first, last)
    assert 1 <= len(columns) <= MOST_COLUMNS
    assert (columns[0].first, columns[-1].last) == (first, last)
    for before, after in pairwise(columns):
        assert after.first == before.last + timedelta(days=1)
    assert all(column.first <= column.last for column in columns)
    assert len({column.head for column in columns}) == len(columns)
