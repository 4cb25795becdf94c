"""What the disk and SQLite report becomes a sentence, and their own words stay behind."""

import errno
import traceback

import pytest
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
from caregiver_journal.vault.faults import DatabaseBug, os_fault, os_faults, sqlite_fault

WORDS = "the patient Anna"


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (5, InUseError),
        (6, InUseError),
        (8, ReadOnlyFolderError),
        (10, StorageError),
        (10 | 3 << 8, StorageError),
        (11, DamagedError),
        (11 | 1 << 8, DamagedError),
        (13, DiskFullError),
        (14, ReadOnlyFolderError),
        (26, NotAJournalError),
    ],
)
def test_each_code_of_sqlite_has_its_sentence(code: int, kind: type[JournalError]) -> None:
    error = dbapi2.OperationalError(WORDS)
    error.sqlite_errorcode = code
    fault = sqlite_fault(error)
    assert type(fault) is kind
    assert WORDS not in str(fault)


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (dbapi2.OperationalError(WORDS), "OperationalError"),
        (dbapi2.IntegrityError(WORDS), "IntegrityError"),
        (OverflowError(WORDS), "OverflowError"),
        (UnicodeEncodeError("utf-8", WORDS, 0, 1, WORDS), "UnicodeEncodeError"),
    ],
)
def test_everything_else_is_a_bug_that_carries_a_name_only(error: Exception, name: str) -> None:
    fault = sqlite_fault(error)
    assert isinstance(fault, DatabaseBug)
    assert fault.name == name
    assert WORDS not in str(fault)


def test_a_bug_prefers_the_name_that_sqlite_gives() -> None:
    error = dbapi2.IntegrityError(WORDS)
    error.sqlite_errorcode, error.sqlite_errorname = 19, "SQLITE_CONSTRAINT"
    assert str(sqlite_fault(error)) == "the database refused a statement: SQLITE_CONSTRAINT"


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        (errno.ENOSPC, DiskFullError),
        (errno.EFBIG, DiskFullError),
        (errno.EACCES, ReadOnlyFolderError),
        (errno.EROFS, ReadOnlyFolderError),
        (errno.EIO, StorageError),
        (None, StorageError),
    ],
)
def test_each_error_of_the_system_has_its_sentence(
    number: int | None, kind: type[JournalError]
) -> None:
    error = OSError(WORDS) if number is None else OSError(number, WORDS, f"/home/{WORDS}")
    assert type(os_fault(error)) is kind


def test_nothing_of_the_systems_error_is_shown() -> None:
    with pytest.raises(StorageError) as caught, os_faults():
        raise _planted()
    assert WORDS not in "".join(traceback.format_exception(caught.value))


def _planted() -> OSError:
    return OSError(errno.EIO, WORDS)


def test_other_errors_pass_unchanged() -> None:
    with pytest.raises(KeyError), os_faults():
        raise KeyError
