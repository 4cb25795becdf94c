"""Where a journal lies and who may have it: all that the unlock page needs of a journal."""

from caregiver_journal.vault.folder import JournalFolder, guess_shared_place
from caregiver_journal.vault.lockfile import HeldLock, knock

__all__ = ["HeldLock", "JournalFolder", "guess_shared_place", "knock"]
