"""A row shows the part of a note in which the words were found."""

import pytest
from support.builders import a_mood, an_entry
from support.clock import START

from caregiver_journal.ui.entry_rows import excerpt, make_row, make_rows
from caregiver_journal.ui.widgets.entry_list import DayHeading

LONG = "Nothing of note happened. " * 30


@pytest.mark.parametrize(
    ("note", "words", "line"),
    [
        ("", "", ""),
        ("Two\nlines  here", "", "Two lines here"),
        ("The canal.", "canal", "The canal."),
        ("x" * 90 + " canal", "canal", "… canal"),
        ("x" * 90, "canal", "x" * 90),
    ],
)
def test_a_line_begins_shortly_before_the_match(note: str, words: str, line: str) -> None:
    assert excerpt(note, words) == line


def test_the_line_of_a_long_note_is_short() -> None:
    assert len(excerpt(LONG, "")) <= 500
    assert len(excerpt(f"{LONG} canal {LONG}", "canal")) <= 502


def test_a_word_too_long_to_step_over_is_cut() -> None:
    assert excerpt("y" * 200 + "-canal", "canal").startswith("… yyy")


def test_what_matches_is_marked_in_title_line_and_tags() -> None:
    entry = an_entry("A calm walk.", mood=a_mood(words=("calm",)), tags=("work", "calm day"))
    row = make_row(entry, "calm")
    assert row.title[slice(*row.title_marks[0])] == "calm"
    assert row.line[slice(*row.line_marks[0])] == "calm"
    assert (row.chips, row.marked_chips) == (("calm day", "work"), 1)
    plain = make_row(entry)
    assert (plain.title_marks, plain.line_marks, plain.marked_chips) == ((), (), 0)
    assert plain.chips == ("work", "calm day")


def test_each_day_has_one_heading() -> None:
    entries = [an_entry(), an_entry()]
    rows = make_rows(entries, START.date(), None)
    assert [isinstance(row, DayHeading) for row in rows] == [True, False, False]
    assert not any(
        isinstance(row, DayHeading) for row in make_rows(entries, START.date(), START.date())
    )
