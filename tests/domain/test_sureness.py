"""Intervals in words, and what is said where nothing tells how sure a number is."""

import pytest

from caregiver_journal.domain.comparison import Interval
from caregiver_journal.domain.sureness import say_bounds, say_interval, say_signed


@pytest.mark.parametrize(
    ("interval", "bounds"),
    [
        (Interval(0.2, 1.0), "0.2 to 1.0"),
        (Interval(-0.42, 0.04), "−0.4 to 0.04"),
        (Interval(1.98, 2.03), "1.98 to 2.03"),
        (Interval(-2.03, -1.98), "−2.03 to −1.98"),
    ],
)
def test_an_interval_has_bounds_that_differ(interval: Interval, bounds: str) -> None:
    assert say_bounds(interval) == bounds
    assert say_interval(interval) == f"95 % interval {bounds}"


@pytest.mark.parametrize("width", [0, 1e-12])
def test_a_point_is_no_interval(width: float) -> None:
    point = Interval(2.0, 2.0 + width)
    assert say_bounds(point) == "none: all weeks alike"
    assert say_interval(point) == "no interval: the weeks of a side were all alike"


def test_a_number_below_nothing_has_a_true_minus() -> None:
    assert say_signed(-0.6) == "−0.6"
