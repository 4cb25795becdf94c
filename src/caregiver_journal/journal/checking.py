"""Look the whole journal and one of its backups through, now and then, beside an open window."""

import contextlib
import json
import secrets
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    JournalError,
    NotAJournalError,
)
from caregiver_journal.base.files import free_bytes
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.backing_up import Backup, backups_of, check_backup
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.backup import SPARE
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import beside, remove_database
from caregiver_journal.vault.healing import TO_MEND, Trouble, find_trouble, take_healed
from caregiver_journal.vault.opened import read_meta, write_meta
from caregiver_journal.vault.snapshot import Snapshot

__all__ = [
    "CheckRun",
    "Checked",
    "Trouble",
    "is_check_due",
    "last_check",
    "mended_at_opening",
    "note_check",
    "note_whole",
]

EVERY = timedelta(days=30)
"""After this time everything is looked through once more."""

_NAME = "checked"


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of looking through everything.

    Attributes:
        when: in UTC.
        trouble: what is wrong with the journal's file.
        backup: the name of the backup that was looked through too; "" where there was none.
        is_backup_whole: whether that one can be used.
    """

    when: datetime
    trouble: frozenset[Trouble] = frozenset()
    backup: str = ""
    is_backup_whole: bool = True

    @property
    def is_all_well(self) -> bool:
        """Whether nothing at all was wrong."""
        return not self.trouble and self.is_backup_whole


def last_check(journal: Journal) -> Checked | None:
    """Return what came of the last one; None where there was none that can be understood."""
    text = read_meta(journal.database, _NAME)
    with contextlib.suppress(ValueError, LookupError, TypeError, AttributeError):
        content = json.loads(text or "")
        return Checked(
            datetime.fromisoformat(content["when"]).astimezone(UTC),
            frozenset(Trouble(each) for each in content["trouble"]),
            str(content["backup"]),
            content["is_backup_whole"] is True,
        )
    return None


def is_check_due(journal: Journal) -> bool:
    """Tell whether it is time: ``EVERY`` has passed since the last one, or since the first entry.

    One from the future, by a clock that was wrong, counts for nothing.
    """
    if journal.is_read_only or journal.database.is_held:
        return False
    now = journal.clock().astimezone(UTC)
    checked = last_check(journal)
    if checked is not None and checked.when <= now:
        return now - checked.when > EVERY
    first = journal.entries.first_day()
    return first is not None and journal.clock().date() - first > EVERY


def note_check(journal: Journal, checked: Checked) -> None:
    """Keep what came of it, and have the next opening mend what can be mended without loss.

    Where the file is damaged nothing more is written to it from now on.
    """
    content = {
        "when": checked.when.isoformat(timespec="seconds"),
        "trouble": sorted(checked.trouble),
        "backup": checked.backup,
        "is_backup_whole": checked.is_backup_whole,
    }
    with journal.writing(Topic.CHECK):
        write_meta(journal.database, _NAME, json.dumps(content))
        if checked.trouble and Trouble.DAMAGE not in checked.trouble:
            write_meta(journal.database, TO_MEND, " ".join(sorted(checked.trouble)))
    if Trouble.DAMAGE in checked.trouble:
        journal.database.is_damaged = True


def note_whole(journal: Journal) -> None:
    """Forget a trouble that is over; the file was looked through a moment ago."""
    checked = last_check(journal)
    if checked is not None and checked.trouble:
        note_check(journal, Checked(journal.clock().astimezone(UTC)))


def mended_at_opening(journal: Journal) -> frozenset[Trouble]:
    """Return what was mended when the journal was opened, once."""
    return take_healed(journal.database)


class CheckRun:
    """One look through everything, in parts as ``BackupRun``: the window goes on meanwhile.

    ``copy`` and ``check`` may run on any thread; the rest belongs to the journal's own.
    """

    def __init__(self, journal: Journal) -> None:
        """Keep the file from changing until ``let_go``; raises ``JournalError`` where it cannot."""
        self._when = journal.clock().astimezone(UTC)
        self._opening = journal.database.opening()
        self._backup = _choose(backups_of(journal), self._when)
        path = journal.folder.database
        self._copy = beside(path, f".tmp-{secrets.token_hex(8)}")
        with os_faults():
            if free_bytes(path.parent) < path.stat().st_size + SPARE:
                raise DiskFullError
        self._snapshot = Snapshot(journal.database)

    def copy(self) -> None:
        """Copy the file as it is; raises ``JournalError``."""
        self._snapshot.copy_to(self._copy)

    def let_go(self) -> None:
        """Let the file change again; call it once ``copy`` has ended, however it did."""
        self._snapshot.release()

    def check(self) -> Checked:
        """Look through the copy, and through one backup.

        Raises:
            JournalError: it cannot be told, as where the disk refuses.
        """
        try:
            trouble = self._look_through()
        finally:
            remove_database(self._copy)
        if self._backup is None:
            return Checked(self._when, trouble)
        is_whole = _is_whole(self._backup)
        return Checked(self._when, trouble, self._backup.path.name, is_whole)

    def _look_through(self) -> frozenset[Trouble]:
        path, key, journal_id = self._copy, *self._opening
        try:
            with contextlib.closing(Database(path, key, journal_id, read_only=False)) as database:
                return find_trouble(database)
        except (DamagedError, NotAJournalError):
            return frozenset({Trouble.DAMAGE})


def _choose(backups: tuple[Backup, ...], when: datetime) -> Backup | None:
    """Return one of the backups, each month another one."""
    if not backups:
        return None
    return backups[when.date().toordinal() // EVERY.days % len(backups)]


def _is_whole(backup: Backup) -> bool:
    try:
        check_backup(backup.path)
    except JournalError:
        return False
    return True
