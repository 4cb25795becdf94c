"""What the form that changes a practice holds survives as plain values, whatever these are."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.clock import START

from caregiver_journal.domain.entry import Content, Detail, Entry, Lost, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.ui.pages.practised.drafts import (
    EMPTY,
    LOST,
    draft_of,
    from_plain,
    practice_of,
    to_plain,
)

PRACTICE = Practice(
    "letter",
    "A letter to myself",
    seconds=900,
    steps_done=5,
    steps=6,
    distress_before=6,
    kindness_after=4,
    texts=(Part("answer", "The answer", "You were tired."),),
    back_on=date(2026, 12, 4),
    read_again=datetime(2026, 12, 5, tzinfo=UTC),
)


def entry_of(detail: Detail) -> Entry:
    return make_entry(Content(detail), START)


def test_a_practice_becomes_a_draft_and_the_same_practice_again() -> None:
    draft = draft_of(entry_of(PRACTICE))
    assert practice_of(draft, draft) == PRACTICE
    plain = to_plain(draft, "abc")
    assert from_plain(plain) == (draft, "abc")
    assert to_plain(EMPTY, "") == {}


def test_with_another_day_to_come_back_it_waits_again() -> None:
    opened = draft_of(entry_of(PRACTICE))
    later = from_plain({**to_plain(opened, ""), "back_on": "2027-01-01"})[0]
    assert not practice_of(opened, opened).waits
    assert practice_of(later, opened).waits


def test_of_what_was_lost_the_words_are_left() -> None:
    draft = draft_of(entry_of(Lost(Kind.PRACTICE, "You were tired.")))
    assert draft.exercise == LOST
    assert practice_of(draft, draft).words == ("You were tired.",)
    assert draft_of(entry_of(Mood(3))).exercise == ""


junk = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-10, 10**6),
    st.text(max_size=5),
    st.lists(st.one_of(st.text(max_size=3), st.lists(st.text(max_size=3), max_size=4))),
    st.dictionaries(st.text(max_size=3), st.text(max_size=3), max_size=2),
)


@given(st.dictionaries(st.sampled_from(sorted(to_plain(draft_of(entry_of(PRACTICE)), "x"))), junk))
def test_whatever_stands_there_becomes_some_draft(plain: dict[str, object]) -> None:
    draft, _entry = from_plain(plain)
    assert from_plain(to_plain(draft, "x"))[0] == draft


@pytest.mark.parametrize("texts", [[["a", "b"]], "words", [["a", "b", 3]]])
def test_parts_that_are_none_are_left_out(texts: object) -> None:
    draft, _entry = from_plain({"texts": texts})
    assert all(isinstance(part, Part) for part in draft.texts)
