"""Look into the backups for what a rescue could not read, and bring exactly that back.

Backups hold all there was when they were made. So what is no entry is looked for in the newest one
only: what older ones hold beside it was deleted in between.
"""

from collections.abc import Callable, Generator, Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from caregiver_journal.base.clock import Clock, system_clock
from caregiver_journal.base.errors import ForeignBackupError, JournalError
from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kept import KeptWorkday
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import PREFERENCES
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.backing_up import Backup, list_backups
from caregiver_journal.journal.doors import open_journal
from caregiver_journal.journal.importing import write_thing
from caregiver_journal.journal.incoming_parts import STEPS, TRIES, Keyed, stand_parts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.loss_notes import (
    Need,
    find_needs,
    forget_losses,
    note_losses,
    read_losses,
)
from caregiver_journal.journal.lost_parts import EXPORTS, read_lost
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.journal.second_place import further_places
from caregiver_journal.journal.standing import Standing, Thing
from caregiver_journal.vault.backup_inside import opened_backup
from caregiver_journal.vault.doors import Opened
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.wreck import Gap

_AT_ONCE = 20
"""So many things are written between two words about the progress: about 10 ms."""

_FIRST = ("off", "early", "late", "night")
"""The kinds of shift that every journal begins with."""


@dataclass(frozen=True)
class Lacking:
    """What is looked for.

    Attributes:
        needs: entries.
        gaps: by table, what is no entry.
        elsewhere: folders that may hold backups beside the journal's own.
        before: later backups lack it too; None where there is none.
    """

    needs: tuple[Need, ...] = field(repr=False)
    gaps: Mapping[str, Gap] = field(default_factory=dict, repr=False)
    elsewhere: tuple[Path, ...] = ()
    before: datetime | None = None


@dataclass(frozen=True, slots=True)
class Mend:
    """An entry as it would be once it was brought back.

    Attributes:
        entry: what is written.
        over: the id of what is left of it here; "" where nothing is.
        number: of the row that it had.
    """

    entry: Entry = field(repr=False)
    over: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Found:
    """What a backup holds of what is missing.

    Attributes:
        backup: the one that holds it; no newer one does.
        mends: the entries it can bring back, by day.
        rest: what else it can.
    """

    backup: Backup
    mends: tuple[Mend, ...]
    rest: tuple[Keyed, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of looking through all backups.

    Attributes:
        found: newest backup first; those that hold nothing of it are left out.
        unreadable: how many backups could not be opened.
    """

    found: tuple[Found, ...]
    unreadable: int


class Brought(NamedTuple):
    """How many entries and other things came back."""

    entries: int = 0
    rest: int = 0


def look_for_losses(folder: Path, opened: Opened, rescued: Rescued) -> Looked:
    """Look into the backups, newest first, until nothing is missing. Slow; any thread.

    Args:
        folder: of the journal that was rescued; it is not opened.
        opened: its key.
        rescued: what is missing, and where further backups are.
    """
    gaps = {table: part.gap for table, part in rescued.parts.items()}
    lacking = Lacking(rescued.needs, gaps, rescued.elsewhere)
    return look(folder, (opened.root.database_key(), opened.journal_id), lacking)


def look(folder: Path, opening: tuple[bytes, bytes], lacking: Lacking) -> Looked:
    """Do the same with the key and the id of the journal, as ``Statements.opening`` returns them.

    Args:
        folder: of the journal.
        opening: the key and the id.
        lacking: what is looked for.
    """
    needs = {need.number: need for need in lacking.needs}
    gaps = lacking.gaps
    found: list[Found] = []
    unreadable = 0
    for backup in _backups(folder, lacking):
        if not (needs or gaps):
            break
        try:
            mended, rest = _look_into(backup, folder, opening, needs, gaps)
        except ForeignBackupError:
            continue  # other journals may have theirs in the same place
        except JournalError:
            unreadable += 1
            continue
        if mended or rest:
            mends = sorted(mended.values(), key=_moment)
            found.append(Found(backup, tuple(mends), rest))
        for number in mended:
            del needs[number]
        gaps = {}
    return Looked(tuple(found), unreadable)


def find_lacking(journal: Journal) -> Generator[Progress, None, Lacking | None]:
    """Return what the open journal still lacks by its note, a little at a time."""
    losses = read_losses(journal)
    if losses is None:
        return None
    needs = yield from find_needs(journal, losses)
    gaps = {table: part.gap for table, part in losses.parts.items()}
    return Lacking(needs, gaps, further_places(journal), losses.when)


def settle(journal: Journal, looked: Looked) -> Generator[Progress, None, Looked]:
    """Return what was found without what is here already or was deleted for good since."""
    found = []
    for each in looked.found:
        mends: list[Mend] = []
        for start in range(0, len(each.mends), _AT_ONCE):
            mends += _wanted(journal, each.mends[start : start + _AT_ONCE])
            yield Progress(start, len(each.mends))
        stand = yield from _standing(journal, each.rest)
        rest = tuple(keyed for keyed in each.rest if stand(keyed) is not None)
        if mends or rest:
            found.append(replace(each, mends=tuple(mends), rest=rest))
    return replace(looked, found=tuple(found))


def bring_back(
    folder: Path, opened: Opened, found: Iterable[Found], clock: Clock = system_clock
) -> Brought:
    """Bring back what backups hold, all of it or nothing; return how much. Slow.

    Raises:
        JournalError: nothing was changed.
    """
    with closing(open_journal(folder, opened, clock)) as journal:
        steps = bring_in(journal, found)
        while True:
            try:
                next(steps)
            except StopIteration as end:
                brought: Brought = end.value
                return brought


def bring_in(journal: Journal, found: Iterable[Found]) -> Generator[Progress, None, Brought]:
    """Do the same with the open journal, a little at a time, in one transaction.

    To close it midway takes back all that was written. The note of what is missing goes, or holds
    only what no backup had.

    Raises:
        JournalError: nothing was changed.
    """
    found = tuple(found)
    mends = [mend for each in found for mend in each.mends]
    keyed = [thing for each in found for thing in each.rest]
    total = len(mends) + len(keyed)
    count = rest = 0
    with journal.writing(*Kind, *Topic, *PREFERENCES):
        for start in range(0, len(mends), _AT_ONCE):
            for mend in _wanted(journal, mends[start : start + _AT_ONCE]):
                _write(journal, mend)
                count += 1
            yield Progress(start, total)
        stand = yield from _standing(journal, keyed)
        for at, each in enumerate(keyed):
            rest += _write_rest(journal, each, stand(each))
            yield Progress(len(mends) + at, total)
        _note_what_is_left(journal, mends)
    return Brought(count, rest)


def _note_what_is_left(journal: Journal, mends: Iterable[Mend]) -> None:
    """Keep what no backup held of entries; of all else the newest one was looked through."""
    losses = read_losses(journal)
    if losses is None:
        return
    back = {mend.number for mend in mends}
    left = replace(
        losses,
        missing=losses.missing - back,
        touched={number: name for number, name in losses.touched.items() if number not in back},
        stand_ins=losses.stand_ins - back,
        parts={},
        is_looked=True,
    )
    if left.missing or left.touched:
        note_losses(journal, left)
    else:
        forget_losses(journal)


Stand = Callable[[Keyed], Thing | None]
"""Says how a thing that is no entry is to be written; None where it is not."""


def _standing(journal: Journal, things: Iterable[Keyed]) -> Generator[Progress, None, Stand]:
    """Return what tells of each thing whether it is missing now."""
    things = tuple(things)
    work = stand_parts(journal, ())
    while True:
        try:
            next(work)
        except StopIteration as end:
            stand_part: Stand = end.value
            break
        yield Progress(0, len(things))
    exports = {replace(record, number=None) for record in journal.exports.all()}
    steps = {folded(step.text) for step in journal.ladder.steps()}
    steps |= {folded(each.record.text) for each in things if each.part == STEPS}

    def stand(each: Keyed) -> Thing | None:
        if each.part == EXPORTS:
            is_here = replace(each.record, number=None) in exports
            return None if is_here else Thing(EXPORTS, each.record, Standing.NEW)
        if each.part == TRIES and folded(each.record.situation) not in steps:
            return None  # its step was deleted here
        if each.part == "shifts" and (there := _first_shift(journal, each.record)) is not None:
            return Thing("shifts", each.record, Standing.DIFFERENT, there)
        thing = stand_part(each)
        return thing if thing is not None and _is_missing(thing) else None

    return stand


def _first_shift(journal: Journal, lost: Shift) -> Shift | None:
    """Return the kind of shift that every journal begins with, where it took the row of a lost one.

    Days of work still point to that row.
    """
    there = {folded(each.name): each for each in journal.shifts.all()}
    if folded(lost.name) in there:
        return None
    return next((there[n] for n in _FIRST if n in there and there[n].number == lost.number), None)


def _is_missing(thing: Thing) -> bool:
    """Tell whether a thing is not here, or only what made it what it was."""
    if thing.standing is not Standing.DIFFERENT:
        return thing.standing is Standing.NEW
    if thing.what == "tags":
        return True
    there = thing.there
    is_day = isinstance(there, KeptWorkday) and not there.shift
    return is_day and replace(there, shift=thing.record.shift) == thing.record


def _write_rest(journal: Journal, each: Keyed, thing: Thing | None) -> bool:
    if thing is None:
        return False
    if each.part == EXPORTS:
        journal.exports.add(each.record)
    else:
        write_thing(journal, thing)
    return True


def _wanted(journal: Journal, mends: Sequence[Mend]) -> list[Mend]:
    """Return those of some entries that are missing still."""
    ids = [mend.entry.id for mend in mends if not mend.over]
    known = {*journal.deletions.numbers(ids), *journal.deletions.among(ids)}
    return [mend for mend in mends if mend.over or mend.entry.id not in known]


def _write(journal: Journal, mend: Mend) -> None:
    """Write an entry in the place of what is left of it."""
    if mend.over == mend.entry.id:
        journal.entries.replace(mend.entry)
        return
    if mend.over:
        journal.entries.remove(mend.over, journal.clock())
        journal.entries.purge_one(mend.over)
    journal.entries.add(mend.entry)


def _backups(folder: Path, lacking: Lacking) -> list[Backup]:
    places = (JournalFolder(folder).backups, *lacking.elsewhere)
    there = [backup for place in places for backup in list_backups(place)]
    before = lacking.before
    some = [backup for backup in there if before is None or backup.made <= before]
    return sorted(some, key=lambda backup: backup.made, reverse=True)


def _look_into(
    backup: Backup,
    folder: Path,
    opening: tuple[bytes, bytes],
    needs: Mapping[int, Need],
    gaps: Mapping[str, Gap],
) -> tuple[dict[int, Mend], tuple[Keyed, ...]]:
    """Return by number the entries that a backup can mend, and what else it holds."""
    with opened_backup(backup.path, folder, opening) as inside:
        inside.bring_up_to_date()
        journal = Journal(inside.database, inside.folder, system_clock)
        there = journal.entries.numbered(needs)
        rest = tuple(read_lost(journal, gaps)) if gaps else ()
    mended = {number: _mended(needs[number], entry) for number, entry in there.items()}
    mends = {n: replace(mend, number=n) for n, mend in mended.items() if mend is not None}
    return mends, rest


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
