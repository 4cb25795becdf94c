"""Keep the moods of entries."""

from collections.abc import Sequence
from datetime import date

from caregiver_journal.domain.lately import Felt
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.store.rows import WALL_HOUR, many
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
_OF_DAYS = """
FROM entries JOIN moods ON moods.entry = entries.number
WHERE entries.kind = 'mood' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
"""
_BY_DAY = """
SELECT entries.day, avg(moods.{column}), min(moods.{column}), max(moods.{column}),
       count(moods.{column})
{rows} GROUP BY entries.day HAVING count(moods.{column}) ORDER BY entries.day
"""
_LEVELS = _BY_DAY.format(column="level", rows=_OF_DAYS)
_BELONGING = _BY_DAY.format(column="belonging", rows=_OF_DAYS)
_ENERGIES = _BY_DAY.format(column="energy", rows=_OF_DAYS)
_BY_HOUR = f"""
SELECT {WALL_HOUR} AS hour, moods.level, count(*)
{_OF_DAYS} GROUP BY hour, moods.level ORDER BY hour, moods.level
"""
_WORDS = """
SELECT mood_words.word, count(*)
FROM entries JOIN mood_words ON mood_words.entry = entries.number
WHERE entries.kind = 'mood' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
GROUP BY mood_words.word
"""
_WITH_WORDS = """
SELECT count(*) FROM entries
WHERE entries.kind = 'mood' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
AND EXISTS (SELECT 1 FROM mood_words WHERE mood_words.entry = entries.number)
"""
_ABOUT = f"""
SELECT entries.day, max(moods.about = ?) {_OF_DAYS} AND moods.about IS NOT NULL
GROUP BY entries.day
"""
_WORDS_USED = """
SELECT DISTINCT word FROM mood_words JOIN entries ON entries.number = mood_words.entry
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

    def words_used(self) -> frozenset[str]:
        """Return the words for feelings that stand in any check-in, the trash too."""
        return frozenset(word for (word,) in self._database.rows(_WORDS_USED))

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

    def levels_by_day(self, first: date, last: date) -> DailySeries:
        """Return how pleasant each of these days was, 1–5."""
        return self._by_day(_LEVELS, first, last)

    def belonging_by_day(self, first: date, last: date) -> DailySeries:
        """Return the belonging of each of these days on which it was said, 0–10."""
        return self._by_day(_BELONGING, first, last)

    def energy_by_day(self, first: date, last: date) -> DailySeries:
        """Return the energy of each of these days on which it was said, 1–5."""
        return self._by_day(_ENERGIES, first, last)

    def levels_by_hour(self, first: date, last: date) -> list[tuple[int, int, int]]:
        """Return the hour by the clock on the wall, a level, and how often it was chosen then."""
        rows = self._database.rows(_BY_HOUR, (first.isoformat(), last.isoformat()))
        return [(hour, level, count) for hour, level, count in rows]

    def count_words(self, first: date, last: date) -> dict[str, int]:
        """Return on how many check-ins of these days each feeling word stands, in any order."""
        return dict(self._database.rows(_WORDS, (first.isoformat(), last.isoformat())))

    def count_with_words(self, first: date, last: date) -> int:
        """Return how many check-ins of these days have a feeling word."""
        (row,) = self._database.rows(_WITH_WORDS, (first.isoformat(), last.isoformat()))
        return int(row[0])

    def days_about(self, about: About, first: date, last: date) -> dict[date, bool]:
        """Return whether a check-in had to do with something, for days on which one said."""
        rows = self._database.rows(_ABOUT, (about, first.isoformat(), last.isoformat()))
        return {date.fromisoformat(day): bool(is_about) for day, is_about in rows}

    def _by_day(self, statement: str, first: date, last: date) -> DailySeries:
        rows = self._database.rows(statement, (first.isoformat(), last.isoformat()))
        days = (DayValue(date.fromisoformat(day), *rest) for day, *rest in rows)
        return DailySeries(tuple(days), first, last)
