"""Bring an older journal up to date: copy first, then all scripts in one transaction, or stay."""

import logging
from collections.abc import Callable, Sequence

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    MigrationFailedError,
    NewerJournalError,
    StorageError,
)
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import DatabaseBug
from caregiver_journal.vault.scripts import SCRIPTS, SUPPORTED, split_statements

__all__ = ["SCRIPTS", "SUPPORTED", "migrate", "run_scripts"]

_log = logging.getLogger(__name__)


def migrate(
    database: Database, back_up: Callable[[], object], scripts: Sequence[str] = SCRIPTS
) -> bool:
    """Bring a journal to the newest version; return whether there was anything to do.

    Args:
        database: the journal; a new one has nothing that could be lost, and is not backed up.
        back_up: makes a backup of it as it is, or raises.
        scripts: one for each version.

    Raises:
        NewerJournalError: it is newer than the scripts.
        DiskFullError, StorageError, ReadOnlyFolderError: about the copy or the disk; the journal
            stayed as it was.
        MigrationFailedError: a script failed; the journal stayed as it was.
    """
    version = database.user_version
    if version > len(scripts):
        raise NewerJournalError
    if version == len(scripts):
        return False
    if version > 0:
        back_up()
    run_scripts(database, scripts)
    return True


def run_scripts(database: Database, scripts: Sequence[str]) -> None:
    """Carry out the scripts that a database has not seen yet, without a copy; raises as above."""
    version = database.user_version
    try:
        with database.rebuilding():
            for script in scripts[version:]:
                for statement in split_statements(script):
                    database.write(statement)
            if database.rows("PRAGMA foreign_key_check"):
                raise DamagedError
            if database.rows("PRAGMA integrity_check") != [("ok",)]:
                raise DamagedError
            database.write(f"PRAGMA user_version = {len(scripts):d}")
    except (DiskFullError, StorageError):
        raise
    except (JournalError, DatabaseBug, ValueError) as error:
        _log.error("migration from version %d failed: %s", version, type(error).__name__)
        raise MigrationFailedError from None
