"""Presets come back as they were kept, and what cannot be read of one falls back to the usual."""

import json

import pytest

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.summary import ON_AT_FIRST, Block
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.presets import (
    MAX_NAME,
    Preset,
    all_presets,
    delete_preset,
    write_preset,
)

MONTHLY = Preset("Monthly", Span.MONTH, frozenset({Block.MOOD, Block.TALK}))


def test_presets_are_kept_by_their_names(journal: Journal) -> None:
    other = Preset("for  Dr. K.", Span.SESSION, frozenset(Block))
    write_preset(journal, MONTHLY)
    write_preset(journal, other)
    assert other.name == "for Dr. K."
    assert all_presets(journal) == (other, MONTHLY)


def test_one_of_the_same_name_is_written_over(journal: Journal) -> None:
    write_preset(journal, MONTHLY)
    again = Preset("MONTHLY", Span.YEAR, frozenset())
    write_preset(journal, again)
    assert all_presets(journal) == (again,)


def test_one_that_is_deleted_can_be_brought_back(journal: Journal) -> None:
    write_preset(journal, MONTHLY)
    bring_back = delete_preset(journal, MONTHLY)
    assert all_presets(journal) == ()
    bring_back()
    assert all_presets(journal) == (MONTHLY,)


@pytest.mark.parametrize("name", ["", "  ", "x" * (MAX_NAME + 1)])
def test_a_name_is_needed_and_has_its_length(name: str) -> None:
    with pytest.raises(InvalidValueError):
        Preset(name, Span.MONTH, ON_AT_FIRST)


@pytest.mark.parametrize(
    ("content", "span", "blocks"),
    [
        ("no json", Span.MONTH, ON_AT_FIRST),
        ("[]", Span.MONTH, ON_AT_FIRST),
        (json.dumps({"span": "year"}), Span.YEAR, ON_AT_FIRST),
        (json.dumps({"span": "year", "blocks": ["mood", "later"]}), Span.YEAR, {Block.MOOD}),
    ],
)
def test_what_a_later_version_wrote_is_read_as_far_as_it_can_be(
    journal: Journal, content: str, span: Span, blocks: set[Block]
) -> None:
    with journal.writing(Topic.PRESET):
        journal.presets.write("Old", content)
    assert all_presets(journal) == (Preset("Old", span, frozenset(blocks)),)
