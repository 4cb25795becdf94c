"""Days have means and ranges, gaps stay gaps, and the smooth line needs three days of seven."""

from datetime import date, timedelta
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.series import DayValue, centred_means, make_series, stretches

MONDAY = date(2026, 11, 2)


def day(number: int) -> date:
    return MONDAY + timedelta(days=number)


def test_the_moments_of_a_day_become_one_value() -> None:
    moments = [(day(1), 4), (day(0), 2), (day(1), 1), (day(9), 5), (day(-1), 3)]
    series = make_series(moments, day(0), day(8))
    assert series.days == (DayValue(day(0), 2, 2, 2, 1), DayValue(day(1), 2.5, 1, 4, 2))
    assert series.n == 3
    assert list(series.by_day) == [day(0), day(1)]


def test_a_part_of_it_keeps_its_ends() -> None:
    series = make_series([(day(n), n) for n in range(9)], day(0), day(8))
    part = series.within(day(2), day(4))
    assert [value.mean for value in part.days] == [2, 3, 4]
    assert (part.first, part.last) == (day(2), day(4))


def test_nothing_has_no_line() -> None:
    assert centred_means(make_series([], day(0), day(30))) == ()


def test_three_days_of_seven_are_needed() -> None:
    two = make_series([(day(0), 1), (day(3), 5)], day(0), day(30))
    assert centred_means(two) == ()
    three = make_series([(day(0), 1), (day(3), 5), (day(5), 3)], day(0), day(30))
    assert centred_means(three) == ((day(2), 3), (day(3), 3))


def test_the_line_breaks_where_days_are_missing() -> None:
    known = [*range(7), *range(20, 27)]
    series = make_series([(day(n), 3) for n in known], day(0), day(30))
    runs = stretches(centred_means(series))
    assert [(run[0][0], run[-1][0]) for run in runs] == [(day(0), day(7)), (day(19), day(26))]


def test_a_longer_gap_may_be_allowed() -> None:
    points = [(day(0), 1.0), (day(7), 2.0), (day(21), 3.0)]
    assert [len(run) for run in stretches(points, 7)] == [2, 1]
    assert [len(run) for run in stretches(points)] == [1, 1, 1]


@given(st.dictionaries(st.integers(0, 40), st.integers(1, 5), max_size=30))
def test_each_point_is_the_mean_of_the_days_around_it(levels: dict[int, int]) -> None:
    series = make_series([(day(n), level) for n, level in levels.items()], day(0), day(40))
    expected = {}
    for n in range(41):
        around = [levels[m] for m in range(n - 3, n + 4) if m in levels]
        is_inside = bool(levels) and min(levels) <= n <= max(levels)
        if is_inside and len(around) >= 3:
            expected[day(n)] = mean(around)
    found = dict(centred_means(series))
    assert list(found) == list(expected)
    assert list(found.values()) == pytest.approx(list(expected.values()))
