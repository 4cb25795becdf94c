"""Look into the backups for what a rescue could not read, and bring exactly that back."""

from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.errors import ForeignBackupError, JournalError
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal.backing_up import Backup, list_backups
from caregiver_journal.journal.doors import open_journal
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.rescue import Need, Rescued
from caregiver_journal.vault.backup_inside import opened_backup
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder


@dataclass(frozen=True, slots=True)
class Mend:
    """An entry as it would be once it was brought back.

    Attributes:
        entry: what is written.
        over: the id of what is left of it here; "" where nothing is.
    """

    entry: Entry = field(repr=False)
    over: str


@dataclass(frozen=True, slots=True)
class Found:
    """What a backup holds of what is missing.

    Attributes:
        backup: the one that holds it; no newer one does.
        mends: what it can bring back, by day.
    """

    backup: Backup
    mends: tuple[Mend, ...]


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking through all backups.

    Attributes:
        found: newest backup first; those that hold nothing of it are left out.
        unreadable: how many backups could not be opened.
    """

    found: tuple[Found, ...]
    unreadable: int


def look_for_losses(folder: Path, opened: Opened, rescued: Rescued) -> Looked:
    """Look into the backups, newest first, until nothing is missing. Slow; any thread.

    Args:
        folder: of the journal that was rescued; it is not opened.
        opened: its key.
        rescued: what is missing, and where further backups are.
    """
    needs = {need.number: need for need in rescued.needs}
    found: list[Found] = []
    unreadable = 0
    for backup in _backups(folder, rescued.elsewhere):
        if not needs:
            break
        try:
            mended = _look_into(backup, folder, opened, needs)
        except ForeignBackupError:
            continue  # other journals may have theirs in the same place
        except JournalError:
            unreadable += 1
            continue
        if mended:
            mends = sorted(mended.values(), key=_moment)
            found.append(Found(backup, tuple(mends)))
        for number in mended:
            del needs[number]
    return Looked(tuple(found), unreadable)


def bring_back(
    folder: Path, opened: Opened, found: Iterable[Found], clock: Clock = system_clock
) -> int:
    """Bring back what backups hold, all of it or nothing; return how many entries. Slow.

    Raises:
        JournalError: nothing was changed.
    """
    mends = [mend for each in found for mend in each.mends]
    with closing(open_journal(folder, opened, clock)) as journal, journal.writing(*Kind):
        for mend in mends:
            _write(journal, mend)
    return len(mends)


def _write(journal: Journal, mend: Mend) -> None:
    """Write an entry in the place of what is left of it."""
    if mend.over == mend.entry.id:
        journal.entries.replace(mend.entry)
        return
    if mend.over:
        journal.entries.remove(mend.over, journal.clock())
        journal.entries.purge_one(mend.over)
    journal.entries.add(mend.entry)


def _backups(folder: Path, elsewhere: Sequence[Path]) -> list[Backup]:
    places = (JournalFolder(folder).backups, *elsewhere)
    there = [backup for place in places for backup in list_backups(place)]
    return sorted(there, key=lambda backup: backup.made, reverse=True)


def _look_into(
    backup: Backup, folder: Path, opened: Opened, needs: dict[int, Need]
) -> dict[int, Mend]:
    """Return by number what a backup can mend."""
    opening = (opened.root.database_key(), opened.journal_id)
    with opened_backup(backup.path, folder, opening) as inside:
        inside.bring_up_to_date()
        there = Journal(inside.database, inside.folder, system_clock).entries.numbered(needs)
    mended = {number: _mended(needs[number], entry) for number, entry in there.items()}
    return {number: mend for number, mend in mended.items() if mend is not None}


def _mended(need: Need, there: Entry) -> Mend | None:
    """Return an entry with what was lost of it, or None where a backup has nothing to give."""
    here = need.entry
    if here is None:
        return Mend(there, "")
    if need.is_stand_in:
        is_later = bool(here.note) and here.note != there.note
        return Mend(_dated(_filled(here, there), there) if is_later else there, here.id)
    if here.id != there.id:
        return None  # the number was given to another one since
    mended = there if there.changed == here.changed else _filled(here, there)
    return None if mended == here else Mend(mended, here.id)


def _filled(entry: Entry, other: Entry) -> Entry:
    """Return an entry, with words and details of another one where it has none of its own."""
    return replace(
        entry,
        note=entry.note or other.note,
        tags=entry.tags or other.tags,
        detail=other.detail if isinstance(entry.detail, Lost) else entry.detail,
    )


def _dated(entry: Entry, other: Entry) -> Entry:
    """Return what an entry says, as the other one in all the rest."""
    return replace(other, note=entry.note, tags=entry.tags, detail=entry.detail)


def _moment(mend: Mend) -> tuple[date, datetime]:
    return mend.entry.day, mend.entry.happened
