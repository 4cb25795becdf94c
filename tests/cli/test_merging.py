"""``merge`` says what another copy would bring, asks, backs up and brings it in, or nothing."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from support.builders import an_entry
from support.copies import Computers, bring
from support.journals import Place
from support.terminal import Terminal
from support.vaults import CHEAP, PASSPHRASE

from caregiver_journal.domain.session import Goal
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import list_backups
from caregiver_journal.journal.merging import Choice

Named = tuple[str, Path]
Notes = Callable[[], set[str]]


@pytest.fixture
def notes(place: Place) -> Notes:
    """Read the notes in the journal."""

    def read() -> set[str]:
        entries, _more = place.open().entries.page(None, 100)
        place.close()
        return {entry.note for entry in entries}

    return read


@pytest.fixture
def stick(place: Place, computers: Computers) -> Path:
    """A backup of a second computer: one entry is new, one was changed, one was deleted here."""
    journal = place.open()
    one, gone = an_entry("one"), an_entry("gone")
    journal.add(one)
    journal.add(gone)
    other = computers.copy(journal)
    journal.change(replace(one, note="one here"))
    journal.remove(gone)
    journal.delete_for_good(gone)
    other.change(replace(one, note="one there"))
    other.add(an_entry("theirs"))
    other.save_draft("checkin", {"note": "half"})
    path = computers.backup(other)
    place.close()
    return path


def test_merge_brings_in_what_is_new_and_keeps_what_differs(
    terminal: Terminal, place: Place, stick: Path, notes: Notes, journal_option: Named
) -> None:
    answer = terminal.run("merge", stick, "--yes", *journal_option)
    assert (answer.code, answer.err) == (0, "")
    (backup,) = list_backups(place.folder / "backups")
    assert answer.out.splitlines() == [
        "A backup made on Friday 20 November, 17:52",
        "New: 1 check-in",
        "Here already: 4 kinds of shift",
        "Different here, or in the trash: 1 check-in",
        "What differs stays as it is here; --take-theirs takes it from the copy.",
        "Deleted here since: 1 check-in",
        "They stay out; --bring-back brings them back.",
        "Stays in the copy: 1 unfinished text",
        f"Backed up before: {backup.path}",
        "1 entry came in.",
    ]
    assert notes() == {"one here", "theirs"}
    again = terminal.run("merge", stick, *journal_option)
    assert again.out.splitlines()[-1] == "Nothing was changed."
    assert "Here already: 1 check-in" in again.out
    assert len(list_backups(place.folder / "backups")) == 1, "there was nothing to be safe from"


def test_merge_takes_theirs_and_brings_back(
    terminal: Terminal, stick: Path, notes: Notes, journal_option: Named
) -> None:
    options = ("--yes", "--take-theirs", "--bring-back")
    answer = terminal.run("merge", stick, *options, *journal_option)
    lines = answer.out.splitlines()
    assert "What differs is taken from the copy; what is in the trash here stays there." in lines
    assert "They come back." in lines
    assert lines[-1] == "2 entries came in and 1 was taken over."
    assert notes() == {"one there", "theirs", "gone"}


@pytest.mark.parametrize(("typed", "is_changed"), [("y\n", True), ("n\n", False)])
def test_merge_asks(
    terminal: Terminal,
    place: Place,
    stick: Path,
    notes: Notes,
    typed: str,
    is_changed: bool,
) -> None:
    answer = terminal.run_at_keyboard("merge", stick, "--journal", place.folder, typed=typed)
    assert "Merge this? (y/n) " in answer.err
    assert answer.code == (0 if is_changed else 3)
    assert ("theirs" in notes()) is is_changed


def test_where_nobody_can_be_asked_nothing_changes(
    terminal: Terminal, stick: Path, notes: Notes, journal_option: Named
) -> None:
    answer = terminal.run("merge", stick, *journal_option)
    assert answer.code == 3
    assert "Add --yes" in answer.err
    assert notes() == {"one here"}


def test_what_was_kept_twice_and_what_is_no_entry_is_said(
    terminal: Terminal, place: Place, computers: Computers, journal_option: Named, notes: Notes
) -> None:
    journal, entry = place.open(), an_entry("one")
    journal.add(entry)
    other = computers.copy(journal)
    journal.change(replace(entry, note="one here"))
    other.change(replace(entry, note="one there"))
    bring(other, computers.backup(journal, "mine"), Choice.BOTH)
    with other.writing():
        other.goals.write(Goal("1" * 36, "Leave at four", other.clock()))
    stick = computers.backup(other)
    place.close()
    answer = terminal.run("merge", stick, "--yes", *journal_option)
    assert "Kept twice there, and so here too: 1 entry" in answer.out
    assert "Not here, and will come in: 1 goal" in answer.out
    assert answer.out.splitlines()[-1] == (
        "1 entry came in, 1 other thing came in and 1 was taken over."
    )
    assert notes() == {"one here", "one there"}


def test_a_copy_under_an_earlier_key_asks_for_what_opens_it(
    terminal: Terminal, place: Place, stick: Path, notes: Notes, journal_option: Named
) -> None:
    code = place.opened.root.recovery_code()
    place.opened = doors.renew_code(place.folder, PASSPHRASE, CHEAP)
    terminal.typed = [PASSPHRASE]
    assert terminal.run("merge", stick, "--yes", *journal_option).code == 0
    assert terminal.prompts == ["Passphrase of the day it was made: "]
    terminal.typed = [code]
    assert terminal.run("merge", stick, "--yes", "--code", *journal_option).code == 0
    assert terminal.prompts[1:] == ["Recovery code of its day: "]
    assert notes() == {"one here", "theirs"}


def test_a_copy_with_nothing_in_common_but_itself(
    terminal: Terminal, place: Place, computers: Computers, journal_option: Named
) -> None:
    journal = place.open()
    with journal.writing():
        journal.database.write("DELETE FROM shifts")
    stick = computers.backup(journal)
    place.close()
    answer = terminal.run("merge", stick, *journal_option)
    assert answer.out.splitlines()[1:] == ["Nothing was changed."]


def test_what_cannot_be_merged_says_why(
    terminal: Terminal, place: Place, tmp_path: Path, journal_option: Named
) -> None:
    bad = tmp_path / "bad.cjbackup"
    bad.write_bytes(b"no backup")
    for path, words in ((bad, "not a backup"), (place.folder, "is the journal that is open")):
        answer = terminal.run("merge", path, "--yes", *journal_option)
        assert (answer.code, answer.out) == (3, "")
        assert words in answer.err
