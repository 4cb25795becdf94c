"""A step and a try: what they take, in which order they stand, and what is said of them."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from support.clock import START

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.ladder import (
    MAX_SITUATION,
    Step,
    Try,
    compared,
    easiest_first,
    newest_first,
    say_tries,
)

TRY = Try(1, START, 6)
TODAY = START.date()


def tries(*pairs: tuple[int, int | None]) -> tuple[Try, ...]:
    """Return tries on days in a row, the first pair being the earliest; newest first."""
    made = [
        Try(1, START + timedelta(days=n), expected, actual, number=n + 1)
        for n, (expected, actual) in enumerate(pairs)
    ]
    return tuple(reversed(made))


# --- a step ---------------------------------------------------------------------------------------


def test_a_step_is_one_clean_line() -> None:
    assert Step("  say\nno \x07 today ", 3).text == "say no today"


@pytest.mark.parametrize(
    ("text", "distress", "field"),
    [
        ("  \n ", 3, "text"),
        ("x" * (MAX_SITUATION + 1), 3, "text"),
        ("say no", -1, "distress"),
        ("say no", 11, "distress"),
        ("say no", True, "distress"),
        ("say no", None, "distress"),
        ("say no", 3.0, "distress"),
    ],
)
def test_a_step_that_does_not_fit_is_refused_at_its_field(
    text: str, distress: int, field: str
) -> None:
    with pytest.raises(InvalidValueError) as refused:
        Step(text, distress)
    assert refused.value.field == field


@pytest.mark.parametrize("distress", [0, 10])
def test_the_ends_of_the_scale_fit(distress: int) -> None:
    assert Step("x" * MAX_SITUATION, distress).distress == distress


def test_the_easiest_comes_first_and_equal_ones_by_the_alphabet() -> None:
    steps = [Step("b", 4), Step("z", 1), Step("A", 4), Step("a", 4, number=9)]
    assert [(s.distress, s.text) for s in easiest_first(steps)] == [
        (1, "z"),
        (4, "A"),
        (4, "a"),
        (4, "b"),
    ]


def test_what_was_written_is_not_in_its_representation() -> None:
    assert "mother" not in repr(Step("mother", 3)) + repr(replace(TRY, note="mother"))


# --- a try ----------------------------------------------------------------------------------------


def test_a_try_keeps_what_was_said() -> None:
    tried = Try(1, START, 6, 4, "  went\r\nwell ", "abc")
    assert (tried.note, tried.actual) == ("went\nwell", 4)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"happened": datetime(2026, 11, 20, 12)}, "happened"),  # noqa: DTZ001 - on purpose
        ({"happened": START.replace(year=1899)}, "happened"),
        ({"expected": 11}, "expected"),
        ({"expected": None}, "expected"),
        ({"actual": -1}, "actual"),
        ({"actual": False}, "actual"),
    ],
)
def test_a_try_that_does_not_fit_is_refused_at_its_field(
    change: dict[str, object], field: str
) -> None:
    values: dict[str, object] = {"step": 1, "happened": START, "expected": 6} | change
    with pytest.raises(InvalidValueError) as refused:
        Try(**values)  # type: ignore[arg-type]
    assert refused.value.field == field


def test_the_newest_comes_first_also_within_one_moment() -> None:
    first, second = replace(TRY, number=1), replace(TRY, number=2)
    later = replace(TRY, happened=START + timedelta(minutes=1))
    assert newest_first([first, later, second]) == (later, second, first)


# --- what is said ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        ((), "not tried yet"),
        (((6, 4),), "tried once, on 20 November: expected 6, was 4"),
        (((6, 4), (5, None)), "tried twice, last on 21 November: expected 5"),
        (((6, 4), (5, 5), (4, 1)), "tried 3 times, last on 22 November: expected 4, was 1"),
    ],
)
def test_tries_are_said_in_words(pairs: tuple[tuple[int, int | None], ...], said: str) -> None:
    assert say_tries(tries(*pairs), TODAY) == said


def test_another_year_is_said() -> None:
    assert "20 November 2026" in say_tries(tries((6, 4)), TODAY.replace(year=2027))


def test_only_what_has_both_numbers_is_compared_the_earliest_first() -> None:
    made = tries((6, 4), (5, None), (4, 0))
    assert [(tried.expected, was) for tried, was in compared(made)] == [(6, 4), (4, 0)]
