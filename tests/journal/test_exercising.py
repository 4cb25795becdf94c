"""The exercises as the person wants them: liked, hidden, own, changed, deleted, and taken back."""

from dataclasses import replace

import pytest
from support.clock import FixedClock
from support.journals import Place

from caregiver_journal.base.content import ContentError, ContentFile
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.practice_facts import say_lengths
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.exercising import (
    add_exercise,
    all_exercises,
    change_exercise,
    delete_exercise,
    favour_exercise,
    find_exercise,
    get_exercise,
    hide_exercise,
    read_exercises,
    read_steps,
    restore_exercise,
    shipped_exercises,
    shipped_tags,
)
from caregiver_journal.journal.journal import Changes, Journal

FIRST = shipped_exercises()[0]
OWN = Exercise("", "Window", "To look out", minutes=(2,), is_timed=True, steps=(Step("Look."),))


def test_to_begin_with_there_are_the_programs(journal: Journal) -> None:
    assert all_exercises(journal) == shipped_exercises()
    assert find_exercise(FIRST.id) == get_exercise(journal, FIRST.id) == FIRST
    with pytest.raises(NothingFoundError):
        find_exercise("none")
    with pytest.raises(NothingFoundError):
        get_exercise(journal, "none")


def test_the_short_ones_are_those_with_a_length_of_two_minutes_at_most() -> None:
    assert ("two-minutes", "2 minutes or less") in {(tag.id, tag.title) for tag in shipped_tags()}
    for exercise in shipped_exercises():
        assert ("two-minutes" in exercise.tags) == (min(exercise.minutes) <= 2), exercise.id


def test_favourites_and_hidden_ones_survive_a_restart(place: Place) -> None:
    journal = place.open()
    before = favour_exercise(journal, FIRST.id, favourite=True)
    hide_exercise(journal, "letter", hidden=True)
    assert before == FIRST
    place.close()
    journal = place.open()
    assert get_exercise(journal, FIRST.id) == replace(FIRST, is_favourite=True)
    assert get_exercise(journal, "letter").is_hidden
    restore_exercise(journal, before)
    hide_exercise(journal, "letter", hidden=False)
    assert all_exercises(journal) == shipped_exercises()
    assert journal.exercises.marks() == {}


def test_an_own_one_is_kept_first_and_its_draft_forgotten(
    journal: Journal, clock: FixedClock, told: list[Changes]
) -> None:
    journal.save_draft("practice.own", {"new": {"title": "Win"}, "other": {"title": "x"}})
    added = add_exercise(journal, OWN, draft=DraftName("practice.own", "new"))
    clock.advance(minutes=1)
    second = add_exercise(journal, replace(OWN, title="Door"))
    assert all_exercises(journal)[:2] == (second, added)
    assert added == replace(OWN, id=added.id, is_own=True)
    assert journal.drafts.read("practice.own") == {"other": {"title": "x"}}
    assert told[-1] == frozenset({Topic.EXERCISE})
    assert get_exercise(journal, added.id) == added


def test_an_own_one_is_changed_and_what_was_decided_stays(journal: Journal) -> None:
    added = add_exercise(journal, OWN)
    favour_exercise(journal, added.id, favourite=True)
    other = replace(OWN, id=added.id, title="Tree", minutes=(), is_timed=False)
    before = change_exercise(journal, other)
    assert before == replace(added, is_favourite=True)
    assert get_exercise(journal, added.id) == replace(other, is_own=True, is_favourite=True)
    restore_exercise(journal, before)
    assert get_exercise(journal, added.id) == before


def test_an_own_one_is_deleted_and_restored(journal: Journal) -> None:
    added = add_exercise(journal, OWN)
    gone = delete_exercise(journal, added.id)
    assert all_exercises(journal) == shipped_exercises()
    restore_exercise(journal, gone)
    assert all_exercises(journal)[0] == added


def test_one_of_the_programs_is_neither_changed_nor_deleted(journal: Journal) -> None:
    with pytest.raises(NothingFoundError):
        delete_exercise(journal, FIRST.id)
    with pytest.raises(NothingFoundError):
        change_exercise(journal, FIRST)


def test_steps_are_parted_by_empty_lines() -> None:
    steps = read_steps("\n\nOne\nand more\n \n\nTwo\n")
    assert [step.text for step in steps] == ["One\nand more", "Two"]
    assert read_steps(" \n") == ()


# --- what comes with the program ------------------------------------------------------------------


def test_there_are_nineteen_with_tags_safety_and_another_anchor() -> None:
    exercises = shipped_exercises()
    assert len(exercises) == 19
    used = frozenset[str]().union(*(exercise.tags for exercise in exercises))
    assert used == {tag.id for tag in shipped_tags()}
    for exercise in exercises:
        assert exercise.safety, exercise.id
        assert exercise.anchors, exercise.id
        assert exercise.about, exercise.id


BROKEN = """
[[tags]]
id = "calm"
title = "Calm"

[[exercises]]
id = "one"
title = "One"
about = "To rest"
tags = ["calm"]
minutes = [1]
timed = true
safety = "Mild first."
anchors = ["a cup"]

[[exercises.steps]]
text = "Rest."
share = 1
"""


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        ('tags = ["calm"]', 'tags = ["loud"]', "there is no tag loud"),
        ('anchors = ["a cup"]', "anchors = []", "another anchor"),
        ('safety = "Mild first."', 'safety = " "', "a text is missing"),
        ("share = 1", "share = 11", "A weight is a number"),
        ("share = 1", 'colour = "red"', "a step has no colour|got an unexpected keyword|colour"),
        ("share = 1", "write = 'x'", "has a name and a label"),
        ("share = 1", "from = 1\nfoo = 2", "a step has no foo"),
        ('text = "Rest."', 'text = ""', "A step needs a few words"),
        ("minutes = [1]", "minutes = []", "How many minutes"),
    ],
)
def test_a_broken_file_says_where(before: str, after: str, said: str) -> None:
    assert len(read_exercises(ContentFile("exercises.toml", BROKEN))) == 1
    with pytest.raises(ContentError, match=f"exercises.toml, line 6: exercises 'one': .*({said})"):
        read_exercises(ContentFile("exercises.toml", BROKEN.replace(before, after)))


def test_an_exercise_needs_a_title_and_steps() -> None:
    with pytest.raises(InvalidValueError):
        replace(OWN, title=" ")
    with pytest.raises(InvalidValueError):
        replace(OWN, steps=())


@pytest.mark.parametrize(
    ("minutes", "is_timed", "words"),
    [
        ((4,), True, "4 min"),
        ((1, 4), True, "1 or 4 min"),
        ((5, 10, 20), True, "5, 10 or 20 min"),
        ((15,), False, "about 15 min"),
        ((), False, "in your own time"),
    ],
)
def test_lengths_are_said(minutes: tuple[int, ...], is_timed: bool, words: str) -> None:
    assert say_lengths(minutes, is_timed=is_timed) == words
