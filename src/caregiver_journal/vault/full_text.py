"""Make a full-text index anew, a little at a time.

SQLite can do that by itself, in one statement; so it is four times as fast, and can be stopped.
"""

from collections.abc import Iterator
from typing import Protocol

from caregiver_journal.vault.examination import quoted
from caregiver_journal.vault.statements import Row, Values

_NUMBERS = "SELECT number FROM entries ORDER BY number"
_AT_ONCE = 200
"""So many entries are put in within some 10 ms."""

_PAGES = 32
"""So many pages are put together within some 8 ms."""

_MERGED = 2
"""So many rows at least are changed where something was put together, as SQLite says."""

_APART = {"secure-delete": 0, "automerge": 0, "crisismerge": 500}
_TOGETHER = {"automerge": 4, "crisismerge": 16, "secure-delete": 1}
"""Nothing is taken out of an index that is made anew. With secure-delete SQLite looks for what to
take out all the same wherever an entry has one word some sixty times: 7 s for 12,000 long ones.
"""


class Written(Protocol):
    """What is needed of a database to make an index anew."""

    @property
    def changes(self) -> int:
        """How many rows were changed since it was opened."""

    def rows(self, sql: str, values: Values = ...) -> list[Row]:
        """Return all rows of a query."""

    def write(self, sql: str, values: Values = ...) -> int:
        """Carry out a statement inside a transaction."""


def making_anew(database: Written, index: str = "entry_search") -> Iterator[float]:
    """Make an index of the entries anew inside ``writing()``; yield the share after each step."""
    name = quoted(index)
    option = f"INSERT INTO {name} ({name}, rank) VALUES (?, ?)"  # noqa: S608 - quoted
    add = (
        f"INSERT INTO {name} (rowid, body)"  # noqa: S608 - quoted
        " SELECT number, body FROM entry_texts WHERE number BETWEEN ? AND ?"
    )
    database.write(f"INSERT INTO {name} ({name}) VALUES ('delete-all')")  # noqa: S608 - quoted
    _set(database, option, _APART)
    numbers = [number for (number,) in database.rows(_NUMBERS)]
    for start in range(0, len(numbers), _AT_ONCE):
        some = numbers[start : start + _AT_ONCE]
        database.write(add, (some[0], some[-1]))
        yield (start + len(some)) / len(numbers)
    before = -_MERGED
    while database.changes - before >= _MERGED:
        before = database.changes
        database.write(option, ("merge", _PAGES))
        yield 1.0
    _set(database, option, _TOGETHER)


def make_anew(database: Written, index: str = "entry_search") -> None:
    """Make an index of the entries anew inside ``writing()``."""
    for _share in making_anew(database, index):
        pass


def _set(database: Written, option: str, values: dict[str, int]) -> None:
    for name, value in values.items():
        database.write(option, (name, value))
