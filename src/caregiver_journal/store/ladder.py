"""Keep the steps of the ladder, and the tries of each."""

from collections.abc import Iterable
from dataclasses import replace

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.ladder import Step, Try, easiest_first, newest_first
from caregiver_journal.store.rows import moment_in_zone, moment_to_text, zone_of
from caregiver_journal.vault.database import Database

_STEPS = "SELECT number, text, distress, is_put_away, suggestion FROM ladder_steps"
_STEP = f"{_STEPS} WHERE number = ?"
_WRITE_STEP = """
INSERT INTO ladder_steps (number, text, distress, is_put_away, suggestion) VALUES (?, ?, ?, ?, ?)
ON CONFLICT (number) DO UPDATE SET text = excluded.text, distress = excluded.distress,
    is_put_away = excluded.is_put_away, suggestion = excluded.suggestion
"""
_FORGET_STEP = "DELETE FROM ladder_steps WHERE number = ?"
_COLUMNS = """
number, step, happened, zone, offset_minutes, expected, actual, note, entry_id
"""
_TRIES = f"SELECT {_COLUMNS} FROM ladder_tries"  # noqa: S608 - made of constants
_TRIES_OF = f"{_TRIES} WHERE step = ?"
_TRY = f"{_TRIES} WHERE number = ?"
_WRITE_TRY = f"""
INSERT INTO ladder_tries ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (number) DO UPDATE SET step = excluded.step, happened = excluded.happened,
    zone = excluded.zone, offset_minutes = excluded.offset_minutes, expected = excluded.expected,
    actual = excluded.actual, note = excluded.note, entry_id = excluded.entry_id
"""  # noqa: S608 - made of constants
_FORGET_TRY = "DELETE FROM ladder_tries WHERE number = ?"


class LadderStore:
    """The ladder of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def steps(self) -> tuple[Step, ...]:
        """Return all steps, those put away too, the easiest first."""
        return easiest_first(_step(*row) for row in self._database.rows(_STEPS))

    def step(self, number: int) -> Step:
        """Return a step; raises ``NothingFoundError``."""
        row = self._database.row(_STEP, (number,))
        if row is None:
            raise NothingFoundError(_("This situation is not on the ladder any more."))
        return _step(*row)

    def write_step(self, step: Step) -> Step:
        """Write a step over the one with its number, or add it; return it with its number."""
        values = (step.number, step.text, step.distress, step.is_put_away, step.suggestion)
        added = self._database.write(_WRITE_STEP, values)
        return step if step.number is not None else replace(step, number=added)

    def forget_step(self, number: int) -> None:
        """Delete a step with all its tries."""
        self._database.write(_FORGET_STEP, (number,))

    def tries(self) -> dict[int, tuple[Try, ...]]:
        """Return the tries of each step that has some, the last one first."""
        found: dict[int, list[Try]] = {}
        for row in self._database.rows(_TRIES):
            tried = _try(*row)
            found.setdefault(tried.step, []).append(tried)
        return {step: newest_first(tries) for step, tries in found.items()}

    def tries_of(self, step: int) -> tuple[Try, ...]:
        """Return the tries of a step, the last one first."""
        return newest_first(_try(*row) for row in self._database.rows(_TRIES_OF, (step,)))

    def try_at(self, number: int) -> Try:
        """Return a try; raises ``NothingFoundError``."""
        row = self._database.row(_TRY, (number,))
        if row is None:
            raise NothingFoundError(_("This try is not on the ladder any more."))
        return _try(*row)

    def write_try(self, tried: Try) -> Try:
        """Write a try over the one with its number, or add it; return it with its number."""
        added = self._database.write(_WRITE_TRY, _to_row(tried))
        return tried if tried.number is not None else replace(tried, number=added)

    def write_tries(self, tries: Iterable[Try]) -> None:
        """Write several tries that have their numbers."""
        self._database.write_many(_WRITE_TRY, [_to_row(tried) for tried in tries])

    def forget_try(self, number: int) -> None:
        """Delete a try."""
        self._database.write(_FORGET_TRY, (number,))


def _step(number: int, text: str, distress: int, is_put_away: int, suggestion: str) -> Step:
    return Step(text, distress, bool(is_put_away), suggestion, number)


def _to_row(tried: Try) -> tuple[object, ...]:
    return (
        tried.number,
        tried.step,
        moment_to_text(tried.happened),
        *zone_of(tried.happened),
        tried.expected,
        tried.actual,
        tried.note,
        tried.entry_id,
    )


def _try(  # noqa: PLR0913, PLR0917 - the columns of _COLUMNS
    number: int,
    step: int,
    happened: str,
    zone: str,
    minutes: int,
    expected: int,
    actual: int | None,
    note: str,
    entry_id: str,
) -> Try:
    moment = moment_in_zone(happened, zone, minutes)
    return Try(step, moment, expected, actual, note, entry_id, number)
