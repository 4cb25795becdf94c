"""Bring in what a file holds: look at it first, then all of it in one transaction, or nothing."""

from collections.abc import Callable, Generator, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

from caregiver_journal.base.errors import (
    DiskFullError,
    ImportRefusedError,
    InvalidValueError,
    NothingFoundError,
)
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import PREFERENCES
from caregiver_journal.domain.progress import Progress
from caregiver_journal.exchange.json_in import Incoming, read_incoming
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.exchange.strict_json import MAX_BYTES
from caregiver_journal.journal.incoming_parts import PARTS_IN, Keyed, keyed, stand_parts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.standing import Standing, Thing
from caregiver_journal.vault.database import DatabaseBug

__all__ = [
    "Count",
    "Incoming",
    "Preview",
    "bring_in",
    "compare",
    "go_through",
    "read_file",
    "write_thing",
    "writing_much",
]

T = TypeVar("T")

_AT_ONCE = 20
"""So many things are read or written between two words about the progress: about 10 ms."""


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one kind stand how; the names are those of ``Standing``."""

    new: int = 0
    same: int = 0
    different: int = 0


What = Kind | str
"""A kind of entry, or the name of another part of a file."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring, before anything is changed.

    Attributes:
        incoming: what it holds.
        counts: of each kind and part that is in it, the kinds first.
    """

    incoming: Incoming = field(repr=False)
    counts: Mapping[What, Count]

    @property
    def entries(self) -> Count:
        """How many entries of all kinds stand how."""
        return _sum(count for what, count in self.counts.items() if isinstance(what, Kind))

    @property
    def rest(self) -> Count:
        """How many other things stand how."""
        return _sum(count for what, count in self.counts.items() if not isinstance(what, Kind))

    @property
    def has_new(self) -> bool:
        """Whether anything is not here yet."""
        return any(count.new for count in self.counts.values())

    @property
    def has_different(self) -> bool:
        """Whether anything differs from what is here."""
        return any(count.different for count in self.counts.values())


def read_file(path: Path, most: int = MAX_BYTES) -> Incoming:
    """Read a file; asks no journal, so that it can be done beside everything else.

    Raises:
        ImportRefusedError: it cannot be read, or one thing in it is not as it has to be.
    """
    try:
        if not path.is_file():  # a folder is none, and a pipe might never end
            raise ImportRefusedError(_("This file cannot be read."))
        with path.open("rb") as file:
            data = file.read(most + 1)
    except (OSError, ValueError):  # a name with a NUL in it is a ValueError
        raise ImportRefusedError(_("This file cannot be read.")) from None
    return read_incoming(data, most)


def compare(journal: Journal, incoming: Incoming) -> Generator[Progress, None, Preview]:
    """Compare a file with the journal, a little at a time; return what it would bring."""
    return (yield from go_through(journal, incoming, _let_be, tuple))


def bring_in(
    journal: Journal, preview: Preview, *, take_theirs: bool = False
) -> Generator[Progress, None, Preview]:
    """Write what is new into the journal, a little at a time, in one transaction.

    To close it midway takes back all that was written; whatever goes wrong does so as well. Nobody
    else can write to the journal before it has ended.

    Args:
        journal: an open journal.
        preview: what ``compare`` returned.
        take_theirs: write what differs over what is here; else that stays as it is. An entry that
            is never exported stays so in any case.

    Returns:
        What was new, the same and different when it was written.

    Raises:
        JournalError: nothing was changed.
    """
    wanted = {Standing.NEW, Standing.DIFFERENT} if take_theirs else {Standing.NEW}

    def write(thing: Thing) -> None:
        if thing.standing in wanted:
            write_thing(journal, thing)

    with writing_much(journal):
        finish = journal.search.put_together
        return (yield from go_through(journal, preview.incoming, write, finish))


@contextmanager
def writing_much(journal: Journal) -> Iterator[None]:
    """Write thousands of things of every sort in one transaction, and then tell of all of them."""
    with (
        _saying_what_is_left(),
        journal.writing(*Kind, *Topic, *PREFERENCES),
        journal.database.logging_early(),
        journal.search.filling(),
    ):
        journal.deletions.keep_mark()
        yield


@contextmanager
def _saying_what_is_left() -> Iterator[None]:
    """Say of a full disk what holds of a file that was coming in."""
    try:
        yield
    except DiskFullError:
        raise DiskFullError(
            next_step=_("Nothing was changed. Make some room, then bring it in again.")
        ) from None


def _let_be(_thing: Thing) -> None:
    """Do nothing to it."""


def go_through(
    journal: Journal,
    incoming: Incoming,
    act: Callable[[Thing], None],
    finish: Callable[[], Iterable[None]],
) -> Generator[Progress, None, Preview]:
    """Find out how each thing in a file stands, do something to it, and return what was counted.

    Args:
        journal: an open journal.
        incoming: what the file holds.
        act: is told of each thing.
        finish: what is left to do in the end, in small steps.
    """
    rest: tuple[Keyed, ...] = tuple(keyed(incoming.parts))
    total, done = len(incoming.entries) + len(rest), 0
    tags = {tag for entry in incoming.entries for tag in entry.tags}
    yield Progress(done, total)
    stand_part = yield from _resting(stand_parts(journal, tags), Progress(done, total))
    counts: dict[What, dict[str, int]] = {}

    def go(things: Iterator[Thing]) -> Iterator[Progress]:
        for thing in things:
            count = counts.setdefault(thing.what, {})
            count[thing.standing.value] = count.get(thing.standing.value, 0) + 1
            act(thing)
            if thing.standing is Standing.DIFFERENT:
                yield Progress(done, total)  # to write over an entry takes 5 ms: see SearchIndex

    for entries in _portions(incoming.entries):
        yield from go(_stand_entries(journal, entries))
        done += len(entries)
        yield Progress(done, total)
    for records in _portions(rest):
        yield from go(thing for thing in map(stand_part, records) if thing is not None)
        done += len(records)
        yield Progress(done, total)
    for _step in finish():
        yield Progress(done, total)
    order: list[What] = [kind for kind in Kind if kind in counts]
    order += [what for what in counts if what not in order]
    return Preview(incoming, {what: Count(**counts[what]) for what in order})


def _resting(work: Generator[None, None, T], progress: Progress) -> Generator[Progress, None, T]:
    """Do some work to its end; say at each of its rests that nothing went on."""
    while True:
        try:
            next(work)
        except StopIteration as end:
            made: T = end.value
            return made
        yield progress


def _portions(things: Sequence[T]) -> Iterator[Sequence[T]]:
    for start in range(0, len(things), _AT_ONCE):
        yield things[start : start + _AT_ONCE]


def _stand_entries(journal: Journal, some: Sequence[Entry]) -> Iterator[Thing]:
    here = journal.entries.found([entry.id for entry in some])
    for entry in some:
        there = here.get(entry.id)
        if there is None:
            yield Thing(entry.kind, entry, Standing.NEW, None, entry.id)
        else:
            guarded = _guarded(entry, there)
            is_same = _content(there) == _content(guarded)
            standing = Standing.SAME if is_same else Standing.DIFFERENT
            yield Thing(entry.kind, guarded, standing, there, entry.id)


def _guarded(entry: Entry, there: Entry) -> Entry:
    """Return an entry of a file; marked never to be exported where it is here.

    Nobody who takes back older words means to let them out.
    """
    if there.never_export and not entry.never_export:
        return replace(entry, never_export=True)
    return entry


def _content(entry: Entry) -> dict[str, object]:
    """Return what tells whether an entry is the same: all but when it was last written.

    Of one in the trash it does not matter since when.
    """
    return {**to_plain(entry), "changed": "", "deleted": entry.deleted is not None}


def write_thing(journal: Journal, thing: Thing) -> None:
    """Write something that passed every check; store and database may know one more."""
    is_refused = False
    try:
        if not isinstance(thing.what, Kind):
            PARTS_IN[thing.what].write(journal, thing.record, thing.there)
        elif thing.standing is Standing.NEW:
            journal.entries.add(thing.record)
        else:
            journal.entries.replace(thing.record)
    except (DatabaseBug, InvalidValueError, NothingFoundError):
        is_refused = True
    if is_refused:
        raise ImportRefusedError(_("Something in this file is not what any journal can keep."))


def _sum(counts: Iterator[Count]) -> Count:
    each = tuple(counts)
    return Count(
        sum(count.new for count in each),
        sum(count.same for count in each),
        sum(count.different for count in each),
    )
