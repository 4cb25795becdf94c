"""Keep the words that stand for something else in what leaves the journal."""

from caregiver_journal.domain.mask import Mask
from caregiver_journal.vault.database import Database

_ALL = "SELECT word, instead, may_stay FROM masks ORDER BY folded"
_WRITE = "INSERT OR REPLACE INTO masks (folded, word, instead, may_stay) VALUES (?, ?, ?, ?)"
_FORGET = "DELETE FROM masks WHERE folded = ?"


class MaskStore:
    """The masks in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Mask, ...]:
        """Return all masks by their words, and the words that may stay."""
        rows = self._database.rows(_ALL)
        return tuple(Mask(word, instead, bool(may_stay)) for word, instead, may_stay in rows)

    def write(self, mask: Mask) -> None:
        """Add a mask, or write it over the one of the same word."""
        values = (mask.word.casefold(), mask.word, mask.instead, mask.may_stay)
        self._database.write(_WRITE, values)

    def forget(self, word: str) -> None:
        """Delete the mask of a word; nothing happens where there is none."""
        self._database.write(_FORGET, (word.casefold(),))
