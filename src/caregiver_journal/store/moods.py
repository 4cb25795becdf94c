"""Keep the moods of entries."""

from collections.abc import Sequence
from datetime import date

from caregiver_journal.domain.lately import Felt
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.store.rows import many
from caregiver_journal.vault.database import Database

_WRITE = """
INSERT INTO moods (entry, level, energy, about, belonging) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (entry) DO UPDATE SET level = excluded.level, energy = excluded.energy,
                                  about = excluded.about, belonging = excluded.belonging
"""
_FORGET_WORDS = "DELETE FROM mood_words WHERE entry = ?"
_WRITE_WORD = "INSERT INTO mood_words (entry, position, word) VALUES (?, ?, ?)"
_READ = """
SELECT entry, level, energy, about, belonging FROM moods
WHERE entry IN (SELECT value FROM json_each(?))
"""
_READ_WORDS = """
SELECT entry, word FROM mood_words
WHERE entry IN (SELECT value FROM json_each(?)) ORDER BY entry, position
"""
_LATELY = """
SELECT entries.day, moods.level, moods.belonging
FROM entries JOIN moods ON moods.entry = entries.number
WHERE entries.kind = 'mood' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
"""


class MoodStore:
    """The moods in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, mood: Mood) -> None:
        """Write the mood of the entry with this row number, over an earlier one."""
        values = (number, mood.level, mood.energy, mood.about, mood.belonging)
        self._database.write(_WRITE, values)
        self._database.write(_FORGET_WORDS, (number,))
        self._database.write_many(
            _WRITE_WORD, [(number, at, word) for at, word in enumerate(mood.words)]
        )

    def read(self, numbers: Sequence[int]) -> dict[int, Mood]:
        """Return the moods of the entries with these row numbers."""
        wanted = many(numbers)
        words: dict[int, list[str]] = {}
        for number, word in self._database.rows(_READ_WORDS, (wanted,)):
            words.setdefault(number, []).append(word)
        return {
            number: Mood(
                level,
                energy,
                tuple(words.get(number, ())),
                About(about) if about else None,
                belonging,
            )
            for number, level, energy, about, belonging in self._database.rows(_READ, (wanted,))
        }

    def lately(self, first: date, last: date) -> list[Felt]:
        """Return the levels and the belonging of the check-ins of these days."""
        rows = self._database.rows(_LATELY, (first.isoformat(), last.isoformat()))
        return [Felt(date.fromisoformat(day), level, belonging) for day, level, belonging in rows]
