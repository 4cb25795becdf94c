"""Hold a file so that one process works on a journal; the system frees it after a crash."""

import os
import sys
from pathlib import Path
from typing import Self

from caregiver_journal.vault.disk_faults import os_faults
from caregiver_journal.vault.folder import beside

if sys.platform == "win32":  # pragma: no cover
    import msvcrt

    def _try_to_hold(descriptor: int) -> bool:
        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

else:
    import fcntl

    def _try_to_hold(descriptor: int) -> bool:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True


class HeldLock:
    """A lock file that this process holds until it releases it or ends."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor: int | None = descriptor

    @classmethod
    def take(cls, path: Path) -> Self | None:
        """Take the lock; ``None`` when another process, or this one, holds it already.

        Raises:
            ReadOnlyFolderError: the folder cannot be written to. Then there is no writer to fear.
            DiskFullError, StorageError: it cannot be told.
        """
        with os_faults():
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
            try:
                is_held = _try_to_hold(descriptor)
            except OSError:
                os.close(descriptor)
                raise
        if is_held:
            return cls(descriptor)
        os.close(descriptor)
        return None

    def release(self) -> None:
        """Let go of the lock; a second time does nothing. The file stays: removing it is a race."""
        if self._descriptor is not None:
            os.close(self._descriptor)
            self._descriptor = None


def knock(path: Path) -> Path:
    """Ask the holder of a lock to show itself, by touching a file beside it; return that file."""
    knocker = beside(path, ".knock")
    with os_faults():
        knocker.touch(mode=0o600)
    return knocker
