"""Drafts of one form are told apart by what they are about."""

from datetime import UTC, datetime

import pytest

from caregiver_journal.journal.unfinished import (
    NEW,
    is_entry,
    is_part,
    left_at,
    read_unfinished,
)


@pytest.mark.parametrize(
    ("about", "entry", "part"),
    [(NEW, False, False), ("plan:7", False, True), ("0b0e6f1c-1a2b", True, False)],
)
def test_what_a_draft_is_about(about: str, *, entry: bool, part: bool) -> None:
    assert (is_entry(about), is_part(about)) == (entry, part)


def test_a_record_holds_drafts_by_what_they_are_about() -> None:
    record: dict[str, object] = {"plan:7": {"words": "No."}, NEW: {"asked": "Stay"}}
    assert read_unfinished(record) == record
    assert list(read_unfinished(record)) == ["plan:7", NEW], "the last one written in is first"
    assert read_unfinished({}) == {}


@pytest.mark.parametrize(
    ("entry", "about"), [("an-id", "an-id"), ("", NEW), (None, NEW), (7, NEW), ({}, NEW)]
)
def test_a_bare_draft_is_a_record_of_one(entry: object, about: str) -> None:
    bare = {"level": 2, "entry": entry}
    assert read_unfinished(bare) == {about: bare}


@pytest.mark.parametrize(
    ("left", "moment"),
    [
        ("2026-11-20T17:52:00+00:00", datetime(2026, 11, 20, 17, 52, tzinfo=UTC)),
        ("2026-11-20T17:52:00", None),
        ("soon", None),
        (7, None),
        (None, None),
    ],
)
def test_a_draft_says_when_it_was_left(left: object, moment: datetime | None) -> None:
    assert left_at({"left": left}) == moment
