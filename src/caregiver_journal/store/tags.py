"""Keep the tags of entries."""

from collections.abc import Sequence
from datetime import date

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.kept import TagMark
from caregiver_journal.domain.tag import TagUse, clean_tag, folded
from caregiver_journal.store.rows import many
from caregiver_journal.vault.database import Database

_ADD = "INSERT INTO tags (name, folded) VALUES (?, ?) ON CONFLICT (folded) DO NOTHING"
_NUMBER = "SELECT number FROM tags WHERE folded = ?"
_HAS_TAGS = "SELECT 1 FROM entry_tags WHERE entry = ? LIMIT 1"
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
_COUNTED = """
SELECT tags.name, count(*), tags.is_hidden
FROM tags JOIN entry_tags ON entry_tags.tag = tags.number
GROUP BY tags.number ORDER BY count(*) DESC, tags.folded
"""
_DAYS = """
SELECT entries.day, group_concat(entry_tags.tag)
FROM entries CROSS JOIN entry_tags ON entry_tags.entry = entries.number
WHERE entries.deleted IS NULL AND entries.day BETWEEN ? AND ? GROUP BY entries.day
"""  # in the order of the index, so that nothing is sorted: a third quicker than tag by tag
_DAYS_WITH = """
SELECT DISTINCT entries.day
FROM entry_tags CROSS JOIN entries ON entries.number = entry_tags.entry
WHERE entry_tags.tag = (SELECT number FROM tags WHERE folded = ?)
AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
"""
_OFFERED = "SELECT number, name FROM tags WHERE NOT is_hidden ORDER BY folded"
_HIDDEN = """
SELECT name FROM tags WHERE is_hidden AND EXISTS (
    SELECT 1 FROM entry_tags JOIN entries ON entries.number = entry_tags.entry
    WHERE entry_tags.tag = tags.number AND entries.deleted IS NULL
    AND entries.day BETWEEN ? AND ?
) ORDER BY folded
"""
_RENAME = "UPDATE tags SET name = ?, folded = ? WHERE number = ?"
_HIDE = "UPDATE tags SET is_hidden = ? WHERE number = ?"
_ENTRIES = "SELECT entry FROM entry_tags WHERE tag = ?"
_MERGE = """
UPDATE entry_tags SET tag = ? WHERE tag = ?
AND entry NOT IN (SELECT entry FROM entry_tags WHERE tag = ?)
"""
_FORGET_DOUBLES = "DELETE FROM entry_tags WHERE tag = ?"


class TagStore:
    """The tags in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, tags: Sequence[str]) -> None:
        """Write the tags of the entry with this row number, over earlier ones."""
        if self._database.row(_HAS_TAGS, (number,)):  # a new entry leaves no tag behind
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

    def counted(self) -> list[TagUse]:
        """Return all tags in use, the most used first."""
        rows = self._database.rows(_COUNTED)
        return [TagUse(name, count, bool(is_hidden)) for name, count, is_hidden in rows]

    def hidden(self, first: date, last: date) -> list[TagMark]:
        """Return the hidden tags that stand on something of these days outside the trash."""
        rows = self._database.rows(_HIDDEN, (first.isoformat(), last.isoformat()))
        return [TagMark(name) for (name,) in rows]

    def names(self) -> list[str]:
        """Return the tags that are offered, the most used first."""
        return [use.name for use in self.counted() if not use.is_hidden]

    def days(self, first: date, last: date) -> dict[str, frozenset[date]]:
        """Return the days of a period with each tag that is offered, those with most days first."""
        found: dict[str, list[date]] = {}
        for text, numbers in self._database.rows(_DAYS, (first.isoformat(), last.isoformat())):
            day = date.fromisoformat(text)
            for number in set(numbers.split(",")):
                found.setdefault(number, []).append(day)
        offered = self._database.rows(_OFFERED)
        named = [(name, found[str(tag)]) for tag, name in offered if str(tag) in found]
        named.sort(key=lambda each: -len(each[1]))
        return {name: frozenset(days) for name, days in named}

    def days_with(self, tag: str, first: date, last: date) -> frozenset[date]:
        """Return the days of a period on which something has a tag; none where there is no such."""
        values = (folded(clean_tag(tag)), first.isoformat(), last.isoformat())
        return frozenset(
            date.fromisoformat(day) for (day,) in self._database.rows(_DAYS_WITH, values)
        )

    def entries_of(self, tag: str) -> list[int]:
        """Return the row numbers of the entries with a tag, those in the trash too."""
        return [number for (number,) in self._database.rows(_ENTRIES, (self._existing(tag),))]

    def rename(self, tag: str, name: str) -> None:
        """Call a tag something else, on all its entries; one of that name already takes it in.

        Raises:
            NothingFoundError: there is no such tag.
            InvalidValueError: the new name is empty or too long.
        """
        number, new = self._existing(tag), clean_tag(name)
        if not new:
            raise InvalidValueError(_("A tag needs a name."), field="name")
        row = self._database.row(_NUMBER, (folded(new),))
        if row is None or row[0] == number:
            self._database.write(_RENAME, (new, folded(new), number))
            return
        self._database.write(_MERGE, (row[0], number, row[0]))
        self._database.write(_FORGET_DOUBLES, (number,))
        self.forget_unused()

    def hide(self, tag: str, *, hidden: bool) -> None:
        """Offer a tag no more, or again; it stays on its entries. Raises ``NothingFoundError``."""
        self._database.write(_HIDE, (hidden, self._existing(tag)))

    def _existing(self, tag: str) -> int:
        row = self._database.row(_NUMBER, (folded(clean_tag(tag)),))
        if row is None:
            raise NothingFoundError
        return int(row[0])

    def forget_unused(self) -> None:
        """Delete the tags that no entry has any more; they too are words of the person."""
        self._database.write(_FORGET_UNUSED)

    def _number_of(self, tag: str) -> int:
        self._database.write(_ADD, (tag, folded(tag)))
        row = self._database.row(_NUMBER, (folded(tag),))
        assert row is not None  # noqa: S101 - written one line above, in the same transaction
        return int(row[0])
