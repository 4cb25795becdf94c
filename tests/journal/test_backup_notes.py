"""How the last backups went is remembered beside them, and nothing strange is believed."""

import json
from pathlib import Path

import pytest
from support.clock import FixedClock

from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.journal import backup_notes
from caregiver_journal.journal.backup_notes import (
    Notes,
    forget_place,
    note_copied,
    note_failed,
    note_made,
    note_not_copied,
    read_notes,
    write_notes,
)
from caregiver_journal.vault.folder import JournalFolder


@pytest.fixture
def folder(tmp_path: Path) -> JournalFolder:
    folder = JournalFolder(tmp_path / "journal")
    folder.make()
    return folder


def test_there_are_none_at_first_and_success_writes_none(folder: JournalFolder) -> None:
    assert read_notes(folder) == Notes()
    note_made(folder)
    assert not folder.backup_notes.exists()


def test_what_fails_again_has_failed_since_the_first_time(
    folder: JournalFolder, clock: FixedClock
) -> None:
    note_failed(folder, DiskFullError(), clock())
    first = clock()
    clock.advance(hours=5)
    note_failed(folder, StorageError(), clock())
    failed = read_notes(folder).failed
    assert failed is not None
    assert (failed.since, failed.last, failed.reason) == (first, clock(), "StorageError")
    note_made(folder)
    assert read_notes(folder) == Notes()


def test_the_second_place_has_notes_of_its_own(folder: JournalFolder, clock: FixedClock) -> None:
    note_copied(folder, clock())
    note_not_copied(folder, DiskFullError(), clock())
    note_failed(folder, DiskFullError(), clock())
    before = read_notes(folder)
    assert before.copied == clock()
    assert before.not_copied is not None
    assert forget_place(folder) == before
    assert read_notes(folder) == Notes(failed=before.failed)
    write_notes(folder, before)
    assert read_notes(folder) == before
    note_copied(folder, clock())
    assert read_notes(folder).not_copied is None


@pytest.mark.parametrize(
    "strange",
    [
        b"",
        b"\xff",
        b"[]",
        b"{}",
        b"[" * 4_000,
        json.dumps({"format": "caregiver-journal-backup-notes", "version": 2}).encode(),
        json.dumps(
            {
                "format": "caregiver-journal-backup-notes",
                "version": 1,
                "failed": {"since": "yesterday"},
                "not_copied": None,
                "copied": None,
            }
        ).encode(),
        *(
            json.dumps(
                {
                    "format": "caregiver-journal-backup-notes",
                    "version": 1,
                    "failed": None,
                    "not_copied": None,
                    "copied": moment,
                }
            ).encode()
            for moment in ("9999-12-31T23:00:00+00:00", "0001-01-01T00:00:00+00:00", 7)
        ),
    ],
)
def test_strange_notes_are_none(folder: JournalFolder, strange: bytes, clock: FixedClock) -> None:
    folder.backup_notes.write_bytes(strange)
    assert read_notes(folder) == Notes()
    note_copied(folder, clock())
    assert read_notes(folder) == Notes(copied=clock())


def test_a_full_disk_loses_the_note_and_nothing_else(
    folder: JournalFolder, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_given: object) -> None:
        raise OSError

    monkeypatch.setattr(backup_notes, "write_atomically", refuse)
    note_failed(folder, DiskFullError(), clock())
    assert read_notes(folder) == Notes()
