"""Keep the marks on days."""

from datetime import date

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.vault.database import Database

_BETWEEN = (
    "SELECT day, text, number FROM event_marks WHERE day BETWEEN ? AND ? ORDER BY day, number"
)
_ADD = "INSERT INTO event_marks (day, text) VALUES (?, ?)"
_WRITE = "INSERT OR REPLACE INTO event_marks (day, text, number) VALUES (?, ?, ?)"
_FORGET = "DELETE FROM event_marks WHERE number = ?"


class EventMarkStore:
    """The marks in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def between(self, first: date, last: date) -> list[EventMark]:
        """Return the marks on the days ``first … last``, both included, in the order of time."""
        rows = self._database.rows(_BETWEEN, (first.isoformat(), last.isoformat()))
        return [EventMark(date.fromisoformat(day), text, number) for day, text, number in rows]

    def write(self, mark: EventMark) -> None:
        """Add a mark, or write one with a number over what it was."""
        if mark.number is None:
            self._database.write(_ADD, (mark.day.isoformat(), mark.text))
        else:
            self._database.write(_WRITE, (mark.day.isoformat(), mark.text, mark.number))

    def forget(self, mark: EventMark) -> None:
        """Delete a mark."""
        self._database.write(_FORGET, (mark.number,))
