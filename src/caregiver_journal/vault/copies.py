"""Lay a copy of a journal out to be read: out of a backup, or of the files in another folder.

Nothing of the copy itself is changed: what is brought up to date, and read, is a private duplicate
in the folder of the open journal, which goes as soon as it was read.
"""

import contextlib
import shutil
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DamagedError,
    ForeignBackupError,
    NewerBackupError,
    NewerJournalError,
)
from caregiver_journal.base.files import working_folder
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, wal_of
from caregiver_journal.vault.inspection import is_same_journal, read_journal_id
from caregiver_journal.vault.migrate import SCRIPTS, SUPPORTED, run_scripts
from caregiver_journal.vault.restoring import unpacked


class LaidOut(NamedTuple):
    """A duplicate that can be opened.

    Attributes:
        made: when the backup was made; None where it is not out of a backup.
    """

    folder: JournalFolder
    made: datetime | None


def folder_of(path: Path) -> Path | None:
    """Return the folder of a journal that a path means; None where it means a backup.

    It may be named by its database, as where a file is to be chosen.
    """
    if path.is_dir():
        return path
    return path.parent if path.name == JournalFolder(path.parent).database.name else None


@contextlib.contextmanager
def laid_out(path: Path, place: Path, journal_id: bytes) -> Iterator[LaidOut]:
    """Lay a copy out in the folder ``place`` for as long as the block lasts.

    Nobody may write to the journal in another folder meanwhile.

    Raises:
        ForeignBackupError: it is of another journal.
        NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
        JournalMissingError, …: there is no journal in the folder.
        DiskFullError, ReadOnlyFolderError, StorageError: it cannot be laid out there.
    """
    folder = folder_of(path)
    with contextlib.ExitStack() as stack:
        if folder is None:
            work, manifest = stack.enter_context(unpacked(path, place))
            made = manifest.made
        else:
            work, made = stack.enter_context(_duplicated(JournalFolder(folder), place)), None
        if not is_same_journal(read_journal_id(work.database), journal_id):
            raise ForeignBackupError
        yield LaidOut(work, made)


@contextlib.contextmanager
def open_copy(folder: JournalFolder, key: bytes, journal_id: bytes) -> Iterator[Database]:
    """Open the database of a duplicate on this thread, brought up to date, for a block.

    Raises:
        NewerBackupError, BackupDamagedError: it cannot be used.
        MigrationFailedError, DiskFullError, StorageError: it cannot be brought up to date.
    """
    try:
        with contextlib.closing(Database.open(folder.database, key, journal_id)) as database:
            if database.check(deep=False):
                raise BackupDamagedError
            if database.user_version < SUPPORTED:
                run_scripts(database, SCRIPTS)
            yield database
    except NewerJournalError:
        raise NewerBackupError from None
    except DamagedError:
        raise BackupDamagedError from None


@contextlib.contextmanager
def _duplicated(source: JournalFolder, place: Path) -> Iterator[JournalFolder]:
    """Copy the files of a closed journal into a private folder that is gone in the end."""
    read_journal_id(source.database)
    with working_folder(place) as where:
        work = JournalFolder(where)
        with os_faults():
            work.make()
            pairs = (
                (source.database, work.database),
                (wal_of(source.database), wal_of(work.database)),
                (source.keys, work.keys),
                (source.keys_copy, work.keys_copy),
            )
            for there, here in pairs:
                if there.exists():
                    shutil.copyfile(there, here)
                    here.chmod(0o600)
        yield work
