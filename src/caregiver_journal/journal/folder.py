"""Where a journal lies and who may have it: all that the unlock page needs of a journal."""

import contextlib
from pathlib import Path

from caregiver_journal.vault.folder import JournalFolder, guess_shared_place
from caregiver_journal.vault.lockfile import HeldLock, knock

__all__ = ["HeldLock", "JournalFolder", "folder_size", "guess_shared_place", "knock"]


def folder_size(folder: Path) -> int:
    """Return how many bytes all files of a journal take; what cannot be looked at is left out."""
    total = 0
    for path in folder.rglob("*"):
        with contextlib.suppress(OSError):
            total += path.lstat().st_size if path.is_file() else 0
    return total
