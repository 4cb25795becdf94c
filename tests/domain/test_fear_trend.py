"""Fears are told by how far they were believed and how much came true."""

from dataclasses import replace
from datetime import date

from support.trend_values import a_fear_trend

from caregiver_journal.domain.fear_trend import MOST_FEARS, Fear, FearTrend, say_fear, tell_fears
from caregiver_journal.domain.telling import Behind

DAY = date(2026, 11, 20)


def of_fears(*fears: tuple[int, int], waiting: int = 0) -> FearTrend:
    made = tuple(Fear(f"f{n}", DAY, *fear) for n, fear in enumerate(fears))
    return FearTrend(made, waiting, DAY, DAY)


def test_both_middles_and_the_ways_are_said() -> None:
    said = tell_fears(of_fears((80, 10), (60, 60), (40, 70), (90, 0), waiting=3))
    assert said.sentence == (
        "Half the fears were believed at 70 % or more, and half came true by 35 % or less. "
        "Less than believed came true in 2 of 4, as much in 1 and more in 1."
    )
    better = tell_fears(of_fears((80, 10), (60, 20), (40, 30)))
    assert better.sentence.endswith("in 3 of 3, as much in none and more in none.")
    assert said.counted == "4 fears, 3 more still open"
    assert said.rows[0].cells == ("20 Nov 2026", "80", "10")
    assert said.rows[0].behind == Behind(entry_id="f0")


def test_none_and_too_few() -> None:
    none = tell_fears(of_fears())
    assert none.sentence == "No fear in these days has both numbers, believed and come true."
    assert none.counted == "0 fears"
    few = tell_fears(of_fears((80, 10)))
    assert few.sentence.startswith("Not enough yet to draw: 1 fear so far")
    assert not few.is_enough


def test_of_many_the_last_are_drawn() -> None:
    data = a_fear_trend(3_652)
    assert tell_fears(data).reading.endswith(f"The last {MOST_FEARS} moments are drawn.")
    few = replace(data, fears=data.fears[:MOST_FEARS])
    assert tell_fears(few).reading == "Each pair is one moment, in the order of time."


def test_a_moment_in_words() -> None:
    data = of_fears((80, 10))
    assert say_fear(data.fears[0], data) == "20 November: believed to 80 %, 10 % came true"
