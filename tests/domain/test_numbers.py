"""Numbers are said in one way in all drawings."""

import pytest

from caregiver_journal.domain.numbers import (
    listed,
    middle_of,
    not_enough,
    say_amount,
    say_check_ins,
    say_days_counted,
    say_mean,
    say_moments,
    say_times,
)


@pytest.mark.parametrize(
    ("mean", "words"),
    [(3, "3"), (3.04, "3"), (3.25, "3.2"), (0.06, "0.1"), (17837, "17,837"), (1892.25, "1,892.2")],
)
def test_a_mean_has_one_digit_where_it_needs_one(mean: float, words: str) -> None:
    assert say_mean(mean) == words


def test_counts_have_their_words() -> None:
    assert (say_days_counted(1), say_days_counted(0)) == ("1 day", "0 days")
    assert (say_check_ins(1), say_check_ins(1200)) == ("1 check-in", "1,200 check-ins")
    assert (say_moments(1), say_moments(2)) == ("1 boundary moment", "2 boundary moments")
    assert [say_times(n) for n in range(4)] == ["0 times", "once", "twice", "3 times"]
    assert [say_amount(n) for n in (0, 1, 2_000)] == ["none", "1", "2,000"]


def test_what_is_missing_is_said_with_what_is_there() -> None:
    said = "Not enough yet to draw: 2 days so far. A picture comes from three."
    assert not_enough("2 days") == said


def test_the_middle_is_the_median() -> None:
    assert middle_of([9, 1, 2]) == 2
    assert middle_of([4, 1, 9, 2]) == 3


def test_words_are_listed_as_in_a_sentence() -> None:
    assert listed(["a"]) == "a"
    assert listed(["a", "b", "c"]) == "a, b and c"
