"""Keep the exercises that were done."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, NamedTuple

from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.practice import RATINGS, Part, Practice
from caregiver_journal.store.rows import many, many_words, moment_to_text, text_to_moment
from caregiver_journal.vault.database import Database

_COLUMNS = """
exercise, title, seconds, minutes, steps_done, steps, distress_before, distress_after,
kindness_before, kindness_after, back_on, read_again
"""
_WRITE = f"INSERT OR REPLACE INTO practices (entry, {_COLUMNS}) VALUES ({', '.join('?' * 13)})"  # noqa: S608 - constants
_FORGET = "DELETE FROM practice_texts WHERE entry = ?"
_WRITE_TEXT = """
INSERT INTO practice_texts (entry, position, part, label, text) VALUES (?, ?, ?, ?, ?)
"""
_THESE = "WHERE entry IN (SELECT value FROM json_each(?))"
_READ = f"SELECT entry, {_COLUMNS} FROM practices {_THESE}"  # noqa: S608
_READ_TEXTS = f"""
SELECT entry, part, label, text FROM practice_texts {_THESE} ORDER BY entry, position
"""  # noqa: S608
_LIVE = """
FROM practices JOIN entries ON entries.number = practices.entry
WHERE entries.kind = 'practice' AND entries.deleted IS NULL
"""
_USED = f"""
SELECT practices.exercise, count(*), max(entries.day),
count(practices.distress_before + practices.distress_after),
avg(iif(practices.distress_after IS NULL, NULL, practices.distress_before)),
avg(iif(practices.distress_before IS NULL, NULL, practices.distress_after)),
count(practices.kindness_before + practices.kindness_after),
avg(iif(practices.kindness_after IS NULL, NULL, practices.kindness_before)),
avg(iif(practices.kindness_before IS NULL, NULL, practices.kindness_after))
{_LIVE} GROUP BY practices.exercise
"""
_OF_DAYS = f"{_LIVE} AND entries.day BETWEEN ? AND ?"
_RATED = f"""
SELECT practices.exercise, practices.title, practices.distress_before, practices.distress_after,
       practices.kindness_before, practices.kindness_after
{_OF_DAYS} ORDER BY entries.day, entries.happened, entries.number
"""
_DONE_ON = f"""
SELECT DISTINCT entries.day {_OF_DAYS} AND practices.exercise = ? ORDER BY entries.day
"""
_TITLES = f"""
SELECT practices.exercise, practices.title, max(entries.day), count(*)
{_OF_DAYS} GROUP BY practices.exercise ORDER BY count(*) DESC, practices.exercise
"""
_WAITS = """
FROM practices INDEXED BY practices_back
CROSS JOIN entries ON entries.number = practices.entry
WHERE practices.back_on IS NOT NULL AND practices.read_again IS NULL
AND entries.kind = 'practice' AND entries.deleted IS NULL
AND EXISTS (SELECT 1 FROM practice_texts WHERE practice_texts.entry = practices.entry)
"""  # few wait: from them to their entries, and never through all entries to the few
_BACK = f"""
SELECT entries.id, entries.day, practices.back_on {_WAITS} AND practices.back_on <= ?
AND entries.id || ':' || practices.back_on NOT IN (SELECT value FROM json_each(?))
ORDER BY practices.back_on, entries.happened LIMIT ?
"""  # noqa: S608
_WAITING = f"SELECT practices.exercise, count(*) {_WAITS} GROUP BY practices.exercise"
_EXERCISES_USED = """
SELECT DISTINCT practices.exercise
FROM practices JOIN entries ON entries.number = practices.entry
"""


class Ratings(NamedTuple):
    """What was said before and after, where both were.

    Attributes:
        pairs: how often both were said.
        before, after: their means, 0–10; None where they never were.
    """

    pairs: int
    before: float | None
    after: float | None


class Use(NamedTuple):
    """How an exercise was used.

    Attributes:
        times: how often, begun ones counted too.
        last: the last day.
    """

    times: int
    last: date
    distress: Ratings
    kindness: Ratings


class Rated(NamedTuple):
    """An exercise that was done once, and what was said before and after, 0–10 or None."""

    exercise: str
    title: str
    distress_before: int | None
    distress_after: int | None
    kindness_before: int | None
    kindness_after: int | None


class Back(NamedTuple):
    """A text that waits to be read again.

    Attributes:
        entry_id: of the entry it stands in.
        day: of the entry.
        back_on: when it was to come back.
    """

    entry_id: str
    day: date
    back_on: date


class PracticeStore:
    """The exercises that were done, in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, practice: Practice) -> None:
        """Write the practice of the entry with this row number, over an earlier one."""
        values = (
            number,
            practice.exercise,
            practice.title,
            practice.seconds,
            practice.minutes,
            practice.steps_done,
            practice.steps,
            practice.distress_before,
            practice.distress_after,
            practice.kindness_before,
            practice.kindness_after,
            practice.back_on.isoformat() if practice.back_on else None,
            moment_to_text(practice.read_again) if practice.read_again else None,
        )
        self._database.write(_WRITE, values)
        self._database.write(_FORGET, (number,))
        texts = [(number, at, *part) for at, part in enumerate(practice.texts)]
        self._database.write_many(_WRITE_TEXT, texts)

    def read(self, numbers: Sequence[int]) -> dict[int, Practice | Lost]:
        """Return the practices of the entries with these row numbers.

        Where a damaged file took all but words, these are what is left.
        """
        wanted = many(numbers)
        texts: dict[int, list[Part]] = {}
        for number, *part in self._database.rows(_READ_TEXTS, (wanted,)):
            texts.setdefault(number, []).append(Part(*part))
        found: dict[int, Practice | Lost] = {}
        for number, *said in self._database.rows(_READ, (wanted,)):
            found[number] = _to_practice(said, tuple(texts.pop(number, ())))
        for number, parts in texts.items():
            found[number] = Lost(Kind.PRACTICE, "\n".join(part.text for part in parts))
        return found

    def exercises_used(self) -> frozenset[str]:
        """Return the ids of the exercises that any entry is about, the trash too."""
        return frozenset(exercise for (exercise,) in self._database.rows(_EXERCISES_USED))

    def used(self) -> dict[str, Use]:
        """Return how each exercise was used, by its id; those never used are left out."""
        return {
            exercise: Use(times, date.fromisoformat(last), Ratings(*rest[:3]), Ratings(*rest[3:]))
            for exercise, times, last, *rest in self._database.rows(_USED)
        }

    def rated(self, first: date, last: date) -> list[Rated]:
        """Return the exercises that were done on these days, oldest first."""
        rows = self._database.rows(_RATED, (first.isoformat(), last.isoformat()))
        return list(map(Rated._make, rows))

    def exercises(self, first: date, last: date) -> dict[str, str]:
        """Return the exercises done on these days by id, as they were called last, most first."""
        rows = self._database.rows(_TITLES, (first.isoformat(), last.isoformat()))
        return {exercise: title or exercise for exercise, title, _day, _count in rows}

    def days_done(self, exercise: str, first: date, last: date) -> frozenset[date]:
        """Return on which of these days an exercise was done, by its id."""
        rows = self._database.rows(_DONE_ON, (first.isoformat(), last.isoformat(), exercise))
        return frozenset(date.fromisoformat(day) for (day,) in rows)

    def back(self, today: date, limit: int, away: Collection[str] = ()) -> list[Back]:
        """Return what waits today to be read again, the oldest first.

        Those of ``away`` are left out; each of them is an id, a colon and the day it comes back.
        """
        values = (today.isoformat(), many_words(away), limit)
        return [
            Back(entry_id, date.fromisoformat(day), date.fromisoformat(back_on))
            for entry_id, day, back_on in self._database.rows(_BACK, values)
        ]

    def waiting(self) -> dict[str, int]:
        """Return how many texts of each exercise are still to be read again, now or later."""
        return dict(self._database.rows(_WAITING))


def _to_practice(row: list[Any], texts: tuple[Part, ...]) -> Practice:
    exercise, title, seconds, minutes, steps_done, steps, *ratings, back_on, read_again = row
    said = dict(zip(RATINGS, ratings, strict=True))
    return Practice(
        exercise=exercise,
        title=title,
        seconds=seconds,
        minutes=minutes,
        steps_done=steps_done,
        steps=steps,
        texts=texts,
        back_on=date.fromisoformat(back_on) if back_on else None,
        read_again=text_to_moment(read_again) if read_again else None,
        **said,
    )
