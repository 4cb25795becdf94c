"""Answers are told by week, by month, or by longer parts of many years."""

from dataclasses import replace
from datetime import date, timedelta

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
        "Agreed against your own wish 4 times, a clear answer 5 times; in the first whole week 3 "
        "and 1, in the last whole week 1 and 4. Against your wish most often: 2–8 November 2026, "
        "3 times. Clear answers most often: 2–8 November 2026, 4 times."
    )
    assert said.counted == "11 boundary moments, 2 of them other answers"
    assert said.rows[0].cells == ("2–8 November 2026", "3", "1", "0")


def test_where_several_weeks_are_as_high_none_is_named_and_nothing_is_no_most() -> None:
    data = of_bins(AnswerBin(*WEEK, 0, 2, 1), AnswerBin(*WEEK, 0, 2, 0))
    said = tell_answers(data)
    assert said.sentence.endswith("0 and 2. Clear answers: at most twice in one week.")
    assert said.counted == "5 boundary moments, 1 of them another answer"
    none_other = tell_answers(of_bins(AnswerBin(*WEEK, 2_000, 2, 0)))
    assert none_other.counted == "2,002 boundary moments"
    assert none_other.rows[0].cells[1] == "2,000"


def test_one_week_has_no_halves() -> None:
    said = tell_answers(of_bins(AnswerBin(*WEEK, 1, 2, 0)))
    assert said.sentence == "Agreed against your own wish once, a clear answer twice."


def test_weeks_that_are_cut_off_are_not_held_against_whole_ones() -> None:
    """A first week of a Sunday alone had "0 and 0" beside "0 and 5" of the last."""
    sunday = AnswerBin(date(2026, 11, 1), date(2026, 11, 1), 0, 0, 0)
    second = AnswerBin(date(2026, 11, 9), date(2026, 11, 15), 0, 5, 0)
    begun = AnswerBin(date(2026, 11, 16), date(2026, 11, 18), 2, 1, 0)
    said = tell_answers(of_bins(sunday, AnswerBin(*WEEK, 1, 4, 0), second, begun))
    assert said.sentence == (
        "Agreed against your own wish 3 times, a clear answer 10 times; in the first whole week 1 "
        "and 4, in the last whole week 0 and 5. Against your wish most often: 16–18 November 2026, "
        "twice. Clear answers most often: 9–15 November 2026, 5 times."
    )
    assert "whole" not in tell_answers(of_bins(sunday, AnswerBin(*WEEK, 1, 4, 0))).sentence
    assert len(said.rows) == 4, "each of them is drawn"


@pytest.mark.parametrize(
    ("first", "last", "is_told"),
    [
        (date(2026, 9, 1), date(2026, 10, 31), True),
        (date(2026, 9, 2), date(2026, 10, 31), False),
        (date(2026, 9, 1), date(2026, 10, 30), False),
        (date(2025, 12, 1), date(2026, 1, 31), True),
    ],
)
def test_months_that_are_cut_off_are_not_counted_as_whole(
    first: date, last: date, is_told: bool
) -> None:
    middle = last.replace(day=1)
    bins = (
        AnswerBin(first, middle - timedelta(days=1), 1, 2, 0),
        AnswerBin(middle, last, 2, 3, 0),
    )
    said = tell_answers(AnswerTrend(bins, False, first, last)).sentence
    assert ("in the first whole month 1 and 2, in the last whole month 2 and 3" in said) is is_told


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
    assert say_clear(group) == "2–8 November 2026: a clear answer twice"


@pytest.mark.parametrize(
    ("days", "step", "count", "half"),
    [
        (91, "week", 13, "6 whole weeks"),
        (365, "month", 13, "6 whole months"),
        (TEN_YEARS, "year", 11, "4 whole years"),
        (1_500, "quarter of a year", 17, "8 whole quarters"),
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
