"""A passphrase is judged in words, and a good one can be suggested."""

import pytest
from hypothesis import given
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.content import read_words
from caregiver_journal.domain.passphrase import MAX_LENGTH, MIN_LENGTH, judge, suggest
from caregiver_journal.vault.keys import MAX_PASSPHRASE


@quick
@given(anything)
def test_any_text_can_be_judged(text: str) -> None:
    strength = judge(text)
    assert 0 <= strength.score <= 4
    assert strength.is_long_enough == (len(text) >= MIN_LENGTH)
    assert bool(strength.sentence) == bool(text)
    assert strength.is_good == (strength.score >= 3)


def test_a_very_long_text_is_judged_by_its_beginning() -> None:
    assert judge("a" * 100_000).score < 3
    assert judge("grey heron over the canal " * 40).is_good


def test_the_longest_passphrase_is_one_that_the_keys_take() -> None:
    assert (MIN_LENGTH, MAX_LENGTH) == (10, MAX_PASSPHRASE)


def test_nothing_is_said_before_anything_is_typed() -> None:
    assert judge("").sentence == ""


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("q", "Too short: 9 more characters are needed."),
        ("canal-her", "Too short: one more character is needed."),
    ],
)
def test_a_short_one_says_what_is_missing(text: str, sentence: str) -> None:
    strength = judge(text)
    assert (strength.sentence, strength.is_good) == (sentence, False)


def test_a_long_one_that_everybody_knows_is_not_good() -> None:
    strength = judge("password123")
    assert strength.is_long_enough
    assert not strength.is_good
    assert strength.sentence == "Very easy to guess."


def test_the_words_suggested_are_six_and_very_hard_to_guess() -> None:
    words = read_words("passphrase_words")
    numbers = iter(range(0, 600, 100))
    suggested = suggest(words, lambda choice: choice[next(numbers)])
    assert suggested.split(" ") == [words[number] for number in range(0, 600, 100)]
    assert judge(suggested).score == 4
    assert len(suggested) < MAX_LENGTH
