"""Feeling words are told by how often they were chosen."""

from dataclasses import replace

from support.trend_values import empty_values, some_words

from caregiver_journal.domain.word_counts import WordCounts, tell_words


def test_the_most_frequent_are_named_with_their_numbers() -> None:
    data = some_words()
    said = tell_words(data)
    assert said.sentence == "Chosen most often: tired (20), calm (18) and worried (16)."
    assert said.counted == "14 words on 78 check-ins"
    assert said.reading.endswith("The 8 most frequent are drawn.")
    assert said.rows[0].cells == ("tired", "20")
    assert said.is_enough
    behind = said.rows[0].behind
    assert behind is not None
    assert behind.query.feelings == {"tired"}
    assert (behind.query.first, behind.query.last) == (data.first, data.last)


def test_where_all_are_drawn_nothing_is_said_of_the_rest() -> None:
    data = replace(some_words(), distinct=8)
    assert tell_words(data).reading.endswith("it stands on.")


def test_none_and_too_few() -> None:
    empty = empty_values()["words"]
    assert isinstance(empty, WordCounts)
    assert tell_words(empty).sentence == "No feeling words in these days."
    few = tell_words(replace(some_words(), moments=2))
    assert few.sentence.startswith("Not enough yet to draw: 2 check-ins")
    assert not few.is_enough
