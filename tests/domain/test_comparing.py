"""Days with something beside days without: which days count, and what is said of them."""

import re
from collections.abc import Iterable
from datetime import date, timedelta
from random import Random

import pytest

from caregiver_journal.domain import comparing
from caregiver_journal.domain.comparing import (
    BELONGING,
    LOAD,
    MOOD,
    compare,
    tell_comparison,
)
from caregiver_journal.domain.comparison import Comparison
from caregiver_journal.domain.condition import Condition, Parting, part_at_middle
from caregiver_journal.domain.dates import short_date
from caregiver_journal.domain.numbers import say_mean
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.series import DailySeries, make_series
from caregiver_journal.domain.telling import Behind

FIRST = date(2026, 3, 2)


def day(place: int) -> date:
    return FIRST + timedelta(days=place)


def tag(places: Iterable[int]) -> Condition:
    return Condition(Parting.TAG, frozenset(map(day, places)), "tea")


def series(values: Iterable[float]) -> DailySeries:
    told = list(values)
    return make_series(((day(n), value) for n, value in enumerate(told)), FIRST, day(len(told) - 1))


def alternating(n: int, size: float = 1.0) -> DailySeries:
    """Return moods around 3 that are higher on every other day, the second for one."""
    random = Random(2)
    return series(3 + size * (place % 2) + random.gauss(0, 0.3) for place in range(n))


def compared(n: int = 60, size: float = 1.0, lag: int = 0) -> Comparison:
    return compare(alternating(n, size), MOOD, tag(range(1, n, 2)), lag)


# --- which days count -----------------------------------------------------------------------------


def test_both_sides_have_their_days_values_and_mean() -> None:
    comparison = compare(series((1, 2, 3, 4)), MOOD, tag((1, 3)))
    assert list(comparison.with_it.values) == [2, 4]
    assert comparison.with_it.days == (day(1), day(3))
    assert (comparison.with_it.mean, comparison.without.mean) == (3, 2)
    assert comparison.difference == 1
    assert (comparison.measured, comparison.lowest, comparison.highest) == ("mood", 1, 5)
    assert (comparison.first, comparison.last) == (FIRST, day(3))


def test_days_without_a_value_are_on_neither_side() -> None:
    comparison = compare(series((1, 2)), MOOD, tag((1, 5)))
    assert (comparison.with_it.n, comparison.without.n) == (1, 1)


def test_days_on_which_it_was_not_known_are_on_neither_side() -> None:
    night = Condition(Parting.SHIFT, frozenset({day(0)}), "Night", frozenset({day(0), day(2)}))
    comparison = compare(series((1, 2, 3, 4)), MOOD, night)
    assert comparison.with_it.days == (day(0),)
    assert comparison.without.days == (day(2),)


def test_with_a_lag_a_day_is_laid_to_what_the_day_before_had() -> None:
    comparison = compare(series((1, 2, 3, 4)), MOOD, tag((-1, 1)), lag=1)
    assert comparison.with_it.days == (day(0), day(2))
    assert comparison.condition == "days after days with “tea”"


def test_with_a_lag_the_day_after_an_unknown_day_is_on_neither_side() -> None:
    load = part_at_middle(series((2, 4, 9)), "load")
    comparison = compare(series((1, 2, 3, 4)), BELONGING, load, lag=1)
    assert comparison.with_it.days == (day(3),)
    assert comparison.without.days == (day(1), day(2))
    assert comparison.condition == "days after days with load above 4"


@pytest.mark.parametrize(("n", "has_interval"), [(26, False), (27, False), (28, True)])
def test_a_side_of_fewer_than_fourteen_days_gives_no_interval(n: int, has_interval: bool) -> None:
    comparison = compared(n)
    assert (comparison.interval is not None) is has_interval
    assert (comparison.with_it.interval is not None) is has_interval
    assert comparison.difference is not None


def test_a_side_without_days_has_no_mean_and_no_difference() -> None:
    comparison = compare(alternating(30), MOOD, tag(()))
    assert comparison.with_it.mean is None
    assert comparison.difference is None
    assert comparison.without.interval is not None


def test_intervals_hold_what_they_are_of() -> None:
    comparison = compared()
    assert comparison.difference is not None
    for value, interval in (
        (comparison.difference, comparison.interval),
        (comparison.with_it.mean, comparison.with_it.interval),
        (comparison.without.mean, comparison.without.interval),
    ):
        assert interval is not None
        assert value is not None
        assert interval.low < value < interval.high


def test_exchanged_sides_turn_the_difference_round() -> None:
    there, back = compared(), compare(alternating(60), MOOD, tag(range(0, 60, 2)))
    assert there.interval is not None
    assert back.difference == pytest.approx(-(there.difference or 0))
    assert back.interval == pytest.approx((-there.interval.high, -there.interval.low))


# --- what is said ---------------------------------------------------------------------------------


def test_a_comparison_is_told_with_days_and_intervals() -> None:
    told = tell_comparison(compared())
    number = r"−?\d\.\d+"
    interval = rf"\(95 % interval {number} to {number}\)"
    assert re.fullmatch(
        rf"On 30 days with “tea”, mood was 3\.\d\d on average {interval}; on the 30 others it was "
        rf"2\.\d\d {interval}\. The difference is {number} {interval}\.",
        told.sentence,
    )
    assert re.fullmatch(rf"30 and 30 days · difference {number} {interval}", told.counted)
    assert told.is_enough


def test_the_table_has_a_row_for_each_side_and_one_for_the_difference() -> None:
    told = tell_comparison(compared(size=-1.0))
    assert [row.cells[:2] for row in told.rows[: told.leading]] == [
        ("Days with “tea”", "30"),
        ("The others", "30"),
        ("Difference", ""),
    ]
    assert all(len(row.cells) == len(told.heads) for row in told.rows)
    assert told.rows[2].cells[2].startswith("−")
    assert " to −" in told.rows[2].cells[3]


def test_the_table_has_each_day_that_is_drawn_with_its_side() -> None:
    comparison = compared()
    told = tell_comparison(comparison)
    rows = told.rows[told.leading :]
    assert len(rows) == comparison.with_it.n + comparison.without.n
    opened = [row.behind.query.first for row in rows if row.behind is not None]
    assert opened == sorted((*comparison.with_it.days, *comparison.without.days))
    day, value = comparison.with_it.days[4], comparison.with_it.values[4]
    (row,) = (row for row in rows if row.behind == Behind(Query(first=day, last=day)))
    assert row.cells == (f"{short_date(day)} · days with “tea”", "", say_mean(value), "")
    assert sum("the others" in row.cells[0] for row in rows) == comparison.without.n


def test_a_difference_that_may_be_none_is_said_to_be_so() -> None:
    assert (
        "as 0 lies within, there may be none at all" in tell_comparison(compared(size=0)).sentence
    )


def test_equal_days_have_no_interval_that_would_seem_to_be_sure() -> None:
    comparison = compare(series([2.0, 3.0] * 30), MOOD, tag(range(1, 60, 2)))
    told = tell_comparison(comparison)
    alike = "(no interval: the weeks of a side were all alike)"
    assert told.sentence == (
        f"On 30 days with “tea”, mood was 3.00 on average {alike}; on the 30 others it was 2.00 "
        f"{alike}. The difference is 1.00; as the weeks of a side were all alike, nothing tells "
        "how sure it is."
    )
    assert told.counted == f"30 and 30 days · difference 1.00 {alike}"
    assert {row.cells[3] for row in told.rows[: told.leading]} == {"none: all weeks alike"}


def test_too_few_days_are_counted() -> None:
    told = tell_comparison(compare(alternating(30), MOOD, tag((1, 4))))
    assert told.sentence == (
        "Not enough days yet: 2 days with “tea” and 28 others with a value; each side needs 14."
    )
    assert not told.is_enough
    assert told.rows[0].cells[3] == ""


def test_no_days_at_all_are_told_too() -> None:
    told = tell_comparison(compare(series(()).within(FIRST, FIRST), MOOD, tag(())))
    assert told.counted == "0 and 0 days"
    assert told.rows[2].cells == ("Difference", "", "", "")


def test_sides_too_close_together_to_be_sure_are_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(comparing, "LEAST_DAYS", 7)
    comparison = compare(alternating(28), LOAD, tag(range(7)))
    assert comparison.interval is None
    assert tell_comparison(comparison).sentence.endswith("how sure the difference is.")


def test_a_reading_says_that_it_is_not_about_why() -> None:
    assert tell_comparison(compared()).reading.endswith("together, not why.")
