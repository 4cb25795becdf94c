"""Keep the entries: what every record has, and through the stores of its kind all the rest."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain
from typing import Any, Protocol

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.entry import Detail, Entry, Lost, taken_back
from caregiver_journal.domain.good_moment import GOOD_LEVEL, KEPT_EXERCISES, STRENGTH_THEMES
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.store.rows import (
    many,
    many_words,
    moment_in_zone,
    moment_to_text,
    text_to_moment,
    zone_of,
)
from caregiver_journal.store.search import Condition, SearchIndex, conditions
from caregiver_journal.store.tags import TagStore
from caregiver_journal.vault.database import Database

_COLUMNS = """
entries.number, entries.id, entries.kind, entries.happened, entries.zone, entries.offset_minutes,
entries.day, entries.never_export, entries.for_session, entries.created, entries.changed,
entries.deleted, coalesce(notes.text, '')
"""
_SELECT = f"""
SELECT {_COLUMNS} FROM entries LEFT JOIN notes ON notes.entry = entries.number
"""  # noqa: S608 - made of constants
_NEWEST_FIRST = "ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC"
_OLDEST_FIRST = "ORDER BY entries.day, entries.happened, entries.number"
_LAST_DELETED_FIRST = """
ORDER BY entries.deleted DESC, entries.happened DESC, entries.number DESC
"""

_ADD = """
INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, never_export, for_session,
                     created, changed, deleted)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_CHANGE = """
UPDATE entries SET happened = ?, zone = ?, offset_minutes = ?, day = ?, never_export = ?,
                   for_session = ?, changed = ?, deleted = ?
WHERE number = ?
"""
_NUMBER = "SELECT number FROM entries WHERE id = ?"
_IDS_FROM = "SELECT id FROM entries WHERE id >= ? AND id < ? ORDER BY id LIMIT 2"
_FORGET_NOTE = "DELETE FROM notes WHERE entry = ?"
_WRITE_NOTE = "INSERT INTO notes (entry, text) VALUES (?, ?)"
_SET_DELETED = "UPDATE entries SET deleted = ? WHERE number = ?"
_MARK = """
UPDATE entries SET for_session = coalesce(?, for_session),
                   never_export = coalesce(?, never_export), changed = ? WHERE number = ?
"""
_LONG_DELETED = "SELECT number FROM entries WHERE deleted IS NOT NULL AND deleted < ?"
_IDS_DELETED = "SELECT id FROM entries WHERE deleted IS NOT NULL"
_NUMBERED = "SELECT number, id FROM entries WHERE number IN (SELECT value FROM json_each(?))"
_DELETED = "SELECT number FROM entries WHERE deleted IS NOT NULL"
_DELETED_ONE = "SELECT number FROM entries WHERE deleted IS NOT NULL AND id = ?"
_PURGE = "DELETE FROM entries WHERE number = ?"
_REMEMBER = """
INSERT OR IGNORE INTO meta (name, value) SELECT 'deleted ' || id, '' FROM entries WHERE number = ?
"""

_GET = f"{_SELECT} WHERE entries.id = ?"
_GET_ALL = f"{_SELECT} WHERE entries.id IN (SELECT value FROM json_each(?))"  # noqa: S608 - made of constants
_AFTER = "(entries.day, entries.happened, entries.number) < (?, ?, ?)"
_LATER = "(entries.day, entries.happened, entries.number) > (?, ?, ?)"
_AFTER_DELETED = "(entries.deleted, entries.happened, entries.number) < (?, ?, ?)"
_BETWEEN = f"""
{_SELECT} WHERE entries.deleted IS NULL AND entries.day BETWEEN ? AND ? {_NEWEST_FIRST}
"""
_CHOSEN = f"""
{_SELECT} WHERE entries.id IN (SELECT value FROM json_each(?)) AND entries.deleted IS NULL
AND entries.day BETWEEN ? AND ? {_NEWEST_FIRST}
"""  # noqa: S608 - made of constants
_SESSION_FIRST = _NEWEST_FIRST.replace("ORDER BY", "ORDER BY entries.for_session DESC,")
_TO_BRING = f"""
{_SELECT} WHERE entries.number IN (
    SELECT entries.number FROM entries WHERE entries.deleted IS NULL
    AND entries.day BETWEEN ? AND ? {_SESSION_FIRST} LIMIT ?
) {_SESSION_FIRST}
"""  # noqa: S608 - made of constants
_GOOD = f"""
{_SELECT} WHERE entries.deleted IS NULL AND entries.day BETWEEN ? AND ? AND CASE entries.kind
WHEN 'mood' THEN notes.text IS NOT NULL AND EXISTS (
    SELECT 1 FROM moods WHERE moods.entry = entries.number AND moods.level >= ?
)
WHEN 'reflection' THEN EXISTS (
    SELECT 1 FROM reflections WHERE reflections.entry = entries.number
    AND reflections.theme IN (SELECT value FROM json_each(?))
)
WHEN 'practice' THEN EXISTS (
    SELECT 1 FROM practices WHERE practices.entry = entries.number
    AND practices.exercise IN (SELECT value FROM json_each(?))
) AND (notes.text IS NOT NULL OR EXISTS (
    SELECT 1 FROM practice_texts WHERE practice_texts.entry = entries.number
)) END {_NEWEST_FIRST} LIMIT ?
"""  # noqa: S608 - made of constants
_COUNT_FOUND = "SELECT count(*) FROM entries"
_COUNT = "SELECT count(*), min(day) FROM entries WHERE deleted IS NULL"
_FIRST_DAY = "SELECT min(day) FROM entries WHERE deleted IS NULL"
_COUNT_KIND = """
SELECT count(*) FROM entries WHERE kind = ? AND deleted IS NULL AND day BETWEEN ? AND ?
"""
_DAYS_OF_KIND = """
SELECT DISTINCT day FROM entries WHERE kind = ? AND deleted IS NULL AND day BETWEEN ? AND ?
"""
_DAYS_WRITTEN = """
SELECT DISTINCT day FROM entries WHERE deleted IS NULL AND day BETWEEN ? AND ?
"""
_LAST_CHANGED = "SELECT max(changed) FROM entries"
_PUBLIC = """
SELECT id FROM entries WHERE NOT never_export AND id IN (SELECT value FROM json_each(?))
"""
LET_GO = {
    "talk_points": """
    UPDATE talk_points SET entry_id = ''
    WHERE entry_id IN (SELECT id FROM entries WHERE number = ? AND NOT never_export)
    """,
    "ladder_tries": """
    UPDATE ladder_tries SET entry_id = ''
    WHERE entry_id IN (SELECT id FROM entries WHERE number = ? AND NOT never_export)
    """,
}
"""By table, how it lets go of an entry before that is deleted. What came from one that is never
exported keeps its id, and so is known for good."""
_SHARED = "SELECT * FROM main.entries WHERE NOT never_export"

FEW = 20
"""So many entries are always taken out of the index one by one."""

_SHARE = 50
"""Of more than this part of all entries it is quicker to make the index anew: to take the words of
3,000 out of 20,000 entries takes 5 s, to index the other 17,000 takes 0.6 s."""

_Row = tuple[
    int, str, str, str, str, int, str, int, int, str, str, str | None, str
]  # the columns of _COLUMNS


class DetailStore(Protocol):
    """What keeps the details of one kind of entry, by the row number of the entry."""

    def write(self, number: int, detail: Any, /) -> None:  # noqa: ANN401 - each takes its own
        """Write a detail over an earlier one."""

    def read(self, numbers: Sequence[int], /) -> Mapping[int, Detail]:
        """Return the details of these entries."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the order of entries a page ended.

    Attributes:
        first: the day, or in the trash the moment of deletion.
    """

    first: str
    happened: str
    number: int


class EntryStore:
    """The entries of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(
        self,
        database: Database,
        details: dict[Kind, DetailStore],
        tags: TagStore,
        search: SearchIndex,
    ) -> None:
        self._database = database
        self._details = details
        self._tags = tags
        self._search = search

    def add(self, entry: Entry) -> None:
        """Add a new entry."""
        zone, minutes = zone_of(entry.happened)
        number = self._database.write(
            _ADD,
            (
                entry.id,
                entry.kind.value,
                moment_to_text(entry.happened),
                zone,
                minutes,
                entry.day.isoformat(),
                entry.never_export,
                entry.for_session,
                moment_to_text(entry.created),
                moment_to_text(entry.changed),
                moment_to_text(entry.deleted) if entry.deleted else None,
            ),
        )
        self._write_content(number, entry)

    def change(self, entry: Entry) -> None:
        """Write an entry over the one with the same id; in the trash or not, as it says.

        Raises:
            NothingFoundError: there is none.
        """
        number = self._number_of(entry.id)
        zone, minutes = zone_of(entry.happened)
        self._search.forget(number)
        self._database.write(
            _CHANGE,
            (
                moment_to_text(entry.happened),
                zone,
                minutes,
                entry.day.isoformat(),
                entry.never_export,
                entry.for_session,
                moment_to_text(entry.changed),
                moment_to_text(entry.deleted) if entry.deleted else None,
                number,
            ),
        )
        self._write_content(number, entry)

    def replace(self, entry: Entry) -> None:
        """Write an entry in the place of the one with the same id, whatever kind that is of.

        Raises:
            NothingFoundError: there is none.
        """
        number = self._number_of(entry.id)
        self._search.forget(number)
        self._database.write(_PURGE, (number,))
        self._tags.forget_unused()
        self.add(entry)

    def take_back(self, written: Entry, earlier: Entry) -> None:
        """Take a change back; what was changed otherwise since stays. See ``taken_back``.

        Raises:
            NothingFoundError: the entry is gone.
        """
        self.change(taken_back(self.get(earlier.id), written, earlier))

    def remove(self, entry_id: str, now: datetime) -> None:
        """Put an entry into the trash; raises ``NothingFoundError``."""
        self._database.write(_SET_DELETED, (moment_to_text(now), self._number_of(entry_id)))

    def restore(self, entry_id: str) -> None:
        """Take an entry out of the trash; raises ``NothingFoundError``."""
        self._database.write(_SET_DELETED, (None, self._number_of(entry_id)))

    def mark(
        self,
        entry_id: str,
        now: datetime,
        *,
        for_session: bool | None = None,
        never_export: bool | None = None,
    ) -> None:
        """Set or take away marks; None leaves one as it is. Raises ``NothingFoundError``."""
        number = self._number_of(entry_id)
        self._database.write(_MARK, (for_session, never_export, moment_to_text(now), number))

    def purge(self, deleted_before: datetime) -> int:
        """Delete for good what went into the trash before a moment; return how many entries."""
        rows = self._database.rows(_LONG_DELETED, (moment_to_text(deleted_before),))
        return self._purge(rows)

    def purge_one(self, entry_id: str) -> None:
        """Delete an entry of the trash for good.

        Raises:
            NothingFoundError: there is none in the trash.
        """
        if not self._purge(self._database.rows(_DELETED_ONE, (entry_id,))):
            raise NothingFoundError

    def purge_trash(self) -> int:
        """Delete for good all that is in the trash; return how many entries."""
        return self._purge(self._database.rows(_DELETED))

    def get(self, entry_id: str) -> Entry:
        """Return one entry, also from the trash; raises ``NothingFoundError``."""
        entries = self._read(self._database.rows(_GET, (entry_id,)))
        if not entries:
            raise NothingFoundError
        return entries[0]

    def found(self, ids: Collection[str]) -> dict[str, Entry]:
        """Return those of some entries that are there, also from the trash, by their ids."""
        entries = self._read(self._database.rows(_GET_ALL, (many_words(ids),)))
        return {entry.id: entry for entry in entries}

    def numbered(self, numbers: Iterable[int]) -> dict[int, Entry]:
        """Return the entries with these row numbers, also from the trash."""
        ids: dict[int, str] = dict(self._database.rows(_NUMBERED, (many(numbers),)))
        found = self.found(ids.values())
        return {number: found[entry_id] for number, entry_id in ids.items()}

    def ids_in_trash(self) -> list[str]:
        """Return the ids of all that is in the trash."""
        return [entry_id for (entry_id,) in self._database.rows(_IDS_DELETED)]

    def ids_beginning(self, beginning: str) -> list[str]:
        """Return up to two ids that begin so, those in the trash too."""
        values = (beginning, beginning + "\N{LATIN SMALL LETTER Z WITH CARON}")  # after all signs
        return [entry_id for (entry_id,) in self._database.rows(_IDS_FROM, values)]

    def private_among(self, entry_ids: Iterable[str]) -> frozenset[str]:
        """Return which of these entries are never exported, those in the trash too.

        One that is gone for good counts as such: what came from another one is let go of its id
        when that is deleted.
        """
        asked = frozenset(entry_ids)
        rows = self._database.rows(_PUBLIC, (many_words(asked),))
        return asked - {entry_id for (entry_id,) in rows}

    def without_private(self) -> AbstractContextManager[None]:
        """Return in what nothing can be read of entries that are never exported, by any store.

        Nothing can be written to entries meanwhile.
        """
        return self._database.seeing_only("entries", _SHARED)

    def find(
        self, query: Query, after: Place | None, limit: int
    ) -> tuple[list[Entry], Place | None]:
        """Return what fits a query from a place on, and where the next page begins, if any.

        Newest first; in the trash what was deleted last comes first.
        """
        wanted = list(conditions(query, is_rare=self._search.is_rare(query.words)))
        if after is not None:
            place = (after.first, after.happened, after.number)
            wanted.append((_AFTER_DELETED if query.in_trash else _AFTER, place))
        order = _LAST_DELETED_FIRST if query.in_trash else _NEWEST_FIRST
        where, values = _where(wanted)
        rows = self._database.rows(f"{_SELECT} {where} {order} LIMIT ?", (*values, limit))
        last = rows[-1] if len(rows) == limit else None
        if last is None:
            return self._read(rows), None
        return self._read(rows), Place(last[11 if query.in_trash else 6], last[3], last[0])

    def walk(
        self, query: Query, after: Place | None, limit: int
    ) -> tuple[list[Entry], Place | None]:
        """Return as ``find`` does, but the oldest first; not for the trash."""
        wanted = list(conditions(query))
        if after is not None:
            wanted.append((_LATER, (after.first, after.happened, after.number)))
        where, values = _where(wanted)
        rows = self._database.rows(f"{_SELECT} {where} {_OLDEST_FIRST} LIMIT ?", (*values, limit))
        last = rows[-1] if len(rows) == limit else None
        return self._read(rows), Place(last[6], last[3], last[0]) if last else None

    def count_found(self, query: Query) -> int:
        """Return how many entries fit a query."""
        if query == Query(query.words) and query.has_words:
            # Six times as quick as to ask of each entry whether it is in the trash.
            in_trash = self.count_found(replace(query, in_trash=True))
            return self._search.count(query.words) - in_trash
        where, values = _where(conditions(query))
        row = self._database.row(f"{_COUNT_FOUND} {where}", values)
        return int(row[0]) if row else 0

    def page(self, after: Place | None, limit: int) -> tuple[list[Entry], Place | None]:
        """Return entries newest first from a place on, and where the next page begins, if any."""
        return self.find(Query(), after, limit)

    def between(self, first: date, last: date) -> list[Entry]:
        """Return the entries of the days ``first … last``, both included, newest first."""
        values = (first.isoformat(), last.isoformat())
        return self._read(self._database.rows(_BETWEEN, values))

    def chosen(self, entry_ids: Iterable[str], first: date, last: date) -> list[Entry]:
        """Return those of these entries that lie within the days ``first … last``, newest first.

        What is not there, or in the trash, is left out.
        """
        values = (many_words(entry_ids), first.isoformat(), last.isoformat())
        return self._read(self._database.rows(_CHOSEN, values))

    def to_bring(self, first: date, last: date, limit: int) -> list[Entry]:
        """Return entries of these days: those for a session, then the others, newest first."""
        values = (first.isoformat(), last.isoformat(), limit)
        return self._read(self._database.rows(_TO_BRING, values))

    def good_moments(self, first: date, last: date, limit: int) -> list[Entry]:
        """Return the last entries of these days that are ``is_good_moment``, newest first."""
        wanted = (GOOD_LEVEL, many_words(STRENGTH_THEMES), many_words(KEPT_EXERCISES), limit)
        rows = self._database.rows(_GOOD, (first.isoformat(), last.isoformat(), *wanted))
        return self._read(rows)

    def count(self) -> tuple[int, date | None]:
        """Return how many entries there are and the day of the first."""
        row = self._database.row(_COUNT)
        number, first = row or (0, None)
        return number, date.fromisoformat(first) if first else None

    def first_day(self) -> date | None:
        """Return the day of the first entry, or None."""
        ((first,),) = self._database.rows(_FIRST_DAY)
        return date.fromisoformat(first) if first else None

    def count_kind(self, kind: Kind, first: date, last: date) -> int:
        """Return how many entries of a kind these days have."""
        (row,) = self._database.rows(_COUNT_KIND, (kind, first.isoformat(), last.isoformat()))
        return int(row[0])

    def days_of_kind(self, kind: Kind, first: date, last: date) -> frozenset[date]:
        """Return which of these days have an entry of a kind."""
        rows = self._database.rows(_DAYS_OF_KIND, (kind, first.isoformat(), last.isoformat()))
        return frozenset(date.fromisoformat(day) for (day,) in rows)

    def days_written(self, first: date, last: date) -> frozenset[date]:
        """Return which of these days have an entry, of whatever kind."""
        rows = self._database.rows(_DAYS_WRITTEN, (first.isoformat(), last.isoformat()))
        return frozenset(date.fromisoformat(day) for (day,) in rows)

    def last_changed(self) -> datetime | None:
        """Return the newest moment (UTC) at which an entry was written or changed."""
        row = self._database.row(_LAST_CHANGED)
        return text_to_moment(row[0]) if row and row[0] else None

    def _number_of(self, entry_id: str) -> int:
        row = self._database.row(_NUMBER, (entry_id,))
        if row is None:
            raise NothingFoundError
        return int(row[0])

    def _purge(self, numbers: Sequence[tuple[int]]) -> int:
        row = self._database.row(_COUNT_FOUND)
        is_anew = len(numbers) > max(FEW, (row[0] if row else 0) // _SHARE)
        for (number,) in numbers:
            for let_go in LET_GO.values():
                self._database.write(let_go, (number,))
            if not is_anew:
                self._search.forget(number)
            self._database.write(_REMEMBER, (number,))
            self._database.write(_PURGE, (number,))
        if is_anew:
            self._search.rebuild()
        self._tags.forget_unused()
        return len(numbers)

    def _write_content(self, number: int, entry: Entry) -> None:
        self._database.write(_FORGET_NOTE, (number,))
        if entry.note:
            self._database.write(_WRITE_NOTE, (number, entry.note))
        self._tags.write(number, entry.tags)
        if not isinstance(entry.detail, Lost):
            self._details[entry.kind].write(number, entry.detail)
        self._search.index(number)

    def _read(self, rows: Sequence[_Row]) -> list[Entry]:
        numbers = [row[0] for row in rows]
        tags = self._tags.read(numbers)
        by_kind: dict[str, list[int]] = {}
        for row in rows:
            by_kind.setdefault(row[2], []).append(row[0])
        details: dict[int, Detail] = {}
        for kind, of_kind in by_kind.items():
            details |= self._details[Kind(kind)].read(of_kind)
        for row in rows:
            if row[0] not in details:
                details[row[0]] = Lost(Kind(row[2]))
        return [_entry(row, details[row[0]], tags.get(row[0], ())) for row in rows]


def _where(wanted: Iterable[Condition]) -> tuple[str, tuple[object, ...]]:
    clauses, values = zip(*wanted, strict=True)
    return f"WHERE {' AND '.join(clauses)}", tuple(chain.from_iterable(values))


def _entry(row: _Row, detail: Detail, tags: tuple[str, ...]) -> Entry:
    created = text_to_moment(row[9])
    return Entry(
        id=row[1],
        happened=moment_in_zone(row[3], row[4], row[5]),
        day=date.fromisoformat(row[6]),
        never_export=bool(row[7]),
        for_session=bool(row[8]),
        created=created,
        changed=created if row[10] == row[9] else text_to_moment(row[10]),
        deleted=text_to_moment(row[11]) if row[11] else None,
        note=row[12],
        detail=detail,
        tags=tags,
    )
