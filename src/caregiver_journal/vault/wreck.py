"""Read whatever can still be read from a damaged database.

The authenticity of each page is checked by SQLCipher: what comes out is as it was written, or it
does not come out.
"""

import contextlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from caregiver_journal.base.errors import DamagedError, StorageError
from caregiver_journal.vault.database import Database, DatabaseBug, Row
from caregiver_journal.vault.examination import quoted

UNREADABLE = (DamagedError, StorageError)
_CHUNK = 1_000


@dataclass(frozen=True)
class Table:
    """A table to be read: its columns, the leading one of its key, and what that one refers to."""

    name: str
    columns: tuple[str, ...]
    key: str
    is_numbered: bool
    parent: str | None

    @property
    def key_position(self) -> int:
        """Where in a row the leading column of the key stands."""
        return self.columns.index(self.key)

    @property
    def source(self) -> str:
        """The beginning of a query for whole rows."""
        columns = ", ".join(quoted(column) for column in self.columns)
        return f"SELECT {columns} FROM {quoted(self.name)}"  # noqa: S608 - quoted


@dataclass(frozen=True)
class Numbers:
    """The numbers of the rows of a table that are known, and whether these are all."""

    known: set[int]
    is_complete: bool


@dataclass(frozen=True)
class Yield:
    """What came out of one table: its rows, and the numbers that could not be read."""

    rows: list[Row] = field(default_factory=list)
    unreadable: set[int] = field(default_factory=set)
    is_cut: bool = False
    stretch: tuple[str | None, str | None] | None = None


Key = int | str
"""What stands in the leading column of the key of a table."""


@dataclass(frozen=True)
class Gap:
    """Which rows of a table may be missing, by the leading column of its key.

    Attributes:
        keys: those that are known to be.
        stretch: whatever stands between these two, or on them; None where it is to no end.
    """

    keys: frozenset[Key] = frozenset()
    stretch: tuple[str | None, str | None] | None = None

    def may_hold(self, key: Key) -> bool:
        """Tell whether a row may be missing."""
        if key in self.keys:
            return True
        if self.stretch is None or not isinstance(key, str):
            return False
        after, before = self.stretch
        return (after is None or key >= after) and (before is None or key <= before)


def describe_tables(database: Database) -> list[Table]:
    """Return the tables of a database that hold what people wrote, in the order they were made."""
    names = database.rows(
        "SELECT name FROM pragma_table_list JOIN sqlite_schema USING (name)"
        " WHERE schema = 'main' AND pragma_table_list.type = 'table' AND rootpage > 1"
        " AND name NOT LIKE 'sqlite~_%' ESCAPE '~' ORDER BY rootpage"
    )
    return [_describe(database, name) for (name,) in names]


def list_numbers(database: Database, table: Table) -> Numbers:
    """Return the numbers a table holds, as far as the table from both ends and its indexes tell."""
    key, name = quoted(table.key), quoted(table.name)
    queries = [f"SELECT {key} FROM {name} ORDER BY {key} {way}" for way in ("ASC", "DESC")]  # noqa: S608
    queries += [
        f"SELECT {key} FROM {name} INDEXED BY {quoted(index)}"  # noqa: S608 - quoted
        for index in _indexes(database, table)
    ]
    known: set[int] = set()
    for query in queries:
        # A partial index cannot answer some questions (DatabaseBug): the others will.
        with contextlib.suppress(*UNREADABLE, DatabaseBug):
            for (number,) in database.each(query, at_once=1):
                known.add(number)
            return Numbers(known, is_complete=True)
    return Numbers(known, is_complete=False)


def read_numbered(database: Database, table: Table, highest: int) -> Yield:
    """Read the rows of all numbers from 1, halving every range that cannot be read whole."""
    found = Yield()
    key = quoted(table.key)
    query = f"{table.source} WHERE {key} BETWEEN ? AND ?"
    waiting = [(low, min(low + _CHUNK - 1, highest)) for low in range(1, highest + 1, _CHUNK)]
    while waiting:
        low, high = waiting.pop()
        try:
            found.rows.extend(database.rows(query, (low, high)))
        except UNREADABLE:
            if low == high:
                found.unreadable.add(low)
            else:
                middle = (low + high) // 2
                waiting += [(low, middle), (middle + 1, high)]
    if found.unreadable:
        _read_by_index(database, table, found)
    return found


def read_from_both_ends(database: Database, table: Table) -> Yield:
    """Read a small table that is not numbered: from its beginning, and then from its end."""
    forwards, backwards = (f"{table.source} ORDER BY {quoted(table.key)} {w}" for w in ("", "DESC"))
    try:
        return Yield(rows=database.rows(forwards))
    except UNREADABLE:
        first = list(read_as_far_as_possible(database, forwards))
        last = list(read_as_far_as_possible(database, backwards))
        ends = (str(some[-1][table.key_position]) if some else None for some in (first, last))
        rows = list(dict.fromkeys([*first, *last]))
        return Yield(rows, is_cut=True, stretch=(next(ends), next(ends)))


def _read_by_index(database: Database, table: Table, found: Yield) -> None:
    """Complete what was found from an index that holds all the columns, if one is whole."""
    for index in _indexes(database, table):
        with contextlib.suppress(*UNREADABLE, DatabaseBug):
            rows = database.rows(f"{table.source} INDEXED BY {quoted(index)}")
            wanted = found.unreadable
            found.rows.extend(row for row in rows if row[table.key_position] in wanted)
            found.unreadable.clear()


def _indexes(database: Database, table: Table) -> list[str]:
    rows = database.rows("SELECT name FROM pragma_index_list(?)", (table.name,))
    return [name for (name,) in rows]


def _describe(database: Database, name: str) -> Table:
    columns = database.rows("SELECT name, type, pk FROM pragma_table_info(?)", (name,))
    key, kind = next((column, kind) for column, kind, pk in columns if pk == 1)
    references = database.rows(
        'SELECT "table" FROM pragma_foreign_key_list(?) WHERE "from" = ?', (name, key)
    )
    return Table(
        name=name,
        columns=tuple(column for column, _kind, _pk in columns),
        key=key,
        is_numbered=kind == "INTEGER",
        parent=references[0][0] if references else None,
    )


def read_as_far_as_possible(database: Database, query: str) -> Iterator[Row]:
    """Yield the rows of a query until one cannot be read."""
    with contextlib.suppress(*UNREADABLE):
        yield from database.each(query, at_once=1)
