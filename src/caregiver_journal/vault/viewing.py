"""Unpack a backup to be looked at: into a private folder of its own, which goes afterwards.

It lies there encrypted, as in the backup. Whoever looks at it holds a lock in its folder, so that
what a killed process left behind can be told from what somebody is looking at.
"""

import contextlib
import re
import secrets
import shutil
from pathlib import Path

from caregiver_journal.base.errors import JournalError
from caregiver_journal.vault.backup_file import unpack
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.lockfile import HeldLock
from caregiver_journal.vault.opened import Opened
from caregiver_journal.vault.restoring import Unlock, verify

_NAME = re.compile("[0-9a-f]{16}")


class UnpackedBackup:
    """A backup that lies unpacked for as long as somebody looks at it.

    Attributes:
        folder: of the journal in it; nobody writes there once ``make_ready`` is done.
    """

    def __init__(self, place: Path) -> None:
        """Choose a new folder inside ``place``; nothing is made yet."""
        self.folder = JournalFolder(place / secrets.token_hex(8), is_for_viewing=True)
        self._lock: HeldLock | None = None

    def unpack(self, path: Path) -> None:
        """Unpack a backup. Slow; safe on any thread.

        Raises:
            NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
            DiskFullError, ReadOnlyFolderError, StorageError: it cannot be unpacked there.
        """
        try:
            with os_faults():
                self.folder.make()
            self._lock = HeldLock.take(self.folder.window_lock)
            unpack(path, self.folder.database, self.folder.keys)
        except BaseException:
            self.remove()
            raise

    def make_ready(self, unlock: Unlock) -> Opened:
        """Find the secret, bring the copy up to date and look through all of it. Slow.

        Raises:
            BackupDamagedError: it is not whole.
            JournalError: whatever ``unlock`` raises.
        """
        copy = JournalFolder(self.folder.path)
        opened = unlock(copy)
        verify(copy, opened)
        return opened

    def remove(self) -> None:
        """Remove the folder; a second time does nothing."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
        shutil.rmtree(self.folder.path, ignore_errors=True)


def clear_unpacked(place: Path) -> None:
    """Remove what killed processes left inside ``place``, as far as possible."""
    with contextlib.suppress(OSError):
        for path in place.iterdir():
            if _NAME.fullmatch(path.name) and path.is_dir() and not path.is_symlink():
                _remove_left(path)


def _remove_left(path: Path) -> None:
    with contextlib.suppress(JournalError):
        lock = HeldLock.take(JournalFolder(path).window_lock)
        if lock is not None:
            lock.release()
            shutil.rmtree(path, ignore_errors=True)
