"""A period is so many months up to today, or everything."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.period import SPAN_WORDS, Period, Span, period_of


@pytest.mark.parametrize(
    ("span", "today", "first"),
    [
        (Span.MONTH, date(2026, 11, 20), date(2026, 10, 21)),
        (Span.MONTH, date(2026, 3, 30), date(2026, 3, 1)),
        (Span.MONTH, date(2024, 3, 30), date(2024, 3, 1)),
        (Span.MONTH, date(2026, 1, 31), date(2026, 1, 1)),
        (Span.QUARTER, date(2026, 2, 10), date(2025, 11, 11)),
        (Span.YEAR, date(2024, 2, 29), date(2023, 3, 1)),
        (Span.YEAR, date(2026, 11, 20), date(2025, 11, 21)),
    ],
)
def test_it_begins_the_day_after_the_same_day_of_an_earlier_month(
    span: Span, today: date, first: date
) -> None:
    assert period_of(span, today) == Period(first, today)


def test_everything_has_no_ends() -> None:
    assert period_of(Span.ALL, date(2026, 11, 20)) == Period()
    assert Period().bounds == (date.min, date.max)
    assert Period(date(2026, 1, 1), date(2026, 1, 2)).bounds == (
        date(2026, 1, 1),
        date(2026, 1, 2),
    )


def test_dates_are_what_was_chosen_whatever_today_is() -> None:
    chosen = Period(date(2026, 1, 1), date(2026, 1, 2))
    assert period_of(Span.DATES, date(2026, 11, 20), chosen) == chosen
    assert period_of(Span.DATES, date(2026, 11, 20)) == Period()


@given(st.dates())
def test_a_month_has_so_many_days_as_months_have(today: date) -> None:
    first, last = period_of(Span.MONTH, today).bounds
    assert last == today
    if today > date(1, 2, 28):
        assert timedelta(days=27) <= last - first <= timedelta(days=30)


def test_the_first_year_has_a_beginning_too() -> None:
    assert period_of(Span.YEAR, date(1, 5, 3)) == Period(date.min, date(1, 5, 3))


def test_every_span_has_a_word() -> None:
    assert {*SPAN_WORDS, Span.DATES, Span.SESSION} == set(Span)
