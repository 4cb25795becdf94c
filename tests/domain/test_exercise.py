"""An exercise comes in several lengths; the time of a timed one is shared out to the second."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.exercise import MAX_STEPS, Exercise, Step

BREAK = Exercise(
    "break",
    " Self-compassion  break ",
    minutes=(2, 10),
    is_timed=True,
    steps=(Step("Sit."), Step("Name it.", 2, least=10), Step("Breathe.", 3, is_paced=True)),
)


def test_a_title_is_one_line() -> None:
    assert BREAK.title == "Self-compassion break"


def test_a_longer_version_has_more_steps_and_the_shortest_is_the_usual_one() -> None:
    assert [timed.step.text for timed in BREAK.version(10)] == ["Sit.", "Name it.", "Breathe."]
    assert [timed.step.text for timed in BREAK.version()] == ["Sit.", "Breathe."]
    assert [timed.seconds for timed in BREAK.version(2)] == [30, 90]
    assert [timed.seconds for timed in BREAK.version(10)] == [100, 200, 300]


def test_in_ones_own_time_no_step_has_an_end() -> None:
    own = replace(BREAK, is_timed=False)
    assert [timed.seconds for timed in own.version(10)] == [None] * 3
    assert [timed.seconds for timed in replace(own, minutes=()).version()] == [None] * 2


@given(
    st.lists(st.integers(1, 10), min_size=1, max_size=MAX_STEPS),
    st.integers(1, 180),
)
def test_the_seconds_add_up_to_the_length_and_go_by_the_weights(
    shares: list[int], minutes: int
) -> None:
    steps = tuple(Step("x", share) for share in shares)
    version = Exercise("x", "x", minutes=(minutes,), is_timed=True, steps=steps).version(minutes)
    seconds = [timed.seconds or 0 for timed in version]
    assert sum(seconds) == minutes * 60
    for share, each in zip(shares, seconds, strict=True):
        assert abs(each - minutes * 60 * share / sum(shares)) <= 1


def test_one_writes_where_a_step_has_a_field() -> None:
    assert not BREAK.writes
    assert replace(BREAK, steps=(Step("Write.", write="letter", label="Dear"),)).writes


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"title": "  "}, "title"),
        ({"title": "x" * 81}, "title"),
        ({"steps": ()}, "steps"),
        ({"steps": (Step("x"),) * (MAX_STEPS + 1)}, "steps"),
        ({"minutes": (0,)}, "minutes"),
        ({"minutes": (181,)}, "minutes"),
        ({"minutes": (True,)}, "minutes"),
        ({"minutes": ()}, "minutes"),
    ],
)
def test_what_cannot_be_an_exercise_is_refused(change: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidValueError) as caught:
        replace(BREAK, **change)
    assert caught.value.field == field


@pytest.mark.parametrize(("text", "share"), [(" ", 1), ("x", 0), ("x", 11), ("x", 1.0)])
def test_what_cannot_be_a_step_is_refused(text: str, share: int) -> None:
    with pytest.raises(InvalidValueError):
        Step(text, share)
