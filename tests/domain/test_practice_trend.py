"""Exercises are told by how it was before and after."""

from dataclasses import replace

from support.trend_values import a_practice_trend

from caregiver_journal.charts.practice import practice_spots
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import LEAST
from caregiver_journal.domain.practice_trend import (
    MOST_EXERCISES,
    Change,
    ExerciseChange,
    drawn_exercises,
    say_exercise,
    tell_practice,
)

ONCE = ExerciseChange("a", "Soften", 2, Change(1, 6, 4), Change(0))


def test_the_most_frequent_with_enough_is_told() -> None:
    data = a_practice_trend()
    said = tell_practice(data)
    assert said.sentence == (
        "Soften: distress 6.5 before, 4 after (8 times), kindness 4 before, 4 after (5 times)."
    )
    assert said.counted == "5 exercises, done 31 times"
    assert said.rows[0].cells == ("Soften", "9", "6.5", "4", "4", "4")
    assert said.rows[-1].cells == ("Begun only", "1", "", "", "", "")
    behind = said.rows[0].behind
    assert behind is not None
    assert behind.query.exercises == {"e0"}
    assert behind.query.kinds == {Kind.PRACTICE}


def test_one_scale_is_enough() -> None:
    only = ExerciseChange("a", "Soften", 3, Change(0), Change(3, 2, 5))
    said = tell_practice(replace(a_practice_trend(), exercises=(only,)))
    assert said.sentence == "Soften: kindness 2 before, 5 after (3 times)."
    assert said.is_enough


def test_a_scale_that_was_said_too_seldom_has_no_median_beside_one_that_has() -> None:
    exercise = ExerciseChange("a", "Soften", 4, Change(LEAST, 6, 4), Change(LEAST - 1, 0, 10))
    seldom = ExerciseChange("b", "Letter", 2, Change(1, 9, 1), Change(0))
    data = replace(a_practice_trend(), exercises=(exercise, seldom))
    said = tell_practice(data)
    assert said.sentence == "Soften: distress 6 before, 4 after (3 times)."
    assert [row.cells for row in said.rows] == [
        ("Soften", "4", "6", "4", "", ""),
        ("Letter", "2", "", "", "", ""),
    ]
    assert drawn_exercises(data) == (exercise,)
    assert {(spot.panel, spot.words) for spot in practice_spots(data)} == {
        (0, "Soften: 6 before, 4 after · 3 rated of 4 times")
    }


def test_none_and_too_few() -> None:
    data = a_practice_trend()
    none = tell_practice(replace(data, exercises=()))
    assert none.sentence == "No exercises in these days."
    few = tell_practice(replace(data, exercises=(ONCE,)))
    assert "one exercise rated before and after once so far" in few.sentence
    unrated = tell_practice(replace(data, exercises=(data.exercises[-1],)))
    assert "no exercise rated before and after so far" in unrated.sentence
    assert not few.is_enough


def test_what_was_rated_too_seldom_is_not_drawn_and_many_are_cut() -> None:
    data = a_practice_trend()
    assert data.exercises[-1] not in drawn_exercises(data)
    many = replace(data, exercises=data.exercises[:1] * 12)
    assert len(drawn_exercises(many)) == MOST_EXERCISES
    assert tell_practice(many).reading.endswith("The 8 most frequent are drawn.")


def test_a_change_in_words() -> None:
    assert say_exercise(ONCE, Change(2, 6, 4)) == "Soften: 6 before, 4 after · twice"
    assert say_exercise(ONCE, Change(1, 6, 4)) == "Soften: 6 before, 4 after · 1 rated of 2 times"
