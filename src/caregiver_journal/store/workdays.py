"""Keep what was said of the work of each day."""

from datetime import date

from caregiver_journal.domain.kept import KeptWorkday
from caregiver_journal.domain.series import DailySeries, DayValue
from caregiver_journal.domain.work_trend import WorkedDay
from caregiver_journal.domain.workday import Workday
from caregiver_journal.store.shifts import read_shift
from caregiver_journal.vault.database import Database, Row

_WRITE = """
INSERT INTO workdays (day, shift, hours, load) VALUES (?, ?, ?, ?)
ON CONFLICT (day) DO UPDATE SET shift = excluded.shift, hours = excluded.hours,
                                load = excluded.load
"""
_FORGET = "DELETE FROM workdays WHERE day = ?"
_BETWEEN = """
SELECT workdays.day, workdays.hours, workdays.load,
       shifts.number, shifts.name, shifts.is_off, shifts.is_hidden
FROM workdays LEFT JOIN shifts ON shifts.number = workdays.shift
WHERE workdays.day BETWEEN ? AND ? ORDER BY workdays.day LIMIT ?
"""
_LAST_OFF = """
SELECT max(workdays.day) FROM workdays JOIN shifts ON shifts.number = workdays.shift
WHERE shifts.is_off AND workdays.day <= ?
"""
_WORKED = """
SELECT workdays.day, workdays.load, workdays.hours, coalesce(shifts.is_off, 0)
FROM workdays LEFT JOIN shifts ON shifts.number = workdays.shift
WHERE workdays.day BETWEEN ? AND ? ORDER BY workdays.day
"""
_SHIFTS = "SELECT day, shift FROM workdays WHERE day BETWEEN ? AND ? AND shift IS NOT NULL"
_LOADS = """
SELECT day, load FROM workdays WHERE day BETWEEN ? AND ? AND load IS NOT NULL ORDER BY day
"""

ALL = -1
"""What SQLite takes for no limit."""


class WorkdayStore:
    """The workdays in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, workday: Workday) -> None:
        """Write what was said of a day over what was said before; nothing said forgets the day."""
        day = workday.day.isoformat()
        if workday.is_empty:
            self._database.write(_FORGET, (day,))
            return
        shift = None if workday.shift is None else workday.shift.number
        self._database.write(_WRITE, (day, shift, workday.hours, workday.load))

    def read(self, day: date) -> Workday:
        """Return what was said of a day; an empty one when nothing was."""
        found = self.between(day, day)
        return found[0] if found else Workday(day)

    def between(self, first: date, last: date, limit: int = ALL) -> list[Workday]:
        """Return the first days of ``first … last``, both included, of which something was said."""
        rows = self._database.rows(_BETWEEN, (first.isoformat(), last.isoformat(), limit))
        return [_workday(row) for row in rows]

    def kept(self, first: date, last: date, limit: int) -> list[KeptWorkday]:
        """Return the first days of a period of which something was said, as it is kept."""
        rows = self._database.rows(_BETWEEN, (first.isoformat(), last.isoformat(), limit))
        return [
            KeptWorkday(date.fromisoformat(day), shift or "", hours, load)
            for day, hours, load, _number, shift, _off, _hidden in rows
        ]

    def last_day_off(self, until: date) -> date | None:
        """Return the last full day off up to a day, that one included; None where none is known."""
        row = self._database.row(_LAST_OFF, (until.isoformat(),))
        return date.fromisoformat(row[0]) if row and row[0] else None

    def worked(self, first: date, last: date) -> list[WorkedDay]:
        """Return the days of a period of which something was said, with the rest before them.

        A full day off before the period counts too. Days are counted from it as long as something
        was said of each: a day of which nothing was said may have been a day off.
        """
        began = self.last_day_off(first) or first
        rows = self._database.rows(_WORKED, (began.isoformat(), last.isoformat()))
        found = []
        before, since = began, None
        for text, load, hours, is_off in rows:
            day = date.fromisoformat(text)
            if is_off:
                since = 0
            elif since is not None:
                since = since + 1 if (day - before).days == 1 else None
            before = day
            if day >= first:
                found.append(WorkedDay(day, load, hours, bool(is_off), since))
        return found

    def shift_days(self, first: date, last: date) -> dict[int, frozenset[date]]:
        """Return the days of a period with each kind of shift, by its number."""
        found: dict[int, list[date]] = {}
        for day, shift in self._database.rows(_SHIFTS, (first.isoformat(), last.isoformat())):
            found.setdefault(shift, []).append(date.fromisoformat(day))
        return {shift: frozenset(days) for shift, days in found.items()}

    def loads_by_day(self, first: date, last: date) -> DailySeries:
        """Return how heavy the work of each of these days was where it was said, 0–10."""
        rows = self._database.rows(_LOADS, (first.isoformat(), last.isoformat()))
        days = (DayValue(date.fromisoformat(day), load, load, load, 1) for day, load in rows)
        return DailySeries(tuple(days), first, last)


def _workday(row: Row) -> Workday:
    shift = None if row[3] is None else read_shift(row[3:])
    return Workday(date.fromisoformat(row[0]), shift, row[1], row[2])
