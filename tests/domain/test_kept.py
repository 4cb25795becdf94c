"""What was decided is kept as it lies in the journal, and cleaned as everything that comes in."""

from collections.abc import Callable
from datetime import date

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.kept import (
    KeptCard,
    KeptDeck,
    KeptExercise,
    KeptFeeling,
    KeptInstrument,
    KeptPrompt,
    KeptScript,
    KeptWorkday,
    Setting,
    SupportTitle,
    TagMark,
)

MAKERS: tuple[tuple[str, Callable[[str], object]], ...] = (
    ("name", TagMark),
    ("word", KeptFeeling),
    ("text", lambda text: KeptScript("own.1", is_own=True, text=text)),
    ("title", lambda text: KeptDeck("own.1", is_own=True, title=text)),
    ("text", lambda text: KeptPrompt("own.1", is_own=True, text=text)),
    ("title", lambda text: KeptExercise("own.1", is_own=True, title=text, steps=("x",))),
    ("title", lambda text: KeptCard("own.1", is_own=True, title=text, text="x")),
    ("title", lambda text: SupportTitle("signs", text)),
)


@pytest.mark.parametrize(("field", "make"), MAKERS)
def test_words_are_cleaned_and_needed(field: str, make: Callable[[str], object]) -> None:
    assert getattr(make(" e\u0301 \ud800"), field) == "é \ufffd"
    with pytest.raises(InvalidValueError) as refused:
        make(" ")
    assert refused.value.field == field


def test_what_belongs_to_the_program_needs_no_words() -> None:
    kept = (
        KeptScript("a", is_hidden=True),
        KeptDeck("a", is_hidden=True),
        KeptPrompt("a", is_hidden=True),
        KeptExercise("a", is_favourite=True),
        KeptCard("a", is_read=True),
    )
    assert {each.is_own for each in kept} == {False}


def test_the_steps_of_an_exercise_are_cleaned() -> None:
    kept = KeptExercise("own.1", is_own=True, title="x", minutes=3, steps=(" one ", "two"))
    assert kept.steps == ("one", "two")
    with pytest.raises(InvalidValueError):
        KeptExercise("own.1", is_own=True, title="x", minutes=0, steps=("one",))


@pytest.mark.parametrize("days", [0, 367])
def test_a_questionnaire_waits_a_day_to_a_year(days: int) -> None:
    assert KeptInstrument("a", repeat_days=1).repeat_days == 1
    with pytest.raises(InvalidValueError, match="1 to 366"):
        KeptInstrument("a", repeat_days=days)


def test_hours_and_load_have_their_ranges() -> None:
    assert KeptWorkday(date(2026, 11, 20), "Early", 8, 10).hours == 8.0
    with pytest.raises(InvalidValueError):
        KeptWorkday(date(2026, 11, 20), load=11)


def test_a_setting_takes_what_it_may_take_and_one_of_later_versions_anything() -> None:
    assert Setting("of a later version", 7).value == 7
    with pytest.raises(InvalidValueError, match="cannot be set"):
        Setting("look", "pink")
