"""Chances, intervals and slopes: what they are by hand, and what may not change them."""

from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from caregiver_journal.domain import resampling
from caregiver_journal.domain.resampling import (
    DRAWS,
    benjamini_hochberg,
    chances_of,
    difference_interval,
    mean_interval,
    slope_of,
    student_bound,
    theil_sen,
    tie_of,
)

MONDAY = date(2026, 3, 2).toordinal()


def days_in_a_row(n: int) -> list[int]:
    return list(range(MONDAY, MONDAY + n))


def noise(n: int, seed: int = 1, tie: float = 0.0) -> list[float]:
    random = Random(seed)
    values = [random.gauss(0, 1)]
    while len(values) < n:
        values.append(tie * values[-1] + (1 - tie**2) ** 0.5 * random.gauss(0, 1))
    return values


def every_other(n: int) -> list[float]:
    return [float(place % 2) for place in range(n)]


# --- many questions -------------------------------------------------------------------------------


def test_chances_are_adjusted_as_worked_out_by_hand() -> None:
    """Sorted 0.01 0.02 0.03 0.40: times 4/1 4/2 4/3 4/4 is 0.04 0.04 0.04 0.40."""
    assert benjamini_hochberg((0.40, 0.02, 0.01, 0.03)) == pytest.approx((0.40, 0.04, 0.04, 0.04))


def test_a_chance_is_never_adjusted_below_a_rarer_one() -> None:
    """Sorted 0.001 0.04 0.042: times 3/1 3/2 3/3 is 0.003 0.060 0.042, so the second is 0.042."""
    assert benjamini_hochberg((0.04, 0.042, 0.001)) == pytest.approx((0.042, 0.042, 0.003))


def test_one_question_alone_needs_no_adjustment() -> None:
    assert benjamini_hochberg((0.2,)) == (0.2,)
    assert benjamini_hochberg(()) == ()


@settings(max_examples=40)
@given(st.lists(st.floats(0.0005, 1), min_size=1, max_size=40))
def test_adjusting_keeps_the_order_and_never_makes_anything_rarer(chances: list[float]) -> None:
    adjusted = benjamini_hochberg(chances)
    assert all(before <= after <= 1 for before, after in zip(chances, adjusted, strict=True))
    ranked = sorted(zip(chances, adjusted, strict=True))
    assert [after for _before, after in ranked] == sorted(adjusted)


# --- slopes ---------------------------------------------------------------------------------------


def test_a_slope_is_the_middle_of_all_slopes() -> None:
    """Points (0, 1) (1, 2) (2, 6) (3, 3): slopes 1, 5/2, 2/3, 4, 1/2, −3; their middle is 5/6."""
    assert theil_sen((0, 1, 2, 3), (1, 2, 6, 3)) == pytest.approx(5 / 6)


def test_points_at_one_place_have_no_slope_between_them() -> None:
    """Points (0, 0) (0, 9) (1, 2): slopes 2 and −7; their middle is −5/2."""
    assert theil_sen((0, 0, 1), (0, 9, 2)) == pytest.approx(-2.5)


def test_one_wild_value_does_not_turn_a_slope() -> None:
    line = [0.1 * place for place in range(20)]
    assert theil_sen(range(20), [*line[:-1], -500]) == pytest.approx(0.1)


STEPS = st.lists(st.integers(-20, 20), min_size=2, max_size=12)


@settings(max_examples=40)
@given(STEPS, st.integers(-5, 5), st.integers(-4, 4))
def test_a_slope_moves_with_its_values(steps: list[int], level: int, factor: int) -> None:
    """A level added changes nothing, a factor multiplies it, an added line adds its slope."""
    places = range(len(steps))
    slope = theil_sen(places, steps)
    assert theil_sen(places, [step + level for step in steps]) == pytest.approx(slope)
    assert theil_sen(places, [step * factor for step in steps]) == pytest.approx(slope * factor)
    tilted = [step + 3 * place for place, step in enumerate(steps)]
    assert theil_sen(places, tilted) == pytest.approx(slope + 3)
    assert theil_sen(places, steps[::-1]) == pytest.approx(-slope)


def test_a_slope_of_days_is_told_for_each_day() -> None:
    days = days_in_a_row(70)
    slope = slope_of(days, [3 + 0.01 * (day - MONDAY) for day in days])
    assert slope.each_day == pytest.approx(0.01)
    assert slope.weeks == 1
    assert slope.interval is not None
    assert slope.interval == pytest.approx((0.01, 0.01))


def test_a_slope_of_ten_years_is_found_in_steps_of_many_weeks() -> None:
    days = days_in_a_row(3650)
    values = [value + 0.001 * place for place, value in enumerate(noise(3650))]
    slope = slope_of(days, values)
    assert slope.interval is not None
    assert slope.interval.low < slope.each_day < slope.interval.high
    assert slope.each_day == pytest.approx(0.001, rel=0.1)
    assert slope.weeks == 14


# --- intervals ------------------------------------------------------------------------------------


def test_an_interval_holds_the_mean_and_is_narrower_for_more_weeks() -> None:
    few, many = noise(28), noise(280)
    short = mean_interval(days_in_a_row(28), few)
    long = mean_interval(days_in_a_row(280), many)
    assert short is not None
    assert long is not None
    assert short.low < sum(few) / 28 < short.high
    assert long.high - long.low < (short.high - short.low) / 2


def test_one_week_has_no_interval() -> None:
    assert mean_interval(days_in_a_row(7), noise(7)) is None
    only = [1.0] * 7 + [0.0] * 21
    assert difference_interval(days_in_a_row(28), noise(28), only) is None


def test_days_that_resemble_each_other_within_a_week_widen_an_interval() -> None:
    """The same values, once in an order in which whole weeks are high or low."""
    mixed = noise(140)
    sorted_by_week = sorted(mixed)
    intervals = [mean_interval(days_in_a_row(140), each) for each in (mixed, sorted_by_week)]
    widths = [each.high - each.low for each in intervals if each]
    assert widths[1] > 1.5 * widths[0]


@given(st.integers(-3, 3))
@settings(max_examples=5)
def test_an_interval_of_a_difference_does_not_know_the_level(level: int) -> None:
    days, values, sides = days_in_a_row(84), noise(84), every_other(84)
    moved = difference_interval(days, [value + level for value in values], sides)
    assert moved == pytest.approx(difference_interval(days, values, sides))


def test_exchanged_sides_turn_a_difference_round() -> None:
    days, values, sides = days_in_a_row(84), noise(84), every_other(84)
    interval = difference_interval(days, values, sides)
    turned = difference_interval(days, values, [1 - side for side in sides])
    assert interval is not None
    assert turned == pytest.approx((-interval.high, -interval.low))


def test_intervals_hold_the_truth_about_as_often_as_they_say() -> None:
    """12 weeks of days that resemble each other (AR(1) 0.3): 95 % is said, at least 90 % held."""
    days, sides = days_in_a_row(84), [float(place // 5 % 2) for place in range(84)]
    held = 0
    for seed in range(120):
        interval = difference_interval(days, noise(84, seed, tie=0.3), sides)
        held += interval is not None and interval.low < 0 < interval.high
    assert 108 <= held < 120


def test_bounds_are_those_of_the_tables() -> None:
    """Student's 97.5 % points as any table prints them."""
    table = {2: 4.303, 4: 2.776, 8: 2.306, 12: 2.179, 30: 2.042, 120: 1.980}
    for freedom, bound in table.items():
        assert student_bound(freedom) == pytest.approx(bound, rel=0.01)


# --- how days resemble each other -----------------------------------------------------------------


def test_it_is_seen_how_much_a_day_resembles_the_one_before() -> None:
    assert tie_of(days_in_a_row(2000), noise(2000, tie=0.5)) == pytest.approx(0.5, abs=0.05)
    assert tie_of(days_in_a_row(2000), noise(2000)) == pytest.approx(0, abs=0.05)


def test_a_resemblance_is_neither_guessed_nor_negative_nor_endless() -> None:
    apart = list(range(MONDAY, MONDAY + 200, 2))
    assert tie_of(apart, noise(100, tie=0.5)) == 0
    assert tie_of(days_in_a_row(100), every_other(100)) == 0
    assert tie_of(days_in_a_row(100), [1.0] * 100) == 0
    assert tie_of(days_in_a_row(100), list(range(100))) == resampling.STRONGEST_TIE


# --- chances --------------------------------------------------------------------------------------


def chance_of(values: Sequence[float], column: Sequence[float]) -> float:
    return chances_of(days_in_a_row(len(values)), values, [column])[0]


def test_a_clear_difference_is_as_rare_as_can_be_told() -> None:
    values = [value + 3 * side for value, side in zip(noise(60), every_other(60), strict=True)]
    assert chance_of(values, every_other(60)) == 1 / (DRAWS + 1)


def test_where_nothing_differs_everything_is_chance() -> None:
    assert chance_of([3.0] * 60, every_other(60)) == 1


def test_the_same_days_give_the_same_chance_each_time() -> None:
    assert chance_of(noise(60), every_other(60)) == chance_of(noise(60), every_other(60))


def test_a_chance_does_not_know_what_else_is_asked_in_which_order() -> None:
    days, values = days_in_a_row(60), noise(60)
    runs = [float(place // 5 % 2) for place in range(60)]
    both = chances_of(days, values, [every_other(60), runs])
    assert chances_of(days, values, [runs, every_other(60)]) == both[::-1]
    assert (chance_of(values, every_other(60)), chance_of(values, runs)) == both


@given(st.floats(-3, 3), st.sampled_from((-2.0, 0.5, 10.0)))
@settings(max_examples=8)
def test_a_chance_does_not_know_level_unit_or_which_side_is_which(
    level: float, unit: float
) -> None:
    values = noise(40)
    sides = [float(place // 3 % 2) for place in range(40)]
    chance = chance_of(values, sides)
    moved = [value * unit + level for value in values]
    assert chance_of(moved, sides) == pytest.approx(chance, abs=1e-9)
    assert chance_of(values, [1 - side for side in sides]) == pytest.approx(chance, abs=1e-9)


@pytest.mark.parametrize("tie", [0.0, 0.5])
def test_chances_are_as_rare_as_they_say(monkeypatch: pytest.MonkeyPatch, tie: float) -> None:
    """One long stretch against the rest, the hardest case: a chance of 10 % comes in about 10 %."""
    monkeypatch.setattr(resampling, "DRAWS", 199)
    stretch = [float(20 <= place < 50) for place in range(75)]
    chances = [chance_of(noise(75, seed, tie=tie), stretch) for seed in range(250)]
    assert 12 <= sum(chance <= 0.1 for chance in chances) <= 37


def test_taken_one_by_one_days_that_resemble_each_other_would_deceive(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The control of the test above: without what it allows for, 10 % becomes far more."""
    monkeypatch.setattr(resampling, "DRAWS", 199)
    monkeypatch.setattr(resampling, "LONGEST", 1.0)
    monkeypatch.setattr(resampling, "STRONGEST_TIE", 0.0)
    stretch = [float(20 <= place < 50) for place in range(75)]
    chances = [chance_of(noise(75, seed, tie=0.5), stretch) for seed in range(100)]
    assert sum(chance <= 0.1 for chance in chances) > 20
