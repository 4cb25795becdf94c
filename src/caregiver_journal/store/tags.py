"""Keep the tags of entries."""

from collections.abc import Sequence

from caregiver_journal.domain.tag import folded
from caregiver_journal.store.rows import many
from caregiver_journal.vault.database import Database

_ADD = "INSERT INTO tags (name, folded) VALUES (?, ?) ON CONFLICT (folded) DO NOTHING"
_NUMBER = "SELECT number FROM tags WHERE folded = ?"
_FORGET = "DELETE FROM entry_tags WHERE entry = ?"
_FORGET_UNUSED = """
DELETE FROM tags WHERE NOT EXISTS (SELECT 1 FROM entry_tags WHERE tag = tags.number)
"""
_WRITE = "INSERT INTO entry_tags (entry, position, tag) VALUES (?, ?, ?)"
_READ = """
SELECT entry_tags.entry, tags.name FROM entry_tags JOIN tags ON tags.number = entry_tags.tag
WHERE entry_tags.entry IN (SELECT value FROM json_each(?))
ORDER BY entry_tags.entry, entry_tags.position
"""
_NAMES = """
SELECT tags.name FROM tags JOIN entry_tags ON entry_tags.tag = tags.number
GROUP BY tags.number ORDER BY count(*) DESC, tags.folded
"""


class TagStore:
    """The tags in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, tags: Sequence[str]) -> None:
        """Write the tags of the entry with this row number, over earlier ones."""
        self._database.write(_FORGET, (number,))
        self.forget_unused()
        rows = [(number, at, self._number_of(tag)) for at, tag in enumerate(tags)]
        self._database.write_many(_WRITE, rows)

    def read(self, numbers: Sequence[int]) -> dict[int, tuple[str, ...]]:
        """Return the tags of the entries with these row numbers."""
        tags: dict[int, tuple[str, ...]] = {}
        for number, name in self._database.rows(_READ, (many(numbers),)):
            tags[number] = (*tags.get(number, ()), name)
        return tags

    def names(self) -> list[str]:
        """Return all tags in use, the most used first."""
        return [name for (name,) in self._database.rows(_NAMES)]

    def forget_unused(self) -> None:
        """Delete the tags that no entry has any more; they too are words of the person."""
        self._database.write(_FORGET_UNUSED)

    def _number_of(self, tag: str) -> int:
        self._database.write(_ADD, (tag, folded(tag)))
        row = self._database.row(_NUMBER, (folded(tag),))
        assert row is not None  # noqa: S101 - written one line above, in the same transaction
        return int(row[0])
