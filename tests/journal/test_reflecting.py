"""What the Reflect page shows: themes, which question comes first, and what is broken."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.builders import an_entry

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.entry import Said
from caregiver_journal.domain.prompt import Prompt
from caregiver_journal.domain.reflection import Form, Reflection, Written, form_word
from caregiver_journal.journal import reflecting
from caregiver_journal.journal.exercising import find_exercise
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import add_deck, add_prompt, hide_deck, hide_prompt
from caregiver_journal.journal.reflecting import (
    STEPS,
    ReflectOverview,
    next_after,
    read_reflecting,
    words_of,
)

TODAY = date(2026, 11, 20)
ONE, TWO, THREE = (Prompt(name, "theme", f"{name}?") for name in ("one", "two", "three"))


def write(journal: Journal, detail: Said) -> None:
    now = journal.clock()
    journal.add(an_entry(at=now, mood=detail, written=now))


def overview(**answered: int) -> ReflectOverview:
    """Return an overview in which questions were answered on these days of a month."""
    days = {name: f"2026-11-{day:02}" for name, day in answered.items()}
    return ReflectOverview((), {}, {}, (), {}, days)


def test_themes_stand_in_their_order_with_what_was_answered(journal: Journal) -> None:
    before = read_reflecting(journal)
    row = before.themes[0]
    assert {prompt.is_deeper for prompt in row.deeper} == {True}
    assert (*row.ordinary, *row.deeper) == row.prompts
    first = row.prompts[0]
    answer = Reflection(Form.FREE, (Written("answer", "a"),), first.text, first.id, row.theme.id)
    for detail in (
        answer,
        answer,
        Reflection(Form.FREE, (Written("answer", "b"),)),
        Reflection(Form.WEEK, (Written("helped", "c"),)),
    ):
        write(journal, detail)
    after = read_reflecting(journal)
    assert [one.answers for one in after.themes] == [2, *(0 for _one in after.themes[1:])]
    assert after.counts == {Form.FREE: 1, Form.WEEK: 1}
    assert [words.form for words in after.forms] == list(STEPS)
    assert after.answered == {first.id: TODAY.isoformat()}
    assert after.faults == ()


def test_what_is_hidden_is_not_shown_and_still_known(journal: Journal) -> None:
    first, second, *_rest = read_reflecting(journal).themes
    deck = add_deck(journal, "Of my own")
    own = add_prompt(journal, "And the garden?", deck.id)
    hide_deck(journal, first.theme.id, hidden=True)
    for prompt in second.prompts[1:]:
        hide_prompt(journal, prompt.id, hidden=True)
    seen = read_reflecting(journal)
    assert seen.row_of(first.theme.id) is None
    assert seen.titles[first.theme.id] == first.theme.title
    assert [one.prompts for one in seen.themes if one.theme.id == second.theme.id] == [
        (second.prompts[0],)
    ]
    assert seen.prompts[second.prompts[1].id].is_hidden
    assert seen.themes[-1].prompts == (own,)
    empty = add_deck(journal, "Empty")
    assert read_reflecting(journal).row_of(empty.id) is None


def test_the_first_question_is_one_that_rested() -> None:
    questions = (ONE, TWO, THREE)
    assert overview().first_of(questions) is ONE
    assert overview(one=18).first_of(questions) is TWO
    assert overview(one=17, two=11, three=19).first_of(questions) is TWO
    assert overview().first_of(()) is None


@pytest.mark.parametrize(("days_ago", "is_lately"), [(0, True), (29, True), (30, False)])
def test_what_was_answered_a_month_ago_is_not_lately(
    journal: Journal, days_ago: int, *, is_lately: bool
) -> None:
    first = read_reflecting(journal).themes[0].prompts[0]
    detail = Reflection(Form.FREE, (Written("answer", "a"),), first.text, first.id, first.theme)
    at = journal.clock() - timedelta(days=days_ago)
    journal.add(an_entry(at=at, mood=detail, written=journal.clock()))
    assert (first.id in read_reflecting(journal).answered) is is_lately


def test_another_question_is_the_next_one_and_after_the_last_the_first() -> None:
    questions = (ONE, TWO, THREE)
    assert next_after(questions, "one") is TWO
    assert next_after(questions, "three") is ONE
    assert next_after(questions, "unknown") is ONE
    assert next_after((ONE,), "one") is None
    assert next_after((), "one") is None


def test_a_broken_file_takes_its_own_part_away(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise ContentError("prompts.toml, line 3: no")

    with monkeypatch.context() as broken:
        broken.setattr(reflecting, "all_themes", refuse)
        seen = read_reflecting(journal)
        assert (seen.themes, len(seen.forms), len(seen.faults)) == ((), len(STEPS), 1)
    monkeypatch.setattr(reflecting, "form_words", refuse)
    seen = read_reflecting(journal)
    assert (bool(seen.themes), seen.forms, len(seen.faults)) == (True, (), 1)
    assert [field.label for field in words_of(Form.WEEK).fields] == ["helped", "did_not", "change"]


def test_the_words_of_a_form_are_those_of_its_file() -> None:
    assert words_of(Form.THOUGHT).about
    assert replace(words_of(Form.FREE), about="").form is Form.FREE


def test_nothing_in_the_list_is_called_as_something_else_is(journal: Journal) -> None:
    forms = {form_word(form) for form in Form}
    assert len(forms) == len(Form)
    assert not forms & {row.theme.title for row in read_reflecting(journal).themes}


@pytest.mark.parametrize(
    ("exercise", "form"), [("three-lines", Form.THREE_LINES), ("end-of-shift", Form.SHIFT_END)]
)
def test_an_exercise_that_leads_through_a_form_is_called_like_it(exercise: str, form: Form) -> None:
    assert find_exercise(exercise).title == form_word(form)
