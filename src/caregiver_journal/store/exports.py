"""Keep what left the journal, and when."""

from caregiver_journal.domain.export_record import ExportRecord, Format
from caregiver_journal.domain.period import Period
from caregiver_journal.store.rows import day_to_text, moment_to_text, text_to_day, text_to_moment
from caregiver_journal.vault.database import Database

_ALL = """
SELECT made, format, first, last, parts, entries, folder, has_password, is_everything, number
FROM exports ORDER BY made DESC, number DESC
"""
_ADD = """
INSERT INTO exports (made, format, first, last, parts, entries, folder, has_password, is_everything)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
"""
_FORGET = "DELETE FROM exports WHERE number = ?"
_CLEAR = "DELETE FROM exports"


class ExportStore:
    """The exports of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[ExportRecord, ...]:
        """Return what left the journal, the last first."""
        return tuple(
            ExportRecord(
                text_to_moment(made),
                Format(kind),
                Period(text_to_day(first), text_to_day(last)),
                tuple(parts.split()),
                entries,
                folder,
                bool(has_password),
                bool(is_everything),
                number,
            )
            for (
                made,
                kind,
                first,
                last,
                parts,
                entries,
                folder,
                has_password,
                is_everything,
                number,
            ) in self._database.rows(_ALL)
        )

    def add(self, record: ExportRecord) -> None:
        """Add an export."""
        values = (
            moment_to_text(record.made),
            record.format.value,
            day_to_text(record.period.first),
            day_to_text(record.period.last),
            " ".join(record.parts),
            record.entries,
            record.folder,
            record.has_password,
            record.is_everything,
        )
        self._database.write(_ADD, values)

    def forget(self, record: ExportRecord) -> None:
        """Delete an export from what is remembered."""
        self._database.write(_FORGET, (record.number,))

    def clear(self) -> None:
        """Remember none."""
        self._database.write(_CLEAR)
