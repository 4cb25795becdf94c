"""Take a journal back from a backup, on this computer or on a new one."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from caregiver_journal.journal.doors import STRONG, Cost, as_the_writer
from caregiver_journal.vault import doors
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.restoring import Unlock, restore


@dataclass(frozen=True)
class RestoredJournal:
    """What came of it.

    Attributes:
        opened: what opens the journal now.
        made: when the backup was made.
        kept_as: the name of the folder, in the journal's own, with what lay there before; "" where
            there was nothing.
    """

    opened: Opened
    made: datetime
    kept_as: str


def restore_with_passphrase(
    backup: Path, folder: Path, passphrase: str, cost: Cost | None = None
) -> RestoredJournal:
    """Restore by the passphrase of the day the backup was made. Slow.

    The journal in the folder, if there is one, must be closed.

    Raises:
        JournalError: nothing was changed.
    """
    unlock = partial(doors.unlock_with_passphrase, passphrase=passphrase, cost=cost or STRONG)
    return _restore(backup, folder, unlock)


def restore_with_code(backup: Path, folder: Path, code: str) -> RestoredJournal:
    """Restore by the recovery code. Slow; raises as by passphrase."""
    return _restore(backup, folder, partial(doors.unlock_with_code, code=code))


def _restore(backup: Path, folder: Path, unlock: Unlock) -> RestoredJournal:
    place = JournalFolder(folder)
    if not place.path.exists():
        done = restore(backup, place, unlock)
    else:
        with as_the_writer(place):
            done = restore(backup, place, unlock)
    return RestoredJournal(done.opened, done.manifest.made, done.kept.name if done.kept else "")
