"""Make a new journal, so that a crash leaves a whole one or none."""

import contextlib
import secrets
from dataclasses import dataclass
from datetime import UTC

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import FolderInUseError
from caregiver_journal.base.files import replace
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, remove_database
from caregiver_journal.vault.keyfile import KeyFile, encode, write_key_file
from caregiver_journal.vault.keys import (
    JOURNAL_ID_BYTES,
    STRONG,
    Cost,
    RootSecret,
    new_root,
    wrap_root,
)
from caregiver_journal.vault.migrate import SCRIPTS, run_scripts
from caregiver_journal.vault.opened import Opened, write_meta


@dataclass(frozen=True)
class NewVault:
    """The keys of a journal that is not written yet."""

    root: RootSecret
    key_file: KeyFile


def create_vault(folder: JournalFolder, passphrase: str, cost: Cost = STRONG) -> Opened:
    """Make a journal in a folder that holds none; slow. Raises as the two steps it consists of."""
    return write_vault(folder, prepare_vault(folder, passphrase, cost))


def prepare_vault(folder: JournalFolder, passphrase: str, cost: Cost = STRONG) -> NewVault:
    """Make the keys of a new journal and write nothing; slow.

    Raises:
        FolderInUseError: there is a journal, or part of one.
        InvalidValueError: the passphrase cannot be used.
    """
    if folder.holds_anything():
        raise FolderInUseError
    root, journal_id = new_root(), secrets.token_bytes(JOURNAL_ID_BYTES)
    slot = wrap_root(root, passphrase, journal_id, cost)
    return NewVault(root, KeyFile(journal_id, 1, (slot,)))


def write_vault(folder: JournalFolder, new: NewVault) -> Opened:
    """Write a new journal into a folder that holds none.

    The database is made under another name; the key files follow; its name comes last. A crash
    before the key files leaves nothing that counts, one after them is finished at the next unlock.

    Raises:
        FolderInUseError: there is a journal, or part of one.
        DiskFullError, ReadOnlyFolderError, StorageError: nothing was left behind.
    """
    if folder.holds_anything():  # the passphrase took its time
        raise FolderInUseError
    with os_faults():
        folder.make()
    remove_database(folder.database_new)
    try:
        _make_database(folder, new)
        write_key_file(folder, new.key_file)
        with os_faults():
            replace(folder.database_new, folder.database)
    except BaseException:
        for path in (folder.keys, folder.keys_copy):
            with contextlib.suppress(OSError):
                path.unlink(missing_ok=True)
        remove_database(folder.database_new)
        remove_database(folder.database)  # the rename can have worked and its fsync not
        raise
    return Opened(new.root, new.key_file.journal_id)


def _make_database(folder: JournalFolder, new: NewVault) -> None:
    journal_id = new.key_file.journal_id
    database = Database.create(folder.database_new, new.root.database_key(), journal_id)
    try:
        run_scripts(database, SCRIPTS)
        with database.writing():
            write_meta(database, "journal_id", journal_id.hex())
            write_meta(database, "created", f"{system_clock().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}")
            write_meta(database, "key_file", encode(new.key_file).decode("ascii"))
        database.checkpoint()  # all of it has to be in the file before that gets its name
    finally:
        database.close()
