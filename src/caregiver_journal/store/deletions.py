"""Know which entries were here once: of one that was deleted for good, its random id stays.

The id tells nothing of what was written. It is kept so that another copy of the journal that still
holds the entry does not bring it back unasked.
"""

from collections.abc import Iterable

from caregiver_journal.store.rows import many_words
from caregiver_journal.vault.database import Database

_DELETED = """
SELECT value FROM json_each(?) WHERE EXISTS (
    SELECT 1 FROM meta WHERE meta.name = 'deleted ' || json_each.value
)
"""
_NUMBERS = "SELECT id, number FROM entries WHERE id IN (SELECT value FROM json_each(?))"
_KEEP_MARK = """
INSERT OR IGNORE INTO meta (name, value) SELECT 'own rows', coalesce(max(number), 0) FROM entries
"""
_MARK = "SELECT value FROM meta WHERE name = 'own rows'"


class DeletionStore:
    """What one open journal knows of entries that were deleted for good, and of their order."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def among(self, entry_ids: Iterable[str]) -> frozenset[str]:
        """Return which of these entries were deleted for good here."""
        rows = self._database.rows(_DELETED, (many_words(entry_ids),))
        return frozenset(entry_id for (entry_id,) in rows)

    def numbers(self, entry_ids: Iterable[str]) -> dict[str, int]:
        """Return the number of the row of each of these entries that is here.

        Rows are numbered as they are written, and two copies of one journal agree on the numbers
        of what was written before they parted.
        """
        return dict(self._database.rows(_NUMBERS, (many_words(entry_ids),)))

    def keep_mark(self) -> None:
        """Remember, before entries come in for the first time, which rows were written here."""
        self._database.write(_KEEP_MARK)

    def mark(self) -> int | None:
        """Return the last row before entries came in for the first time; None if none ever did."""
        row = self._database.row(_MARK)
        return None if row is None else int(row[0])
