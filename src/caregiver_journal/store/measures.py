"""Keep the questionnaires that were filled in."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.store.rows import many
from caregiver_journal.vault.database import Database

_WRITE = """
INSERT OR REPLACE INTO measures (entry, instrument, title, form, is_total, key)
VALUES (?, ?, ?, ?, ?, ?)
"""
_FORGET_ANSWERS = "DELETE FROM measure_answers WHERE entry = ?"
_FORGET_SCORES = "DELETE FROM measure_scores WHERE entry = ?"
_WRITE_ANSWER = "INSERT INTO measure_answers (entry, item, code) VALUES (?, ?, ?)"
_WRITE_SCORE = """
INSERT INTO measure_scores (entry, position, scale, name, value, lowest, highest)
VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_THESE = "WHERE entry IN (SELECT value FROM json_each(?))"
_READ = f"""
SELECT entry, instrument, title, form, is_total, key FROM measures {_THESE}
"""  # noqa: S608 - made of constants
_READ_ANSWERS = f"""
SELECT entry, item, code FROM measure_answers {_THESE} ORDER BY entry, item
"""  # noqa: S608 - made of constants
_READ_SCORES = f"""
SELECT entry, scale, name, value, lowest, highest FROM measure_scores {_THESE}
ORDER BY entry, position
"""  # noqa: S608
_LIVE = """
FROM measures JOIN entries ON entries.number = measures.entry
WHERE entries.kind = 'measure' AND entries.deleted IS NULL
"""
_LAST_DAYS = f"SELECT measures.instrument, max(entries.day) {_LIVE} GROUP BY measures.instrument"
_SCORED = """
SELECT entries.id, entries.day, measures.instrument, measures.title, measures.form,
       measure_scores.scale, measure_scores.name, measure_scores.value,
       measure_scores.lowest, measure_scores.highest, measures.key
FROM entries JOIN measures ON measures.entry = entries.number
JOIN measure_scores ON measure_scores.entry = entries.number
WHERE entries.kind = 'measure' AND entries.deleted IS NULL AND entries.day BETWEEN ? AND ?
AND (? = '' OR measures.instrument = ?)
ORDER BY entries.day, entries.happened, entries.number, measure_scores.position
"""
_IN_USE = """
SELECT DISTINCT instrument FROM measures JOIN entries ON entries.number = measures.entry
"""


class ScoreRow(NamedTuple):
    """One score of one questionnaire that was filled in.

    Attributes:
        entry_id, day: of the entry.
        instrument, title, form, key: of the questionnaire, as ``Measure`` has them.
    """

    entry_id: str
    day: date
    instrument: str
    title: str
    form: str
    score: Score
    key: str = ""


class MeasureStore:
    """The questionnaires that were filled in, in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, measure: Measure) -> None:
        """Write the questionnaire of the entry with this row number, over an earlier one."""
        known = (measure.instrument, measure.title, measure.form, measure.is_total, measure.key)
        self._database.write(_WRITE, (number, *known))
        self._database.write(_FORGET_ANSWERS, (number,))
        self._database.write(_FORGET_SCORES, (number,))
        answers = [(number, item, code) for item, code in measure.answers]
        self._database.write_many(_WRITE_ANSWER, answers)
        scores = [(number, at, *score) for at, score in enumerate(measure.scores)]
        self._database.write_many(_WRITE_SCORE, scores)

    def in_use(self) -> frozenset[str]:
        """Return the ids of the questionnaires that any entry was written with, the trash too."""
        return frozenset(name for (name,) in self._database.rows(_IN_USE))

    def read(self, numbers: Sequence[int]) -> dict[int, Measure | Lost]:
        """Return the questionnaires of the entries with these row numbers.

        Where a damaged file took what they were, nothing is left that says whose numbers these
        are, so that they are left out.
        """
        wanted = many(numbers)
        answers: dict[int, list[tuple[int, int]]] = {}
        for number, item, code in self._database.rows(_READ_ANSWERS, (wanted,)):
            answers.setdefault(number, []).append((item, code))
        scores: dict[int, list[Score]] = {}
        for number, *score in self._database.rows(_READ_SCORES, (wanted,)):
            scores.setdefault(number, []).append(Score(*score))
        return {
            number: Measure(
                instrument,
                title,
                form,
                bool(is_total),
                tuple(answers.get(number, ())),
                tuple(scores.get(number, ())),
                key,
            )
            for number, instrument, title, form, is_total, key in self._database.rows(
                _READ, (wanted,)
            )
        }

    def last_days(self) -> dict[str, date]:
        """Return the last day each questionnaire was filled in, by its id."""
        rows = self._database.rows(_LAST_DAYS)
        return {instrument: date.fromisoformat(day) for instrument, day in rows}

    def scored(self, first: date, last: date, instrument: str = "") -> list[ScoreRow]:
        """Return the scores of a period in the order of time, of one questionnaire or of all."""
        values = (first.isoformat(), last.isoformat(), instrument, instrument)
        rows = self._database.rows(_SCORED, values)
        return [
            ScoreRow(entry_id, date.fromisoformat(day), name, title, form, Score(*score), key)
            for entry_id, day, name, title, form, *score, key in rows
        ]
