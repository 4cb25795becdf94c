"""Whatever a stored draft of a reflection turns out to be, the form can show it."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.builders import an_entry
from support.clock import START

from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.reflection import PARTS, Form, Reflection, Whose, Worry, Written
from caregiver_journal.ui.pages.reflect.drafts import (
    EMPTY,
    ReflectDraft,
    WorryDraft,
    draft_of,
    from_plain,
    reflection_of,
    to_plain,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = TEXT.filter(bool)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
    lambda part: st.lists(part, max_size=4) | st.dictionaries(st.text(max_size=9), part),
    max_leaves=8,
)
PERCENT = st.none() | st.integers(0, 100)


@st.composite
def drafts(draw: st.DrawFn) -> ReflectDraft:
    form = draw(st.sampled_from(Form))
    texts = draw(st.dictionaries(st.sampled_from(PARTS[form] or ("later",)), WORDS))
    worry = st.builds(WorryDraft, text=TEXT, whose=st.none() | st.sampled_from(Whose), step=TEXT)
    return ReflectDraft(
        form=form,
        question=draw(TEXT),
        prompt=draw(TEXT),
        theme=draw(TEXT),
        texts=tuple(Written(*each) for each in texts.items()),
        belief_before=draw(PERCENT),
        belief_after=draw(PERCENT),
        worries=tuple(draw(st.lists(worry, max_size=3))),
        note=draw(TEXT),
        happened=draw(st.none() | st.just(datetime(2026, 11, 2, 7, 5, tzinfo=UTC))),
        never_export=draw(st.booleans()),
    )


@given(drafts())
def test_a_draft_comes_back_as_it_was_kept(draft: ReflectDraft) -> None:
    stored = json.loads(json.dumps(to_plain(draft, "an-id")))
    assert from_plain(stored) == (draft, "an-id")


@given(st.dictionaries(st.sampled_from((*ReflectDraft._fields, "zone", "entry")), JSON))
def test_whatever_is_stored_can_be_shown(plain: dict[str, object]) -> None:
    draft, _entry_id = from_plain(plain)
    assert from_plain(to_plain(draft, ""))[0] == draft


def test_nothing_is_stored_of_an_empty_form() -> None:
    assert to_plain(EMPTY, "") == {}
    assert not EMPTY.has_more
    assert EMPTY._replace(tags=("night",)).has_more


@pytest.mark.parametrize(
    "detail",
    [
        Reflection(Form.FREE, (Written("answer", "a"),), "Why?", "p", "t"),
        Reflection(Form.THOUGHT, (Written("thought", "b"),), belief_before=80, belief_after=0),
        Reflection(Form.PATTERN, (Written("trigger", "c"), Written("of_later", "d"))),
        Reflection(Form.SORTER, worries=(Worry("e", Whose.MINE, "f"), Worry("g"))),
    ],
)
def test_an_entry_says_as_a_draft_what_it_says(detail: Reflection) -> None:
    draft = draft_of(an_entry("note", START, mood=detail, tags=("night",)))
    assert reflection_of(draft) == detail
    assert (draft.note, draft.tags, draft.happened) == ("note", ("night",), START)


def test_a_step_is_kept_while_a_worry_is_not_mine_and_saved_only_where_it_is() -> None:
    draft = EMPTY._replace(form=Form.SORTER, worries=(WorryDraft("a", Whose.THEIRS, "b"),))
    assert from_plain(to_plain(draft, ""))[0] == draft
    assert reflection_of(draft).worries == (Worry("a", Whose.THEIRS),)


def test_what_is_left_of_a_lost_entry_becomes_something_written_freely() -> None:
    draft = draft_of(replace(an_entry(), detail=Lost(Kind.REFLECTION, "what is left")))
    assert (draft.form, draft.text("answer"), draft.text("other")) == (
        Form.FREE,
        "what is left",
        "",
    )
