"""A practice holds what was done, how it was before and after, and what was written."""

from datetime import date, datetime
from typing import Any

import pytest
from support.builders import a_letter, a_practice
from support.clock import START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.practice import LONGEST, RATINGS, Part, Practice


def made(part: str, value: Any) -> Practice:
    said: dict[str, Any] = {part: value}
    return a_practice(**said)


@pytest.mark.parametrize("rating", RATINGS)
@pytest.mark.parametrize("value", [-1, 11, 5.0, True])
def test_ratings_lie_between_0_and_10(rating: str, value: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        made(rating, value)
    assert caught.value.field == rating
    assert getattr(made(rating, 0), rating) == 0


@pytest.mark.parametrize(
    ("part", "value"),
    [
        ("seconds", -1),
        ("seconds", LONGEST + 1),
        ("steps_done", -1),
        ("steps", 1.5),
        ("minutes", 0),
        ("minutes", 181),
    ],
)
def test_what_was_done_is_counted_in_whole_numbers(part: str, value: Any) -> None:
    with pytest.raises(InvalidValueError) as caught:
        made(part, value)
    assert caught.value.field == part


def test_the_moment_of_reading_has_its_zone() -> None:
    with pytest.raises(InvalidValueError):
        a_practice(read_again=datetime(2026, 11, 20, 8))  # noqa: DTZ001 - that is the point


@pytest.mark.parametrize(
    ("before", "after", "has_risen"),
    [(4, 6, True), (4, 5, False), (6, 4, False), (None, 9, False), (2, None, False), (0, 2, True)],
)
def test_a_rise_is_two_or_more(before: int | None, after: int | None, has_risen: bool) -> None:
    assert a_practice(distress_before=before, distress_after=after).has_risen is has_risen


def test_it_is_whole_when_every_step_was_done() -> None:
    assert a_practice(steps_done=4, steps=4).is_whole
    assert not a_practice(steps_done=3, steps=4).is_whole


def test_a_letter_waits_until_it_was_read() -> None:
    assert not a_letter().waits
    assert a_letter(back_on=date(2026, 12, 20)).waits
    assert not a_letter(back_on=date(2026, 12, 20), read_again=START).waits


def test_nothing_comes_back_where_nothing_was_written() -> None:
    empty = a_practice(texts=(Part("a", "Dear", " "),), back_on=date(2026, 12, 20))
    assert (empty.back_on, empty.waits) == (None, False)


def test_what_was_written_is_cleaned_and_empty_texts_are_left_out() -> None:
    practice = a_practice(texts=(Part("a", " Dear ", " me "), Part("b", "x", "  ")))
    assert practice.texts == (Part("a", "Dear", "me"),)
    assert practice.words == ("me",)
