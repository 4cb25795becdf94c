"""How an exercise went is said part by part."""

from datetime import date, timedelta
from typing import Any

import pytest
from support.builders import a_practice
from support.clock import START

from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.practice_facts import practice_facts, say_change, say_seconds

TODAY = START.date()


def facts(**said: Any) -> list[tuple[str, str]]:
    return practice_facts(a_practice(**said), TODAY, START.tzinfo)


def test_a_whole_one_says_how_long_it_took_and_what_changed() -> None:
    said = facts(seconds=240, steps_done=4, steps=4, distress_before=6, distress_after=4)
    assert said == [("Took", "4 minutes"), ("Distress", "6 → 4 of 10")]


def test_a_begun_one_says_how_far_it_went() -> None:
    assert ("Steps", "2 of 4") in facts(steps_done=2, steps=4)
    assert facts(seconds=0, steps_done=0, steps=0) == []


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, ""),
        (20, "less than a minute"),
        (60, "1 minute"),
        (90, "2 minutes"),
        (1_200, "20 minutes"),
    ],
)
def test_seconds_are_said_in_minutes(seconds: int, words: str) -> None:
    assert say_seconds(seconds) == words


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        (None, None, ""),
        (0, 10, "0 → 10 of 10"),
        (3, None, "3 of 10 before"),
        (None, 3, "3 of 10 after"),
    ],
)
def test_a_rating_that_was_left_out_is_left_out(
    before: int | None, after: int | None, words: str
) -> None:
    assert say_change(before, after) == words


def test_a_letter_says_when_it_comes_back_or_was_read() -> None:
    texts = (Part("answer", "Dear", "You came"),)
    said = facts(back_on=date(2026, 12, 20), seconds=0, texts=texts)
    assert said == [("To read again", "on 20 December")]
    read = facts(back_on=TODAY, read_again=START - timedelta(days=1), seconds=0, texts=texts)
    assert read == [("To read again", "read again yesterday at 17:52")]
