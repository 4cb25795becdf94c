"""Get at the secret of a journal: by passphrase, by recovery code or by the system's keychain.

Slow, and safe on any thread: nothing opened here outlives the call.
"""

import logging
from dataclasses import replace as with_changes

from caregiver_journal.base.errors import (
    ForeignKeyFileError,
    JournalError,
    KeychainEntryLostError,
    NotAJournalError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.base.files import replace
from caregiver_journal.base.i18n import _
from caregiver_journal.vault import keychain
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, wal_of
from caregiver_journal.vault.inspection import (
    find_journal_id,
    is_same_journal,
    looks_encrypted,
    opens_with,
    read_journal_id,
)
from caregiver_journal.vault.keyfile import KeyFile, read_key_file, set_aside, write_key_file
from caregiver_journal.vault.keys import (
    STRONG,
    Cost,
    RootSecret,
    Slot,
    read_recovery_code,
    unwrap_from_keychain,
    unwrap_root,
    wrap_root,
)
from caregiver_journal.vault.opened import Opened, key_file_inside

_log = logging.getLogger(__name__)


def unlock_with_passphrase(folder: JournalFolder, passphrase: str, cost: Cost = STRONG) -> Opened:
    """Return what opens the database; a slot weaker than ``cost`` is made anew on the way.

    Raises:
        WrongPassphraseError, NotEnoughMemoryError: about the passphrase.
        KeyFileMissingError, KeyFileDamagedError, ForeignKeyFileError, NewerJournalError: about the
            key file.
        JournalMissingError, JournalEmptyError, PlainDatabaseError, NotAJournalError: about the
            database.
    """
    key_file, is_ours, notes = _read_keys(folder)
    slot, root = _find_root(folder, key_file, passphrase, is_ours=is_ours)
    _strengthen(folder, key_file, slot, root, passphrase, cost)
    return Opened(root, key_file.journal_id, notes)


def unlock_with_keychain(folder: JournalFolder) -> Opened:
    """Return what opens the database, by the key in the system's keychain; that may ask first.

    Raises:
        KeychainEntryLostError: the keychain, or the key file, holds nothing that opens it.
        NoKeychainError, KeychainLockedError, KeychainError: about the keychain.
        KeyFileMissingError, …, NotAJournalError: as with a passphrase.
    """
    key_file, is_ours, notes = _read_keys(folder)
    slot = key_file.keychain
    if not is_ours:
        raise ForeignKeyFileError
    if slot is None:
        raise KeychainEntryLostError
    key = keychain.fetch(key_file.journal_id, slot.id)
    root = unwrap_from_keychain(slot, key, key_file.journal_id)
    if opens_with(folder.database, root.database_key(), key_file.journal_id):
        return Opened(root, key_file.journal_id, notes)
    if any(each.mark != slot.mark for each in key_file.slots):
        raise KeychainEntryLostError  # a crash came while a new recovery code was made
    raise NotAJournalError


def _read_keys(folder: JournalFolder) -> tuple[KeyFile, bool, tuple[str, ...]]:
    """Return the key file, whether it is of this database, and what to say of it."""
    _finish_creation(folder)
    database_id = read_journal_id(folder.database)
    key_file, is_repaired = read_key_file(folder, database_id)
    is_ours = is_same_journal(key_file.journal_id, database_id)
    if not is_ours and not looks_encrypted(folder.database):
        raise NotAJournalError
    notes = (_("The key file was restored from its copy."),) if is_repaired else ()
    return key_file, is_ours, notes


def unlock_with_code(folder: JournalFolder, code: str) -> Opened:
    """Return what opens the database, by the recovery code alone; no key file is needed.

    A key file that is lost, damaged or of another journal is restored from the database.

    Raises:
        MistypedCodeError, WrongCodeError: about the code.
        JournalMissingError, JournalEmptyError, PlainDatabaseError, NotAJournalError: about the
            database.
    """
    root = read_recovery_code(code)
    _finish_creation(folder)
    database_id = read_journal_id(folder.database)
    key_file = _usable_key_file(folder, database_id)
    if key_file and opens_with(folder.database, root.database_key(), key_file.journal_id):
        return Opened(root, key_file.journal_id)
    journal_id = find_journal_id(folder.database, root.database_key())
    if journal_id is None:
        if key_file and all(slot.mark == root.mark() for slot in key_file.slots):
            raise NotAJournalError  # the code is right: it is the file that is not
        raise WrongCodeError(field="code")
    return Opened(root, journal_id, _restore_key_file(folder, root, journal_id))


def _finish_creation(folder: JournalFolder) -> None:
    """Give a new database its name if a crash came before that last step of making one."""
    if folder.database_new.exists() and not folder.database.exists() and folder.keys.exists():
        with os_faults():
            set_aside(wal_of(folder.database))  # of the file it replaces; it would spoil this one
            replace(folder.database_new, folder.database)


def _find_root(
    folder: JournalFolder, key_file: KeyFile, passphrase: str, *, is_ours: bool
) -> tuple[Slot, RootSecret]:
    """Return the slot that the passphrase opens and whose secret opens the database.

    After a crash while a new recovery code was made there are slots of two secrets.
    """
    is_right = False
    for slot in key_file.slots:
        try:
            root = unwrap_root(slot, passphrase, key_file.journal_id)
        except WrongPassphraseError:
            continue
        is_right = True
        if opens_with(folder.database, root.database_key(), key_file.journal_id):
            return slot, root
    if not is_ours:
        raise ForeignKeyFileError
    if is_right:
        raise NotAJournalError
    raise WrongPassphraseError(field="passphrase")


def _strengthen(
    folder: JournalFolder,
    key_file: KeyFile,
    slot: Slot,
    root: RootSecret,
    passphrase: str,
    cost: Cost,
) -> None:
    """Replace a slot that is weaker than wished; if it cannot be done now, another time."""
    if not slot.cost.is_weaker_than(cost) or not folder.is_writable():
        return
    try:
        stronger = wrap_root(root, passphrase, key_file.journal_id, cost)
        if slot.cost.is_weaker_than(stronger.cost):
            slots = tuple(stronger if each is slot else each for each in key_file.slots)
            generation = key_file.generation + 1
            write_key_file(folder, with_changes(key_file, generation=generation, slots=slots))
    except JournalError as error:
        _log.warning("slot not strengthened: %s", type(error).__name__)


def _usable_key_file(folder: JournalFolder, database_id: bytes) -> KeyFile | None:
    try:
        key_file, _repaired = read_key_file(folder, database_id)
    except JournalError:
        return None
    return key_file if is_same_journal(key_file.journal_id, database_id) else None


def _restore_key_file(
    folder: JournalFolder, root: RootSecret, journal_id: bytes
) -> tuple[str, ...]:
    """Write the key file anew from the copy in the database; return what to say about it."""
    stored = None
    try:
        database = Database.open(
            folder.database, root.database_key(), journal_id, read_only=not folder.is_writable()
        )
        try:
            stored = key_file_inside(database)
        finally:
            database.close()
        if stored and any(slot.mark == root.mark() for slot in stored.slots):
            with os_faults():
                set_aside(folder.keys)
                set_aside(folder.keys_copy)
            write_key_file(folder, stored)
            return (_("The key file was restored from the journal. The passphrase works again."),)
    except JournalError as error:
        _log.warning("key file not restored: %s", type(error).__name__)
    return (_("This journal has no usable key file now. Choose a new passphrase to make one."),)
