"""Each part of a boundary moment is said in words, and what is missing is not said."""

from datetime import timedelta
from typing import Any

import pytest
from support.builders import a_boundary
from support.clock import START

from caregiver_journal.domain.boundary import TEXTS, FollowUp, Relationship, Wanted
from caregiver_journal.domain.boundary_facts import (
    TEXT_TITLES,
    boundary_facts,
    long_facts,
    pull_words,
    say_answer,
    say_due,
    say_minutes,
    short_facts,
)

TODAY = START.date()
ZONE = START.tzinfo


def test_a_short_moment_says_what_was_asked_and_done_and_no_more() -> None:
    assert boundary_facts(a_boundary(), TODAY, ZONE) == [
        ("What I did", "Said no"),
        ("What was asked of me", "Cover the Saturday shift"),
    ]


def test_a_full_moment_says_every_part() -> None:
    answered = FollowUp(TODAY, START - timedelta(days=1), 2)
    texts: dict[str, Any] = {part: f"text of {part}" for part in TEXTS if part != "asked"}
    boundary = a_boundary(
        asker="team lead",
        setting="work",
        limit="time",
        wanted=Wanted.NO,
        pulls=("guilt", "my mother"),
        belief=70,
        guilt_before=8,
        guilt=6,
        follow_ups=(answered, FollowUp(TODAY)),
        resentment=0,
        energy=4,
        minutes=20,
        came_true=10,
        relationship=Relationship.SAME,
        **texts,
    )
    assert short_facts(boundary, TODAY, ZONE) == [
        ("Who asked", "team lead"),
        ("Where", "Work"),
        ("Kind of limit", "Time"),
        ("What I wanted", "No"),
        ("What I did", "Said no"),
        ("Belief in it", "70 %"),
        ("Guilt before", "8 of 10"),
        ("Guilt then", "6 of 10"),
        ("Guilt later", "2 of 10, yesterday at 17:52"),
        ("Resentment", "0 of 10"),
        ("Energy it cost", "4 of 10"),
        ("Time it cost", "20 minutes"),
        ("How much came true", "10 %"),
        ("Between us afterwards", "The same"),
    ]
    assert pull_words(boundary) == ("Guilt", "my mother")
    assert ("What pulled at me", "Guilt, my mother") in boundary_facts(boundary, TODAY, ZONE)
    assert [words for _title, words in long_facts(boundary)][1:] == [
        f"text of {part}" for part in TEXTS if part != "asked"
    ]


def test_every_text_has_its_title() -> None:
    assert list(TEXT_TITLES) == list(TEXTS)


def test_an_answer_without_guilt_says_nothing() -> None:
    assert say_answer(FollowUp(TODAY, START), TODAY, ZONE) == ""
    assert say_answer(FollowUp(TODAY), TODAY, ZONE) == ""


@pytest.mark.parametrize(
    ("days", "said"),
    [(-9, "whenever you like"), (0, "whenever you like"), (1, "tomorrow"), (3, "on 23 November")],
)
def test_what_is_still_to_be_asked_is_never_late(days: int, said: str) -> None:
    assert say_due(FollowUp(TODAY + timedelta(days=days)), TODAY) == said


@pytest.mark.parametrize(
    ("minutes", "said"),
    [
        (None, ""),
        (0, "0 minutes"),
        (1, "1 minute"),
        (59, "59 minutes"),
        (60, "1 h"),
        (150, "2 h 30 min"),
    ],
)
def test_minutes_are_said_in_hours_from_one_hour_on(minutes: int | None, said: str) -> None:
    assert say_minutes(minutes) == said
