"""The median and the middle half of some values."""

import pytest

from caregiver_journal.domain.spread import Spread, spread_of


@pytest.mark.parametrize(
    ("values", "spread", "words"),
    [
        ([4], Spread(1, 4, 4, 4), "median 4 · middle half 4"),
        ([1, 2], Spread(2, 1.5, 1.25, 1.75), "median 1.5 · middle half 1.2–1.8"),
        ([5, 1, 2, 4, 3], Spread(5, 3, 2, 4), "median 3 · middle half 2–4"),
        ([3, 3.01, 3.02], Spread(3, 3.01, 3.005, 3.015), "median 3 · middle half 3"),
    ],
)
def test_values_are_told_by_their_middle(values: list[float], spread: Spread, words: str) -> None:
    found = spread_of(values)
    assert found is not None
    assert found.n == spread.n
    assert (found.middle, found.low, found.high) == pytest.approx(
        (spread.middle, spread.low, spread.high)
    )
    assert found.words == words


def test_no_values_have_no_middle() -> None:
    assert spread_of([]) is None
