"""What is being written and not yet saved is kept, form by form."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.clock import FixedClock
from support.journals import Place
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.journal.journal import Journal

plain = st.recursive(
    st.none() | st.booleans() | st.integers() | anything,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@settings(quick, max_examples=25)
@given(content=st.dictionaries(anything, plain))
def test_a_draft_comes_back_as_it_was(journal: Journal, content: dict[str, object]) -> None:
    journal.save_draft("mood", content)
    assert journal.drafts.read("mood") == content


def test_each_form_has_a_draft_of_its_own(journal: Journal) -> None:
    journal.save_draft("mood", {"note": "one"})
    journal.save_draft("boundary", {"note": "two"})
    assert journal.drafts.read("mood") == {"note": "one"}
    assert journal.drafts.read("boundary") == {"note": "two"}
    assert journal.drafts.read("session") == {}


def test_an_empty_draft_leaves_nothing_behind(journal: Journal) -> None:
    journal.save_draft("mood", {"note": "one"})
    journal.save_draft("mood", {})
    assert journal.drafts.read("mood") == {}
    assert journal.database.rows("SELECT * FROM drafts") == []


def test_a_draft_survives_the_program(place: Place) -> None:
    place.open().save_draft("mood", {"note": "half a sent"})
    place.close()
    assert place.open().drafts.read("mood") == {"note": "half a sent"}


def test_a_draft_knows_when_it_was_written(journal: Journal, clock: FixedClock) -> None:
    journal.save_draft("mood", {"note": "one"})
    clock.advance(minutes=5)
    journal.save_draft("mood", {"note": "two"})
    assert journal.database.rows("SELECT changed FROM drafts") == [("2026-11-20T17:57:00.000000Z",)]


@pytest.mark.parametrize("content", ["", "{", "[]", '"text"', "null", "7"])
def test_a_draft_that_makes_no_sense_counts_as_none(journal: Journal, content: str) -> None:
    with journal.writing():
        journal.database.write("INSERT INTO drafts VALUES ('mood', ?, 'then')", (content,))
    assert journal.drafts.read("mood") == {}


def test_it_is_known_when_a_draft_was_last_written(journal: Journal, clock: FixedClock) -> None:
    assert journal.drafts.changed("mood") is None
    journal.save_draft("mood", {"note": "one"})
    clock.advance(minutes=5)
    journal.save_draft("mood", {"note": "two"})
    assert journal.drafts.changed("mood") == clock()
    journal.save_draft("mood", {})
    assert journal.drafts.changed("mood") is None
