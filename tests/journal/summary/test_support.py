"""Sections of the support card stand in a summary where they were picked."""

import pytest
from support.summary_blocks import items_of, said_by, section_of

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.summary import Block, Points, Words
from caregiver_journal.domain.support import EMERGENCY, SIGNS, SupportLine
from caregiver_journal.journal import supporting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.support_numbers import take_numbers
from caregiver_journal.journal.supporting import rename_section, write_line

ONE = Block.SUPPORT


def _write(journal: Journal) -> None:
    write_line(journal, SupportLine(SIGNS, "I eat standing up", "Sit down"))
    write_line(journal, SupportLine(SIGNS, "עייפה"))
    rename_section(journal, SIGNS, "How it begins")


def test_sections_with_lines_are_offered_and_none_is_in(journal: Journal) -> None:
    assert items_of(journal, ONE) == ()
    _write(journal)
    (item,) = items_of(journal, ONE)
    assert (item.key, item.words, item.is_in_at_first, item.entry_id) == (
        "support/section/signs",
        "How it begins",
        False,
        "",
    )
    assert section_of(journal, ONE) is None


def test_a_section_stands_as_the_person_calls_it(journal: Journal) -> None:
    _write(journal)
    section = said_by(journal, ONE, taken=["support/section/signs", "support/section/people"])
    assert (section.title, section.counted) == ("Support card", "2 lines")
    assert section.pieces == (
        Words("How it begins:", is_own=True),
        Points((("I eat standing up – Sit down", ""), ("עייפה", ""))),
    )
    assert section.entry_ids == ()


def test_whose_numbers_they_are_is_said(journal: Journal) -> None:
    take_numbers(journal, "Ireland")
    section = said_by(journal, ONE, taken=[f"support/section/{EMERGENCY}"])
    note = section.pieces[-1]
    assert isinstance(note, Words)
    assert note.is_small
    assert note.text.startswith("Numbers: Ireland, looked up on")


def test_the_card_stands_without_the_words_of_the_program(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    _write(journal)
    write_line(journal, SupportLine("people", "My cousin"))

    def broken() -> None:
        raise ContentError("broken")

    monkeypatch.setattr(supporting, "sections", broken)
    taken = [item.key for item in items_of(journal, ONE)]
    section = said_by(journal, ONE, taken=taken)
    titles = [piece.text for piece in section.pieces if isinstance(piece, Words)]
    assert titles == ["How it begins:", "Lines:"]
