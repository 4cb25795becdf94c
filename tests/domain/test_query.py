"""A query says what is looked for, and knows when that is everything."""

from datetime import date

import pytest

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query

EARLY, LATE = date(2026, 3, 1), date(2026, 11, 20)


@pytest.mark.parametrize("words", ["", "   ", '"', "…"])
def test_without_a_word_or_a_filter_it_is_everything(words: str) -> None:
    query = Query(words, tags=("  ",))
    assert query.is_everything
    assert not query.has_words
    assert not query.has_filters


@pytest.mark.parametrize(
    "query",
    [
        Query(kinds=frozenset({Kind.MOOD})),
        Query(first=EARLY),
        Query(last=EARLY),
        Query(tags=("work",)),
        Query(answers=frozenset({Answer.NO})),
        Query(limits=frozenset({""})),
        Query(instruments=frozenset({"phq-9"})),
        Query(for_session=True),
        Query(never_export=True),
    ],
)
def test_each_filter_counts(query: Query) -> None:
    assert query.has_filters
    assert not query.is_everything


def test_words_and_the_trash_are_no_filters_and_not_everything() -> None:
    for query in (Query("canal"), Query(in_trash=True)):
        assert not query.has_filters
        assert not query.is_everything


def test_the_earlier_day_comes_first() -> None:
    assert Query(first=LATE, last=EARLY) == Query(first=EARLY, last=LATE)
    assert Query(first=EARLY, last=EARLY).first == EARLY


def test_a_tag_is_looked_for_as_it_is_stored() -> None:
    assert Query(tags=(" #late  shift", "late shift", "")).tags == ("late shift",)


def test_nothing_of_the_words_is_told() -> None:
    query = Query("canal", tags=("canal",), limits=frozenset({"canal"}))
    assert "canal" not in repr(query)
