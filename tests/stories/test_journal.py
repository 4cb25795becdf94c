"""Finding, choosing, deleting and getting back, by mouse once and by keyboard once."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListWidget
from support.builders import an_entry
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.domain.entry import Entry

NOTES = (
    "Walked home along the canal; the café was still open.",
    "A family was angry and I took it home with me.",
    'She said "you are NOT listening" and left.',
    "Slept eight hours.",
)
LIST, TRASH = "journal.entries", "trash.entries"


@pytest.fixture
def reader(writer: Driver) -> Driver:
    """Somebody with four entries of four days, on Today."""
    tags = (("walk",), ("family", "work"), ("work",), ())
    with writer.journal.writing():
        for note, tag in zip(NOTES, tags, strict=True):
            writer.journal.entries.add(an_entry(note, writer.clock(), tags=tag))
            writer.clock.advance(hours=-24)
    writer.clock.advance(hours=24 * len(NOTES))
    return writer


def count(reader: Driver) -> int:
    return reader.journal.entries.count()[0]


def answer(reader: Driver, part: str) -> None:
    """Answer a question once it stands there."""
    settle()
    reader.press(f"trash.confirm.{part}")


def in_trash(reader: Driver) -> list[Entry]:
    rows = reader.journal.database.rows("SELECT id FROM entries WHERE deleted IS NOT NULL")
    return [reader.journal.entries.get(entry_id) for (entry_id,) in rows]


# --- searching ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("canal", [0]),
        ("CAFE", [0]),
        ("home", [0, 1]),
        ("hom", [0, 1]),
        ('"you are', [2]),
        ("not", [2]),
        ("NOT listening", [2]),
        ("canal OR family", []),
        ("work", [1, 2]),
        ("work home", [1]),
        ("eight*", [3]),
        ("(", [0, 1, 2, 3]),
    ],
)
def test_any_words_can_be_searched_for(reader: Driver, words: str, found: list[int]) -> None:
    reader.look_for(words)
    assert reader.page() == "journal"
    if found:
        lines = [row.line for row in reader.rows(LIST)]
        assert len(lines) == len(found)
        assert all(NOTES[number] in lines for number in found)
    else:
        assert reader.sees("empty.step")


def test_matching_words_are_shown_and_counted(reader: Driver) -> None:
    reader.look_for("home wal")
    assert "1 found" in reader.seen_texts()
    (row,) = reader.rows(LIST)
    assert [row.line[start:end] for start, end in row.line_marks] == ["Walked", "home"]
    assert (row.chips, row.marked_chips) == (("walk",), 1)
    reader.keys("Esc")
    assert "4 entries since November 2026" in reader.seen_texts()


def test_a_match_far_down_a_note_is_shown_in_its_row(reader: Driver) -> None:
    reader.journal.add(an_entry("Nothing of note. " * 40 + "Then the lighthouse.", reader.clock()))
    reader.look_for("lighthouse")
    (row,) = reader.rows(LIST)
    assert row.line.startswith("… ")
    assert row.line.endswith("Then the lighthouse.")
    assert len(row.line) < 80


def test_searching_by_keyboard(reader: Driver) -> None:
    reader.look_for("home")
    assert keyboard().objectName() == "journal.search"
    reader.keys("Down")
    assert keyboard().objectName() == LIST
    assert reader.chosen(LIST) == [NOTES[0]]
    reader.keys("Down")
    assert reader.chosen(LIST) == [NOTES[1]]
    reader.keys("F2")
    assert reader.page() == "mood"
    reader.type_into("checkin.note", "I took it home with me, and left it at the door.")
    reader.keys("Ctrl+Return")
    reader.wait_for_page("journal")
    assert reader.text("journal.search") == "home"
    assert len(reader.rows(LIST)) == 2
    reader.keys("Ctrl+F", "Esc")
    assert reader.text("journal.search") == ""
    assert len(reader.rows(LIST)) == 4
    assert keyboard().objectName() == "journal.search"
    reader.keys("Esc")
    assert keyboard().objectName() == LIST


def test_a_search_that_finds_nothing_offers_one_step(reader: Driver) -> None:
    reader.look_for("lighthouse")
    assert "No entry fits this search." in reader.seen_texts()
    reader.press("empty.step")
    assert reader.text("journal.search") == ""
    assert len(reader.rows(LIST)) == 4


def test_filters_add_up_and_go_in_one_step(reader: Driver) -> None:
    reader.look_for("home")
    reader.press("journal.time")
    reader.press("journal.time.popover.often.week")
    reader.keys("Esc")
    assert len(reader.rows(LIST)) == 2
    reader.press("journal.tags")
    reader.press("journal.tags.popover.tag.0")  # the most used one is "work"
    reader.keys("Esc")
    assert reader.notes(LIST) == [NOTES[1]]
    reader.press("journal.clear")
    assert len(reader.rows(LIST)) == 2
    assert reader.text("journal.search") == "home"


def test_days_and_marks_filter_too(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    reader.press("journal.session")
    reader.press("journal.tags")
    reader.press("journal.tags.popover.session")
    reader.keys("Esc")
    assert reader.notes(LIST) == [NOTES[0]]
    reader.press("journal.clear")
    reader.press("journal.time")
    reader.press("journal.time.popover.last.on")
    reader.keys("Esc")
    assert len(reader.rows(LIST)) == 4


# --- several at once ------------------------------------------------------------------------------


def test_several_are_deleted_and_come_back_by_keyboard(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Shift+Down", "Shift+Down")
    assert reader.chosen(LIST) == list(NOTES[:3])
    assert "3 entries chosen" in reader.seen_texts()
    assert not reader.sees("journal.edit")
    reader.keys("Delete")
    assert reader.message() == "3 entries deleted"
    assert reader.notes(LIST) == [NOTES[3]]
    reader.keys("Ctrl+Z")
    assert reader.notes(LIST) == list(NOTES)


def test_several_are_marked_and_deleted_by_mouse(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    reader.click_row(LIST, 0)
    reader.click_row(LIST, 2, keys="Ctrl")
    assert "2 entries chosen" in reader.seen_texts()
    reader.press("journal.session")
    assert [row.for_session for row in reader.rows(LIST)] == [True, False, True, False]
    reader.press("journal.private")
    assert [row.private for row in reader.rows(LIST)] == [True, False, True, False]
    assert reader.message() == "Marked: never export"
    reader.keys("Ctrl+Z")
    assert not any(row.private for row in reader.rows(LIST))
    assert [row.for_session for row in reader.rows(LIST)] == [True, False, True, False]
    assert reader.chosen(LIST) == [NOTES[0], NOTES[2]]
    reader.press("journal.delete")
    assert reader.notes(LIST) == [NOTES[1], NOTES[3]]
    reader.press("message.action")
    assert reader.notes(LIST) == list(NOTES)


def test_shift_and_a_click_choose_what_lies_between(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    reader.click_row(LIST, 1)
    reader.click_row(LIST, 3, keys="Shift")
    assert reader.chosen(LIST) == list(NOTES[1:])
    reader.keys("Ctrl+A")
    assert reader.chosen(LIST) == list(NOTES)


def test_nothing_is_chosen_after_the_last_is_unchosen(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    reader.click_row(LIST, 0, keys="Ctrl")
    assert "Choose an entry to read it here." in reader.seen_texts()
    assert not reader.sees("journal.delete")
    reader.keys("Delete", "F2")
    assert count(reader) == 4
    assert reader.page() == "journal"


# --- the trash ------------------------------------------------------------------------------------


def test_restoring_and_deleting_for_good_by_mouse(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Shift+Down", "Shift+Down", "Delete")
    reader.press("journal.trash")
    assert reader.page() == "trash"
    assert reader.rows(TRASH)[0].chips[0] == "30 days left"
    reader.click_row(TRASH, 0)
    reader.press("trash.restore")
    assert len(reader.rows(TRASH)) == 2
    assert reader.message().startswith("Restored")
    gone = reader.chosen(TRASH)
    reader.press("trash.delete")
    assert len(in_trash(reader)) == 2
    answer(reader, "cancel")
    assert len(in_trash(reader)) == 2
    reader.press("trash.delete")
    answer(reader, "do")
    assert gone[0] not in [entry.note for entry in in_trash(reader)]
    assert reader.message() == "Deleted for good"
    reader.press("trash.empty")
    answer(reader, "do")
    assert in_trash(reader) == []
    assert "The trash is empty." in reader.seen_texts()
    reader.press("trash.back")
    assert reader.page() == "journal"
    assert count(reader) == 2


def test_the_trash_by_keyboard(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Shift+Down", "Delete", "Ctrl+K")
    reader.type_here("tras")
    reader.keys("Return")
    assert reader.page() == "trash"
    assert keyboard().objectName() == TRASH
    reader.keys("Ctrl+A", "Delete")
    assert "Delete 2 entries for good?" in reader.seen_texts()
    reader.keys("Tab", "Space")
    assert in_trash(reader) == []
    assert count(reader) == 2
    reader.keys("Ctrl+Z")
    assert count(reader) == 2
    reader.keys("Esc")
    assert reader.page() == "journal"


def test_a_restore_can_be_taken_back(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Delete")
    reader.press("journal.trash")
    reader.press("trash.restore")
    assert count(reader) == 4
    reader.keys("Ctrl+Z")
    assert count(reader) == 3
    assert reader.notes(TRASH) == [NOTES[0]]


def test_the_days_that_are_left_are_told(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Delete")
    reader.clock.advance(days=29, hours=1)
    reader.press("journal.trash")
    assert reader.rows(TRASH)[0].chips[0] == "1 day left"
    assert "1 day left" in reader.seen_texts()


# --- go to anything -------------------------------------------------------------------------------


def test_an_entry_is_gone_to_by_its_words(reader: Driver) -> None:
    reader.keys("Ctrl+K")
    reader.type_here("eight")
    reader.keys("Return")
    assert reader.page() == "journal"
    assert reader.chosen(LIST) == [NOTES[3]]
    assert NOTES[3] in reader.seen_texts()


def test_an_action_and_a_page_are_gone_to(reader: Driver) -> None:
    reader.keys("Ctrl+K")
    reader.type_here("sett")
    reader.keys("Return")
    assert reader.page() == "settings"
    reader.keys("Ctrl+K")
    reader.type_here("quick mo")
    reader.keys("Down", "Up", "Return")
    reader.wait_until_seen("quick.level.4")
    reader.keys("Esc")
    reader.keys("Ctrl+K")
    reader.type_here("zzz")
    assert "Nothing reads like this." in reader.seen_texts()
    reader.keys("Return", "Esc")
    assert reader.page() == "settings"


def test_something_is_gone_to_by_mouse(reader: Driver) -> None:
    reader.choose_in_menu("find.anything")
    reader.type_here("family")
    settle()
    offered = reader.find("go.list", QListWidget)
    assert offered.count() == 1
    place = offered.visualItemRect(offered.item(0)).center()
    QTest.mouseClick(offered.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert reader.page() == "journal"
    assert reader.chosen(LIST) == [NOTES[1]]
    assert not reader.sees("go.list")


def test_what_is_offered_can_be_walked_through_with_the_tab_key(reader: Driver) -> None:
    reader.keys("Ctrl+K", "Tab")
    assert keyboard().objectName() == "go.list"
    reader.keys("End", "Home", "Return")
    assert not reader.sees("go.list")


def test_an_entry_far_down_is_shown_with_its_day(reader: Driver) -> None:
    with reader.journal.writing():
        for number in range(120):
            reader.journal.entries.add(an_entry(f"number {number}", reader.clock()))
    reader.keys("Ctrl+J", "Ctrl+K")
    reader.type_here("eight")
    reader.keys("Return")
    assert reader.chosen(LIST) == [NOTES[3]]
    assert reader.sees("journal.clear")
    reader.press("journal.clear")
    settle()
    assert "124 entries since November 2026" in reader.seen_texts()


def test_an_old_entry_is_gone_to_before_the_page_was_ever_open(reader: Driver) -> None:
    with reader.journal.writing():
        for number in range(120):
            reader.journal.entries.add(an_entry(f"number {number}", reader.clock()))
    reader.keys("Ctrl+K")
    reader.type_here("eight")
    reader.keys("Return")
    settle()
    assert reader.chosen(LIST) == [NOTES[3]]
    assert NOTES[3] in reader.seen_texts()
