"""Mend without loss what holds no word of the person's: free pages, and the full-text index.

A page on the list of free ones is read by nobody until it is needed again. Where it fails its HMAC,
all that was written can still be read, and a compact copy has no free pages at all.
"""

import logging
import secrets
from contextlib import closing
from enum import Enum, StrEnum, auto
from pathlib import Path

from caregiver_journal.base.errors import JournalError, StorageError
from caregiver_journal.vault.backup import Step, go_on
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.examination import (
    disagreeing_indexes,
    find_broken_tables,
    find_damage,
    find_disorder,
    fingerprint,
)
from caregiver_journal.vault.folder import (
    JournalFolder,
    beside,
    has_unsaved_log,
    remove_database,
)
from caregiver_journal.vault.full_text import making_anew
from caregiver_journal.vault.inspection import opens_with
from caregiver_journal.vault.opened import Opened, read_meta, write_meta
from caregiver_journal.vault.salvage import put_in_place, reading

TO_MEND, MENDED = "to_mend", "mended"
"""Names in ``meta``: what a check found that the next opening mends, and what an opening did."""

_LOOKED_THROUGH = 0.3
"""The share of mending an index that is done once the file was looked through."""

_FORGET = "DELETE FROM meta WHERE name = ?"
_log = logging.getLogger(__name__)


class Trouble(StrEnum):
    """What can be wrong with a file; its value is stored and never changes.

    ``FREE_PAGES`` and ``INDEX`` are mended without loss, ``DAMAGE`` is not.
    """

    FREE_PAGES = "free_pages"
    INDEX = "index"
    DAMAGE = "damage"


def find_trouble(database: Database) -> frozenset[Trouble]:
    """Look a database through and say what is wrong with it; slow, as a deep check is."""
    database.take_room()
    if find_damage(database, deep=True):
        return frozenset({Trouble.FREE_PAGES if _is_all_readable(database) else Trouble.DAMAGE})
    disorder = find_disorder(database)
    if not disorder:
        return frozenset()
    only_index = len(disorder) == 1 and bool(disagreeing_indexes(database))
    return frozenset({Trouble.INDEX if only_index else Trouble.DAMAGE})


class Mending(Enum):
    """Where that is mended which an opening finds to be mended, and which may take a minute."""

    HERE = auto()
    ELSEWHERE = auto()
    LATER = auto()


def heal(folder: JournalFolder, opened: Opened, step: Step = go_on) -> frozenset[Trouble] | None:
    """Mend a journal that nobody has open, where nothing is lost by it.

    A compact copy is made, compared and given the name of the damaged file, which is kept beside it
    until the copy opens there. A crash at any moment leaves the one or the other.

    Args:
        folder: of the journal.
        opened: its key.
        step: is told how much is done, and may stop it; what is mended by then stays so.

    Returns:
        What was mended; None where something is damaged that can only be salvaged.

    Raises:
        DiskFullError, ReadOnlyFolderError, StorageError, …: the file is as it was.
    """
    mended: set[Trouble] = set()
    step(0.0)
    if _writes_compact(folder, opened):
        kept = put_in_place(folder)
        if opens_with(folder.database, opened.root.database_key(), opened.journal_id):
            remove_database(kept)
        mended.add(Trouble.FREE_PAGES)
    if has_unsaved_log(folder.database):
        return frozenset(mended)  # to open it for writing would move the log
    with closing(_open(folder.database, opened)) as database:
        if find_damage(database, deep=True):
            return None
        step(_LOOKED_THROUGH)
        database.take_room()
        for index in disagreeing_indexes(database):
            _make_anew(database, index, step)
            mended.add(Trouble.INDEX)
    return frozenset(mended)


def try_to_heal(
    folder: JournalFolder, opened: Opened, step: Step = go_on
) -> frozenset[Trouble] | None:
    """Do as ``heal``; where that did not work, say so in the log and return None."""
    try:
        return heal(folder, opened, step)
    except JournalError as error:
        _log.info("not healed: %s", type(error).__name__)
        return None


def wants_healing(database: Database) -> bool:
    """Tell whether a check found something that the next opening is to mend."""
    return database.user_version > 0 and read_meta(database, TO_MEND) is not None


def note_healed(database: Database, mended: frozenset[Trouble]) -> None:
    """Remember what an opening mended, so that it can be said once."""
    with database.writing():
        database.write(_FORGET, (TO_MEND,))
        if mended:
            write_meta(database, MENDED, " ".join(sorted(mended)))


def take_healed(database: Database) -> frozenset[Trouble]:
    """Return what an opening mended, once."""
    told = read_meta(database, MENDED)
    if told is None or database.read_only:
        return frozenset()
    with database.writing():
        database.write(_FORGET, (MENDED,))
    return frozenset(Trouble(each) for each in told.split())


def _is_all_readable(database: Database) -> bool:
    """Tell whether only pages fail that belong to no table and no index."""
    torn = database.rows("PRAGMA cipher_integrity_check")
    return bool(torn) and not find_broken_tables(database)


def _writes_compact(folder: JournalFolder, opened: Opened) -> bool:
    """Write ``journal.db.new`` with the same values where that mends the file; tell whether."""
    key, journal_id = opened.root.database_key(), opened.journal_id
    remove_database(folder.database_new)
    copy = beside(folder.database, f".tmp-{secrets.token_hex(8)}")
    try:
        with reading(folder.database, key, journal_id, copy) as database:
            if not (find_damage(database, deep=True) and _is_all_readable(database)):
                return False
            database.copy_to(folder.database_new)
            content = fingerprint(database)
        with closing(_open(folder.database_new, opened)) as fresh:
            if find_damage(fresh, deep=True) or fingerprint(fresh) != content:
                raise StorageError  # noqa: TRY301 - the copy is removed below
    except BaseException:
        remove_database(folder.database_new)
        raise
    return True


def _open(path: Path, opened: Opened) -> Database:
    return Database.open(path, opened.root.database_key(), opened.journal_id)


def _make_anew(database: Database, index: str, step: Step) -> None:
    """Make an index anew in one transaction; a crash in its midst leaves it for the next time."""
    database.take_room()
    with database.writing():
        for share in making_anew(database, index):
            step(_LOOKED_THROUGH + (1 - _LOOKED_THROUGH) * share)
