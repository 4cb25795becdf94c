"""The words for feelings that come with the program: enough, well spread, and each says its own."""

import re
from collections import Counter

import pytest

from caregiver_journal.domain.feeling import Feeling, Quarter, quarter
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.feelings import shipped_feelings

NAMED = {
    "at ease",
    "calm",
    "grateful",
    "guilty",
    "heavy",
    "lonely",
    "needed",
    "numb",
    "proud",
    "relieved",
    "resentful",
    "tender",
    "tense",
    "tired",
    "torn",
    "worn out",
}
SMALL = {"a", "an", "and", "as", "at", "by", "in", "is", "it", "not", "of", "on", "or", "so"}
SMALL |= {"that", "the", "to", "was", "with", "for", "i", "how", "what", "who", "my", "me", "be"}


def said(feeling: Feeling) -> set[str]:
    """Return the words of a meaning that carry it."""
    return set(re.findall(r"\w+", feeling.meaning.casefold())) - SMALL


def test_there_are_enough_words_and_none_twice() -> None:
    words = [folded(feeling.word) for feeling in shipped_feelings()]
    assert len(words) == len(set(words)) >= 60
    assert set(words) >= NAMED
    assert not any(feeling.is_own for feeling in shipped_feelings())


@pytest.mark.parametrize("where", Quarter)
def test_every_quarter_is_filled_without_its_edges(where: Quarter) -> None:
    inside = [f for f in shipped_feelings() if 3 not in (f.pleasant, f.energy)]
    assert sum(quarter(feeling) is where for feeling in inside) >= 14


def test_the_middle_is_not_empty() -> None:
    assert sum(3 in (f.pleasant, f.energy) for f in shipped_feelings()) >= 8


def test_words_and_meanings_are_short_plain_lines() -> None:
    for feeling in shipped_feelings():
        assert feeling.word == feeling.word.lower()
        assert 10 <= len(feeling.meaning) <= 60, feeling.word
        assert feeling.meaning[-1].isalpha(), feeling.word
        assert not said(feeling) & set(feeling.word.split()), "a word is not its own meaning"


def test_no_two_meanings_are_alike() -> None:
    feelings = shipped_feelings()
    for number, one in enumerate(feelings):
        for other in feelings[:number]:
            shared = said(one) & said(other)
            fewest = min(len(said(one)), len(said(other)))
            assert len(shared) <= fewest / 2, (one.word, other.word, shared)
    starts = Counter(" ".join(feeling.meaning.split()[:2]) for feeling in feelings)
    assert max(starts.values()) <= 3, starts.most_common(1)


def test_they_are_read_once() -> None:
    assert shipped_feelings() is shipped_feelings()
