"""Keep own questionnaires and those from files, and what was decided about each."""

from typing import NamedTuple

from caregiver_journal.vault.database import Database

_ALL = "SELECT id, definition, is_hidden, repeat_days FROM instruments ORDER BY id"
_WRITE = """
INSERT OR REPLACE INTO instruments (id, definition, is_hidden, repeat_days) VALUES (?, ?, ?, ?)
"""
_FORGET = "DELETE FROM instruments WHERE id = ?"
_FORGET_PLAIN = """
DELETE FROM instruments WHERE definition = '' AND NOT is_hidden AND repeat_days IS NULL
"""


class Kept(NamedTuple):
    """What is kept of a questionnaire.

    Attributes:
        id: of the questionnaire.
        definition: its facts as JSON; "" for one that comes with the program.
        is_hidden: whether it is offered no more.
        repeat_days: after how many days it waits on Today to be filled in again, or None.
    """

    id: str
    definition: str = ""
    is_hidden: bool = False
    repeat_days: int | None = None


class InstrumentStore:
    """The questionnaires of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> dict[str, Kept]:
        """Return what is kept, by the id of the questionnaire."""
        rows = self._database.rows(_ALL)
        return {name: Kept(name, text, bool(hidden), days) for name, text, hidden, days in rows}

    def write(self, kept: Kept) -> None:
        """Keep a questionnaire, or what was decided about one of the program, as it is now."""
        self._database.write(_WRITE, kept)
        self._database.write(_FORGET_PLAIN)

    def forget(self, instrument_id: str) -> None:
        """Forget an own questionnaire, or what was decided about one of the program."""
        self._database.write(_FORGET, (instrument_id,))
