"""Keep copies of backups in a second place, such as a folder on a stick.

Other journals may have theirs in the same folder: what is not of this journal is never touched.
"""

import contextlib
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.errors import (
    DiskFullError,
    InvalidValueError,
    JournalError,
    StorageError,
)
from caregiver_journal.base.files import free_bytes, remove_temporary, writing_atomically
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.preference import BACKUP_PLACE
from caregiver_journal.journal.backing_up import (
    Backup,
    backups_in,
    check_backup,
    drop_old,
    is_of,
    look_at,
)
from caregiver_journal.journal.backup_notes import Notes, forget_place, write_notes
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.backup import Step, go_on
from caregiver_journal.vault.backup_file import SUFFIX
from caregiver_journal.vault.faults import os_faults
from caregiver_journal.vault.folder import JournalFolder

_CHUNK = 1 << 20
_SPARE = 1 << 20
_ABANDONED = 3600.0
"""After so many seconds without a change a copy is not under way any more."""


def place_of(journal: Journal) -> Path | None:
    """Return the second place that was set, there or not."""
    place = str(journal.setting(BACKUP_PLACE))
    return Path(place) if place else None


def further_places(journal: Journal) -> tuple[Path, ...]:
    """Return the folders that may hold backups beside the journal's own."""
    place = place_of(journal)
    return () if place is None else (place,)


def set_place(journal: Journal, place: Path | None) -> Callable[[], None]:
    """Set the second place, or that there is none; return what takes that back.

    Raises:
        InvalidValueError: it is the journal's own folder, or lies in it.
        JournalError: it stays as it was.
    """
    if place is not None and place.resolve().is_relative_to(journal.folder.path.resolve()):
        raise InvalidValueError(
            _("This is the journal's own folder; a second place has to be another one."),
            next_step=_("A stick or another disk is best: it is not lost with this computer."),
        )
    before = str(journal.setting(BACKUP_PLACE))
    journal.set(BACKUP_PLACE, "" if place is None else str(place.absolute()))
    return partial(_set_back, journal, before, forget_place(journal.folder))


def _set_back(journal: Journal, place: str, notes: Notes) -> None:
    journal.set(BACKUP_PLACE, place)
    write_notes(journal.folder, notes)
    journal.tell(Topic.BACKUP)


def is_there(place: Path) -> bool:
    """Tell whether a place can be seen now; asks the disk, so off the window's own thread."""
    with contextlib.suppress(OSError):
        return place.is_dir()
    return False


def is_on_same_disk(place: Path, folder: JournalFolder) -> bool:
    """Tell whether a place lies on the disk of the journal, and would be lost with it."""
    with contextlib.suppress(OSError):
        return place.stat().st_dev == folder.path.stat().st_dev
    return False


def copy_of(backup: Backup, place: Path, journal_id: bytes) -> Path | None:
    """Return where a backup was copied to in a place; None where it was not."""
    names = (place / name for name in _names(backup, journal_id))
    return next((path for path in names if path.exists() and is_of(path, journal_id)), None)


def copy_backup(
    backup: Backup, place: Path, journal_id: bytes, clock: Clock, step: Step = go_on
) -> Backup:
    """Copy a backup to a place that is there, check it, drop older ones there. Slow.

    Args:
        backup: one that was checked.
        place: a folder.
        journal_id: of the journal; only its own backups are dropped.
        clock: tells the present moment.
        step: is told how much is done, and may stop it.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError, BackupDamagedError: there is no new copy.
    """
    target = _target(backup, place, journal_id)
    _tidy(place)
    with os_faults():
        if free_bytes(place) < backup.size + _SPARE:
            raise DiskFullError(
                _("There is too little room in the second place for a backup."),
                next_step=_("The backup in the journal's own folder is there all the same."),
            )
        with backup.path.open("rb") as source, writing_atomically(target) as file:
            done = 0
            while chunk := source.read(_CHUNK):
                file.write(chunk)
                done += len(chunk)
                step(done / max(backup.size, 1))
    try:
        if check_backup(target) != check_backup(backup.path):
            raise StorageError
    except JournalError:
        with contextlib.suppress(OSError):
            target.unlink()
        raise
    drop_old(backups_in(place, journal_id), clock, target)
    return look_at(target)


def _names(backup: Backup, journal_id: bytes) -> tuple[str, str]:
    """Return what a copy may be called: as the backup or, where another journal has that, so."""
    path = backup.path
    return path.name, f"{path.stem}-{journal_id.hex()[:8]}{path.suffix}"


def _target(backup: Backup, place: Path, journal_id: bytes) -> Path:
    first, second = (place / name for name in _names(backup, journal_id))
    return second if first.exists() and not is_of(first, journal_id) else first


def _tidy(place: Path) -> None:
    """Remove what a copy left that was killed midway; another program's may be under way."""
    with contextlib.suppress(OSError):
        for path in tuple(place.glob(f"*{SUFFIX}.tmp-*")):
            if time.time() - path.stat().st_mtime > _ABANDONED:
                remove_temporary(path)
