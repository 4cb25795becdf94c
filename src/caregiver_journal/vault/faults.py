"""Turn what the disk and SQLite report into errors with a sentence.

SQLite's messages can hold what somebody wrote. They stop here: only codes and names go on.
"""

from sqlcipher3 import dbapi2

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    InUseError,
    JournalError,
    NotAJournalError,
    ReadOnlyFolderError,
    StorageError,
)
from caregiver_journal.vault.disk_faults import os_fault, os_faults

__all__ = ["REPORTED", "DatabaseBug", "os_fault", "os_faults", "sqlite_fault"]

REPORTED = (dbapi2.Error, dbapi2.Warning, UnicodeError, OverflowError, ValueError)
"""What a call into the database library can raise because of its statement, values or file."""

_SQLITE_FAULTS: dict[int, type[JournalError]] = {
    3: ReadOnlyFolderError,  # PERM
    5: InUseError,  # BUSY
    6: InUseError,  # LOCKED
    8: ReadOnlyFolderError,  # READONLY
    10: StorageError,  # IOERR
    11: DamagedError,  # CORRUPT
    13: DiskFullError,  # FULL
    14: ReadOnlyFolderError,  # CANTOPEN
    15: InUseError,  # PROTOCOL
    26: NotAJournalError,  # NOTADB
}


class DatabaseBug(RuntimeError):  # noqa: N818 - a bug of ours, not an error for a person
    """A statement that should never have been sent; carries the error's name and no value."""

    def __init__(self, name: str) -> None:
        self.name = name
        super().__init__(f"the database refused a statement: {name}")


def sqlite_fault(error: BaseException) -> JournalError | DatabaseBug:
    """Return our error for one of the database library; it shares nothing with the original."""
    code = getattr(error, "sqlite_errorcode", None)
    kind = _SQLITE_FAULTS.get(code & 0xFF) if isinstance(code, int) else None
    if kind is not None:
        return kind()
    return DatabaseBug(getattr(error, "sqlite_errorname", None) or type(error).__name__)
