"""Turn what the operating system reports into errors with a sentence.

Apart from ``faults``, so that the window can hold its lock before the database library is loaded.
"""

import contextlib
import errno
from collections.abc import Iterator

from caregiver_journal.base.errors import (
    DiskFullError,
    JournalError,
    ReadOnlyFolderError,
    StorageError,
)

_FULL = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}
_READ_ONLY = {errno.EACCES, errno.EPERM, errno.EROFS}


def os_fault(error: OSError) -> JournalError:
    """Return our error for one of the operating system."""
    if error.errno in _FULL:
        return DiskFullError()
    if error.errno in _READ_ONLY:
        return ReadOnlyFolderError()
    return StorageError()


@contextlib.contextmanager
def os_faults() -> Iterator[None]:
    """Raise our errors for those of the operating system; theirs name files of the person."""
    try:
        yield
    except OSError as error:
        raise os_fault(error) from None
