"""Read all that another copy of the same journal holds; on any thread, and without changing it.

What is never exported comes along, because it is the same person's same journal; so do masks, and
what lies in the trash there and would still lie in it here. Left in the copy are: drafts, because
most were saved since and one form has room for one only; what was put off and which questions were
offered, because that is about a day that is over; and the list of exports, because a file that left
another computer is remembered there.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from caregiver_journal.base.errors import (
    BackupDamagedError,
    DiskFullError,
    EarlierKeyError,
    ForeignBackupError,
    JournalError,
    NewerBackupError,
    SameJournalError,
)
from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.query import Query
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.exchange.json_in import Incoming
from caregiver_journal.journal.all_data import READ_TOGETHER, read_entries, read_parts
from caregiver_journal.journal.doors import Cost, JournalFolder, as_the_writer
from caregiver_journal.journal.journal import TRASH_DAYS, Journal
from caregiver_journal.vault import doors
from caregiver_journal.vault.copies import folder_of, laid_out, open_copy
from caregiver_journal.vault.inspection import is_same_journal, opens_with
from caregiver_journal.vault.keys import STRONG
from caregiver_journal.vault.restoring import Unlock

_OF_A_FOLDER: dict[type[JournalError], str] = {
    BackupDamagedError: N_("The journal in this folder is damaged, so nothing was taken from it."),
    ForeignBackupError: N_("The journal in this folder is another one."),
    NewerBackupError: N_("The journal in this folder was written by a newer version."),
}
"""What is said of a folder where something else is said of a backup."""


@dataclass(frozen=True)
class Home:
    """What has to be known of the open journal where a copy of it is read.

    Attributes:
        folder: where it lies.
        now: the present moment.
    """

    folder: JournalFolder
    now: datetime
    key: bytes = field(repr=False)
    journal_id: bytes = field(repr=False)


@dataclass(frozen=True)
class Copy:
    """What another copy of the journal holds.

    Attributes:
        path: where it lies.
        made: when the backup was made; None for another folder.
        incoming: all of it, as a file would hold it, and the trash.
        numbers: the row of each entry by its id; they grow as entries are written.
        mark: the last row before entries came into it; None if none ever did.
        drafts: how many unfinished texts stay in it.
    """

    path: Path
    made: datetime | None
    incoming: Incoming
    numbers: Mapping[str, int] = field(repr=False)
    mark: int | None = None
    drafts: int = 0


def home_of(journal: Journal) -> Home:
    """Return what ``read_copy`` has to know of the open journal."""
    return Home(journal.folder, journal.clock(), *journal.database.opening())


def by_passphrase(passphrase: str, cost: Cost | None = None) -> Unlock:
    """Return what opens a copy by the passphrase of its day."""
    return partial(doors.unlock_with_passphrase, passphrase=passphrase, cost=cost or STRONG)


def by_code(code: str) -> Unlock:
    """Return what opens a copy by the recovery code of its day."""
    return partial(doors.unlock_with_code, code=code)


def read_copy(path: Path, home: Home, unlock: Unlock | None = None) -> Copy:
    """Read a backup, or the journal in another folder. Slow; on any thread.

    The key of the open journal is tried first, so that most copies need no passphrase.

    Args:
        path: of the backup, of the folder or of the database in it.
        home: of the open journal.
        unlock: opens it where its key is another one; see ``by_passphrase`` and ``by_code``.

    Raises:
        EarlierKeyError: its key is another one, and there is no ``unlock``.
        ForeignBackupError, SameJournalError: it is of another journal, or the open one itself.
        JournalError: it cannot be read, or whatever ``unlock`` raises. Nothing was changed.
    """
    with ExitStack() as stack:
        stack.enter_context(_saying_what_it_is(path))
        stack.enter_context(_while_nobody_writes(path, home))
        work, made = stack.enter_context(laid_out(path, home.folder.path, home.journal_id))
        key, journal_id = _opening(work, home, unlock)
        database = stack.enter_context(open_copy(work, key, journal_id))
        there = Journal(database, work, _stopped(home.now))
        return _read(there, path, made)


@contextmanager
def _saying_what_it_is(path: Path) -> Iterator[None]:
    """Say of a folder what else is said of a backup, and of a full disk what holds of a copy."""
    try:
        yield
    except (BackupDamagedError, ForeignBackupError, NewerBackupError) as error:
        if folder_of(path) is None:
            raise
        raise type(error)(_(_OF_A_FOLDER[type(error)])) from None
    except DiskFullError:
        sentence = _("There is too little room on the disk to look at this copy.")
        step = _("Make some room, then choose it again. Nothing was changed.")
        raise DiskFullError(sentence, next_step=step) from None


def _while_nobody_writes(path: Path, home: Home) -> AbstractContextManager[None]:
    """Hold the journal in another folder for as long as its files are copied."""
    folder = folder_of(path)
    source = path if folder is None else JournalFolder(folder).database
    if not source.exists():
        return nullcontext()
    if source.samefile(home.folder.database):
        raise SameJournalError
    return nullcontext() if folder is None else as_the_writer(JournalFolder(folder))


def _opening(work: JournalFolder, home: Home, unlock: Unlock | None) -> tuple[bytes, bytes]:
    """Return what opens the database of a copy: its key, and the id of the journal."""
    if opens_with(work.database, home.key, home.journal_id):
        return home.key, home.journal_id
    if unlock is None:
        raise EarlierKeyError
    opened = unlock(work)
    if not is_same_journal(opened.journal_id, home.journal_id):
        raise ForeignBackupError
    return opened.root.database_key(), opened.journal_id


def _read(there: Journal, path: Path, made: datetime | None) -> Copy:
    trash = tuple(_read_trash(there))
    entries = (*read_entries(there, Query(), everything=True), *trash)
    in_trash = frozenset(entry.id for entry in trash)
    read = read_parts(there, Period(), everything=True, in_trash=in_trash)
    parts = {name: tuple(each) for name, each in read.items()}
    incoming = Incoming(VERSION, entries, {name: some for name, some in parts.items() if some})
    numbers = there.deletions.numbers(entry.id for entry in entries)
    return Copy(path, made, incoming, numbers, there.deletions.mark(), there.drafts.count())


def _read_trash(there: Journal) -> Iterator[Entry]:
    """Return what lies in the trash; not what would be gone from there at the next opening."""
    oldest = there.clock().astimezone(UTC) - timedelta(days=TRASH_DAYS)
    place = None
    while True:
        entries, place = there.entries.find(Query(in_trash=True), place, READ_TOGETHER)
        yield from (each for each in entries if each.deleted and each.deleted >= oldest)
        if place is None:
            return


def _stopped(now: datetime) -> Callable[[], datetime]:
    """Return a clock that shows one moment only."""
    return lambda: now
