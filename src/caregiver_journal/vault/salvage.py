"""Save what can be read of a damaged journal into a new file, and say what is lost."""

import contextlib
import secrets
import shutil
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.errors import NewerJournalError, StorageError
from caregiver_journal.base.files import replace
from caregiver_journal.vault.database import Database, Row
from caregiver_journal.vault.examination import FULL_TEXT_TABLES, count_rows, quoted
from caregiver_journal.vault.faults import DatabaseBug, os_faults
from caregiver_journal.vault.folder import (
    JournalFolder,
    beside,
    has_unsaved_log,
    remove_database,
    wal_of,
)
from caregiver_journal.vault.full_text import make_anew
from caregiver_journal.vault.inspection import read_journal_id
from caregiver_journal.vault.migrate import SCRIPTS, SUPPORTED, run_scripts
from caregiver_journal.vault.opened import read_meta, write_meta
from caregiver_journal.vault.wreck import (
    Gap,
    Key,
    Table,
    describe_tables,
    list_numbers,
    read_as_far_as_possible,
    read_from_both_ends,
    read_numbered,
)

_SPINE = "entries"
_READ_SPINE = (
    "SELECT number, day, happened, zone, offset_minutes, kind FROM entries ORDER BY number"
)
_READ_IDS = "SELECT number, id FROM entries INDEXED BY sqlite_autoindex_entries_1"
_AT_LEAST = 1_000
"""So many entries are asked for where nothing tells how many there were."""

KINDS = {
    "moods": "mood",
    "mood_words": "mood",
    "boundaries": "boundary",
    "boundary_texts": "boundary",
    "boundary_pulls": "boundary",
    "follow_ups": "boundary",
    "reflections": "reflection",
    "reflection_texts": "reflection",
    "worries": "reflection",
    "practices": "practice",
    "practice_texts": "practice",
    "measures": "measure",
    "measure_answers": "measure",
    "measure_scores": "measure",
}
"""The kind of entry that each table tells of; what else hangs on an entry fits every kind."""

_KEPT_AS = "damaged-%Y%m%dT%H%M%SZ.db"
"""The name that a damaged file has from then on, by the moment."""

_SEQUENCES = "SELECT name, seq FROM sqlite_sequence"
_FORGET_SEQUENCE = "DELETE FROM sqlite_sequence WHERE name = ?"
_WRITE_SEQUENCE = "INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)"
_STAND_IN = """
INSERT INTO entries (number, id, kind, happened, zone, offset_minutes, day, created, changed)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_READ_FOLDED = "SELECT number, folded FROM tags INDEXED BY sqlite_autoindex_tags_1"
_MEND_TAG = "INSERT INTO tags (number, name, folded) VALUES (?, ?, ?)"
_REFERENCES = """
SELECT f."table", f."from", f."to", c."notnull" OR c.pk
FROM pragma_foreign_key_list(?1) AS f JOIN pragma_table_info(?1) AS c ON c.name = f."from"
"""


@dataclass(frozen=True)
class SalvageReport:
    """What was saved and what was not.

    Attributes:
        kept: rows in the new file, by table.
        lost: rows that could not be read, by table; tables that lost nothing are not named. Where
            the number cannot be known it is the highest possible one. An entry whose date was
            lost and whose text was saved is lost here and kept there: it has a neighbour's date.
        days: the days (ISO) of entries of which something was or may have been lost, in order.
        numbers: the row numbers of these entries; some may never have been given.
        stand_ins: of these the ones that have only a neighbour's date now.
        gaps: of the tables that are no part of entries, where rows may be missing.
    """

    kept: dict[str, int]
    lost: dict[str, int]
    days: tuple[str, ...]
    numbers: frozenset[int] = frozenset()
    stand_ins: frozenset[int] = frozenset()
    gaps: dict[str, Gap] = field(default_factory=dict)


def salvage(
    path: Path, key: bytes, journal_id: bytes, target: Path, target_key: bytes | None = None
) -> SalvageReport:
    """Read a damaged database row by row into a new one, which is checked; the old one stays as is.

    Raises:
        NotAJournalError, DamagedError: the pages that say what is where are damaged, so that
            nothing can be read.
        NewerJournalError, DiskFullError, StorageError, …: there is no new file.
    """
    temporary = beside(target, f".tmp-{secrets.token_hex(8)}")
    with reading(path, key, journal_id, beside(temporary, "-source")) as source:
        version = source.user_version
        if version > SUPPORTED:
            raise NewerJournalError
        fresh = Database.create(temporary, target_key or key, journal_id)
        try:
            run_scripts(fresh, SCRIPTS[:version])
            report = _Salvage(source, fresh).carry_over()
            run_scripts(fresh, SCRIPTS)
            if fresh.check(deep=True):
                raise StorageError  # noqa: TRY301 - everything is removed below
            fresh.checkpoint()
            fresh.close()
            with os_faults():
                replace(temporary, target)
        except BaseException:
            fresh.close()
            remove_database(temporary)
            raise
    return report


def put_in_place(folder: JournalFolder) -> Path:
    """Let ``folder.database_new`` take the place of the damaged database; return where it is kept.

    Nobody may have either of them open. A crash in between is mended at the next unlock.

    Raises:
        ReadOnlyFolderError, StorageError: what is missing is still in the folder.
    """
    kept = folder.path / f"{system_clock().astimezone(UTC):{_KEPT_AS}}"
    with os_faults():
        replace(folder.database, kept)
        if wal_of(folder.database).exists():  # the old log would spoil the new file
            replace(wal_of(folder.database), wal_of(kept))
        replace(folder.database_new, folder.database)
    return kept


def damaged_at(folder: JournalFolder) -> list[datetime]:
    """Return when each damaged file that is kept in a folder gave way to a new one."""
    found = []
    for path in folder.path.glob("damaged-*.db"):
        with contextlib.suppress(ValueError):  # somebody gave it another name
            found.append(datetime.strptime(path.name, _KEPT_AS).replace(tzinfo=UTC))
    return found


@contextlib.contextmanager
def reading(path: Path, key: bytes, journal_id: bytes, copy: Path) -> Iterator[Database]:
    """Open a database without changing it; with a log beside it, a copy of both is opened."""
    read_journal_id(path)
    if not has_unsaved_log(path):
        source = Database(path, key, journal_id, read_only=True, forgiving=True)
        with contextlib.closing(source):
            yield source
        return
    try:
        with os_faults():
            shutil.copyfile(path, copy)
            shutil.copyfile(wal_of(path), wal_of(copy))
        source = Database(copy, key, journal_id, read_only=False, forgiving=True)
        with contextlib.closing(source):
            yield source
    finally:
        remove_database(copy)


class _Salvage:
    """One salvage: from a damaged database into a fresh one of the same version."""

    def __init__(self, source: Database, fresh: Database) -> None:
        self._source = source
        self._fresh = fresh
        self._tables = describe_tables(fresh)
        self._parents = {table.name: table.parent for table in self._tables}
        self._lists = {t.name: list_numbers(source, t) for t in self._tables if t.is_numbered}
        self._sequences = _read_sequences(source)
        self._found: dict[str, set[int]] = {}
        self._lost = dict.fromkeys(self._parents, 0)
        self._touched: set[int] = set()
        self._stand_ins: set[int] = set()
        self._keys: dict[str, set[Key]] = {}
        self._stretches: dict[str, tuple[str | None, str | None]] = {}

    def carry_over(self) -> SalvageReport:
        """Do all of it in one transaction."""
        with self._fresh.rebuilding():
            for table in self._tables:
                if table.is_numbered:
                    self._carry_numbered(table)
                else:
                    self._carry_small(table)
            self._mend_tags()
            for table in self._tables:  # what an entry loses so has to be known before its day is
                self._drop_orphans(table, kept=_SPINE)
            days = self._mend_spine()
            for table in self._tables:
                self._drop_orphans(table)
            self._mend_meta()
            for name, last in self._sequences.items():  # a number names one thing, also a lost one
                self._fresh.write(_FORGET_SEQUENCE, (name,))
                self._fresh.write(_WRITE_SEQUENCE, (name, last))
            for (name,) in self._fresh.rows(FULL_TEXT_TABLES):
                make_anew(self._fresh, name)
            rows = count_rows(self._fresh)
        kept = {name: rows[name] for name in self._parents}
        lost = {name: n for name, n in self._lost.items() if n}
        touched = frozenset(self._touched | self._stand_ins)
        return SalvageReport(kept, lost, days, touched, frozenset(self._stand_ins), self._gaps())

    def _gaps(self) -> dict[str, Gap]:
        keys, stretches = self._keys, self._stretches
        return {
            name: Gap(frozenset(keys.get(name, ())), stretches.get(name))
            for name in self._parents
            if keys.get(name) or name in stretches
        }

    def _carry_numbered(self, table: Table) -> None:
        origin = self._origin(table.name)
        family = [numbers for name, numbers in self._lists.items() if self._origin(name) == origin]
        highest = max((number for numbers in family for number in numbers.known), default=0)
        if not self._lists[origin].is_complete:
            highest = max(highest, self._sequences.get(table.name, 0))
            if origin == _SPINE and not highest:  # not even how many there were is known
                highest = _AT_LEAST
        found = read_numbered(self._source, table, highest)
        self._keep(table, found.rows)
        self._found[table.name] = {row[table.key_position] for row in found.rows}
        lost = found.unreadable
        if self._lists[origin].is_complete:
            lost &= self._lists[origin].known
        self._note_lost(table.name, lost, len(lost))

    def _carry_small(self, table: Table) -> None:
        found = read_from_both_ends(self._source, table)
        self._keep(table, found.rows)
        self._note_lost(table.name, (), int(found.is_cut))
        if found.stretch is not None:
            self._stretches[table.name] = found.stretch

    def _note_lost(self, name: str, keys: Iterable[Key], count: int) -> None:
        """Remember how many rows of a table are lost, and which entries or which rows these are."""
        self._lost[name] += count
        if self._origin(name) == _SPINE:
            self._touched |= {key for key in keys if isinstance(key, int)}
        else:
            self._keys.setdefault(name, set()).update(keys)

    def _keep(self, table: Table, rows: list[Row]) -> None:
        # A new journal is not quite empty: what was read takes the place of what it begins with.
        marks = ", ".join("?" * len(table.columns))
        statement = f"INSERT OR REPLACE INTO {quoted(table.name)} VALUES ({marks})"  # noqa: S608
        self._fresh.write_many(statement, rows)

    def _origin(self, name: str) -> str:
        """Return the table whose numbers a table goes by: its own, or that of its parents."""
        parent = self._parents[name]
        return name if parent is None else self._origin(parent)

    def _mend_spine(self) -> tuple[str, ...]:
        """Give what lost its entry another one, dated like its neighbour; return days touched."""
        spine = {row[0]: row for row in self._fresh.rows(_READ_SPINE)}
        if not spine:
            return ()
        order = list(spine)
        orphans = self._children() - spine.keys()
        ids = self._source_index(_READ_IDS) if orphans else {}
        now = f"{system_clock().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        days = set()
        for number in sorted(orphans | self._touched):
            at = min(bisect_left(order, number), len(order) - 1)
            _number, day, happened, zone, minutes, kind = spine[order[at]]
            days.add(day)
            if number in orphans:
                self._stand_ins.add(number)
                name = ids.get(number) or str(uuid4())
                kind = self._kind_of(number) or kind
                self._fresh.write(
                    _STAND_IN, (number, name, kind, happened, zone, minutes, day, now, now)
                )
        return tuple(sorted(days))

    def _mend_tags(self) -> None:
        """Give lost tags their folded names, which the index of these still knows.

        A tag is known by that name from then on; whether it was hidden is lost.
        """
        found = self._source_index(_READ_FOLDED)
        kept = {number for (number,) in self._fresh.rows("SELECT number FROM tags")}
        mended = found.keys() - kept
        for number in mended:
            self._fresh.write(_MEND_TAG, (number, found[number], found[number]))
        if self._keys.get("tags"):
            self._keys["tags"] = {found[number] for number in mended}

    def _kind_of(self, number: int) -> str | None:
        """Return the kind of a lost entry, as the rows tell that hung on it."""
        told = (KINDS[name] for name in KINDS if number in self._found.get(name, ()))
        return next(told, None)

    def _source_index(self, query: str) -> dict[int, str]:
        return dict(read_as_far_as_possible(self._source, query))

    def _children(self) -> set[int]:
        """Return the numbers of entries of which something was read besides the entry itself."""
        return {
            number
            for name, numbers in self._found.items()
            if name != _SPINE and self._origin(name) == _SPINE
            for number in numbers
        }

    def _drop_orphans(self, table: Table, kept: str = "") -> None:
        """Remove rows that refer to something lost, such as the tag of an entry.

        Where a row may do without, as a day of work without its shift, it only forgets that.

        Args:
            table: of the rows.
            kept: what refers to this table stays for now.
        """
        name = quoted(table.name)
        for parent, column, target, is_needed in self._fresh.rows(_REFERENCES, (table.name,)):
            if parent == kept:
                continue
            orphaned = f"{quoted(column)} NOT IN (SELECT {quoted(target)} FROM {quoted(parent)})"  # noqa: S608
            lost = self._fresh.rows(f"SELECT {quoted(table.key)} FROM {name} WHERE {orphaned}")  # noqa: S608
            self._note_lost(table.name, {key for (key,) in lost}, len(lost))
            if is_needed:
                self._fresh.write(f"DELETE FROM {name} WHERE {orphaned}")  # noqa: S608 - quoted
            else:
                self._fresh.write(f"UPDATE {name} SET {quoted(column)} = NULL WHERE {orphaned}")  # noqa: S608

    def _mend_meta(self) -> None:
        now = f"{system_clock().astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
        for name, value in (("journal_id", self._fresh.journal_id.hex()), ("created", now)):
            if read_meta(self._fresh, name) is None:
                write_meta(self._fresh, name, value)


def _read_sequences(source: Database) -> dict[str, int]:
    """Return the last number given in each table whose numbers are not given again."""
    with contextlib.suppress(DatabaseBug):  # an older journal has no such table
        return dict(read_as_far_as_possible(source, _SEQUENCES))
    return {}
