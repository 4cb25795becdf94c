"""The mood of an entry comes back as it was written, and a new one takes its place."""

import pytest
from support.builders import a_mood, an_entry
from support.trends import ago, noon

from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.series import DayValue
from caregiver_journal.journal.journal import Journal


@pytest.mark.parametrize(
    "mood",
    [
        Mood(1),
        Mood(5, 5),
        Mood(3, about=About.DOING, belonging=0),
        Mood(4, 2, ("calm",), About.ELSE, 10),
        Mood(3, None, ("tense", "tired")),
        Mood(2, 1, ("é'\"--%", "b", "a")),
    ],
)
def test_a_mood_comes_back_as_it_was(journal: Journal, mood: Mood) -> None:
    entry = an_entry(mood=mood)
    journal.add(entry)
    assert journal.entries.get(entry.id).detail == mood


def test_a_new_mood_takes_the_place_of_the_old_one(journal: Journal) -> None:
    entry = an_entry(mood=a_mood(2, 3, ("tense", "tired", "flat")))
    journal.add(entry)
    with journal.writing():
        journal.moods.write(1, Mood(4, None, ("calm",)))
    assert journal.moods.read([1]) == {1: Mood(4, None, ("calm",))}


def test_moods_are_read_by_the_numbers_of_their_entries(journal: Journal) -> None:
    for level in (1, 2, 3):
        journal.add(an_entry(mood=a_mood(level, words=(f"word {level}",))))
    assert journal.moods.read([3, 1, 99]) == {
        1: a_mood(1, words=("word 1",)),
        3: a_mood(3, words=("word 3",)),
    }
    assert journal.moods.read([]) == {}


def test_energy_is_read_by_day_where_it_was_said(journal: Journal) -> None:
    for energy in (2, 5, None):
        journal.add(an_entry(mood=Mood(3, energy)))
    day = an_entry().day
    assert journal.moods.energy_by_day(day, day).days == (DayValue(day, 3.5, 2, 5, 2),)
    other = an_entry(at=noon(ago(3)), mood=Mood(3))
    journal.add(other)
    assert journal.moods.energy_by_day(other.day, other.day).days == ()
