"""Somebody looks around in a backup: marked all the time, read-only, and nothing stays behind."""

from pathlib import Path

import pytest
from support.backups import damaged, on_a_stick
from support.builders import a_boundary, an_entry
from support.driver import PASSPHRASE, Driver
from support.looking import settle
from support.vaults import CHEAP

from caregiver_journal.base.errors import BackupDamagedError, ReadOnlyJournalError
from caregiver_journal.base.places import state_folder, viewing_folder
from caregiver_journal.journal.viewing import Viewing
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.sections import SECTIONS
from caregiver_journal.ui.shell import Shell

MARK = "A backup of 20 November 2026, to look around in. Nothing is changed."


@pytest.fixture
def stick(writer: Driver, tmp_path: Path) -> Path:
    """A backup with two entries, of a journal that is open."""
    writer.journal.add(an_entry("A heron by the canal"))
    writer.journal.add(an_entry(mood=a_boundary("Cover the Monday")))
    return on_a_stick(writer.journal, tmp_path)


def come_in(person: Driver) -> None:
    person.type_into("viewing.passphrase.field", PASSPHRASE)
    person.press("viewing.do")
    person.wait_until_seen("viewing_sheet.look")


def opened(person: Driver, backup: Path) -> Shell:
    """Look around in a backup; return the frame of its pages."""
    window = person.look_around(backup)
    come_in(person)
    person.press("viewing_sheet.look")
    assert window.shell is not None
    return window.shell


def left_behind() -> list[Path]:
    return list(viewing_folder().glob("*"))


def test_it_says_what_it_is_shows_entries_and_leaves_nothing(writer: Driver, stick: Path) -> None:
    before, state = stick.read_bytes(), list(state_folder().rglob("*"))
    main = writer.window
    window = writer.look_around(stick)
    writer.wait_until_seen("viewing.do")
    assert writer.text("viewing.strip.text") == MARK
    assert len(left_behind()) == 1
    come_in(writer)
    said = [writer.text(f"viewing_sheet.{number}") for number in range(4)]
    assert said[0].startswith("Made on Friday 20 November 2026 at ")
    assert said[1] == "In it: 1 check-in and 1 boundary moment."
    assert said[2] == "All of it is of Friday 20 November 2026."
    assert said[3].startswith("Every page of it was read, and what stands there fits together.")
    assert "the search was not compared" in said[3], "not more is said than was done"
    writer.press("viewing_sheet.look")
    settle()
    shell = window.shell
    assert shell is not None
    for section in SECTIONS:
        shell.go_to(Destination(section.key))
        settle()
        assert writer.text("viewing.strip.text") == MARK
        assert writer.sees("viewing.strip")
    writer.keys("Ctrl+J")
    settle()
    assert "A heron by the canal" in writer.notes("journal.entries")
    writer.press("viewing.contents")
    writer.press("viewing_sheet.look")
    window.close()
    writer.qtbot.waitUntil(lambda: not window.isVisible())
    assert left_behind() == []
    assert stick.read_bytes() == before
    assert list(state_folder().rglob("*")) == state
    writer.window = main
    assert writer.notes("today.entries") or writer.journal.entries.count()[0] == 2


def test_nothing_can_be_written(writer: Driver, stick: Path) -> None:
    shell = opened(writer, stick)
    refused = "This is a backup, to look around in. Nothing is written into it."
    for keys in ("Ctrl+N", "Ctrl+1", "Ctrl+2"):
        writer.keys(keys)
        assert writer.message() == refused
        shell.strip.dismiss()
    assert writer.page() == "today"
    writer.keys("4", "Ctrl+Return")
    assert writer.message() == "", "there is nothing to choose a mood with"
    writer.keys("Ctrl+,")
    assert "not in a backup of it" in writer.message()
    assert writer.page() == "today"
    shell._on_section_chosen("settings")
    assert writer.page() == "today"
    with pytest.raises(ReadOnlyJournalError):
        writer.journal.add(an_entry("No"))
    shell.go_to(Destination("mood"))  # not even where a way there should have been forgotten
    writer.press("checkin.level.2")
    writer.press("checkin.save")
    assert any(text.startswith(ReadOnlyJournalError().sentence) for text in writer.seen_texts())
    assert writer.journal.entries.count()[0] == 2


def test_to_lock_it_closes_and_removes_it(writer: Driver, stick: Path) -> None:
    window = writer.look_around(stick)
    come_in(writer)
    window.lock()
    assert window.journal is None
    assert not window.isVisible()
    assert left_behind() == []


def test_the_recovery_code_opens_it_too(person: Driver, tmp_path: Path) -> None:
    code = person.begin()
    stick = on_a_stick(person.journal, tmp_path)
    person.look_around(stick)
    person.wait_until_seen("viewing.switch")
    person.press("viewing.switch")
    person.type_into("viewing.code", "7Q2M-4XKD")
    person.press("viewing.do")
    person.wait_until_seen("viewing.problem")
    assert "typing mistake" in person.text("viewing.problem")
    person.type_into("viewing.code", code)
    person.keys("Return")
    person.wait_until_seen("viewing_sheet.look")
    assert person.text("viewing_sheet.1") == "It has no entries."


def test_a_damaged_one_is_said_and_another_is_chosen(writer: Driver, stick: Path) -> None:
    window = writer.look_around(damaged(stick))
    writer.wait_until_seen("viewing.another")
    assert writer.text("viewing.problem").startswith(BackupDamagedError().sentence)
    assert left_behind() == []
    window.doorway._show_chosen(str(stick))
    assert writer.viewed == [stick]
    writer.qtbot.waitUntil(lambda: not window.isVisible())


def test_what_a_killed_window_left_goes_when_a_journal_is_opened(
    writer: Driver, stick: Path
) -> None:
    killed, seen = Viewing(stick), Viewing(stick)
    killed.unpack()
    seen.unpack()
    assert killed._unpacked._lock is not None
    killed._unpacked._lock.release()  # as the system does when a process ends
    writer.window.lock()
    writer.unlock()
    assert left_behind() == [seen._unpacked.folder.path], "somebody looks at that one"
    journal = seen.open(seen.unlock_with_passphrase(PASSPHRASE, CHEAP))
    assert journal.entries.count()[0] == 2
    journal.close()
    seen.remove()
    assert left_behind() == []
