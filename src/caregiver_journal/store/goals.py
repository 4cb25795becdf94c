"""Keep the goals for therapy."""

from caregiver_journal.domain.session import Goal
from caregiver_journal.store.rows import day_to_text, moment_to_text, text_to_day, text_to_moment
from caregiver_journal.vault.database import Database

_ALL = "SELECT id, text, made, reached FROM goals ORDER BY made, id"
_WRITE = "INSERT OR REPLACE INTO goals (id, text, made, reached) VALUES (?, ?, ?, ?)"
_FORGET = "DELETE FROM goals WHERE id = ?"


class GoalStore:
    """The goals in one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> tuple[Goal, ...]:
        """Return all goals, the first written one first."""
        return tuple(
            Goal(name, text, text_to_moment(made), text_to_day(reached))
            for name, text, made, reached in self._database.rows(_ALL)
        )

    def write(self, goal: Goal) -> None:
        """Add a goal, or write it over the one with its id."""
        made, reached = moment_to_text(goal.made), day_to_text(goal.reached)
        self._database.write(_WRITE, (goal.id, goal.text, made, reached))

    def forget(self, goal_id: str) -> None:
        """Delete a goal; nothing happens where there is none."""
        self._database.write(_FORGET, (goal_id,))
