"""A reflection holds what was written along its form, and refuses to be saved empty."""

from dataclasses import replace
from typing import Any

import pytest
from support.builders import a_reflection

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.reflection import (
    BELIEFS,
    FORM_WORDS,
    MAX_WORRIES,
    PARTS,
    WHOSE_WORDS,
    Form,
    Reflection,
    Whose,
    Worry,
    Written,
    check_reflection,
    form_word,
    whose_word,
)


def test_every_form_and_owner_has_words_and_every_belief_a_text() -> None:
    assert list(FORM_WORDS) == list(PARTS) == list(Form)
    assert list(WHOSE_WORDS) == list(Whose)
    assert form_word(Form.THOUGHT) == "Thought record"
    assert whose_word(Whose.NOBODY) == "Nobody’s"
    for form, texts in BELIEFS.items():
        assert set(texts) <= set(PARTS[form])


def test_texts_stand_in_the_order_of_the_form_and_empty_ones_are_left_out() -> None:
    texts = (Written("kinder", " She was tired. "), Written("for", " "), Written("thought", "x"))
    reflection = Reflection(Form.THOUGHT, texts)
    assert reflection.texts == (Written("thought", "x"), Written("kinder", "She was tired."))
    assert reflection.text("kinder") == "She was tired."
    assert reflection.text("for") == ""


def test_a_part_that_only_a_later_version_knows_is_kept_behind_the_others() -> None:
    texts = (Written("weather", "rain"), Written("answer", "yes"), Written("age", "old"))
    kept = Reflection(Form.FREE, texts).texts
    assert [each.part for each in kept] == ["answer", "age", "weather"]


def test_of_two_texts_for_one_part_the_later_one_counts() -> None:
    reflection = Reflection(Form.FREE, (Written("answer", "a"), Written("answer", "b")))
    assert reflection.texts == (Written("answer", "b"),)


def test_a_next_step_belongs_to_what_is_mine_only() -> None:
    assert Worry(" The rota ", Whose.MINE, " Ask on Monday ").step == "Ask on Monday"
    assert Worry("His anger", Whose.THEIRS, "Ask").step == ""
    assert Worry("The weather", None, "Ask").step == ""


def test_worries_without_words_are_left_out_and_all_words_are_known() -> None:
    worries = (Worry("rota", Whose.MINE, "ask"), Worry(" "), Worry("weather", Whose.NOBODY))
    reflection = Reflection(Form.SORTER, worries=worries)
    assert [worry.text for worry in reflection.worries] == ["rota", "weather"]
    assert reflection.words == ("rota", "ask", "weather")
    assert a_reflection("yes", question="Why?").words == ("yes",), "the question is not written"


@pytest.mark.parametrize("part", ["belief_before", "belief_after"])
@pytest.mark.parametrize("value", [-1, 101, 50.0, True])
def test_a_belief_is_a_whole_number_from_0_to_100(part: str, value: Any) -> None:
    said: dict[str, Any] = {part: value}
    with pytest.raises(InvalidValueError) as caught:
        replace(a_reflection(), **said)
    assert caught.value.field == part


@pytest.mark.parametrize("form", Form)
def test_nothing_at_all_is_not_saved_and_the_first_field_is_named(form: Form) -> None:
    with pytest.raises(InvalidValueError) as caught:
        check_reflection(Reflection(form, question="Why?", belief_before=50))
    assert caught.value.field == (PARTS[form] or ("worries",))[0]


def test_any_one_text_is_enough() -> None:
    check_reflection(Reflection(Form.WEEK, (Written("change", "Sleep."),)))
    check_reflection(Reflection(Form.SORTER, worries=(Worry("The rota"),)))


def test_very_many_worries_are_too_many() -> None:
    worries = tuple(Worry(f"worry {number}") for number in range(MAX_WORRIES + 1))
    check_reflection(Reflection(Form.SORTER, worries=worries[1:]))
    with pytest.raises(InvalidValueError, match="30"):
        check_reflection(Reflection(Form.SORTER, worries=worries))
