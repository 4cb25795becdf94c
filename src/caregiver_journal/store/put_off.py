"""Keep what waits on Today and is not wanted before a day."""

from datetime import date

from caregiver_journal.vault.database import Database

_WRITE = """
INSERT INTO put_off (name, until) VALUES (?, ?)
ON CONFLICT (name) DO UPDATE SET until = excluded.until
"""
_LATER = "SELECT name FROM put_off WHERE until > ?"
_FORGET_OLD = "DELETE FROM put_off WHERE until <= ?"


class PutOffStore:
    """What was put off in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, name: str, until: date, today: date) -> None:
        """Put something off until a day, and forget what was put off until today."""
        self._database.write(_FORGET_OLD, (today.isoformat(),))
        self._database.write(_WRITE, (name, until.isoformat()))

    def names(self, today: date) -> frozenset[str]:
        """Return the names of what is not wanted today."""
        return frozenset(name for (name,) in self._database.rows(_LATER, (today.isoformat(),)))
