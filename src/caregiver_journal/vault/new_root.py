"""Make a new recovery code: a new secret, and with it a new database."""

import logging
from dataclasses import replace as with_changes

from caregiver_journal.base.errors import (
    JournalError,
    KeychainError,
    ReadOnlyJournalError,
    StorageError,
    WrongPassphraseError,
)
from caregiver_journal.base.files import replace
from caregiver_journal.vault import keychain
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.examination import fingerprint
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, has_unsaved_log, remove_database
from caregiver_journal.vault.inspection import opens_with
from caregiver_journal.vault.keyfile import KeyFile, read_key_file, write_key_file
from caregiver_journal.vault.keys import STRONG, Cost, RootSecret, new_root, unwrap_root, wrap_root
from caregiver_journal.vault.opened import Opened, keep_key_file_inside

_log = logging.getLogger(__name__)


def replace_root(
    folder: JournalFolder,
    database: Database,
    opened: Opened,
    passphrase: str,
    cost: Cost = STRONG,
) -> Opened:
    """Give a journal a new secret; the passphrase stays, the old recovery code opens it no more.

    The slot of the system's keychain goes: it can be made again with what is returned.

    Once the passphrase is confirmed it closes ``database``, and it stays closed: open it again with
    what is returned or, after an error, with what was there before. Call it on the thread that made
    ``database``, or close that there first. A crash at any moment leaves a journal that the
    passphrase opens: until the end the key file holds slots for both secrets, and the swap of the
    databases is one rename.

    Raises:
        WrongPassphraseError: this is not the passphrase of the journal; nothing was changed.
        KeyFileMissingError, KeyFileDamagedError: a passphrase has to be chosen first.
        DiskFullError, StorageError, DamagedError, …: the journal is as it was.
    """
    if database.read_only:
        raise ReadOnlyJournalError
    before, _repaired = read_key_file(folder, opened.journal_id)
    _confirm(before, opened, passphrase)
    root = new_root()
    slot = wrap_root(root, passphrase, opened.journal_id, cost)
    both = with_changes(before, generation=before.generation + 1, slots=(*before.slots, slot))
    after = KeyFile(before.journal_id, before.generation + 2, (slot,))
    database.close()
    try:
        write_key_file(folder, both)
        _make_new_database(folder, opened, root, after)
        _swap(folder, root, opened.journal_id)
    except BaseException:
        remove_database(folder.database_new)
        if opens_with(folder.database, opened.root.database_key(), opened.journal_id):
            _store(folder, with_changes(before, generation=after.generation))
        raise
    _store(folder, after)
    _forget(before)
    return Opened(root, opened.journal_id)


def _confirm(key_file: KeyFile, opened: Opened, passphrase: str) -> None:
    """Raise unless the passphrase opens the journal as it is: a slip must not become the key."""
    for slot in key_file.slots:
        if slot.mark == opened.root.mark():
            try:
                unwrap_root(slot, passphrase, key_file.journal_id)
            except WrongPassphraseError:
                continue
            return
    raise WrongPassphraseError(field="passphrase")


def _make_new_database(
    folder: JournalFolder, opened: Opened, root: RootSecret, key_file: KeyFile
) -> None:
    """Write and verify ``journal.db.new``, and leave no log beside either database."""
    remove_database(folder.database_new)
    old = Database.open(folder.database, opened.root.database_key(), opened.journal_id)
    try:
        old.export_to(folder.database_new, root.database_key())
        content = fingerprint(old)
    finally:
        old.close()
    new = Database.open(folder.database_new, root.database_key(), opened.journal_id)
    try:
        if new.check(deep=True) or fingerprint(new) != content:
            raise StorageError
        keep_key_file_inside(new, key_file)
        new.checkpoint()
    finally:
        new.close()
    if has_unsaved_log(folder.database) or has_unsaved_log(folder.database_new):
        raise StorageError  # a log of the old secret beside the new file would spoil it


def _swap(folder: JournalFolder, root: RootSecret, journal_id: bytes) -> None:
    """Give the new database the name of the old one; an error after the rename undoes nothing."""
    try:
        with os_faults():
            replace(folder.database_new, folder.database)
    except JournalError:
        if not opens_with(folder.database, root.database_key(), journal_id):
            raise


def _forget(key_file: KeyFile) -> None:
    """Take the key of a dropped slot out of the keychain: older backups still hold that slot."""
    if key_file.keychain is None:
        return
    try:
        keychain.forget(key_file.journal_id, key_file.keychain.id)
    except KeychainError as error:
        _log.warning("keychain entry not removed: %s", type(error).__name__)


def _store(folder: JournalFolder, key_file: KeyFile) -> None:
    """Write the key file that belongs to the database; if not now, then at the next opening."""
    try:
        write_key_file(folder, key_file)
    except JournalError as error:
        _log.warning("key file not settled: %s", type(error).__name__)
