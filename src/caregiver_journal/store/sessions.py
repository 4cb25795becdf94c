"""Keep the sessions with a therapist."""

from datetime import date, time

from caregiver_journal.domain.session import Session
from caregiver_journal.vault.database import Database

_ALL = "SELECT id, day, time, note FROM sessions ORDER BY day, time, id"
_WRITE = "INSERT OR REPLACE INTO sessions (id, day, time, note) VALUES (?, ?, ?, ?)"
_FORGET = "DELETE FROM sessions WHERE id = ?"


class SessionStore:
    """The sessions in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Session, ...]:
        """Return all sessions, the earliest first."""
        return tuple(
            Session(name, date.fromisoformat(day), time.fromisoformat(at) if at else None, note)
            for name, day, at, note in self._database.rows(_ALL)
        )

    def write(self, session: Session) -> None:
        """Add a session, or write it over the one with its id."""
        at = None if session.at is None else session.at.strftime("%H:%M")
        self._database.write(_WRITE, (session.id, session.day.isoformat(), at, session.note))

    def forget(self, session_id: str) -> None:
        """Delete a session; nothing happens where there is none."""
        self._database.write(_FORGET, (session_id,))
