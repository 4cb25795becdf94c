"""Make, open, check and copy the encrypted database of a journal."""

import contextlib
import os
import secrets
from collections.abc import Iterator
from pathlib import Path
from typing import Self

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    NewerJournalError,
    NotAJournalError,
    ReadOnlyFolderError,
    StorageError,
)
from caregiver_journal.base.files import free_bytes, replace, sync_file
from caregiver_journal.vault.connection import file_uri, key_spec, make_lasting
from caregiver_journal.vault.examination import (
    count_rows,
    find_broken_tables,
    find_damage,
    find_disorder,
)
from caregiver_journal.vault.faults import DatabaseBug, os_faults
from caregiver_journal.vault.folder import beside, has_unsaved_log, remove_database
from caregiver_journal.vault.inspection import read_journal_id
from caregiver_journal.vault.scripts import APPLICATION_ID, SUPPORTED
from caregiver_journal.vault.statements import Row, Statements, Values

__all__ = ["Database", "DatabaseBug", "Row", "Values"]


class Database(Statements):
    """The one encrypted connection to a journal; it belongs to the thread that made it."""

    @classmethod
    def create(cls, path: Path, key: bytes, journal_id: bytes) -> Self:
        """Make a new, empty database of version 0 where there is no file yet.

        Raises:
            DiskFullError, ReadOnlyFolderError, StorageError: no file was left behind.
        """
        _make_private_file(path)
        try:
            database = cls(path, key, journal_id, read_only=False)
            with _closed_on_error(database):
                database._make_lasting()
                database.rows(f"PRAGMA application_id = {APPLICATION_ID:d}")
                database.checkpoint()
        except BaseException:
            remove_database(path)
            raise
        return database

    @classmethod
    def open(
        cls,
        path: Path,
        key: bytes,
        journal_id: bytes,
        *,
        read_only: bool = False,
        supported: int = SUPPORTED,
    ) -> Self:
        """Open a journal's database; after an unclean end it is checked first.

        Raises:
            JournalMissingError, JournalEmptyError, PlainDatabaseError, NotAJournalError,
            NewerJournalError, InUseError, ReadOnlyFolderError, DamagedError, StorageError.
        """
        read_journal_id(path)
        was_unclean = has_unsaved_log(path)
        if read_only and was_unclean:
            raise ReadOnlyFolderError
        database = cls(path, key, journal_id, read_only=read_only)
        with _closed_on_error(database):
            database._identify(supported)
            if not read_only:
                database._make_lasting()
            if was_unclean and database.check(deep=False):
                raise DamagedError
        return database

    def check(self, *, deep: bool) -> list[str]:
        """Return what is wrong with the file, in sentences; an empty list means that it is whole.

        Every page against its HMAC, and the structure; deep also every index, reference and the
        full-text index against its texts (for 50,000 entries 1 s, deep 3 s).
        """
        self._checkpoint_quietly()
        damage = find_damage(self, deep=deep)
        if damage:
            self.is_damaged = self._is_stale = True
        return damage or (find_disorder(self) if deep else [])

    def copy_to(self, path: Path) -> None:
        """Write a compact copy under the same key, check it, and only then give it its name.

        Raises:
            DiskFullError, ReadOnlyFolderError, StorageError, DamagedError: there is no copy.
        """
        temporary = beside(path, f".tmp-{secrets.token_hex(8)}")
        _make_private_file(temporary)
        try:
            self.rows("VACUUM INTO ?", (file_uri(temporary),))
            self._compare(temporary)
            with os_faults():
                _sync(temporary)
                replace(temporary, path)
        except BaseException:
            remove_database(temporary)
            raise

    def export_to(self, path: Path, key: bytes) -> None:
        """Write the same content under another key into a new file; the caller checks it.

        Raises:
            DiskFullError, ReadOnlyFolderError, StorageError, DamagedError: no file is left behind.
        """
        version = self.user_version
        _make_private_file(path)
        try:
            spec = key_spec(key, self.journal_id)
            self.rows("ATTACH DATABASE ? AS fresh KEY ?", (file_uri(path), spec))
            self._export()
            self.rows(f"PRAGMA fresh.user_version = {version:d}")
            self.rows(f"PRAGMA fresh.application_id = {APPLICATION_ID:d}")
            self.rows("DETACH DATABASE fresh")
            with os_faults():
                _sync(path)
        except BaseException:
            with contextlib.suppress(JournalError, DatabaseBug):
                self.rows("DETACH DATABASE fresh")
            remove_database(path)
            raise

    def _export(self) -> None:
        """Copy everything to ``fresh``; SQLCipher does not say why that failed, so look for it."""
        try:
            self.rows("SELECT sqlcipher_export('fresh')")
        except DatabaseBug:
            self._is_stale = True
        else:
            return
        if self.check(deep=False):
            raise DamagedError
        if free_bytes(self.path.parent) < self.path.stat().st_size:
            raise DiskFullError
        raise StorageError

    def _make_lasting(self) -> None:
        self._call(lambda: make_lasting(self._connection))

    def _identify(self, supported: int) -> None:
        if self.rows("PRAGMA application_id") != [(APPLICATION_ID,)]:
            raise NotAJournalError
        if self.user_version > supported:
            raise NewerJournalError

    def _compare(self, copy: Path) -> None:
        """Raise ``StorageError`` unless a copy is whole and has as many rows in every table."""
        other = Database(copy, self._key, self.journal_id, read_only=True)
        with contextlib.closing(other):
            if find_broken_tables(other) or count_rows(other) != count_rows(self):
                raise StorageError


@contextlib.contextmanager
def _closed_on_error(database: Database) -> Iterator[None]:
    try:
        yield
    except BaseException:
        database.close()
        raise


def _make_private_file(path: Path) -> None:
    with os_faults():
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))


def _sync(path: Path) -> None:
    """Ask the disk to keep a file that somebody else wrote; raises OSError."""
    descriptor = os.open(path, os.O_RDWR)
    try:
        sync_file(descriptor)
    finally:
        os.close(descriptor)
