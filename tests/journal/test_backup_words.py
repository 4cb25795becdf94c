"""What is said of backups: on Settings, and once on Today."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from support.clock import START, FixedClock

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    ReadOnlyFolderError,
    StorageError,
)
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.backup_notes import (
    Notes,
    Trouble,
    note_copied,
    note_failed,
    note_made,
    note_not_copied,
)
from caregiver_journal.journal.backup_waiting import waiting_backups
from caregiver_journal.journal.backup_words import (
    say_all,
    say_copied,
    say_failed,
    say_last,
    say_place,
    say_reason,
)
from caregiver_journal.journal.journal import Journal

TODAY = date(2026, 11, 20)
STICK = Path("/media/stick")


def trouble(error: type[JournalError] = DiskFullError) -> Trouble:
    return Trouble(START, START, error.__name__)


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (DiskFullError, "too little room"),
        (ReadOnlyFolderError, "cannot be written to"),
        (DamagedError, "damaged"),
        (StorageError, "reported an error"),
    ],
)
def test_why_it_failed(error: type[JournalError], words: str) -> None:
    assert words in say_reason(trouble(error))


def test_the_last_one_and_all_of_them() -> None:
    assert "none yet" in say_last((), START)
    assert say_all(()) == "None yet."
    one = Backup(Path("a.cjbackup"), START - timedelta(days=1), 1_234_567)
    assert say_last((one,), START) == (
        "Thursday 19 November, 17:52, 1.2 MB. It was read again and checked."
    )
    assert say_all((one,)).startswith("1 backup, 1.2 MB in all.")
    assert say_all((one, one)).startswith("2 backups, 2.5 MB in all.")


def test_the_last_try() -> None:
    assert say_failed(Notes(), START) == ""
    said = say_failed(Notes(failed=trouble()), START)
    assert said == (
        "The last try, today at 17:52, made none. There was too little room on the disk."
    )


def test_how_long_ago_it_was_copied() -> None:
    assert say_copied(None, START) == "Nothing was copied there yet."
    for days, words in ((0, "today"), (1, "yesterday"), (2, "2 days ago"), (400, "400 days ago")):
        assert say_copied(START - timedelta(days=days), START) == f"Last copied {words}."
    later = START + timedelta(days=9)
    assert say_copied(later, START) == "Last copied on 29 November 2026, as the clock stood then."


def test_the_second_place() -> None:
    assert "A stick or another disk" in say_place(None, Notes(), START, is_there=None)
    notes = Notes(copied=START)
    assert say_place(STICK, notes, START, is_there=None) == "Last copied today."
    assert "not there now" in say_place(STICK, notes, START, is_there=False)
    notes = Notes(copied=START, not_copied=trouble())
    assert "made no copy" in say_place(STICK, notes, START, is_there=True)


def test_what_failed_waits_once_by_one_name_until_it_works(
    journal: Journal, clock: FixedClock
) -> None:
    assert list(waiting_backups(journal, TODAY)) == []
    note_failed(journal.folder, DiskFullError(), clock())
    (first,) = waiting_backups(journal, TODAY)
    assert (first.section, first.part) == ("settings", "back_up")
    assert first.sentence.startswith("There was too little room on the disk.")
    clock.advance(hours=5)
    note_failed(journal.folder, DiskFullError(), clock())
    (second,) = waiting_backups(journal, TODAY)
    assert second.name == first.name
    note_made(journal.folder)
    note_not_copied(journal.folder, DiskFullError(), clock())
    (third,) = waiting_backups(journal, TODAY)
    assert third.title == "The last backup was not copied"
    note_copied(journal.folder, clock())
    assert list(waiting_backups(journal, TODAY)) == []
    note_failed(journal.folder, DiskFullError(), clock())
    (fourth,) = waiting_backups(journal, TODAY)
    assert fourth.name != first.name, "another time is told anew"
