"""The page of boundaries is told in one read what it shows."""

from datetime import date, timedelta

import pytest
from support.boundaries import add_moment, asked_again, due_on
from support.builders import an_entry
from support.clock import START

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.period import Period, Span
from caregiver_journal.journal.boundary_overview import MOST_DRAWN, MOST_RECENT, read_boundaries
from caregiver_journal.journal.journal import Journal

TODAY = START.date()


def test_an_empty_journal_has_nothing(journal: Journal) -> None:
    journal.add(an_entry("a mood"))
    found = read_boundaries(journal, Span.ALL)
    assert found.is_empty
    assert (found.due, found.answers, found.limits, found.guilt) == ((), (), (), ())
    assert found.guilt_count == 0
    assert found.period == Period()


def test_counts_are_of_the_period_and_the_last_moments_of_all(journal: Journal) -> None:
    old = START - timedelta(days=60)
    add_moment(journal, old, answer=Answer.AGAINST, limit="time", guilt=4)
    for hours, limit in ((3, "workload"), (2, ""), (1, "workload")):
        add_moment(journal, START - timedelta(hours=hours), limit=limit)
    gone = add_moment(journal, START, answer=Answer.LEFT)
    journal.remove(gone)
    found = read_boundaries(journal, Span.MONTH)
    assert found.today == TODAY
    assert found.period == Period(date(2026, 10, 21), TODAY)
    assert found.answers == ((Answer.NO, 3),)
    assert found.limits == (("workload", 2), ("", 1))
    assert len(found.recent) == 4
    assert found.recent[-1].day == old.date()
    assert read_boundaries(journal, Span.ALL).answers == ((Answer.NO, 3), (Answer.AGAINST, 1))


def test_no_more_is_read_than_is_shown(journal: Journal) -> None:
    count = MOST_DRAWN + 2
    for hours in range(count):
        at = START - timedelta(hours=hours)
        add_moment(journal, at, guilt=hours % 11, follow_ups=(asked_again(at),))
    found = read_boundaries(journal, Span.MONTH)
    assert len(found.recent) == MOST_RECENT
    assert len(found.guilt) == MOST_DRAWN
    assert found.guilt_count == count
    assert found.guilt[-1].then == 0, "the last one comes last"


def test_guilt_is_told_as_it_was_said_last(journal: Journal) -> None:
    first = asked_again(START, guilt=6)
    unsaid = asked_again(START, days=2, guilt=None)
    entry = add_moment(journal, guilt=8, asker="mum", follow_ups=(first, unsaid))
    add_moment(journal, guilt=8, follow_ups=(unsaid,))
    add_moment(journal, follow_ups=(first,))
    add_moment(journal, guilt=3)
    gone = add_moment(journal, guilt=3, follow_ups=(first,))
    journal.remove(gone)
    found = read_boundaries(journal, Span.ALL)
    assert found.guilt == (Guilt(entry.id, TODAY, "mum", 8, 6),)
    assert found.guilt_count == 1
    assert "mum" not in repr(found.guilt)


@pytest.mark.parametrize("span", Span)
def test_what_is_due_does_not_depend_on_the_period(journal: Journal, span: Span) -> None:
    at = START - timedelta(days=800)
    entry = add_moment(journal, at, follow_ups=due_on(at.date()))
    (asking,) = read_boundaries(journal, span).due
    assert asking.entry.id == entry.id
