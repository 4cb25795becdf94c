"""Look a database through: is it whole, and does another one hold the same?"""

import hashlib
from collections.abc import Iterator
from typing import Any, Protocol

from caregiver_journal.base.errors import DamagedError
from caregiver_journal.base.i18n import _, ngettext

_TABLES = """
SELECT name FROM pragma_table_list
WHERE schema = 'main' AND type IN ('table', 'shadow') AND name NOT LIKE 'sqlite~_%' ESCAPE '~'
ORDER BY name
"""
FULL_TEXT_TABLES = """
SELECT name FROM sqlite_schema WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%fts5%'
"""
_ABOUT_FULL_TEXT = "fts5"


class Examined(Protocol):
    """What is needed of a database to look it through."""

    read_only: bool

    def rows(self, sql: str, values: tuple[object, ...] = ...) -> list[tuple[Any, ...]]:
        """Return all rows of a query."""

    def each(self, sql: str, values: tuple[object, ...] = ...) -> Iterator[tuple[Any, ...]]:
        """Yield the rows of a query."""


def find_damage(database: Examined, *, deep: bool) -> list[str]:
    """Say which parts of the file cannot be believed: pages against their HMAC, and the structure.

    Deep also compares every index with its table.
    """
    try:
        pages = len(database.rows("PRAGMA cipher_integrity_check"))
        if pages:
            return [
                ngettext(
                    "One page of the file is damaged.",
                    "{count} pages of the file are damaged.",
                    pages,
                ).format(count=pages)
            ]
        found = database.rows("PRAGMA integrity_check" if deep else "PRAGMA quick_check")
    except DamagedError:
        return [_("The file cannot be read through to its end.")]
    if all(text == "ok" or _ABOUT_FULL_TEXT in text.lower() for (text,) in found):
        return []
    return [_("The inner order of the file is damaged.")]


def find_broken_tables(database: Examined) -> list[str]:
    """Name the tables of a compact copy that cannot be read through or whose indexes do not agree.

    Every page that is read is compared with its HMAC, and in a compact copy there are no others.
    Whether the full-text index agrees with the texts is not looked at; it can be made anew.
    """
    broken = []
    for table in list_tables(database):
        try:
            found = database.rows(f"PRAGMA integrity_check({quoted(table)})")
        except DamagedError:
            found = []
        if found != [("ok",)]:
            broken.append(table)
    return broken


def find_disorder(database: Examined) -> list[str]:
    """Say what does not fit together in a file that is whole: references, and the search index."""
    found = []
    if database.rows("PRAGMA foreign_key_check"):
        found.append(_("Some parts of entries belong to no entry."))
    if disagreeing_indexes(database):
        found.append(_("The search index does not agree with the entries."))
    return found


def disagreeing_indexes(database: Examined) -> list[str]:
    """Name the full-text indexes that do not agree with the texts; not looked at read-only."""
    if database.read_only:
        return []
    names = database.rows(FULL_TEXT_TABLES)
    return [name for (name,) in names if not _agrees(database, name)]


def list_tables(database: Examined) -> list[str]:
    """Return the names of all tables that hold rows, those of the full-text index included."""
    return [name for (name,) in database.rows(_TABLES)]


def count_rows(database: Examined) -> dict[str, int]:
    """Return how many rows each table holds."""
    return {
        table: database.rows(f"SELECT count(*) FROM {quoted(table)}")[0][0]  # noqa: S608 - quoted
        for table in list_tables(database)
    }


def fingerprint(database: Examined) -> dict[str, tuple[int, str]]:
    """Return the number of rows of each table and a hash over all their values."""
    return {table: _fingerprint_table(database, table) for table in list_tables(database)}


def quoted(name: str) -> str:
    """Return the name of a table or column as it is written in SQL."""
    return '"' + name.replace('"', '""') + '"'


def _fingerprint_table(database: Examined, table: str) -> tuple[int, str]:
    columns = database.rows("SELECT name, pk FROM pragma_table_info(?)", (table,))
    order = ", ".join(quoted(name) for name, pk in sorted(columns, key=lambda c: c[1]) if pk)
    sql = f"SELECT * FROM {quoted(table)} ORDER BY {order or 'rowid'}"  # noqa: S608 - quoted
    count, content = 0, hashlib.sha256()
    for row in database.each(sql):
        count += 1
        content.update(repr(row).encode("utf-8"))
    return count, content.hexdigest()


def _agrees(database: Examined, index: str) -> bool:
    """Tell whether a full-text index agrees with the texts it was made of."""
    name = quoted(index)
    try:
        database.rows(f"INSERT INTO {name} ({name}, rank) VALUES ('integrity-check', 1)")  # noqa: S608
    except DamagedError:
        return False
    return True
