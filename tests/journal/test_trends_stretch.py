"""A period of a journal has its days, and a line says how much was written on them."""

from datetime import date

import pytest
from support.boundaries import add_moment
from support.clock import FixedClock
from support.trends import ALL, TODAY, add_mood, ago, noon

from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.year_of_days import tell_year
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import Counts, days_of, read_year, summary_counts


def test_all_of_an_empty_journal_is_today(journal: Journal) -> None:
    assert days_of(journal, ALL) == (TODAY, TODAY)


def test_all_begins_with_the_first_entry_that_is_not_deleted(journal: Journal) -> None:
    journal.remove(add_mood(journal, ago(900), 3))
    add_mood(journal, ago(400), 3)
    add_mood(journal, ago(4), 3)
    assert days_of(journal, ALL) == (ago(400), TODAY)


def test_all_ends_today_though_an_entry_lies_ahead(journal: Journal) -> None:
    add_mood(journal, ago(-3), 3)
    assert days_of(journal, ALL) == (TODAY, TODAY)
    add_mood(journal, ago(2), 3)
    assert days_of(journal, ALL) == (ago(2), TODAY)


@pytest.mark.parametrize(
    ("period", "days"),
    [
        (Period(ago(30), ago(3)), (ago(30), ago(3))),
        (Period(None, ago(3)), (ago(10), ago(3))),
        (Period(None, ago(50)), (ago(50), ago(50))),
        (Period(ago(3), None), (ago(3), TODAY)),
        (Period(ago(-5), None), (ago(-5), ago(-5))),
        (Period(ago(3), ago(9)), (ago(3), ago(3))),
        (Period(ago(4), ago(-360)), (ago(4), TODAY)),
        (Period(None, ago(-360)), (ago(10), TODAY)),
        (Period(ago(-5), ago(-9)), (ago(-5), ago(-5))),
    ],
)
def test_ends_that_are_open_or_still_to_come_are_closed(
    journal: Journal, period: Period, days: tuple[date, date]
) -> None:
    add_mood(journal, ago(10), 3)
    assert days_of(journal, period) == days


def test_days_to_come_are_not_counted_among_those_without_a_check_in(journal: Journal) -> None:
    for days in range(5):
        add_mood(journal, ago(days), 3)
    year = read_year(journal, Period(ago(4), ago(-360)))
    assert (year.first, year.last) == (ago(4), TODAY)
    assert tell_year(year).sentence == "5 of 5 days have a check-in: 5 mixed."


def test_today_begins_when_the_day_of_the_person_does(journal: Journal, clock: FixedClock) -> None:
    clock.set(noon(TODAY, 2))
    assert days_of(journal, ALL) == (ago(1), ago(1))


def test_entries_are_counted_by_kind(journal: Journal) -> None:
    for days in (0, 0, 5, 40):
        add_mood(journal, ago(days), 3)
    journal.remove(add_mood(journal, TODAY, 3))
    add_moment(journal, noon(ago(30)))
    period = Period(ago(30), TODAY)
    counted = summary_counts(journal, period)
    assert counted == Counts(ago(30), TODAY, {Kind.MOOD: 3, Kind.BOUNDARY: 1})
    assert (counted.of(Kind.MOOD), counted.of(Kind.PRACTICE)) == (3, 0)


def test_a_century_before_the_first_entry_is_left_out(journal: Journal) -> None:
    add_mood(journal, ago(10), 3)
    asked = Period(date(1905, 1, 1), TODAY)
    assert days_of(journal, asked) == (ago(10 + 366), TODAY)
    near = Period(ago(300), TODAY)
    assert days_of(journal, near) == (ago(300), TODAY)
    long_ago = Period(date(1905, 1, 1), date(1905, 2, 1))
    assert days_of(journal, long_ago) == (date(1905, 1, 1), date(1905, 2, 1))
