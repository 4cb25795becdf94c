"""Keep the feeling words of the person's own, and which words are hidden."""

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.feeling import Feeling
from caregiver_journal.domain.kept import KeptFeeling
from caregiver_journal.domain.tag import folded
from caregiver_journal.vault.database import Database

_OWN = "SELECT word, meaning, pleasant, energy FROM feelings WHERE is_own ORDER BY folded"
_HIDDEN = "SELECT folded FROM feelings WHERE is_hidden"
_KEPT = """
SELECT word, meaning, pleasant, energy, is_own, is_hidden FROM feelings ORDER BY folded
"""
_IS_OWN = "SELECT is_own FROM feelings WHERE folded = ?"
_ADD = """
INSERT INTO feelings (folded, word, is_own, meaning, pleasant, energy) VALUES (?, ?, 1, ?, ?, ?)
"""
_CHANGE = """
UPDATE feelings SET folded = ?, word = ?, meaning = ?, pleasant = ?, energy = ? WHERE folded = ?
"""
_HIDE = """
INSERT INTO feelings (folded, word, is_own, is_hidden) VALUES (?, ?, 0, ?)
ON CONFLICT (folded) DO UPDATE SET is_hidden = excluded.is_hidden
"""
_KEEP = """
INSERT OR REPLACE INTO feelings (folded, word, meaning, pleasant, energy, is_own, is_hidden)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_FORGET_SHOWN = "DELETE FROM feelings WHERE NOT is_own AND NOT is_hidden"
_ENTRIES = "SELECT DISTINCT entry FROM mood_words WHERE word = ?"
_FORGET_DOUBLES = """
DELETE FROM mood_words WHERE word = ?
AND entry IN (SELECT entry FROM mood_words WHERE word = ?)
"""
_RENAME = "UPDATE mood_words SET word = ? WHERE word = ?"


class FeelingStore:
    """The feeling words of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> list[Feeling]:
        """Return the person's own words, hidden ones too, in the order of the alphabet."""
        return [
            Feeling(word, meaning, pleasant, energy, is_own=True)
            for word, meaning, pleasant, energy in self._database.rows(_OWN)
        ]

    def hidden(self) -> frozenset[str]:
        """Return the folded words that are hidden, the program's and the person's own."""
        return frozenset(word for (word,) in self._database.rows(_HIDDEN))

    def kept(self) -> list[KeptFeeling]:
        """Return own words, and those of the program that are hidden."""
        return [
            KeptFeeling(word, meaning, pleasant, energy, bool(is_own), bool(is_hidden))
            for word, meaning, pleasant, energy, is_own, is_hidden in self._database.rows(_KEPT)
        ]

    def add(self, feeling: Feeling) -> None:
        """Add a word of the person's own.

        Raises:
            InvalidValueError: it is there already.
        """
        if self._database.row(_IS_OWN, (folded(feeling.word),)) is not None:
            raise InvalidValueError(_("This word is there already."), field="word")
        values = (feeling.word, feeling.meaning, feeling.pleasant, feeling.energy)
        self._database.write(_ADD, (folded(feeling.word), *values))

    def keep(self, kept: KeptFeeling) -> None:
        """Keep a word as it was kept elsewhere, over the same one; moods stay as they are."""
        values = (kept.meaning, kept.pleasant, kept.energy, kept.is_own, kept.is_hidden)
        self._database.write(_KEEP, (folded(kept.word), kept.word, *values))
        self._database.write(_FORGET_SHOWN)

    def change(self, word: str, feeling: Feeling) -> None:
        """Write a word of the person's own over an earlier one, in all moods that have it.

        Raises:
            NothingFoundError: the earlier one is none of the person's own.
            InvalidValueError: another word is the same.
        """
        before, after = folded(word), folded(feeling.word)
        if self._database.row(_IS_OWN, (before,)) != (1,):
            raise NothingFoundError
        if before != after and self._database.row(_IS_OWN, (after,)) is not None:
            raise InvalidValueError(_("This word is there already."), field="word")
        values = (feeling.word, feeling.meaning, feeling.pleasant, feeling.energy)
        self._database.write(_CHANGE, (after, *values, before))
        if word != feeling.word:
            self._database.write(_FORGET_DOUBLES, (word, feeling.word))
            self._database.write(_RENAME, (feeling.word, word))

    def hide(self, word: str, *, hidden: bool) -> None:
        """Offer a word no more, or again; moods that have it keep it."""
        self._database.write(_HIDE, (folded(word), word, hidden))
        self._database.write(_FORGET_SHOWN)

    def entries_of(self, word: str) -> list[int]:
        """Return the row numbers of the entries whose mood has a word, those in the trash too."""
        return [number for (number,) in self._database.rows(_ENTRIES, (word,))]
