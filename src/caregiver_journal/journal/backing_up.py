"""Back a journal up: by hand, by itself when it is time, and without keeping the window waiting."""

import contextlib
import os
import secrets
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import BackupDamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.thinning import keep
from caregiver_journal.journal.backup_notes import note_made
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.outside import check_place
from caregiver_journal.vault.backup import (
    Step,
    back_up,
    go_on,
    keep_backup,
    name_of,
    read_keys_of,
)
from caregiver_journal.vault.backup_file import (
    SUFFIX,
    Manifest,
    check_members,
    read_id,
    read_manifest,
)
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder, beside, remove_database
from caregiver_journal.vault.inspection import is_same_journal
from caregiver_journal.vault.salvage import damaged_at
from caregiver_journal.vault.snapshot import Snapshot

OFTEN = timedelta(hours=4)
"""A journal that was written to is backed up by itself once the last backup is older."""


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup that lies somewhere.

    Attributes:
        path: its file.
        made: when; aware.
        size: in bytes.
    """

    path: Path
    made: datetime
    size: int


def list_backups(folder: Path) -> tuple[Backup, ...]:
    """Return the backups in a folder, newest first, as far as they say what they are."""
    found = [backup for path in _files_in(folder) if (backup := _look_at(path)) is not None]
    return tuple(sorted(found, key=lambda backup: backup.made, reverse=True))


def backups_in(place: Path, journal_id: bytes) -> tuple[Backup, ...]:
    """Return the backups of one journal that lie in a folder, newest first."""
    return tuple(each for each in list_backups(place) if is_of(each.path, journal_id))


def is_of(path: Path, journal_id: bytes) -> bool:
    """Tell whether a file is a backup of a journal."""
    with contextlib.suppress(JournalError):
        found = read_id(path)
        return len(found) == len(journal_id) and is_same_journal(found, journal_id)
    return False


def newest_in(place: Path, clock: Clock) -> Backup | None:
    """Return the newest backup; one from the future, by a clock that was wrong, only at need."""
    there, now = list_backups(place), clock().astimezone(UTC)
    past = (backup for backup in there if backup.made <= now)
    return next(past, None) or next(iter(there), None)


def backups_of(journal: Journal) -> tuple[Backup, ...]:
    """Return the backups among a journal's own files, newest first."""
    return list_backups(journal.folder.backups)


def is_due(journal: Journal) -> bool:
    """Tell whether it is time: something was written since the last one, and hours have passed.

    A backup from the future, by a clock that was wrong, counts for nothing.
    """
    return is_due_in(journal.folder, journal.clock)


def is_due_in(folder: JournalFolder, clock: Clock) -> bool:
    """Tell the same of a folder, where the journal may be closed."""
    now = clock().astimezone(UTC)
    made = [backup.made for backup in list_backups(folder.backups) if backup.made <= now]
    if not made:
        return True
    written = datetime.fromtimestamp(folder.database.stat().st_mtime, UTC)
    return written > made[0] and now - made[0] > OFTEN


def back_up_here(journal: Journal) -> Backup:
    """Make a backup among the journal's own, then drop older ones that are not needed. Slow.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError, DamagedError: there is no new backup.
    """
    path = keep_backup(journal.folder, journal.database, journal.clock())
    note_made(journal.folder)
    thin(journal.folder, journal.clock, path)
    return look_at(path)


def back_up_to(journal: Journal, path: Path) -> Backup:
    """Make a backup in a place of the person's own. Slow.

    Args:
        journal: an open one.
        path: a file, new or an earlier backup that is replaced; or a folder, in which it gets the
            name that the journal's own have.

    Raises:
        JournalError: as ``back_up_here``; or the journal's own files lie there, or something that
            is no backup. Nothing was changed.
    """
    check_place(journal.folder.path, path)
    made = journal.clock()
    if path.is_dir():
        path = path / name_of(made)
    elif os.path.lexists(path) and path.suffix != SUFFIX and _look_at(path) is None:
        raise JournalError(
            _("A file that is no backup has this name already."),
            next_step=_("Choose another one. Nothing was changed."),
        )
    back_up(journal.database, read_keys_of(journal.folder, journal.database), path, made)
    return look_at(path)


def thin(folder: JournalFolder, clock: Clock, newest: Path) -> int:
    """Drop backups that are not needed any more; return how many.

    Those of another journal that somebody put there are let be. As long as a damaged file is kept,
    so is the newest backup from before it was rescued: what was lost may lie in no other one.

    Args:
        folder: of the journal.
        clock: tells the present moment.
        newest: the one that was checked a moment ago; it stays whatever its clock said.
    """
    there = backups_in(folder.backups, read_id(newest))
    guarded = {_newest_before(there, moment) for moment in damaged_at(folder)}
    return drop_old([backup for backup in there if backup not in guarded], clock, newest)


def _newest_before(there: Iterable[Backup], moment: datetime) -> Backup | None:
    made = [backup for backup in there if backup.made <= moment]
    return max(made, key=lambda backup: backup.made, default=None)


def drop_old(there: Iterable[Backup], clock: Clock, newest: Path) -> int:
    """Drop those of some backups that are not needed any more, as ``thin``."""
    there = tuple(there)
    kept = keep({backup.made for backup in there}, clock().astimezone(UTC))
    dropped = 0
    for backup in there:
        if backup.made not in kept and backup.path != newest:
            with contextlib.suppress(OSError):
                backup.path.unlink()
                dropped += 1
    return dropped


def check_backup(path: Path) -> Manifest:
    """Read a backup through and compare every byte with what it says of itself; any thread.

    Raises:
        NotABackupError, BackupDamagedError, NewerBackupError, StorageError: it cannot be used.
    """
    return check_members(path)


def look_at(path: Path) -> Backup:
    """Return a backup that lies there; raises ``BackupDamagedError`` where none does."""
    backup = _look_at(path)
    if backup is None:
        raise BackupDamagedError
    return backup


class BackupRun:
    """A backup of the open journal in three parts, so that the window goes on meanwhile.

    ``copy`` and ``make`` may run on any thread; the rest belongs to the journal's own.
    """

    def __init__(self, journal: Journal, target: Path | None = None, *, step: Step = go_on) -> None:
        """Keep the file from changing until ``let_go``; raises ``JournalError`` where it cannot.

        Args:
            journal: an open journal.
            target: where it goes; among the journal's own backups if it is left out.
            step: is told in ``make`` how much is done; what it raises stops it.
        """
        made = journal.clock()
        self._folder, self._clock, self._made = journal.folder, journal.clock, made
        self._is_own = target is None
        self._step = step
        self._target = target or journal.folder.backups / name_of(made)
        self._keys = read_keys_of(journal.folder, journal.database)
        self._opening = journal.database.opening()
        self._copy = beside(journal.folder.backups / "copy", f".tmp-{secrets.token_hex(8)}")
        with os_faults():
            journal.folder.make()
        self._snapshot = Snapshot(journal.database)

    def copy(self) -> None:
        """Copy the file as it is; raises ``JournalError``."""
        self._snapshot.copy_to(self._copy)

    @property
    def is_void(self) -> bool:
        """Whether there can be no copy, because the journal was closed or another took over."""
        return self._snapshot.is_void

    def let_go(self) -> None:
        """Let the file change again; call it once ``copy`` has ended, however it did."""
        self._snapshot.release()

    def drop(self) -> None:
        """Remove the copy, where no backup is to be made of it any more."""
        remove_database(self._copy)

    def make(self) -> Backup:
        """Make the backup of the copy, check it, drop older ones; raises ``JournalError``."""
        path, key, journal_id = self._copy, *self._opening
        try:
            with contextlib.closing(Database.open(path, key, journal_id)) as database:
                back_up(database, self._keys, self._target, self._made, self._step)
        finally:
            self.drop()
        if self._is_own:
            thin(self._folder, self._clock, self._target)
        return look_at(self._target)


def _files_in(folder: Path) -> Iterator[Path]:
    with contextlib.suppress(OSError):
        # to open what is no file, such as a pipe, could wait for ever
        yield from (path for path in folder.iterdir() if path.suffix == SUFFIX and path.is_file())


def _look_at(path: Path) -> Backup | None:
    with contextlib.suppress(JournalError, OSError):
        return Backup(path, read_manifest(path).made, path.stat().st_size)
    return None
