"""Keep own exercises, and what was decided about those of the program."""

from typing import NamedTuple

from caregiver_journal.domain.exercise import Exercise, Step
from caregiver_journal.domain.kept import KeptExercise
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.statements import Row

_COLUMNS = "id, is_own, is_hidden, is_favourite, title, about, minutes, steps"
_OWN = f"SELECT {_COLUMNS} FROM exercises WHERE is_own ORDER BY id DESC"  # noqa: S608 - constants
_MARKED = "SELECT id, is_hidden, is_favourite FROM exercises WHERE NOT is_own"
_KEPT = f"SELECT {_COLUMNS} FROM exercises ORDER BY id"  # noqa: S608 - constants
_WRITE = f"INSERT OR REPLACE INTO exercises ({_COLUMNS}) VALUES ({', '.join('?' * 8)})"  # noqa: S608
_DELETE = "DELETE FROM exercises WHERE id = ?"
_FORGET_PLAIN = "DELETE FROM exercises WHERE NOT is_own AND NOT is_hidden AND NOT is_favourite"
_BETWEEN_STEPS = "\n\n"


class Mark(NamedTuple):
    """What the person decided about an exercise of the program."""

    is_hidden: bool
    is_favourite: bool


class ExerciseStore:
    """The exercises of one open journal. Writing needs ``Database.writing()`` around it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def own(self) -> list[Exercise]:
        """Return the person's own exercises; ids that follow the time put the newest first."""
        return [_read(row) for row in self._database.rows(_OWN)]

    def marks(self) -> dict[str, Mark]:
        """Return what was decided about exercises of the program, by their ids."""
        rows = self._database.rows(_MARKED)
        return {name: Mark(bool(hidden), bool(liked)) for name, hidden, liked in rows}

    def kept(self) -> list[KeptExercise]:
        """Return own exercises, and what was decided about others, as it is kept."""
        return [
            KeptExercise(
                *(name, bool(own), bool(hidden), bool(liked), title, about, minutes),
                tuple(step.text for step in split_steps(steps)),
            )
            for name, own, hidden, liked, title, about, minutes, steps in self._database.rows(_KEPT)
        ]

    def write(self, exercise: Exercise) -> None:
        """Keep an own exercise, or what was decided about one of the program, as it is now."""
        marks = (exercise.is_own, exercise.is_hidden, exercise.is_favourite)
        words: tuple[object, ...] = ("", "", None, "")
        if exercise.is_own:
            steps = _BETWEEN_STEPS.join(step.text for step in exercise.steps)
            words = (exercise.title, exercise.about, min(exercise.minutes, default=None), steps)
        self._database.write(_WRITE, (exercise.id, *marks, *words))
        self._database.write(_FORGET_PLAIN)

    def keep(self, kept: KeptExercise) -> None:
        """Keep an exercise as it was kept elsewhere."""
        marks = (kept.is_own, kept.is_hidden, kept.is_favourite)
        words = (kept.title, kept.about, kept.minutes, _BETWEEN_STEPS.join(kept.steps))
        self._database.write(_WRITE, (kept.id, *marks, *words))
        self._database.write(_FORGET_PLAIN)

    def delete(self, exercise_id: str) -> None:
        """Forget an exercise, or what was decided about it."""
        self._database.write(_DELETE, (exercise_id,))


def split_steps(text: str) -> tuple[Step, ...]:
    """Return the steps of a text in which they are parted by empty lines.

    Raises:
        InvalidValueError: one cannot be a step.
    """
    paragraphs: list[list[str]] = [[]]
    for line in text.splitlines():
        if line.strip():
            paragraphs[-1].append(line)
        elif paragraphs[-1]:
            paragraphs.append([])
    return tuple(Step("\n".join(lines)) for lines in paragraphs if lines)


def _read(row: Row) -> Exercise:
    name, is_own, is_hidden, is_favourite, title, about, minutes, steps = row
    return Exercise(
        id=name,
        title=title,
        about=about,
        minutes=() if minutes is None else (minutes,),
        is_timed=minutes is not None,
        steps=split_steps(steps),
        is_own=bool(is_own),
        is_hidden=bool(is_hidden),
        is_favourite=bool(is_favourite),
    )
