"""One round of backing up: make a backup, copy it to the second place, note how that went.

While the journal is open it has three parts, as ``BackupRun``. When it is about to be closed, what
the round needs is taken before, and the backup is made after, of the closed file.
"""

import logging
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import InUseError, JournalError
from caregiver_journal.journal.backing_up import (
    Backup,
    BackupRun,
    back_up_here,
    is_due_in,
    look_at,
    newest_in,
    thin,
)
from caregiver_journal.journal.backup_notes import (
    note_copied,
    note_failed,
    note_made,
    note_not_copied,
    read_notes,
)
from caregiver_journal.journal.doors import as_the_writer
from caregiver_journal.journal.invented import is_invented
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.second_place import copy_backup, copy_of, is_there, place_of
from caregiver_journal.vault.backup import back_up, go_on, name_of, read_keys_of
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.folder import JournalFolder

_LOG = logging.getLogger(__name__)
_MADE = 0.8
"""The share of a round that is done once the backup is made and only the copy is left."""


class StoppedError(Exception):
    """A round was told to stop; nothing of it is left."""


class Halt:
    """Stops a round from another thread, and tells how much of it is done; a ``Step``."""

    def __init__(self, tell: Callable[[float], None]) -> None:
        """Take what is told the share that is done, on the thread of the work."""
        self._event = threading.Event()
        self._tell = tell

    def stop(self) -> None:
        """Stop before the next step."""
        self._event.set()

    @property
    def is_stopped(self) -> bool:
        """Whether it was told to stop."""
        return self._event.is_set()

    def __call__(self, share: float) -> None:
        """Tell how much is done; raises ``StoppedError`` once it was stopped."""
        if self.is_stopped:
            raise StoppedError
        self._tell(share)


@dataclass(frozen=True)
class Round:
    """What came of one.

    Attributes:
        backup: the newest one.
        copied_to: the second place; None where there is none, or it is not there now.
        trouble: why it was not copied though the place is there.
    """

    backup: Backup
    copied_to: Path | None = None
    trouble: JournalError | None = None


@dataclass(frozen=True)
class _Aims:
    """What a round needs to know of a journal, so that this may be closed meanwhile."""

    folder: JournalFolder
    clock: Clock
    journal_id: bytes
    place: Path | None

    def carry_out(self, make: Callable[[], Backup], halt: Halt) -> Round:
        """Make a backup and copy it; note how it went."""
        try:
            backup = make()
        except InUseError:
            raise  # somebody else writes to it now; it stays due
        except JournalError as error:
            note_failed(self.folder, error, self.clock())
            _LOG.info("no backup, kind=%s", type(error).__name__)
            raise
        note_made(self.folder)
        return self.copy(backup, halt)

    def copy(self, backup: Backup, halt: Halt) -> Round:
        """Copy a backup to the second place, if that is there."""
        if self.place is None or not is_there(self.place):
            return Round(backup)

        def step(share: float) -> None:
            halt(_MADE + (1 - _MADE) * share)

        try:
            copy_backup(backup, self.place, self.journal_id, self.clock, step)
        except JournalError as error:
            note_not_copied(self.folder, error, self.clock())
            _LOG.info("backup not copied, kind=%s", type(error).__name__)
            return Round(backup, trouble=error)
        note_copied(self.folder, self.clock())
        return Round(backup, self.place)

    def uncopied(self) -> Backup | None:
        """Return the newest backup if the second place is there and has no such file."""
        newest = newest_in(self.folder.backups, self.clock)
        if newest is None or self.place is None or not is_there(self.place):
            return None
        return None if copy_of(newest, self.place, self.journal_id) else newest


def backs_up_by_itself(journal: Journal) -> bool:
    """Tell whether a journal is backed up without being asked: not where nothing is written."""
    return not (journal.is_read_only or is_invented(journal))


def back_up_round(journal: Journal) -> Round:
    """Make a round on this thread, where nobody waits for a window. Slow; raises as ``make``."""
    return _aims_of(journal).carry_out(lambda: back_up_here(journal), Halt(go_on))


class OpenRound:
    """A round while the journal is open; ``copy`` and ``make`` may run on any thread."""

    def __init__(self, journal: Journal, halt: Halt) -> None:
        """Keep the file from changing until ``let_go``; raises ``JournalError`` where it cannot."""
        self._aims = _aims_of(journal)
        self._halt = halt
        try:
            self._run = BackupRun(journal, step=_first_part(halt))
        except JournalError as error:
            note_failed(self._aims.folder, error, self._aims.clock())
            raise

    def copy(self) -> None:
        """Copy the file as it is; raises ``JournalError``."""
        try:
            self._run.copy()
        except JournalError as error:
            if not self._run.is_void:  # as by a lock in the midst; it stays due
                note_failed(self._aims.folder, error, self._aims.clock())
            raise

    def let_go(self) -> None:
        """Let the file change again, once ``copy`` has ended; what is stopped leaves nothing."""
        self._run.let_go()
        if self._halt.is_stopped:
            self._run.drop()

    def make(self) -> Round:
        """Make the backup and copy it; raises ``JournalError`` or ``StoppedError``."""
        return self._aims.carry_out(self._run.make, self._halt)


class ClosedRound:
    """A round of a journal that is open still and closed before any of it is done."""

    def __init__(self, journal: Journal) -> None:
        """Take what is needed; raises ``JournalError`` where it cannot be read."""
        self._aims = _aims_of(journal)
        self._keys = read_keys_of(journal.folder, journal.database)
        self._opening = journal.database.opening()

    def is_due(self) -> bool:
        """Tell whether there may be something to do; call it once the journal is closed."""
        try:
            return is_due_in(self._aims.folder, self._aims.clock) or self._may_copy()
        except OSError:
            return False

    def make(self, halt: Halt) -> Round | None:
        """Make a backup where it is due, and copy what is not copied yet. Slow; any thread.

        Raises:
            JournalError, StoppedError: there is no new backup.
        """
        halt(0.0)  # it may have waited for the worker, and somebody else may hold the journal now
        if is_due_in(self._aims.folder, self._aims.clock):
            return self._aims.carry_out(lambda: self._back_up(halt), halt)
        return copy_what_is_left(self._aims, halt)

    def _may_copy(self) -> bool:
        """Tell it without a look at the second place, which may be slow to answer."""
        if self._aims.place is None:
            return False
        newest = newest_in(self._aims.folder.backups, self._aims.clock)
        copied = read_notes(self._aims.folder).copied
        is_known = newest and copied and newest.made <= copied <= self._aims.clock()
        return newest is not None and not is_known

    def _back_up(self, halt: Halt) -> Backup:
        folder, made = self._aims.folder, self._aims.clock()
        target = folder.backups / name_of(made)
        key, journal_id = self._opening
        with (
            as_the_writer(folder),
            closing(Database.open(folder.database, key, journal_id)) as database,
        ):
            back_up(database, self._keys, target, made, _first_part(halt))
        thin(folder, self._aims.clock, target)
        return look_at(target)


def copy_what_is_left(aims: _Aims, halt: Halt) -> Round | None:
    """Copy the newest backup to the second place where it is not there yet. Slow; any thread."""
    backup = aims.uncopied()
    return None if backup is None else aims.copy(backup, halt)


def copying(journal: Journal, halt: Halt) -> Callable[[], Round | None]:
    """Return work, for any thread, that copies the newest backup where it is not copied yet."""
    aims = _aims_of(journal)
    return lambda: copy_what_is_left(aims, halt)


def _aims_of(journal: Journal) -> _Aims:
    journal_id = journal.database.journal_id
    return _Aims(journal.folder, journal.clock, journal_id, place_of(journal))


def _first_part(halt: Halt) -> Callable[[float], None]:
    def step(share: float) -> None:
        halt(_MADE * share)

    return step
