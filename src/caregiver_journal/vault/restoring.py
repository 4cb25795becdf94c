"""Take a journal back from a backup: into a new folder, verified, and only then swapped.

What lies where the journal goes is kept beside it in a folder of its own, ``replaced-<time>``.
"""

import contextlib
import os
import secrets
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from dataclasses import replace as with_changes
from datetime import UTC
from pathlib import Path

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import (
    BackupDamagedError,
    DamagedError,
    ForeignBackupError,
    JournalError,
    KeyFileDamagedError,
    NewerBackupError,
    NotABackupError,
)
from caregiver_journal.base.files import (
    make_private_folder,
    replace,
    sync_folder,
    working_folder,
    writing_atomically,
)
from caregiver_journal.vault.backup import keep_backup
from caregiver_journal.vault.backup_file import Manifest, check_members, read_keys, unpack
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import open_database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, has_unsaved_log, remove_database, wal_of
from caregiver_journal.vault.inspection import (
    is_same_journal,
    looks_encrypted,
    opens_with,
    read_journal_id,
)
from caregiver_journal.vault.keyfile import KeyFile, decode, read_key_file, write_key_file
from caregiver_journal.vault.opened import Opened
from caregiver_journal.vault.scripts import SUPPORTED

Unlock = Callable[[JournalFolder], Opened]
"""Finds the secret of what was unpacked, by the passphrase of its day or the recovery code."""


@dataclass(frozen=True)
class Restored:
    """What came of it.

    Attributes:
        opened: what opens the journal now.
        manifest: of the backup.
        kept: the folder with what lay there before; None where there was nothing.
        is_backed_up: whether a backup was made of it too, as is done where the same secret opens
            it and it is whole.
    """

    opened: Opened
    manifest: Manifest
    kept: Path | None
    is_backed_up: bool = False


def examine(path: Path, folder: JournalFolder | None = None) -> Manifest:
    """Read a backup through, before anybody types what opens it. Slow; safe on any thread.

    Args:
        path: of the backup.
        folder: where it is to be restored; None where it is only to be looked at.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
        ForeignBackupError: another journal lies in the folder.
        ReadOnlyFolderError, StorageError: it cannot be read.
    """
    if folder is not None and _is_same_file(path, folder.database):
        raise NotABackupError  # to open and close it would let go of the lock on an open journal
    manifest = check_members(path)
    if manifest.schema > SUPPORTED:
        raise NewerBackupError
    if folder is not None:
        with contextlib.suppress(KeyFileDamagedError):  # the code opens it all the same
            _refuse_stranger(folder, decode(read_keys(path)).journal_id)
    return manifest


def _is_same_file(path: Path, other: Path) -> bool:
    with contextlib.suppress(OSError):
        return path.samefile(other)
    return False


@contextlib.contextmanager
def unpacked(path: Path, place: Path) -> Iterator[tuple[JournalFolder, Manifest]]:
    """Unpack a backup into a private folder in ``place``, or beside it, while the block lasts.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
        DiskFullError, ReadOnlyFolderError, StorageError: it cannot be unpacked there.
    """
    with working_folder(place) as where:
        work = JournalFolder(where)
        with os_faults():
            work.make()
        yield work, unpack(path, work.database, work.keys)


def restore(path: Path, folder: JournalFolder, unlock: Unlock) -> Restored:
    """Let the journal of a backup take the place of the one in a folder, or be the first there.

    Nobody may have the journal open. A crash at any moment leaves the journal as it was, or the
    restored one. Where the backup has the secret of the journal as it is today, the key file of
    today stays, and with it the passphrase; else the one of the backup's day holds.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError, NewerJournalError: about the backup.
        ForeignBackupError: another journal lies in the folder.
        JournalError: whatever ``unlock`` raises, and what the disk says. Nothing was changed.
    """
    with unpacked(path, folder.path) as (work, manifest):
        opened = unlock(work)
        verify(work, opened)
        keys = _key_file(work, opened)
        _refuse_stranger(folder, opened.journal_id)
        is_backed_up = _back_up(folder, opened)
        kept = _keep(folder) if folder.holds_anything() else None
        with _nothing_kept_after_failure(kept):
            _lay_ready(folder, work, _both(folder, keys, opened))
        with os_faults():
            _swap(folder)
    _settle(folder, opened)
    return Restored(opened, manifest, kept, is_backed_up)


@contextlib.contextmanager
def _nothing_kept_after_failure(kept: Path | None) -> Iterator[None]:
    """Take back what ``_keep`` made where nothing was replaced: it is the journal itself still."""
    try:
        yield
    except BaseException:
        if kept is not None:
            shutil.rmtree(kept, ignore_errors=True)
        raise


def _lay_ready(folder: JournalFolder, work: JournalFolder, keys: KeyFile | None) -> None:
    """Put everything in the folder that only has to get its name."""
    with os_faults():
        folder.make()
    if keys is not None:
        write_key_file(folder, keys)
    remove_database(folder.database_new)
    with os_faults():
        replace(work.database, folder.database_new)


def _swap(folder: JournalFolder) -> None:
    """Let the new database take the place of the old one, which is kept; raises OSError.

    The log of the old one would spoil the new one, and without it the old one is not whole. So
    where it has one it goes first, and what a crash leaves then is finished by the next unlock.
    """
    if has_unsaved_log(folder.database) and folder.keys.exists():
        folder.database.unlink(missing_ok=True)
    wal_of(folder.database).unlink(missing_ok=True)
    replace(folder.database_new, folder.database)


def verify(work: JournalFolder, opened: Opened) -> None:
    """Open what was unpacked, bring it up to date and look through all of it. Slow.

    Whether the search index agrees with the entries is not asked, which a database that is open for
    reading never is: that takes longer than all the rest, and an index can be made anew.

    Raises:
        BackupDamagedError: part of it cannot be read, or does not fit the rest.
    """
    key = opened.root.database_key()
    try:
        with closing(open_database(work, opened)) as database:
            database.checkpoint()
        path, journal_id = work.database, opened.journal_id
        with closing(Database.open(path, key, journal_id, read_only=True)) as database:
            if database.check(deep=True):
                raise BackupDamagedError
    except DamagedError:
        raise BackupDamagedError from None


def _refuse_stranger(folder: JournalFolder, journal_id: bytes) -> None:
    """Raise where the folder holds another journal; one that cannot be read says nothing."""
    known: list[bytes] = []
    with contextlib.suppress(JournalError):
        if looks_encrypted(folder.database):
            known.append(read_journal_id(folder.database))
    with contextlib.suppress(JournalError):
        known.append(read_key_file(folder)[0].journal_id)
    if known and not any(is_same_journal(each, journal_id) for each in known):
        raise ForeignBackupError


def _back_up(folder: JournalFolder, opened: Opened) -> bool:
    """Back up what will be replaced, as far as it can be: its files are kept as they are anyway."""
    key = opened.root.database_key()
    with contextlib.suppress(JournalError):
        if opens_with(folder.database, key, opened.journal_id):
            with closing(Database.open(folder.database, key, opened.journal_id)) as database:
                keep_backup(folder, database)
            return True
    return False


def _keep(folder: JournalFolder) -> Path:
    """Put a second name to everything that will be replaced, in a folder of its own."""
    now = system_clock().astimezone(UTC)
    kept = folder.path / f"replaced-{now:%Y%m%dT%H%M%SZ}-{secrets.token_hex(2)}"
    with _nothing_kept_after_failure(kept), os_faults():
        make_private_folder(kept)
        for path in (folder.database, wal_of(folder.database), folder.keys, folder.keys_copy):
            if os.path.lexists(path):
                _name_again(path, kept / path.name)
        sync_folder(kept)
    return kept


def _name_again(path: Path, other: Path) -> None:
    """Link a file, or copy it where the disk knows no links; raises OSError."""
    try:
        other.hardlink_to(path)
    except OSError:
        with path.open("rb") as source, writing_atomically(other) as file:
            shutil.copyfileobj(source, file)


def _key_file(folder: JournalFolder, opened: Opened) -> KeyFile | None:
    """Return the key file of this journal in a folder; None where none can be used."""
    with contextlib.suppress(JournalError):
        key_file, _is_mended = read_key_file(folder, opened.journal_id)
        if is_same_journal(key_file.journal_id, opened.journal_id):
            return key_file
    return None


def _both(folder: JournalFolder, keys: KeyFile | None, opened: Opened) -> KeyFile | None:
    """Return a key file that opens the journal as it is, and the one of the backup too."""
    now = _key_file(folder, opened)
    if now is None or keys is None:
        return now or keys
    if now.only(opened.root.mark()).slots:
        return now
    return KeyFile(now.journal_id, now.generation + 1, (*now.slots, *keys.slots), now.keychain)


def _settle(folder: JournalFolder, opened: Opened) -> None:
    """Drop the slots of a secret that opens the journal no more; a later opening does it too."""
    now = _key_file(folder, opened)
    if now is None:
        return
    fitting = now.only(opened.root.mark())
    if fitting.slots and fitting != now:
        write_key_file(folder, with_changes(fitting, generation=now.generation + 1))
