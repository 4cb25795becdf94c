"""A feeling has a word, a meaning and a place between pleasant and unpleasant, low and high."""

from dataclasses import FrozenInstanceError
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.feeling import Feeling, Quarter, near, quarter
from caregiver_journal.domain.mood import ENERGIES, LEVELS, MAX_WORD

feelings = st.builds(
    Feeling, st.just("calm"), st.just(""), st.sampled_from(LEVELS), st.sampled_from(ENERGIES)
)


def at(pleasant: int, energy: int, word: str = "calm") -> Feeling:
    return Feeling(word, "quiet inside", pleasant, energy)


@pytest.mark.parametrize("pleasant", LEVELS)
@pytest.mark.parametrize("energy", ENERGIES)
def test_every_place_can_hold_a_word(pleasant: int, energy: int) -> None:
    feeling = at(pleasant, energy)
    assert (feeling.pleasant, feeling.energy, feeling.is_own) == (pleasant, energy, False)


def test_word_and_meaning_are_one_line_each() -> None:
    feeling = Feeling("  worn\nout ", "used\tup ", 1, 1, is_own=True)
    assert (feeling.word, feeling.meaning, feeling.is_own) == ("worn out", "used up", True)


@pytest.mark.parametrize(
    ("feeling", "field", "said"),
    [
        ((" \n", "", 3, 3), "word", "needs a word"),
        (("x" * (MAX_WORD + 1), "", 3, 3), "word", "at most 40 characters"),
        (("calm", "", 0, 3), "pleasant", "from 1 to 5"),
        (("calm", "", 6, 3), "pleasant", "from 1 to 5"),
        (("calm", "", 3, 0), "energy", "from 1 to 5"),
        (("calm", "", 3, 6), "energy", "from 1 to 5"),
    ],
)
def test_what_is_no_feeling_is_refused(
    feeling: tuple[str, str, int, int], field: str, said: str
) -> None:
    with pytest.raises(InvalidValueError, match=said) as refused:
        Feeling(*feeling)
    assert refused.value.field == field


def test_a_word_may_be_as_long_as_the_words_of_a_mood() -> None:
    assert len(at(3, 3, "x" * MAX_WORD).word) == MAX_WORD


@quick
@given(anything)
def test_a_word_that_is_taken_stays_as_it_is(text: str) -> None:
    try:
        word = at(3, 3, text).word
    except InvalidValueError:
        return
    assert at(3, 3, word).word == word
    assert "\n" not in word


def test_words_do_not_show_where_a_feeling_is_printed() -> None:
    assert "Wendelmuth" not in repr(Feeling("Wendelmuth", "Wendelmuth", 3, 3))


def test_a_feeling_is_never_changed_in_place() -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(at(3, 3), "word", "tense")  # noqa: B010 - it is the point


@pytest.mark.parametrize(
    ("pleasant", "energy", "expected"),
    [
        (1, 1, Quarter.UNPLEASANT_LOW),
        (2, 3, Quarter.UNPLEASANT_LOW),
        (2, 4, Quarter.UNPLEASANT_HIGH),
        (1, 5, Quarter.UNPLEASANT_HIGH),
        (3, 3, Quarter.PLEASANT_LOW),
        (5, 1, Quarter.PLEASANT_LOW),
        (3, 4, Quarter.PLEASANT_HIGH),
        (5, 5, Quarter.PLEASANT_HIGH),
    ],
)
def test_the_middle_counts_as_pleasant_and_as_low(
    pleasant: int, energy: int, expected: Quarter
) -> None:
    assert quarter(at(pleasant, energy)) is expected


def test_the_nearest_words_come_first() -> None:
    low, tense, calm, glad = at(1, 1), at(2, 4), at(4, 2), at(5, 4)
    assert near([low, tense, calm, glad], 2, 5) == (tense, glad, calm, low)
    assert near([low, tense, calm, glad], 5, None) == (glad, calm, tense, low)
    assert near([low, tense, calm, glad], None, 1) == (low, calm, tense, glad)


@quick
@given(
    st.lists(feelings, max_size=12),
    st.none() | st.sampled_from(LEVELS),
    st.none() | st.sampled_from(ENERGIES),
)
def test_nothing_is_lost_and_equals_keep_their_order(
    some: list[Feeling], level: int | None, energy: int | None
) -> None:
    def far(feeling: Feeling) -> int:
        aside = abs(feeling.pleasant - (level or feeling.pleasant))
        above = abs(feeling.energy - (energy or feeling.energy))
        return aside**2 + above**2

    named = [Feeling(f"word {n}", "", f.pleasant, f.energy) for n, f in enumerate(some)]
    ordered = near(named, level, energy)
    assert sorted(ordered, key=lambda f: f.word) == sorted(named, key=lambda f: f.word)
    for one, other in pairwise(ordered):
        assert (far(one), named.index(one)) < (far(other), named.index(other))
