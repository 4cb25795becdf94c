"""Guilt, then and later, is told by its middle and by how many went which way."""

from dataclasses import replace
from datetime import date

from support.trend_values import a_guilt_trend

from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.guilt_trend import MOST_PAIRS, GuiltTrend, say_pair, tell_guilt
from caregiver_journal.domain.telling import Behind

DAY = date(2026, 11, 20)


def of_pairs(*pairs: tuple[int, int]) -> GuiltTrend:
    made = tuple(Guilt(f"g{n}", DAY, "", *pair) for n, pair in enumerate(pairs))
    return GuiltTrend(made, 9, DAY, DAY)


def test_the_middle_and_the_ways_are_said() -> None:
    said = tell_guilt(of_pairs((7, 3), (6, 6), (5, 8), (8, 2)))
    assert said.sentence == (
        "The middle is 6.5 right after and 4.5 later. It was lower later in 2 of 4 moments, the "
        "same in 1 and higher in 1."
    )
    lower = tell_guilt(of_pairs((7, 3), (6, 5), (8, 2)))
    assert lower.sentence.endswith("in 3 of 3 moments, the same in none and higher in none.")
    assert said.counted == "4 of 9 boundary moments"
    assert said.rows[1].cells == ("20 Nov 2026", "", "6", "6")
    assert said.rows[1].behind == Behind(entry_id="g1")
    assert said.is_enough


def test_none_and_too_few() -> None:
    none = tell_guilt(of_pairs())
    assert none.sentence == "No moment in these days has guilt right after it and later."
    few = tell_guilt(of_pairs((7, 3)))
    assert few.sentence.startswith("Not enough yet to draw: 1 moment with both so far")
    assert not few.is_enough
    assert tell_guilt(replace(of_pairs(), moments=1)).counted == "0 of 1 boundary moment"


def test_of_many_the_last_are_drawn() -> None:
    said = tell_guilt(a_guilt_trend(3_652))
    assert said.reading.endswith(f"The last {MOST_PAIRS} moments are drawn.")
    assert len(said.rows) == 70


def test_a_moment_in_words() -> None:
    data = of_pairs((7, 3))
    assert say_pair(data.pairs[0], data) == "20 November: 7 then, 3 later"
    named = replace(data.pairs[0], asker="team lead")
    assert say_pair(named, data) == "20 November, team lead: 7 then, 3 later"
