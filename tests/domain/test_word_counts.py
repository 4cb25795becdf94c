"""Feeling words are told by how often they were chosen."""

from dataclasses import replace

from support.trend_values import empty_values, some_words

from caregiver_journal.charts.word_counts import word_spots, words_high
from caregiver_journal.domain.word_counts import MOST_WORDS, WordCount, WordCounts, tell_words


def test_the_most_frequent_are_named_with_their_numbers() -> None:
    data = some_words()
    said = tell_words(data)
    assert said.sentence == "Chosen most often: tired (20), calm (18) and worried (16)."
    assert said.counted == "14 words on 78 check-ins"
    assert said.reading.endswith("The 12 most frequent are drawn.")
    assert said.rows[0].cells == ("tired", "20")
    assert said.is_enough
    behind = said.rows[0].behind
    assert behind is not None
    assert behind.query.feelings == {"tired"}
    assert (behind.query.first, behind.query.last) == (data.first, data.last)


def test_where_all_are_drawn_nothing_is_said_of_the_rest() -> None:
    data = replace(some_words(), words=some_words().words[:MOST_WORDS])
    assert tell_words(data).reading.endswith("it stands on.")


def test_words_that_are_not_drawn_stand_in_the_table_too() -> None:
    words = tuple(WordCount(f"word {place}", 2_000 - place) for place in range(500))
    data = replace(some_words(), words=words)
    said = tell_words(data)
    assert said.counted.startswith("500 words on ")
    assert [row.cells for row in said.rows[:2]] == [("word 0", "2,000"), ("word 1", "1,999")]
    assert (len(said.rows), said.leading) == (500, 500), "the most frequent ones stay"
    assert said.sentence.startswith("Chosen most often: word 0 (2,000), ")
    assert len(word_spots(data)) == MOST_WORDS
    assert words_high(data) == words_high(replace(data, words=words[:MOST_WORDS]))


def test_none_and_too_few() -> None:
    empty = empty_values()["words"]
    assert isinstance(empty, WordCounts)
    assert tell_words(empty).sentence == "No feeling words in these days."
    few = tell_words(replace(some_words(), moments=2))
    assert few.sentence.startswith("Not enough yet to draw: 2 check-ins")
    assert not few.is_enough
