"""Keep the boundary moments of entries, and their follow-ups."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.answer_trend import CLEAR
from caregiver_journal.domain.boundary import (
    TEXTS,
    Answer,
    Boundary,
    FollowUp,
    Relationship,
    Wanted,
)
from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.fear_trend import Fear
from caregiver_journal.domain.guilt import Guilt
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.lately import Answered
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.store.rows import many, many_words, moment_to_text, text_to_moment
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.statements import Row

_COLUMNS = """
answer, wanted, asker, setting, kind_of_limit, belief, guilt_before, guilt, resentment, energy,
minutes, came_true, relationship
"""
_WRITE = f"INSERT OR REPLACE INTO boundaries (entry, {_COLUMNS}) VALUES ({', '.join('?' * 14)})"  # noqa: S608 - constants
_FORGET = (
    "DELETE FROM boundary_texts WHERE entry = ?",
    "DELETE FROM boundary_pulls WHERE entry = ?",
    "DELETE FROM follow_ups WHERE entry = ?",
)
_WRITE_TEXT = "INSERT INTO boundary_texts (entry, part, text) VALUES (?, ?, ?)"
_WRITE_PULL = "INSERT INTO boundary_pulls (entry, position, pull) VALUES (?, ?, ?)"
_WRITE_FOLLOW_UP = """
INSERT INTO follow_ups (entry, position, due, answered, guilt, is_off) VALUES (?, ?, ?, ?, ?, ?)
"""
_THESE = "WHERE entry IN (SELECT value FROM json_each(?))"
_READ = f"SELECT entry, {_COLUMNS} FROM boundaries {_THESE}"  # noqa: S608
_READ_TEXTS = f"SELECT entry, part, text FROM boundary_texts {_THESE}"  # noqa: S608
_READ_PULLS = f"SELECT entry, pull FROM boundary_pulls {_THESE} ORDER BY entry, position"  # noqa: S608
_READ_FOLLOW_UPS = f"""
SELECT entry, due, answered, guilt, is_off FROM follow_ups {_THESE} ORDER BY entry, position
"""  # noqa: S608
_DUE = """
SELECT entries.id, follow_ups.position FROM follow_ups
JOIN entries ON entries.number = follow_ups.entry
WHERE follow_ups.answered IS NULL AND NOT follow_ups.is_off AND follow_ups.due <= ?
AND entries.deleted IS NULL AND entries.kind = 'boundary'
AND EXISTS (SELECT 1 FROM boundaries WHERE entry = follow_ups.entry)
ORDER BY follow_ups.due, entries.happened, follow_ups.position
"""
_ASKERS = "SELECT asker FROM boundaries WHERE asker <> '' GROUP BY asker ORDER BY max(entry) DESC"
_OWN_SETTINGS = "SELECT DISTINCT setting FROM boundaries WHERE setting <> ''"
_OWN_LIMITS = "SELECT DISTINCT kind_of_limit FROM boundaries WHERE kind_of_limit <> ''"
_OWN_PULLS = "SELECT pull FROM boundary_pulls GROUP BY pull ORDER BY count(*) DESC, pull"
_COUNTED = """
SELECT boundaries.{column}, count(*)
FROM entries JOIN boundaries ON boundaries.entry = entries.number
WHERE entries.kind = 'boundary' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
GROUP BY boundaries.{column} ORDER BY count(*) DESC, boundaries.{column}
"""
_BY_ANSWER = _COUNTED.format(column="answer")
_BY_LIMIT = _COUNTED.format(column="kind_of_limit")
_LATER = """
SELECT follow_ups.guilt FROM follow_ups
WHERE follow_ups.entry = entries.number AND follow_ups.guilt IS NOT NULL
ORDER BY follow_ups.position DESC LIMIT 1
"""
_THEN_AND_LATER = """
FROM entries JOIN boundaries ON boundaries.entry = entries.number
WHERE entries.kind = 'boundary' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
AND boundaries.guilt IS NOT NULL AND EXISTS (
    SELECT 1 FROM follow_ups
    WHERE follow_ups.entry = entries.number AND follow_ups.guilt IS NOT NULL
)
"""
_GUILT = f"""
SELECT entries.id, entries.day, boundaries.asker, boundaries.guilt, ({_LATER})
{_THEN_AND_LATER} ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC LIMIT ?
"""
_LATELY = f"""
SELECT entries.day, boundaries.answer, max(coalesce(boundaries.guilt, -1), coalesce(({_LATER}), -1))
FROM entries JOIN boundaries ON boundaries.entry = entries.number
WHERE entries.kind = 'boundary' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
"""  # noqa: S608 - constants
_OF_DAYS = """
FROM entries JOIN boundaries ON boundaries.entry = entries.number
WHERE entries.kind = 'boundary' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
"""
_BY_DAY = f"""
SELECT entries.day, sum(boundaries.answer = 'against'),
       sum(boundaries.answer IN (SELECT value FROM json_each(?))), count(*)
{_OF_DAYS} GROUP BY entries.day ORDER BY entries.day
"""  # noqa: S608 - constants
_FEARS = f"""
SELECT entries.id, entries.day, boundaries.belief, boundaries.came_true {_OF_DAYS}
AND boundaries.belief IS NOT NULL AND boundaries.came_true IS NOT NULL
ORDER BY entries.day, entries.happened, entries.number
"""
_OPEN_FEARS = f"""
SELECT count(*) {_OF_DAYS} AND boundaries.belief IS NOT NULL AND boundaries.came_true IS NULL
"""
_GUILT_BY_DAY = f"""
SELECT entries.day, avg(boundaries.guilt), min(boundaries.guilt), max(boundaries.guilt), count(*)
{_OF_DAYS} AND boundaries.guilt IS NOT NULL GROUP BY entries.day ORDER BY entries.day
"""
_COUNT_GUILT = f"SELECT count(*) {_THEN_AND_LATER}"

_ALL = -1
"""What SQLite takes for no limit."""


class AnsweredDay(NamedTuple):
    """How one answered on a day: against the own wish, clearly (see ``CLEAR``), and in all."""

    day: date
    against: int
    clear: int
    moments: int


class BoundaryStore:
    """The boundary moments in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, boundary: Boundary) -> None:
        """Write the moment of the entry with this row number, over an earlier one."""
        values = (
            number,
            boundary.answer,
            boundary.wanted,
            boundary.asker,
            boundary.setting,
            boundary.limit,
            boundary.belief,
            boundary.guilt_before,
            boundary.guilt,
            boundary.resentment,
            boundary.energy,
            boundary.minutes,
            boundary.came_true,
            boundary.relationship,
        )
        self._database.write(_WRITE, values)
        for statement in _FORGET:
            self._database.write(statement, (number,))
        texts = [(number, part, getattr(boundary, part)) for part in TEXTS]
        self._database.write_many(_WRITE_TEXT, [row for row in texts if row[2]])
        pulls = [(number, at, pull) for at, pull in enumerate(boundary.pulls)]
        self._database.write_many(_WRITE_PULL, pulls)
        self._database.write_many(
            _WRITE_FOLLOW_UP,
            [(number, at, *_to_row(each)) for at, each in enumerate(boundary.follow_ups)],
        )

    def read(self, numbers: Sequence[int]) -> dict[int, Boundary | Lost]:
        """Return the moments of the entries with these row numbers.

        Where a damaged file took what was asked, there are three points in its place; where it took
        all but words, these are what is left.
        """
        wanted = many(numbers)
        texts: dict[int, dict[str, str]] = {}
        for number, part, text in self._database.rows(_READ_TEXTS, (wanted,)):
            texts.setdefault(number, {})[part] = text
        pulls: dict[int, list[str]] = {}
        for number, pull in self._database.rows(_READ_PULLS, (wanted,)):
            pulls.setdefault(number, []).append(pull)
        later: dict[int, list[FollowUp]] = {}
        for number, *rest in self._database.rows(_READ_FOLLOW_UPS, (wanted,)):
            later.setdefault(number, []).append(_to_follow_up(*rest))
        found: dict[int, Boundary | Lost] = {}
        for row in self._database.rows(_READ, (wanted,)):
            number = row[0]
            parts = texts.pop(number, {})
            found[number] = _to_boundary(row, parts, pulls.get(number, ()), later.get(number, ()))
        for number, parts in texts.items():
            left = "\n".join(parts[part] for part in TEXTS if part in parts)
            found[number] = Lost(Kind.BOUNDARY, left)
        return found

    def due(self, today: date) -> list[tuple[str, int]]:
        """Return the follow-ups that wait today: the id of the entry and the place in it."""
        return [(entry_id, at) for entry_id, at in self._database.rows(_DUE, (today.isoformat(),))]

    def askers(self) -> list[str]:
        """Return who asked, the last one first."""
        return [asker for (asker,) in self._database.rows(_ASKERS)]

    def settings(self) -> list[str]:
        """Return all settings in use."""
        return [setting for (setting,) in self._database.rows(_OWN_SETTINGS)]

    def limits(self) -> list[str]:
        """Return all kinds of limit in use."""
        return [limit for (limit,) in self._database.rows(_OWN_LIMITS)]

    def pulls(self) -> list[str]:
        """Return all pulls in use, the most used first."""
        return [pull for (pull,) in self._database.rows(_OWN_PULLS)]

    def count_answers(self, first: date, last: date) -> dict[Answer, int]:
        """Return how many moments of the days ``first … last`` had each answer, most first."""
        rows = self._database.rows(_BY_ANSWER, (first.isoformat(), last.isoformat()))
        return {Answer(answer): count for answer, count in rows}

    def count_limits(self, first: date, last: date) -> dict[str, int]:
        """Return how many touched each kind of limit, most first; "" where it was not said."""
        return dict(self._database.rows(_BY_LIMIT, (first.isoformat(), last.isoformat())))

    def guilt(self, first: date, last: date, limit: int | None = None) -> list[Guilt]:
        """Return the last moments of these days whose guilt was said then and later, oldest first.

        What lies in the trash is none of them. None for ``limit`` returns all.
        """
        most = _ALL if limit is None else limit
        rows = self._database.rows(_GUILT, (first.isoformat(), last.isoformat(), most))
        found = [Guilt(row[0], date.fromisoformat(row[1]), *row[2:]) for row in rows]
        return found[::-1]

    def lately(self, first: date, last: date) -> list[Answered]:
        """Return what was done on these days, each with the stronger of guilt then and later."""
        rows = self._database.rows(_LATELY, (first.isoformat(), last.isoformat()))
        return [
            Answered(date.fromisoformat(day), Answer(answer), guilt if guilt >= 0 else None)
            for day, answer, guilt in rows
        ]

    def count_guilt(self, first: date, last: date) -> int:
        """Return how many moments of these days have guilt both then and later."""
        row = self._database.row(_COUNT_GUILT, (first.isoformat(), last.isoformat()))
        return int(row[0]) if row else 0

    def answers_by_day(self, first: date, last: date) -> list[AnsweredDay]:
        """Return how one answered on each of these days with a moment, in their order."""
        values = (many_words(CLEAR), first.isoformat(), last.isoformat())
        rows = self._database.rows(_BY_DAY, values)
        return [AnsweredDay(date.fromisoformat(day), *rest) for day, *rest in rows]

    def guilt_by_day(self, first: date, last: date) -> DailySeries:
        """Return the guilt right after the moments of each day on which it was said, 0–10."""
        rows = self._database.rows(_GUILT_BY_DAY, (first.isoformat(), last.isoformat()))
        days = (DayValue(date.fromisoformat(day), *rest) for day, *rest in rows)
        return DailySeries(tuple(days), first, last)

    def fears(self, first: date, last: date) -> list[Fear]:
        """Return how far each fear of these days was believed and came true, oldest first."""
        rows = self._database.rows(_FEARS, (first.isoformat(), last.isoformat()))
        return [Fear(entry_id, date.fromisoformat(day), *rest) for entry_id, day, *rest in rows]

    def count_open_fears(self, first: date, last: date) -> int:
        """Return how many moments of these days have a fear of which nothing was said later."""
        (row,) = self._database.rows(_OPEN_FEARS, (first.isoformat(), last.isoformat()))
        return int(row[0])


def _to_row(follow_up: FollowUp) -> tuple[object, ...]:
    answered = follow_up.answered
    return (
        follow_up.due.isoformat(),
        moment_to_text(answered) if answered else None,
        follow_up.guilt,
        follow_up.is_off,
    )


def _to_follow_up(due: str, answered: str | None, guilt: int | None, is_off: int) -> FollowUp:
    moment = text_to_moment(answered) if answered else None
    return FollowUp(date.fromisoformat(due), moment, guilt, is_off=bool(is_off))


def _to_boundary(
    row: Row,
    texts: dict[str, str],
    pulls: Sequence[str],
    follow_ups: Sequence[FollowUp],
) -> Boundary:
    answer, wanted, asker, setting, limit, belief, before, guilt, resentment, energy = row[1:11]
    minutes, came_true, relationship = row[11:]
    return Boundary(
        asked=texts.pop("asked", "") or "…",
        answer=Answer(answer),
        wanted=Wanted(wanted) if wanted else None,
        asker=asker,
        setting=setting,
        limit=limit,
        belief=belief,
        guilt_before=before,
        guilt=guilt,
        resentment=resentment,
        energy=energy,
        minutes=minutes,
        came_true=came_true,
        relationship=Relationship(relationship) if relationship else None,
        pulls=tuple(pulls),
        follow_ups=tuple(follow_ups),
        **texts,
    )
