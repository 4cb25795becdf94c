"""Answers are told by week, by month, or by longer parts of many years."""

from dataclasses import replace
from datetime import date

import pytest
from support.trend_values import TEN_YEARS, some_answers

from caregiver_journal.domain.answer_trend import (
    MOST_BINS,
    AnswerBin,
    AnswerTrend,
    say_against,
    say_clear,
    shown_answers,
    tell_answers,
)

WEEK = (date(2026, 11, 2), date(2026, 11, 8))


def of_bins(*bins: AnswerBin) -> AnswerTrend:
    return AnswerTrend(bins, True, WEEK[0], WEEK[1])


def test_both_kinds_and_both_halves_are_counted() -> None:
    said = tell_answers(of_bins(AnswerBin(*WEEK, 3, 1, 0), AnswerBin(*WEEK, 1, 4, 2)))
    assert said.sentence == (
        "Agreed against the own wish 4 times, a clear answer 5 times; in the first week 3 and 1, "
        "in the last week 1 and 4."
    )
    assert said.counted == "11 boundary moments"
    assert said.rows[0].cells == ("2–8 November 2026", "3", "1", "0")


def test_one_week_has_no_halves() -> None:
    said = tell_answers(of_bins(AnswerBin(*WEEK, 1, 2, 0)))
    assert said.sentence == "Agreed against the own wish once, a clear answer 2 times."


def test_none_and_too_few() -> None:
    none = tell_answers(of_bins(AnswerBin(*WEEK, 0, 0, 0)))
    assert none.sentence == "No boundary moments in these days."
    assert none.rows[0].behind is None
    few = tell_answers(of_bins(AnswerBin(*WEEK, 1, 0, 1)))
    assert few.sentence.startswith("Not enough yet to draw: 2 boundary moments")
    assert not few.is_enough


def test_bars_in_words() -> None:
    group = AnswerBin(*WEEK, 1, 2, 0)
    assert say_against(group) == "2–8 November 2026: agreed against my wish once"
    assert say_clear(group) == "2–8 November 2026: a clear answer 2 times"


@pytest.mark.parametrize(
    ("days", "step", "count", "half"),
    [
        (91, "week", 13, "6 weeks"),
        (365, "month", 13, "6 months"),
        (TEN_YEARS, "year", 11, "5 years"),
        (1_500, "quarter of a year", 17, "24 months"),
    ],
)
def test_many_months_are_drawn_together(days: int, step: str, count: int, half: str) -> None:
    data = some_answers(days)
    bins = shown_answers(data)
    assert len(bins) == count <= MOST_BINS
    assert tell_answers(data).reading == f"One pair of bars for each {step}."
    assert f"in the first {half}" in tell_answers(data).sentence
    for part in ("against", "clear", "other"):
        sums = [sum(getattr(group, part) for group in each) for each in (bins, data.bins)]
        assert sums[0] == sums[1]
    assert (bins[0].first, bins[-1].last) == (data.bins[0].first, data.bins[-1].last)
    assert len(tell_answers(data).rows) == count


def test_forty_months_stay_months() -> None:
    data = some_answers(1_500)
    assert shown_answers(replace(data, bins=data.bins[:MOST_BINS])) == data.bins[:MOST_BINS]
