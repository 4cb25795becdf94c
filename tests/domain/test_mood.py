"""A mood is a number from 1 to 5, perhaps with an energy and some words."""

from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import a_mood
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.mood import (
    ENERGIES,
    ENERGY_WORDS,
    LEVEL_WORDS,
    LEVELS,
    MAX_WORD,
    MAX_WORDS,
    About,
    Mood,
    about_word,
    clean_words,
    energy_word,
    level_word,
)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("energy", [None, *ENERGIES])
def test_every_level_goes_with_every_energy_and_with_none(level: int, energy: int | None) -> None:
    mood = Mood(level, energy)
    assert (mood.level, mood.energy, mood.words) == (level, energy, ())


@pytest.mark.parametrize("level", [0, 6, -1, 100])
def test_other_levels_are_refused(level: int) -> None:
    with pytest.raises(InvalidValueError, match="from 1 to 5") as refused:
        a_mood(level)
    assert refused.value.field == "level"


@pytest.mark.parametrize("energy", [0, 6, -1])
def test_other_energies_are_refused(energy: int) -> None:
    with pytest.raises(InvalidValueError, match="from 1 to 5") as refused:
        a_mood(energy=energy)
    assert refused.value.field == "energy"


@pytest.mark.parametrize("belonging", [-1, 11])
def test_other_belongings_are_refused(belonging: int) -> None:
    with pytest.raises(InvalidValueError, match="from 0 to 10") as refused:
        Mood(3, belonging=belonging)
    assert refused.value.field == "belonging"


def test_what_a_mood_had_to_do_with_has_words_of_its_own() -> None:
    assert len({about_word(about) for about in About}) == len(About)


@quick
@given(st.lists(anything, max_size=25))
def test_cleaned_words_are_short_and_stay_as_they_are(texts: list[str]) -> None:
    words = clean_words(texts)
    assert clean_words(words) == words
    assert Mood(3, None, words).words == words
    assert len(set(words)) == len(words) <= MAX_WORDS
    assert all(word == word.strip() and 0 < len(word) <= MAX_WORD for word in words)


def test_words_keep_their_order_and_come_once() -> None:
    assert a_mood(words=(" tense", "tired", "", "tense")).words == ("tense", "tired")


def test_words_do_not_show_where_a_mood_is_printed() -> None:
    assert "Wendelmuth" not in repr(a_mood(words=("Wendelmuth",)))


@pytest.mark.parametrize("name", ["level", "energy", "words"])
def test_a_mood_is_never_changed_in_place(name: str) -> None:
    with pytest.raises(FrozenInstanceError):
        setattr(a_mood(), name, 3)


def test_each_level_and_energy_has_a_word_of_its_own() -> None:
    assert [level_word(level) for level in LEVELS] == list(LEVEL_WORDS)
    assert [energy_word(energy) for energy in ENERGIES] == list(ENERGY_WORDS)
    assert len({*LEVEL_WORDS, *ENERGY_WORDS}) == 10
