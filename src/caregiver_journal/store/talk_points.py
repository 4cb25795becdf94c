"""Keep what the person wants to talk about, or to ask, in a session."""

from caregiver_journal.domain.session import TalkPoint
from caregiver_journal.store.rows import day_to_text, moment_to_text, text_to_day, text_to_moment
from caregiver_journal.vault.database import Database

_ALL = "SELECT id, text, made, is_question, entry_id, talked FROM talk_points ORDER BY made, id"
_SHARED = """
SELECT id, text, made, is_question, entry_id, talked FROM talk_points
WHERE entry_id = ''
    OR EXISTS (SELECT 1 FROM entries WHERE id = talk_points.entry_id AND NOT never_export)
ORDER BY made, id
"""  # an entry that is gone was never exported; see EntryStore.private_among
_WRITE = """
INSERT OR REPLACE INTO talk_points (id, text, made, is_question, entry_id, talked)
VALUES (?, ?, ?, ?, ?, ?)
"""
_FORGET = "DELETE FROM talk_points WHERE id = ?"


class TalkPointStore:
    """The points in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[TalkPoint, ...]:
        """Return all points, the first written one first."""
        return self._read(_ALL)

    def shared(self) -> tuple[TalkPoint, ...]:
        """Return the points that may leave the journal: none from what is never exported."""
        return self._read(_SHARED)

    def write(self, point: TalkPoint) -> None:
        """Add a point, or write it over the one with its id."""
        made, talked = moment_to_text(point.made), day_to_text(point.talked)
        values = (point.id, point.text, made, point.is_question, point.entry_id, talked)
        self._database.write(_WRITE, values)

    def forget(self, point_id: str) -> None:
        """Delete a point; nothing happens where there is none."""
        self._database.write(_FORGET, (point_id,))

    def _read(self, statement: str) -> tuple[TalkPoint, ...]:
        return tuple(
            TalkPoint(
                name, text, text_to_moment(made), bool(question), entry_id, text_to_day(talked)
            )
            for name, text, made, question, entry_id, talked in self._database.rows(statement)
        )
