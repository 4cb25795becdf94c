"""Bring what another copy of the same journal holds into the open one; nothing of either is lost.

What is new comes in, what is the same is passed over, and of what was changed the person chooses.
An entry that was here once and was deleted for good comes back only where the person wants that; it
is known by its id (see ``DeletionStore``), or by its row: the two copies agree on the rows of what
was written before they parted, so that what lies in the other one among these and is not here any
more was deleted here. Rows that came in from elsewhere tell nothing.
"""

from collections.abc import Generator, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from hashlib import sha256
from typing import Any, NamedTuple
from uuid import UUID, uuid5

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kept import Rung
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.ladder import Try
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.exchange.json_in import Incoming
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.journal.backing_up import Backup
from caregiver_journal.journal.importing import (
    Preview,
    go_through,
    write_thing,
    writing_much,
)
from caregiver_journal.journal.incoming_parts import TryOf
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.other_copy import Copy
from caregiver_journal.journal.standing import Standing, Thing
from caregiver_journal.vault.keys import canonical_json

_AT_ONCE = 400
"""So many ids are looked up in some 5 ms."""

_FEW = 50
"""So many second ids are worked out in some 10 ms."""

_MARKS = ("changed", "never_export", "for_session")
"""What does not tell one wording of an entry from another."""

Key = tuple[str, Hashable]
"""What makes something the same thing in both copies: "entry" or the name of its part, and a key"""


class Choice(StrEnum):
    """What is to be done with something that differs."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True)
class Conflict:
    """Something that is in both copies and differs.

    Attributes:
        key: what makes it the same thing.
        what: the kind of an entry, or the name of another part.
        mine, theirs: as it is here, and as it would be written.
    """

    key: Key
    what: Kind | str
    mine: Any = field(repr=False)
    theirs: Any = field(repr=False)

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What can be chosen; only an entry can be kept twice."""
        return tuple(Choice) if isinstance(self.mine, Entry) else (Choice.MINE, Choice.THEIRS)

    @property
    def is_in_trash(self) -> bool:
        """Whether it is an entry that lies in the trash here, where it stays unless chosen."""
        return isinstance(self.mine, Entry) and self.mine.deleted is not None


@dataclass(frozen=True)
class MergePreview:
    """What another copy would bring, before anything is changed.

    Attributes:
        copy: what it holds.
        preview: how all of it stands that is not in ``gone``.
        gone: entries that were here once and are not any more.
        conflicts: what differs and is for the person to choose.
        settled: the ids of entries of which both wordings were kept in the other copy, so that its
            one takes the place of the one here, which comes in beside it.
        same: the ids of entries that need not be looked at again.
    """

    copy: Copy = field(repr=False)
    preview: Preview
    gone: tuple[Entry, ...] = field(default=(), repr=False)
    conflicts: tuple[Conflict, ...] = field(default=(), repr=False)
    settled: frozenset[str] = field(default=frozenset(), repr=False)
    same: frozenset[str] = field(default=frozenset(), repr=False)


@dataclass(frozen=True)
class Decision:
    """What the person chose.

    Attributes:
        choices: of what differs; what is not named stays as it is here.
        brings_back: whether what is not here any more comes in again.
        brings_rest: whether what is no entry and not here comes in.
    """

    choices: Mapping[Key, Choice] = field(default_factory=dict)
    brings_back: bool = False
    brings_rest: bool = True

    def choice(self, key: Key) -> Choice:
        """Return what is to be done with something that differs."""
        return self.choices.get(key, Choice.MINE)


class Merged(NamedTuple):
    """How many things came of it: entries and other things that came in, were taken, kept twice."""

    entries: int = 0
    rest: int = 0
    taken: int = 0
    both: int = 0


def compare(journal: Journal, copy: Copy) -> Generator[Progress, None, MergePreview]:
    """Compare another copy with the journal, a little at a time; return what it would bring."""
    gone = yield from _find_gone(journal, copy)
    differing: list[Thing] = []
    same: set[str] = set()

    def note(thing: Thing) -> None:
        if thing.standing is Standing.DIFFERENT:
            differing.append(thing)
        elif thing.standing is Standing.SAME and isinstance(thing.record, Entry):
            same.add(thing.record.id)

    preview = yield from go_through(journal, _without(copy.incoming, gone), note, tuple)
    there = {entry.id for entry in copy.incoming.entries} - {entry.id for entry in gone}
    conflicts: list[Conflict] = []
    settled: set[str] = set()
    for start in range(0, len(differing), _FEW):
        for thing in _open_among(journal, differing[start : start + _FEW]):
            if isinstance(thing.there, Entry) and twin(thing.there).id in there:
                settled.add(thing.there.id)
            else:
                conflicts.append(Conflict(_key(thing), thing.what, thing.there, thing.record))
        yield Progress(len(copy.incoming.entries), len(copy.incoming.entries))
    return MergePreview(copy, preview, gone, tuple(conflicts), frozenset(settled), frozenset(same))


def merge(
    journal: Journal, found: MergePreview, decision: Decision, _before: Backup | None
) -> Generator[Progress, None, Merged]:
    """Write what the person chose into the journal, a little at a time, in one transaction.

    To close it midway takes back all that was written; whatever goes wrong does so as well. Nobody
    else can write to the journal before it has ended.

    Args:
        journal: an open journal.
        found: what ``compare`` returned.
        decision: what the person chose.
        _before: the backup of the journal as it is; None only where there can be none, and the
            person wants to go on all the same.

    Returns:
        How many things came of it.

    Raises:
        JournalError: nothing was changed.
    """
    gone = () if decision.brings_back else found.gone
    incoming = _without(found.copy.incoming, gone)
    entries = tuple(entry for entry in incoming.entries if entry.id not in found.same)
    incoming = replace(incoming, entries=entries)
    counts: dict[str, int] = {}

    def count(name: str) -> None:
        counts[name] = counts.get(name, 0) + 1

    def write(thing: Thing) -> None:
        is_entry = isinstance(thing.what, Kind)
        if thing.standing is Standing.NEW and (is_entry or decision.brings_rest):
            write_thing(journal, thing)
            count("entries" if is_entry else "rest")
        elif thing.standing is Standing.DIFFERENT:
            choice = decision.choice(_key(thing))
            if choice is Choice.THEIRS or (is_entry and thing.key in found.settled):
                write_thing(journal, thing)
                count("taken")
            elif choice is Choice.BOTH and is_entry:
                write_thing(journal, Thing(thing.what, twin(thing.record), Standing.NEW))
                count("both")
            elif _is_only_linked(thing):
                write_thing(journal, thing)

    with writing_much(journal):
        yield from go_through(journal, incoming, write, journal.search.put_together)
    return Merged(**counts)


def would_change(found: MergePreview, decision: Decision) -> bool:
    """Tell whether anything would be written."""
    return bool(
        found.preview.entries.new
        or found.settled
        or (decision.brings_rest and found.preview.rest.new)
        or (decision.brings_back and found.gone)
        or any(choice is not Choice.MINE for choice in decision.choices.values())
    )


def choose_all(found: MergePreview, choice: Choice) -> dict[Key, Choice]:
    """Return the same choice for all that differs; what is in the trash here stays there."""
    return {
        each.key: choice if choice in each.choices else Choice.MINE
        for each in found.conflicts
        if not each.is_in_trash
    }


def twin(entry: Entry) -> Entry:
    """Return another entry that says the same; the same words always get the same new id.

    So what was kept twice is known when the copy comes in again.
    """
    plain = {name: value for name, value in to_plain(entry).items() if name not in _MARKS}
    content = sha256(canonical_json(plain)).hexdigest()
    return replace(entry, id=str(uuid5(UUID(entry.id), content)))


# --- what is not here any more ------------------------------------------------------------------


def _find_gone(journal: Journal, copy: Copy) -> Generator[Progress, None, tuple[Entry, ...]]:
    """Return which entries of a copy were here once and are not any more."""
    entries = sorted(copy.incoming.entries, key=lambda entry: copy.numbers.get(entry.id, 0))
    here: dict[str, int] = {}
    deleted: set[str] = set()
    for some in _portions(entries):
        ids = [entry.id for entry in some]
        here |= journal.deletions.numbers(ids)
        deleted |= journal.deletions.among(ids)
        yield Progress(0, len(entries))
    marks = [mark for mark in (copy.mark, journal.deletions.mark()) if mark is not None]
    parted = _parted(entries, copy.numbers, here, marks)
    return tuple(
        entry
        for entry in entries
        if entry.id not in here
        and (entry.id in deleted or copy.numbers.get(entry.id, parted + 1) <= parted)
    )


def _portions(entries: Sequence[Entry]) -> Iterator[Sequence[Entry]]:
    for start in range(0, len(entries), _AT_ONCE):
        yield entries[start : start + _AT_ONCE]


def _parted(
    entries: Iterable[Entry],
    there: Mapping[str, int],
    here: Mapping[str, int],
    marks: Iterable[int],
) -> int:
    """Return the last row on which two copies agree, before anything came into either; else 0."""
    last = 0
    for entry in entries:
        row = here.get(entry.id)
        if row is not None:
            if row != there.get(entry.id) or any(row > mark for mark in marks):
                break
            last = row
    return last


def _without(incoming: Incoming, gone: Iterable[Entry]) -> Incoming:
    """Return what a copy holds without some entries.

    What came from such an entry is let go of its id, as where that is deleted for good; not where
    it was never to be exported, which is known by that id for good.
    """
    ids = {entry.id for entry in gone}
    if not ids:
        return incoming
    loose = {entry.id for entry in gone if not entry.never_export}
    parts = {
        name: tuple(_let_go(record, loose) for record in records)
        for name, records in incoming.parts.items()
    }
    entries = tuple(entry for entry in incoming.entries if entry.id not in ids)
    return Incoming(incoming.version, entries, parts)


def _let_go(record: object, loose: set[str]) -> object:
    if isinstance(record, Rung):
        tries = tuple(
            replace(each, entry_id="") if each.entry_id in loose else each for each in record.tries
        )
        return replace(record, tries=tries)
    if isinstance(record, TalkPoint) and record.entry_id in loose:
        return replace(record, entry_id="")
    return record


# --- what differs -------------------------------------------------------------------------------


def _open_among(journal: Journal, some: Iterable[Thing]) -> list[Thing]:
    """Return what of some things really differs, and was not kept twice here before."""
    things = [thing for thing in some if _differs(thing)]
    twins = {thing.key: twin(thing.record).id for thing in things if isinstance(thing.what, Kind)}
    kept = {*journal.deletions.numbers(twins.values()), *journal.deletions.among(twins.values())}
    return [thing for thing in things if twins.get(thing.key) not in kept]


def _differs(thing: Thing) -> bool:
    """Tell whether something differs in more than the entry it came from, which may be deleted."""
    return _bare(thing.there) != _bare(thing.record)


def _is_only_linked(thing: Thing) -> bool:
    """Tell whether something differs only in that there it still knows the entry it came from."""
    there = thing.there.tried if isinstance(thing.there, TryOf) else thing.there
    is_loose = isinstance(there, TalkPoint | Try) and not there.entry_id
    return is_loose and not _differs(thing)


def _bare(record: Any) -> object:  # noqa: ANN401 - a record of any part
    if isinstance(record, TryOf):
        return _bare(record.tried)
    if isinstance(record, Try):
        return replace(record, entry_id="", step=0, number=None)
    if isinstance(record, TalkPoint):
        return replace(record, entry_id="")
    return record


def _key(thing: Thing) -> Key:
    return ("entry" if isinstance(thing.what, Kind) else thing.what, thing.key)
