"""Bring in what a file holds: look at it first, then all of it in one transaction, or nothing."""

from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from enum import Enum
from pathlib import Path

from caregiver_journal.base.errors import DiskFullError, ImportRefusedError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import PREFERENCES
from caregiver_journal.domain.progress import Progress
from caregiver_journal.exchange.json_in import Incoming, read_incoming
from caregiver_journal.exchange.records import to_plain
from caregiver_journal.exchange.strict_json import MAX_BYTES
from caregiver_journal.journal.journal import Journal
from caregiver_journal.vault.database import DatabaseBug

__all__ = ["Count", "Incoming", "Preview", "Standing", "bring_in", "compare", "read_file"]

_AT_ONCE = 20
"""So many entries are read or written between two words about the progress: about 10 ms."""


class Standing(Enum):
    """How something in a file stands to what is in the journal; its value is a part of ``Count``.

    What differs is there with the same id and other content, or in the trash.
    """

    NEW = "new"
    SAME = "same"
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True)
class Count:
    """How many things of one kind stand how."""

    new: int = 0
    same: int = 0
    different: int = 0

    @property
    def total(self) -> int:
        """How many there are."""
        return self.new + self.same + self.different


What = Kind | str
"""A kind of entry, or the name of another part of a file."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would bring, before anything is changed.

    Attributes:
        incoming: what it holds.
        counts: of each kind and part that is in it, in their order.
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
    def has_news(self) -> bool:
        """Whether anything is new or differs."""
        return any(count.new or count.different for count in self.counts.values())


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
    tally = _Tally()
    total = len(incoming.entries)
    for done, some in _portions(incoming.entries):
        for entry, standing in _standings(journal, some):
            tally.count(entry.kind, standing)
        yield Progress(done, total)
    return Preview(incoming, tally.counts())


def bring_in(
    journal: Journal, preview: Preview, *, take_theirs: bool = False
) -> Generator[Progress, None, Preview]:
    """Write what is new into the journal, a little at a time, in one transaction.

    To close it midway takes back all that was written; whatever goes wrong does so as well. Nobody
    else can write to the journal before it has ended.

    Args:
        journal: an open journal.
        preview: what ``compare`` returned.
        take_theirs: write what differs over what is here; else that stays as it is.

    Returns:
        What was new, the same and different when it was written.

    Raises:
        JournalError: nothing was changed.
    """
    incoming, tally = preview.incoming, _Tally()
    total = len(incoming.entries)
    with _saying_what_is_left(), journal.writing(*Kind, *Topic, *PREFERENCES):
        yield Progress(0, total)
        for done, some in _portions(incoming.entries):
            for entry, standing in _standings(journal, some):
                tally.count(entry.kind, standing)
                if standing is Standing.NEW:
                    _write(journal.entries.add, entry)
                elif standing is Standing.DIFFERENT and take_theirs:
                    _write(journal.entries.replace, entry)
            yield Progress(done, total)
    return Preview(incoming, tally.counts())


@contextmanager
def _saying_what_is_left() -> Iterator[None]:
    """Say of a full disk what holds of a file that was coming in."""
    try:
        yield
    except DiskFullError:
        raise DiskFullError(
            next_step=_("Nothing was changed. Make some room, then bring it in again.")
        ) from None


class _Tally:
    """Counts what stands how."""

    def __init__(self) -> None:
        self._found: dict[What, dict[str, int]] = {}

    def count(self, what: What, standing: Standing) -> None:
        """Count one thing."""
        counts = self._found.setdefault(what, {})
        counts[standing.value] = counts.get(standing.value, 0) + 1

    def counts(self) -> dict[What, Count]:
        """Return what was counted, the kinds of entry first."""
        kinds: list[What] = [kind for kind in Kind if kind in self._found]
        rest = [what for what in self._found if what not in kinds]
        return {what: Count(**self._found[what]) for what in (*kinds, *rest)}


def _portions(entries: Sequence[Entry]) -> Iterator[tuple[int, Sequence[Entry]]]:
    """Yield some entries at a time, each time with how many there were up to then."""
    for start in range(0, len(entries), _AT_ONCE):
        some = entries[start : start + _AT_ONCE]
        yield start + len(some), some


def _standings(journal: Journal, some: Sequence[Entry]) -> Iterator[tuple[Entry, Standing]]:
    here = journal.entries.found([entry.id for entry in some])
    for entry in some:
        there = here.get(entry.id)
        if there is None:
            yield entry, Standing.NEW
        else:
            is_same = _content(there) == _content(entry)
            yield entry, Standing.SAME if is_same else Standing.DIFFERENT


def _content(entry: Entry) -> dict[str, object]:
    """Return what tells whether an entry is the same: all but when it was last written."""
    return to_plain(replace(entry, changed=entry.created)) | {"is_deleted": entry.deleted}


def _write(way: Callable[[Entry], None], entry: Entry) -> None:
    """Write an entry that passed every check; the database may know one more."""
    try:
        way(entry)
    except DatabaseBug:
        is_refused = True
    else:
        is_refused = False
    if is_refused:
        raise ImportRefusedError(_("One entry holds something that no journal can keep."))


def _sum(counts: Iterator[Count]) -> Count:
    all_counts = tuple(counts)
    return Count(
        sum(count.new for count in all_counts),
        sum(count.same for count in all_counts),
        sum(count.different for count in all_counts),
    )
