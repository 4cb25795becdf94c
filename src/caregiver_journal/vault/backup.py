"""Make a backup that counts: compact, complete, read again and checked before it has its name."""

import contextlib
import secrets
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.base.files import free_bytes, make_folder_for, replace
from caregiver_journal.base.i18n import _
from caregiver_journal.vault.backup_file import SUFFIX, Manifest, check_members, write_backup
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, beside, remove_database
from caregiver_journal.vault.keyfile import encode
from caregiver_journal.vault.opened import current_key_file

SPARE = 32 << 20
"""Bytes that stay free on the disk after a backup, so that the journal can go on writing."""
_COPIES = 2
"""A backup takes the room of the journal twice while it is made, and once when it is there."""

Step = Callable[[float], None]
"""Is told between two steps how much is done, as a share; what it raises stops the backup."""


def go_on(_share: float) -> None:
    """Let a backup go on; a ``Step``."""


def name_of(made: datetime) -> str:
    """Return the neutral name of a backup: *journal-20261120T175200Z.cjbackup*."""
    return f"journal-{made.astimezone(UTC):%Y%m%dT%H%M%SZ}{SUFFIX}"


def back_up(
    database: Database, keys: bytes, target: Path, made: datetime, step: Step = go_on
) -> Manifest:
    """Make a backup of an open database, on the thread where that lives; slow.

    What lies at ``target`` stays until the new one is there and checked.

    Args:
        database: of the journal, or of a copy of its file.
        keys: the key file; empty where there is none that can be used.
        target: in a folder that is made if it is not there.
        made: when; aware.
        step: is told how much is done, and may stop it.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError, DamagedError: there is no new backup.
    """
    with os_faults():
        make_folder_for(target)
        _look_for_room(database.path, target.parent)
    copy = beside(target, f".tmp-{secrets.token_hex(8)}")
    packed = beside(target, f".tmp-{secrets.token_hex(8)}")
    try:
        step(0.0)
        database.copy_to(copy)
        step(0.5)
        manifest = write_backup(packed, copy, keys, database.user_version, made)
        remove_database(copy)
        step(0.75)
        if check_members(packed) != manifest:
            raise StorageError
        step(1.0)
        with os_faults():
            replace(packed, target)
    finally:
        remove_database(copy)
        with contextlib.suppress(OSError):  # the next unlocking removes it
            packed.unlink(missing_ok=True)
    return manifest


def keep_backup(folder: JournalFolder, database: Database, made: datetime | None = None) -> Path:
    """Make a backup among those of a journal, as ``back_up``; return where it lies."""
    made = made or system_clock()
    target = folder.backups / name_of(made)
    back_up(database, read_keys_of(folder, database), target, made)
    return target


def read_keys_of(folder: JournalFolder, database: Database) -> bytes:
    """Return the key file of a journal as it is stored; empty where none can be used."""
    key_file = current_key_file(folder, database)
    return b"" if key_file is None else encode(key_file)


def _look_for_room(database: Path, folder: Path) -> None:
    """Raise unless a backup fits and leaves room to write; raises OSError too."""
    if free_bytes(folder) < _COPIES * database.stat().st_size + SPARE:
        raise DiskFullError(
            _("There is too little room on the disk for a backup."),
            next_step=_("Make some room. Your entries are safe, and so are earlier backups."),
        )
