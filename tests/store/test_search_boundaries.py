"""Boundary moments are found by what one did and by the kind of limit."""

from datetime import timedelta

import pytest
from support.boundaries import add_moment
from support.builders import an_entry
from support.clock import START

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal


@pytest.fixture
def written(journal: Journal) -> Journal:
    """A mood and four moments; the last of them lies in the trash."""
    journal.add(an_entry("asked to stay"))
    for days, asked, answer, limit in (
        (3, "first", Answer.NO, "time"),
        (2, "second", Answer.NO, ""),
        (1, "third", Answer.LEFT, "my “evenings”"),
    ):
        at = START - timedelta(days=days)
        add_moment(journal, at, asked=asked, answer=answer, limit=limit)
    journal.remove(add_moment(journal, asked="fourth", limit="time"))
    return journal


@pytest.mark.parametrize(
    ("query", "asked"),
    [
        (Query(answers=frozenset({Answer.NO})), ["second", "first"]),
        (Query(answers=frozenset({Answer.NO, Answer.LEFT})), ["third", "second", "first"]),
        (Query(answers=frozenset({Answer.TIME})), []),
        (Query(limits=frozenset({"time"})), ["first"]),
        (Query(limits=frozenset({""})), ["second"]),
        (Query(limits=frozenset({"my “evenings”", ""})), ["third", "second"]),
        (Query(answers=frozenset({Answer.NO}), limits=frozenset({""})), ["second"]),
        (Query("first", answers=frozenset({Answer.NO})), ["first"]),
        (Query(answers=frozenset({Answer.NO}), first=START.date() - timedelta(2)), ["second"]),
        (Query(answers=frozenset({Answer.NO}), in_trash=True), ["fourth"]),
        (Query(kinds=frozenset({Kind.BOUNDARY})), ["third", "second", "first"]),
        (Query(answers=frozenset({Answer.NO}), kinds=frozenset({Kind.MOOD})), []),
    ],
)
def test_an_answer_and_a_limit_are_filters(
    written: Journal, query: Query, asked: list[str]
) -> None:
    entries, _more = written.entries.find(query, None, 10)
    assert [getattr(entry.detail, "asked", "") for entry in entries] == asked
    assert written.entries.count_found(query) == len(asked)


def test_several_kinds_are_one_filter(written: Journal) -> None:
    assert written.entries.count_found(Query(kinds=frozenset(Kind))) == 4


def test_moments_are_read_along_their_own_index(written: Journal) -> None:
    plan = written.database.rows(
        "EXPLAIN QUERY PLAN SELECT id FROM entries WHERE deleted IS NULL AND kind = ?"
        " ORDER BY day DESC, happened DESC, number DESC LIMIT 20",
        ("boundary",),
    )
    assert any("entries_by_kind" in row[3] for row in plan)
