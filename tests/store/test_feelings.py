"""Feeling words of one's own: added, changed in every mood that has them, hidden, shown again."""

import pytest
from support.builders import a_mood, an_entry, mood_of

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.journal.feelings import (
    add_feeling,
    all_feelings,
    change_feeling,
    hide_feeling,
    offered_feelings,
    shipped_feelings,
)
from caregiver_journal.journal.journal import Journal

FOGGY = Feeling("foggy", "cannot see the next hour", 2, 2, is_own=True)


def words(journal: Journal) -> list[str]:
    return [feeling.word for feeling in offered_feelings(journal)]


def test_to_begin_with_there_are_the_programs_words(journal: Journal) -> None:
    assert offered_feelings(journal) == shipped_feelings()


def test_ones_own_come_first_with_what_they_mean(journal: Journal) -> None:
    add_feeling(journal, FOGGY)
    assert offered_feelings(journal)[0] == FOGGY


@pytest.mark.parametrize("word", ["FOGGY", "Tired"])
def test_a_word_that_is_there_already_is_refused(journal: Journal, word: str) -> None:
    add_feeling(journal, FOGGY)
    with pytest.raises(InvalidValueError):
        add_feeling(journal, Feeling(word, "", 3, 3))


def test_another_name_holds_for_all_moods_and_is_found(journal: Journal) -> None:
    add_feeling(journal, FOGGY)
    entry = an_entry(mood=a_mood(words=("foggy", "tired", "misty")))
    journal.add(entry)
    change_feeling(journal, "foggy", Feeling("misty", "soft edges", 3, 2))
    assert mood_of(journal.entries.get(entry.id)).words == ("tired", "misty")
    assert journal.search.find("misty", 10) == [entry.id]
    assert journal.search.find("foggy", 10) == []
    assert words(journal)[0] == "misty"


def test_another_meaning_leaves_the_word(journal: Journal) -> None:
    add_feeling(journal, FOGGY)
    change_feeling(journal, "foggy", Feeling("foggy", "grey all round", 1, 2))
    assert offered_feelings(journal)[0].meaning == "grey all round"


def test_what_is_not_ones_own_or_not_there_keeps_its_name(journal: Journal) -> None:
    hide_feeling(journal, "tired", hidden=True)
    for word in ("tired", "nowhere"):
        with pytest.raises(NothingFoundError):
            change_feeling(journal, word, FOGGY)


def test_two_of_ones_own_do_not_become_one(journal: Journal) -> None:
    add_feeling(journal, FOGGY)
    add_feeling(journal, Feeling("misty", "", 3, 3))
    with pytest.raises(InvalidValueError):
        change_feeling(journal, "foggy", Feeling("Misty", "", 3, 3))
    with pytest.raises(InvalidValueError):
        change_feeling(journal, "foggy", Feeling("Tired", "", 3, 3))


@pytest.mark.parametrize("word", ["tired", "foggy"])
def test_a_hidden_word_is_offered_no_more_until_it_is_shown_again(
    journal: Journal, word: str
) -> None:
    add_feeling(journal, FOGGY)
    hide_feeling(journal, word, hidden=True)
    assert word not in words(journal)
    assert [o.feeling.word for o in all_feelings(journal) if o.is_hidden] == [word]
    hide_feeling(journal, word, hidden=False)
    assert word in words(journal)
    assert journal.database.rows("SELECT word FROM feelings") == [("foggy",)]
