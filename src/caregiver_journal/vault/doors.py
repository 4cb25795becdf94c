"""What can be done with a journal's folder: make it, unlock it, open it, change its keys."""

import contextlib
import logging
from dataclasses import replace as with_changes
from functools import partial

from caregiver_journal.base.errors import (
    DamagedError,
    ForeignKeyFileError,
    JournalError,
    KeyFileMissingError,
    MendingNeededError,
    ReadOnlyFolderError,
    ReadOnlyJournalError,
)
from caregiver_journal.vault import keychain
from caregiver_journal.vault.backup import Step, keep_backup
from caregiver_journal.vault.creation import (
    NewVault,
    create_vault,
    prepare_vault,
    write_vault,
)
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.healing import (
    Mending,
    Trouble,
    note_healed,
    try_to_heal,
    wants_healing,
)
from caregiver_journal.vault.inspection import read_journal_id
from caregiver_journal.vault.keyfile import KeyFile, write_key_file
from caregiver_journal.vault.keys import (
    STRONG,
    Cost,
    KeychainSlot,
    Slot,
    wrap_for_keychain,
    wrap_root,
)
from caregiver_journal.vault.migrate import SUPPORTED, migrate
from caregiver_journal.vault.new_root import replace_root
from caregiver_journal.vault.opened import (
    Opened,
    current_key_file,
    keep_key_file_inside,
    read_meta,
)
from caregiver_journal.vault.unlocking import (
    unlock_with_code,
    unlock_with_keychain,
    unlock_with_passphrase,
)

__all__ = [
    "Mending",
    "NewVault",
    "Opened",
    "create_vault",
    "drop_keychain_slot",
    "make_keychain_slot",
    "make_passphrase_slot",
    "mend",
    "open_database",
    "prepare_vault",
    "replace_passphrase",
    "replace_root",
    "unlock_with_code",
    "unlock_with_keychain",
    "unlock_with_passphrase",
    "use_keychain_slot",
    "write_vault",
]

_log = logging.getLogger(__name__)


def open_database(
    folder: JournalFolder, opened: Opened, mending: Mending = Mending.HERE
) -> Database:
    """Open the database on the calling thread, brought up to date; read-only where it must be.

    Free pages that are damaged, and a full-text index that a check found astray, are mended first.

    Args:
        folder: of the journal.
        opened: its key.
        mending: where that is done.

    Raises:
        MendingNeededError: something is to be mended, and that elsewhere; see ``mend``.
        JournalError: every row of the failure table that is about the database.
    """
    is_writable = folder.is_writable()
    if is_writable:
        folder.tidy()
    where = mending if is_writable else Mending.LATER
    database, mended = _open_or_heal(folder, opened, where, read_only=not is_writable)
    try:
        if mended is not None:
            note_healed(database, mended)
        if is_writable:
            migrate(database, partial(keep_backup, folder, database))
        elif database.user_version < SUPPORTED:
            raise ReadOnlyFolderError  # noqa: TRY301 - the database is closed below
        if read_meta(database, "journal_id") != opened.journal_id.hex():
            raise ForeignKeyFileError  # noqa: TRY301 - the database is closed below
        if is_writable:
            _heal_id(database)
            _settle_key_file(folder, database, opened)
    except BaseException:
        database.close()
        raise
    return database


def _open_or_heal(
    folder: JournalFolder, opened: Opened, mending: Mending, *, read_only: bool
) -> tuple[Database, frozenset[Trouble] | None]:
    """Return the open database, and what was mended where something was to be."""
    key, journal_id = opened.root.database_key(), opened.journal_id
    try:
        database = Database.open(folder.database, key, journal_id, read_only=read_only)
    except DamagedError:
        mended = _heal(folder, opened, mending)
        if mended is None:
            raise
        return Database.open(folder.database, key, journal_id), mended
    try:
        is_ill = mending is not Mending.LATER and wants_healing(database)
    except BaseException:
        database.close()
        raise
    if not is_ill:
        return database, None
    database.close()
    mended = _heal(folder, opened, mending)
    return Database.open(folder.database, key, journal_id), mended


def _heal(folder: JournalFolder, opened: Opened, mending: Mending) -> frozenset[Trouble] | None:
    if mending is Mending.ELSEWHERE:
        raise MendingNeededError
    return try_to_heal(folder, opened) if mending is Mending.HERE else None


def mend(folder: JournalFolder, opened: Opened, step: Step) -> None:
    """Mend what an opening found to be mended, as far as nothing is lost by it. Slow.

    Where it cannot be mended, or is stopped by what ``step`` raises, the next opening tells so.
    """
    mended = try_to_heal(folder, opened, step)
    if mended is not None:
        key, journal_id = opened.root.database_key(), opened.journal_id
        with contextlib.closing(Database.open(folder.database, key, journal_id)) as database:
            note_healed(database, mended)


def make_passphrase_slot(opened: Opened, passphrase: str, cost: Cost = STRONG) -> Slot:
    """Return a slot for a new passphrase, to be stored by ``replace_passphrase``; slow.

    Raises:
        InvalidValueError: the passphrase is empty or too long.
        NotEnoughMemoryError: it cannot be worked on.
    """
    return wrap_root(opened.root, passphrase, opened.journal_id, cost)


def replace_passphrase(folder: JournalFolder, database: Database, slot: Slot) -> None:
    """Let a new slot take the place of every other passphrase; nothing is encrypted anew.

    Raises:
        ReadOnlyJournalError: the journal is open for reading only.
        DiskFullError, ReadOnlyFolderError, StorageError: the old passphrase still opens it.
    """
    if database.read_only:
        raise ReadOnlyJournalError
    current = current_key_file(folder, database)
    generation = current.generation + 1 if current else 1
    kept = current.only(slot.mark).keychain if current else None
    _write_everywhere(folder, database, KeyFile(database.journal_id, generation, (slot,), kept))


def make_keychain_slot(opened: Opened) -> KeychainSlot:
    """Return a slot whose key lies in the system's keychain; slow where that asks the person.

    Raises:
        NoKeychainError, KeychainLockedError, KeychainError: there is no such slot.
    """
    slot, key = wrap_for_keychain(opened.root, opened.journal_id)
    keychain.store(opened.journal_id, slot.id, key)
    return slot


def use_keychain_slot(folder: JournalFolder, database: Database, slot: KeychainSlot) -> None:
    """Let the keychain open the journal too, from now on.

    Raises:
        ReadOnlyJournalError, KeyFileMissingError: there is no key file it could stand in.
        DiskFullError, ReadOnlyFolderError, StorageError: nothing was changed.
    """
    _write_keychain_slot(folder, database, slot)


def drop_keychain_slot(folder: JournalFolder, database: Database) -> KeychainSlot | None:
    """Let the keychain open the journal no more; return the slot, whose key it still holds.

    Raises:
        ReadOnlyJournalError, DiskFullError, …: as ``use_keychain_slot``.
    """
    return _write_keychain_slot(folder, database, None)


def _write_keychain_slot(
    folder: JournalFolder, database: Database, slot: KeychainSlot | None
) -> KeychainSlot | None:
    """Put a slot, or none, in the place of the keychain's; return the one that was there."""
    if database.read_only:
        raise ReadOnlyJournalError
    current = current_key_file(folder, database)
    if current is None:
        raise KeyFileMissingError
    changed = with_changes(current, generation=current.generation + 1, keychain=slot)
    _write_everywhere(folder, database, changed)
    return current.keychain


def _write_everywhere(folder: JournalFolder, database: Database, key_file: KeyFile) -> None:
    write_key_file(folder, key_file)
    _keep_inside(database, key_file)


def _heal_id(database: Database) -> None:
    """Write page 1 anew if the id at its beginning was altered: SQLCipher itself does not mind."""
    if read_journal_id(database.path) != database.journal_id:
        with database.writing():
            database.write(f"PRAGMA user_version = {database.user_version:d}")


def _settle_key_file(folder: JournalFolder, database: Database, opened: Opened) -> None:
    """Drop slots of a secret that no longer opens the database, and refresh the copy inside it."""
    try:
        key_file = current_key_file(folder, database)
        if key_file is None:
            return
        fitting = key_file.only(opened.root.mark())
        if fitting.slots and fitting != key_file:
            key_file = with_changes(fitting, generation=key_file.generation + 1)
            write_key_file(folder, key_file)
    except JournalError as error:
        _log.warning("key file not settled: %s", type(error).__name__)
        return
    _keep_inside(database, key_file)


def _keep_inside(database: Database, key_file: KeyFile) -> None:
    try:
        keep_key_file_inside(database, key_file)
    except JournalError as error:
        _log.warning("key file not copied into the journal: %s", type(error).__name__)
