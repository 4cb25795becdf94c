"""Open the database inside a backup with the key that the journal has today."""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from caregiver_journal.base.errors import EarlierKeyError, ForeignBackupError
from caregiver_journal.vault.backup_file import Manifest
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.inspection import is_same_journal, opens_with, read_journal_id
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts
from caregiver_journal.vault.restoring import unpacked


@dataclass(frozen=True)
class Inside:
    """What lies in a backup, unpacked for a while.

    Attributes:
        database: open for writing; the backup itself does not change with it.
        folder: where it lies now.
        manifest: what the backup says of itself.
    """

    database: Database
    folder: JournalFolder
    manifest: Manifest

    def bring_up_to_date(self) -> None:
        """Give the database the tables of today; raises as ``run_scripts``."""
        run_scripts(self.database, SCRIPTS)


@contextlib.contextmanager
def opened_backup(path: Path, place: Path, opening: tuple[bytes, bytes]) -> Iterator[Inside]:
    """Unpack a backup in ``place`` and open it, for as long as the block lasts. Slow.

    Args:
        path: the backup.
        place: the folder of the journal.
        opening: the key and the id of the journal, as ``Statements.opening`` returns them.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError, NewerJournalError: it is of no use.
        ForeignBackupError, EarlierKeyError: the journal's key does not open it.
        DiskFullError, ReadOnlyFolderError, StorageError: it cannot be unpacked there.
    """
    key, journal_id = opening
    with unpacked(path, place) as (folder, manifest):
        if not is_same_journal(read_journal_id(folder.database), journal_id):
            raise ForeignBackupError
        if not opens_with(folder.database, key, journal_id):
            raise EarlierKeyError
        with contextlib.closing(Database.open(folder.database, key, journal_id)) as database:
            yield Inside(database, folder, manifest)
