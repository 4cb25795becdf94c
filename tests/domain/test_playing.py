"""Every exercise in every length is walked through with a clock of numbers, and ends on time."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.playing import (
    GAP,
    LOOK,
    Playing,
    Said,
    begin,
    practice_of,
    resume,
)
from caregiver_journal.journal.exercising import shipped_exercises

VERSIONS = [
    pytest.param(exercise, minutes, id=f"{exercise.id}-{minutes}")
    for exercise in shipped_exercises()
    for minutes in (exercise.minutes if exercise.is_timed else (None,))
]
TIMED = Exercise(
    "timed", "Timed", minutes=(1,), is_timed=True, steps=(Step("One", 1), Step("Two", 2))
)
"""Twenty seconds, then forty."""
OWN_TIME = Exercise(
    "own", "Own", steps=(Step("Read"), Step("Write", write="words", label="Words"), Step("Rest"))
)


def walk(playing: Playing, tick: float) -> tuple[Playing, float]:
    """Let time pass until it is over, or for an hour; return how long that took."""
    passed = 0.0
    while not playing.is_over and passed < 3_600:
        playing = playing.after(tick)
        passed += tick
    return playing, passed


@pytest.mark.parametrize(("exercise", "minutes"), VERSIONS)
def test_every_exercise_is_walked_through_and_ends_on_time(
    exercise: Exercise, minutes: int | None
) -> None:
    playing = begin(exercise, minutes)
    assert playing.left == (None if minutes is None else minutes * 60)
    if minutes is None:
        for _step in playing.steps:
            playing = playing.after(7).next()
        assert playing.seconds == 7 * len(playing.steps)
    else:
        playing, passed = walk(playing, 0.25)
        assert passed == minutes * 60
        assert playing.seconds == minutes * 60
    assert playing.is_over
    assert len(playing.done) == len(playing.steps)
    assert not playing.is_timed or playing.left == 0
    assert playing.next() == playing.after(1) == playing


@pytest.mark.parametrize(("exercise", "minutes"), VERSIONS)
def test_any_exercise_can_be_left_at_any_step_with_the_done_part_kept(
    exercise: Exercise, minutes: int | None
) -> None:
    playing = begin(exercise, minutes)
    for place, _step in enumerate(playing.steps):
        playing = playing.after(3)
        kept = practice_of(exercise, minutes, playing, Said())
        if place == 0:
            assert kept is None, "a look at the first step is nothing to keep"
        else:
            assert kept is not None
            assert (kept.steps_done, kept.steps) == (place, len(playing.steps))
            assert kept.seconds == 3 * (place + 1)
            assert not kept.is_whole
        playing = playing.next()
    whole = practice_of(exercise, minutes, playing, Said())
    assert whole is not None
    assert whole.is_whole
    assert (whole.title, whole.minutes) == (exercise.title, minutes)


@pytest.mark.parametrize("tick", [0.04, 0.2, 1.0, 7.0, 9.9])
def test_late_looks_at_the_clock_change_nothing(tick: float) -> None:
    playing, passed = walk(begin(TIMED), tick)
    assert playing.seconds == pytest.approx(60)
    assert passed - 60 < tick + 1e-6


def test_a_gap_is_a_pause_that_somebody_has_to_end() -> None:
    slept = begin(TIMED).after(5).after(GAP + 0.1)
    assert slept.is_paused
    assert (slept.spent, slept.seconds, slept.left) == (5, 5, 55)
    assert slept.after(5) == slept
    awake, passed = walk(slept.going_on(), 0.5)
    assert awake.is_over
    assert passed == 55
    assert awake.seconds == 60


def test_a_gap_in_ones_own_time_does_not_count_and_needs_nobody_to_go_on() -> None:
    slept = begin(OWN_TIME).after(5).after(GAP + 0.1)
    assert (slept.is_paused, slept.seconds) == (False, 5)


def test_the_time_left_is_honest_after_going_back_and_forth() -> None:
    there = begin(TIMED).after(8).next()
    assert (there.place, there.left_in_step, there.left) == (1, 40, 40)
    assert there.after(4).left == 36
    back = there.after(4).back()
    assert (back.place, back.left_in_step, back.left) == (0, 20, 60)
    assert back.back() == replace(back, spent=0)
    over, passed = walk(back, 0.5)
    assert passed == 60
    assert over.seconds == 72
    assert over.left_in_step == over.left == 0
    again = over.back()
    assert (again.place, again.left, again.is_over) == (1, 40, False)


def test_one_takes_ones_own_time() -> None:
    playing = begin(OWN_TIME).after(9)
    assert (playing.place, playing.left_in_step, playing.left) == (0, None, None)
    assert playing.next().next().next().is_over
    assert not playing.is_timed


def test_a_pause_stays_while_one_steps_on() -> None:
    paused = begin(TIMED).paused()
    assert not paused.is_running
    assert paused.next().is_paused
    assert paused.after(5) is paused
    assert paused.going_on().is_running
    assert begin(TIMED).after(0) == begin(TIMED)


@given(st.lists(st.tuples(st.sampled_from("tnbpg"), st.floats(0.01, 30)), max_size=60))
def test_whatever_one_does_it_stays_in_its_bounds(acts: list[tuple[str, float]]) -> None:
    playing = begin(TIMED)
    ran = 0.0
    for act, seconds in acts:
        before = playing
        playing = {
            "t": playing.after(seconds),
            "n": playing.next(),
            "b": playing.back(),
            "p": playing.paused(),
            "g": playing.going_on(),
        }[act]
        ran += seconds if act == "t" and before.is_running and seconds <= GAP else 0
        assert 0 <= playing.place < len(playing.steps)
        assert 0 <= (playing.left or 0) <= 60
        assert playing.seconds <= ran + 1e-6
        assert before.done <= playing.done


def test_where_it_was_left_it_goes_on_at_that_step_in_a_pause() -> None:
    back = resume(begin(OWN_TIME), 1, 40, [0, 7, -1])
    assert (back.place, back.spent, back.seconds, back.done) == (1, 0, 40, frozenset({0}))
    assert back.is_paused
    far = resume(begin(TIMED), 99, -5, [0], is_over=True)
    assert (far.place, far.seconds, far.is_over) == (1, 0, True)
    assert resume(begin(TIMED), -3, 0, []).place == 0


@pytest.mark.parametrize(
    "said",
    [
        Said(distress_before=0),
        Said(distress_after=3),
        Said(kindness_before=3),
        Said(kindness_after=0),
        Said(texts={"words": "tired"}),
        Said(note="In the lift"),
    ],
)
def test_what_was_said_is_kept_even_where_nothing_was_done(said: Said) -> None:
    kept = practice_of(OWN_TIME, None, begin(OWN_TIME), said)
    assert kept is not None
    assert (kept.seconds, kept.steps_done) == (0, 0)
    assert kept.distress_before == said.distress_before
    assert kept.kindness_after == said.kindness_after
    assert kept.words == tuple(said.texts.values())


def test_nothing_said_and_nothing_done_is_nothing() -> None:
    assert practice_of(OWN_TIME, None, begin(OWN_TIME), Said(texts={"words": " "})) is None
    looked = begin(TIMED).after(LOOK - 1)
    assert practice_of(TIMED, 1, looked, Said()) is None
    assert practice_of(TIMED, 1, looked.after(1), Said()) is not None


def test_texts_keep_their_order_and_labels_and_come_back_when_asked() -> None:
    exercise = Exercise(
        "x",
        "X",
        steps=(Step("A", write="a", label="First"), Step("B", write="b", label="Second")),
    )
    said = Said(texts={"b": "two", "a": "one", "gone": "!"}, back_on=date(2026, 12, 1))
    kept = practice_of(exercise, None, begin(exercise), said)
    assert kept is not None
    assert [(part.label, part.text) for part in kept.texts] == [
        ("First", "one"),
        ("Second", "two"),
        ("What I wrote", "!"),
    ], "a field that is gone takes nothing with it"
    assert kept.waits
