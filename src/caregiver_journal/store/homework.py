"""Keep what was agreed to be tried between sessions."""

from datetime import date

from caregiver_journal.domain.session import Homework, HomeworkState
from caregiver_journal.store.rows import day_to_text, moment_to_text, text_to_day, text_to_moment
from caregiver_journal.vault.database import Database

_ALL = """
SELECT id, text, made, agreed, state, ended, how_it_went FROM homework ORDER BY agreed, made, id
"""
_WRITE = """
INSERT OR REPLACE INTO homework (id, text, made, agreed, state, ended, how_it_went)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_FORGET = "DELETE FROM homework WHERE id = ?"


class HomeworkStore:
    """The homework in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Homework, ...]:
        """Return all homework, the first agreed one first."""
        return tuple(
            Homework(
                name,
                text,
                text_to_moment(made),
                date.fromisoformat(agreed),
                HomeworkState(state),
                text_to_day(ended),
                how,
            )
            for name, text, made, agreed, state, ended, how in self._database.rows(_ALL)
        )

    def write(self, homework: Homework) -> None:
        """Add homework, or write it over the one with its id."""
        values = (
            homework.id,
            homework.text,
            moment_to_text(homework.made),
            homework.agreed.isoformat(),
            homework.state.value,
            day_to_text(homework.ended),
            homework.how_it_went,
        )
        self._database.write(_WRITE, values)

    def forget(self, homework_id: str) -> None:
        """Delete homework; nothing happens where there is none."""
        self._database.write(_FORGET, (homework_id,))
