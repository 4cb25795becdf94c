"""The Journal page: nothing moves that the reader did not move, and the keyboard stays."""

import pytest
from PySide6.QtWidgets import QPushButton, QScrollBar, QWidget
from support.builders import an_entry
from support.driver import Driver
from support.looking import keyboard, settle

from caregiver_journal.base.errors import DamagedError
from caregiver_journal.store.entries import EntryStore
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.journal.page import JournalPage
from caregiver_journal.ui.pages.journal.said import MOST_SHOWN
from caregiver_journal.ui.widgets.entry_list import EntryList

COUNT = 120


@pytest.fixture
def reader(writer: Driver) -> Driver:
    """Somebody with many entries, before the Journal page was opened."""
    with writer.journal.writing():
        for number in range(COUNT):
            writer.clock.advance(hours=-7)
            writer.journal.entries.add(an_entry(f"note {number}", writer.clock()))
    writer.clock.advance(hours=7 * COUNT)
    return writer


def entries(reader: Driver) -> EntryList:
    return reader.find("journal.entries", EntryList)


def chosen(reader: Driver) -> str:
    """Return the note of the entry the list is on."""
    entry_id = entries(reader).current_id()
    return reader.journal.entries.get(entry_id).note if entry_id else ""


def _scroll(reader: Driver) -> QScrollBar:
    return entries(reader).verticalScrollBar()


def test_it_opens_on_the_newest_entry(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    assert chosen(reader) == "note 0"
    assert keyboard() is entries(reader)


def test_deleting_goes_on_to_the_next_and_stays_in_place(reader: Driver) -> None:
    reader.keys("Ctrl+J", *["Down"] * 20)
    settle()
    place = _scroll(reader).value()
    assert place > 0
    assert chosen(reader) == "note 20"
    reader.keys("Delete")
    settle()
    assert chosen(reader) == "note 21"
    assert abs(_scroll(reader).value() - place) <= entries(reader).sizeHintForRow(1)
    assert keyboard() is entries(reader)


def test_deleting_the_oldest_goes_to_the_one_above_it(writer: Driver) -> None:
    for number in range(3):
        writer.clock.advance(minutes=1)
        writer.journal.add(an_entry(f"note {number}", writer.clock()))
    writer.keys("Ctrl+J", "Down", "Down")
    assert chosen(writer) == "note 0"
    writer.keys("Delete")
    assert chosen(writer) == "note 1"


def test_deleting_the_only_one_leaves_the_keyboard_on_the_next_step(writer: Driver) -> None:
    writer.keys("4", "Ctrl+Return", "Ctrl+J", "Delete")
    assert keyboard().objectName() == "empty.step"
    writer.keys("Space")
    assert writer.page() == "mood"


def test_an_empty_journal_can_be_begun_by_keyboard(writer: Driver) -> None:
    writer.keys("Ctrl+J")
    assert keyboard().objectName() == "empty.step"


@pytest.mark.parametrize("times", [1, 2])
def test_the_button_keeps_the_keyboard_while_it_is_switched(reader: Driver, times: int) -> None:
    reader.keys("Ctrl+J", "Down")
    button = reader.find("journal.session", QPushButton)
    button.setFocus()
    reader.keys(*["Space"] * times)
    assert keyboard() is button
    assert chosen(reader) == "note 1"
    entry_id = entries(reader).current_id()
    assert reader.journal.entries.get(entry_id or "").for_session is (times == 1)
    assert button.text() == ("Not for session" if times == 1 else "For session")


def test_an_edited_entry_is_still_chosen(reader: Driver) -> None:
    reader.keys("Ctrl+J", "Down", "Down", "F2")
    reader.type_into("checkin.note", "changed")
    reader.keys("Ctrl+Return")
    assert reader.page() == "journal"
    assert chosen(reader) == "changed"
    assert "changed" in reader.seen_texts()


def test_today_leads_to_the_entry_itself(reader: Driver) -> None:
    reader.clock.advance(minutes=1)
    for note in ("older", "newer"):
        reader.clock.advance(minutes=1)
        reader.journal.add(an_entry(note, reader.clock()))
    reader.find("today.entries", QWidget).setFocus()
    reader.keys("Down", "Return")
    assert reader.page() == "journal"
    assert chosen(reader) == "older"
    assert "older" in reader.seen_texts()


def test_older_entries_come_as_one_goes_down(reader: Driver) -> None:
    reader.keys("Ctrl+J")
    assert entries(reader).entry_count() < COUNT
    for _time in range(4):
        reader.keys("End")
        settle()
    assert entries(reader).entry_count() == COUNT


def test_a_damaged_page_of_entries_ends_the_list_with_a_sentence(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.keys("Ctrl+J")

    def refuse(*_arguments: object) -> None:
        raise DamagedError

    monkeypatch.setattr(EntryStore, "find", refuse)
    reader.keys("End")
    settle()
    assert "file is damaged" in reader.message()
    assert chosen(reader) != ""


def test_it_is_read_once_when_it_is_opened_and_not_while_it_is_hidden(
    reader: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    reads: list[JournalPage] = []
    refresh = JournalPage.refresh

    def watched(page: JournalPage) -> None:
        reads.append(page)
        refresh(page)

    monkeypatch.setattr(JournalPage, "refresh", watched)
    shell = reader.window.shell
    assert shell is not None
    (newest, *_others), _after = reader.journal.entries.page(None, 1)
    shell.go_to(Destination("journal", newest.id))
    assert len(reads) == 1
    reader.keys("Ctrl+T", "4", "Ctrl+Return", "3", "Ctrl+Return")
    assert len(reads) == 1, "it is hidden"
    reader.keys("Ctrl+J")
    assert len(reads) == 2, "once for both"
    reader.keys("Ctrl+T", "Ctrl+J")
    assert len(reads) == 2, "nothing has changed"


def test_a_very_long_note_is_shown_in_part_and_says_so(reader: Driver) -> None:
    reader.clock.advance(minutes=1)
    reader.journal.add(an_entry("dolor " * 20_000, reader.clock()))
    reader.keys("Ctrl+J")
    assert "The text goes on from here. Edit shows all of it." in reader.seen_texts()
    assert max(map(len, reader.seen_texts())) == MOST_SHOWN
