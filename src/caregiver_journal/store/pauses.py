"""Keep the pauses: leave, illness, time out."""

from datetime import date, timedelta

from caregiver_journal.domain.pause import Pause
from caregiver_journal.vault.database import Database

_ALL = "SELECT first, last FROM pauses ORDER BY first"
_AT = """
SELECT first, last FROM pauses WHERE first <= ? AND (last IS NULL OR last >= ?)
ORDER BY first DESC LIMIT 1
"""
_ADD = """
INSERT INTO pauses (first, last) VALUES (?, ?)
ON CONFLICT (first) DO UPDATE SET last = excluded.last
"""
_FORGET = "DELETE FROM pauses WHERE first = ?"


class PauseStore:
    """The pauses in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Pause]:
        """Return all pauses, the first one first."""
        return [_pause(first, last) for first, last in self._database.rows(_ALL)]

    def at(self, day: date) -> Pause | None:
        """Return the pause a day lies in, or None."""
        row = self._database.row(_AT, (day.isoformat(), day.isoformat()))
        return None if row is None else _pause(*row)

    def write(self, pause: Pause) -> None:
        """Add a pause, or write it over the one that begins on the same day."""
        last = None if pause.last is None else pause.last.isoformat()
        self._database.write(_ADD, (pause.first.isoformat(), last))

    def forget(self, pause: Pause) -> None:
        """Delete a pause."""
        self._database.write(_FORGET, (pause.first.isoformat(),))

    def end(self, today: date) -> None:
        """End the pause that today lies in: yesterday was its last day, if it had begun by then."""
        pause = self.at(today)
        if pause is None:
            return
        if pause.first == today:
            self.forget(pause)
        else:
            self.write(Pause(pause.first, today - timedelta(days=1)))


def _pause(first: str, last: str | None) -> Pause:
    return Pause(date.fromisoformat(first), date.fromisoformat(last) if last else None)
