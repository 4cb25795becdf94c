"""Take a journal back from a backup, on this computer or on a new one."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from caregiver_journal.base.errors import InUseError
from caregiver_journal.journal.doors import STRONG, Cost, as_the_writer
from caregiver_journal.vault import doors
from caregiver_journal.vault.disk_faults import os_faults
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.restoring import Unlock, restore
from caregiver_journal.vault.restoring import examine as examine_backup


@dataclass(frozen=True, slots=True)
class BackupFacts:
    """What can be known of a backup before anybody types what opens it.

    Attributes:
        path: its file.
        made: when, in UTC.
        program: the version of the program that made it.
        size: in bytes.
    """

    path: Path
    made: datetime
    program: str
    size: int


@dataclass(frozen=True)
class RestoredJournal:
    """What came of it.

    Attributes:
        opened: what opens the journal now.
        made: when the backup was made.
        kept_as: the name of the folder, in the journal's own, with what lay there before; "" where
            there was nothing.
        is_backed_up: whether a backup was made of that too.
    """

    opened: Opened
    made: datetime
    kept_as: str
    is_backed_up: bool = False


def examine(backup: Path, folder: Path | None = None) -> BackupFacts:
    """Read a backup through and say what it is. Slow; safe on any thread.

    Args:
        backup: the file.
        folder: of the journal in whose place it is to come; None where it is looked at only.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError: it cannot be used.
        ForeignBackupError: another journal lies in the folder.
    """
    manifest = examine_backup(backup, JournalFolder(folder) if folder is not None else None)
    size = sum(member.size for member in manifest.members.values())
    return BackupFacts(backup, manifest.made, manifest.program, size)


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
    with _there(place), as_the_writer(place):
        done = restore(backup, place, unlock)
    kept_as = done.kept.name if done.kept else ""
    return RestoredJournal(done.opened, done.manifest.made, kept_as, done.is_backed_up)


@contextmanager
def _there(place: JournalFolder) -> Iterator[None]:
    """Make a folder that is not there, so that it can be held; it goes again where that failed."""
    is_new = not place.path.exists()
    if is_new:
        with os_faults():
            place.make()
    try:
        yield
    except InUseError:
        raise  # somebody else restores there
    except BaseException:
        if is_new and not place.holds_anything():
            with suppress(OSError):  # as where something else lies there by now
                place.writer_lock.unlink(missing_ok=True)
                place.backups.rmdir()
                place.path.rmdir()
        raise
