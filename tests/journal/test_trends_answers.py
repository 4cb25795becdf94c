"""Boundary moments are read over time: answers by week or month, guilt, fears."""

from datetime import date, timedelta

import pytest
from support.boundaries import add_moment, asked_again
from support.trends import ALL, TODAY, ago, noon

from caregiver_journal.domain.answer_trend import WEEKS_UP_TO, AnswerBin
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.fear_trend import Fear
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends import read_answers, read_fears, read_guilt

MONDAY = date(2026, 10, 5)


def after(days: int) -> date:
    return MONDAY + timedelta(days=days)


def test_an_empty_journal_has_one_empty_week(journal: Journal) -> None:
    found = read_answers(journal, ALL)
    assert found.bins == (AnswerBin(TODAY, TODAY, 0, 0, 0),)
    assert found.is_weekly
    guilt, fears = read_guilt(journal, ALL), read_fears(journal, ALL)
    assert (guilt.pairs, guilt.moments) == ((), 0)
    assert (fears.fears, fears.open_fears) == ((), 0)


def test_weeks_begin_on_monday_and_are_cut_off_at_the_ends(journal: Journal) -> None:
    for days, answer in (
        (-1, Answer.NO),
        (2, Answer.AGAINST),  # Wednesday
        (6, Answer.NO),  # Sunday
        (7, Answer.GLADLY),  # Monday
        (7, Answer.AGAINST),
        (22, Answer.TIME),
        (23, Answer.NO),
    ):
        add_moment(journal, noon(after(days)), answer=answer)
    journal.remove(add_moment(journal, noon(after(8)), answer=Answer.NO))
    found = read_answers(journal, Period(after(2), after(22)))
    assert found.is_weekly
    assert found.bins == (
        AnswerBin(after(2), after(6), 1, 1, 0),
        AnswerBin(after(7), after(13), 1, 0, 1),
        AnswerBin(after(14), after(20), 0, 0, 0),
        AnswerBin(after(21), after(22), 0, 1, 0),
    )


def test_long_periods_go_by_month(journal: Journal) -> None:
    first, last = date(2025, 12, 31), date(2026, 4, 9)
    assert (last - first).days + 1 == WEEKS_UP_TO
    assert read_answers(journal, Period(first, last)).is_weekly
    for day in (first, date(2026, 2, 28), date(2026, 3, 1), date(2026, 4, 10), date(2026, 4, 11)):
        add_moment(journal, noon(day), answer=Answer.PARTLY)
    found = read_answers(journal, Period(first, date(2026, 4, 10)))
    assert not found.is_weekly
    assert found.bins == (
        AnswerBin(first, first, 0, 1, 0),
        AnswerBin(date(2026, 1, 1), date(2026, 1, 31), 0, 0, 0),
        AnswerBin(date(2026, 2, 1), date(2026, 2, 28), 0, 1, 0),
        AnswerBin(date(2026, 3, 1), date(2026, 3, 31), 0, 1, 0),
        AnswerBin(date(2026, 4, 1), date(2026, 4, 10), 0, 1, 0),
    )


@pytest.mark.parametrize(
    ("answer", "counts"),
    [
        (Answer.GLADLY, (0, 0, 1)),
        (Answer.AGAINST, (1, 0, 0)),
        (Answer.TIME, (0, 1, 0)),
        (Answer.PARTLY, (0, 1, 0)),
        (Answer.OTHER_TERMS, (0, 1, 0)),
        (Answer.NO, (0, 1, 0)),
        (Answer.LEFT, (0, 0, 1)),
        (Answer.LATER, (0, 0, 1)),
    ],
)
def test_each_answer_counts_once(
    journal: Journal, answer: Answer, counts: tuple[int, int, int]
) -> None:
    add_moment(journal, answer=answer)
    (found,) = read_answers(journal, ALL).bins
    assert found[2:] == counts


@pytest.mark.parametrize("last", [date.min, date.max])
def test_the_ends_of_the_calendar_are_no_end_of_the_program(journal: Journal, last: date) -> None:
    (found,) = read_answers(journal, Period(last, last)).bins
    assert found == AnswerBin(last, last, 0, 0, 0)


def test_guilt_comes_with_how_many_moments_there_are(journal: Journal) -> None:
    def asked(day: date, guilt: int, later: int | None = 2) -> Entry:
        again = asked_again(noon(day), guilt=later)
        return add_moment(journal, noon(day), guilt=guilt, asker="mum", follow_ups=(again,))

    later, earlier = asked(ago(1), 7), asked(ago(5), 3, 0)
    asked(ago(2), 4, None)
    asked(ago(90), 4)
    journal.remove(asked(ago(2), 4))
    found = read_guilt(journal, Period(ago(30), TODAY))
    assert found.pairs == (
        Guilt(earlier.id, ago(5), "mum", 3, 0),
        Guilt(later.id, ago(1), "mum", 7, 2),
    )
    assert found.moments == 3


def test_a_fear_needs_both_numbers_and_is_open_without_the_second(journal: Journal) -> None:
    later = add_moment(journal, noon(ago(1)), belief=80, came_true=0)
    earlier = add_moment(journal, noon(ago(5)), belief=0, came_true=100)
    add_moment(journal, noon(ago(3)), belief=60)
    add_moment(journal, noon(ago(3)), came_true=60)
    add_moment(journal, noon(ago(90)), belief=60, came_true=1)
    add_moment(journal, noon(ago(90)), belief=60)
    journal.remove(add_moment(journal, noon(ago(3)), belief=60, came_true=10))
    journal.remove(add_moment(journal, noon(ago(3)), belief=60))
    found = read_fears(journal, Period(ago(30), TODAY))
    assert found.fears == (Fear(earlier.id, ago(5), 0, 100), Fear(later.id, ago(1), 80, 0))
    assert found.open_fears == 1
