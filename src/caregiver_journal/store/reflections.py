"""Keep the reflections of entries, and what they answer."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.entry import Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.store.rows import many
from caregiver_journal.vault.database import Database

_COLUMNS = "form, prompt, theme, belief_before, belief_after"
_WRITE = f"INSERT OR REPLACE INTO reflections (entry, {_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?)"  # noqa: S608 - constants
_FORGET = (
    "DELETE FROM reflection_texts WHERE entry = ?",
    "DELETE FROM worries WHERE entry = ?",
)
_WRITE_TEXT = "INSERT INTO reflection_texts (entry, part, text) VALUES (?, ?, ?)"
_WRITE_WORRY = "INSERT INTO worries (entry, position, text, whose, step) VALUES (?, ?, ?, ?, ?)"
_THESE = "WHERE entry IN (SELECT value FROM json_each(?))"
_READ = f"SELECT entry, {_COLUMNS} FROM reflections {_THESE}"  # noqa: S608
_READ_TEXTS = f"SELECT entry, part, text FROM reflection_texts {_THESE} ORDER BY entry, part"  # noqa: S608
_READ_WORRIES = f"SELECT entry, text, whose, step FROM worries {_THESE} ORDER BY entry, position"  # noqa: S608
_LIVE = """
FROM reflections JOIN entries ON entries.number = reflections.entry
WHERE entries.kind = 'reflection' AND entries.deleted IS NULL
"""
# All are counted from the index alone; those few of the trash are taken off.
_COUNT = "SELECT theme, form, count(*) FROM reflections GROUP BY theme, form"
_COUNT_TRASH = """
SELECT reflections.theme, reflections.form, -count(*)
FROM entries CROSS JOIN reflections ON reflections.entry = entries.number
WHERE entries.deleted IS NOT NULL GROUP BY reflections.theme, reflections.form
"""
_ANSWERED_SINCE = """
SELECT reflections.prompt, max(entries.day)
FROM entries CROSS JOIN reflections ON reflections.entry = entries.number
WHERE entries.kind = 'reflection' AND entries.deleted IS NULL AND entries.day >= ?
    AND reflections.prompt <> ''
GROUP BY reflections.prompt
"""
_ANSWERS = f"""
SELECT entries.id {_LIVE} AND reflections.prompt = ? AND reflections.prompt <> ''
ORDER BY entries.day DESC, entries.happened DESC, entries.number DESC LIMIT ?
"""
_IS_ANSWERED = f"""
SELECT 1 {_LIVE} AND reflections.prompt = ? AND reflections.prompt <> '' AND entries.day = ? LIMIT 1
"""
_IS_WRITTEN = f"SELECT 1 {_LIVE} AND entries.day BETWEEN ? AND ? AND reflections.form = ? LIMIT 1"
_LAST_OF_FORM = f"SELECT max(entries.day) {_LIVE} AND reflections.form = ?"
_PROMPTS_USED = """
SELECT DISTINCT reflections.prompt
FROM reflections JOIN entries ON entries.number = reflections.entry
"""

QUESTION = "question"
"""The text that holds the question an answer is to, as it stood there."""


class Answered(NamedTuple):
    """How often something was written, by theme and by form."""

    themes: dict[str, int]
    forms: dict[Form, int]


class ReflectionStore:
    """The reflections in one open journal."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, number: int, reflection: Reflection) -> None:
        """Write the reflection of the entry with this row number, over an earlier one."""
        values = (
            number,
            reflection.form,
            reflection.prompt,
            reflection.theme,
            reflection.belief_before,
            reflection.belief_after,
        )
        self._database.write(_WRITE, values)
        for statement in _FORGET:
            self._database.write(statement, (number,))
        texts = (Written(QUESTION, reflection.question), *reflection.texts)
        self._database.write_many(_WRITE_TEXT, [(number, *each) for each in texts if each.text])
        self._database.write_many(
            _WRITE_WORRY,
            [
                (number, at, worry.text, worry.whose, worry.step)
                for at, worry in enumerate(reflection.worries)
            ],
        )

    def read(self, numbers: Sequence[int]) -> dict[int, Reflection | Lost]:
        """Return the reflections of the entries with these row numbers.

        Where a damaged file took all but words, these are what is left.
        """
        wanted = many(numbers)
        texts: dict[int, dict[str, str]] = {}
        for number, part, text in self._database.rows(_READ_TEXTS, (wanted,)):
            texts.setdefault(number, {})[part] = text
        worries: dict[int, list[Worry]] = {}
        for number, text, whose, step in self._database.rows(_READ_WORRIES, (wanted,)):
            worry = Worry(text, Whose(whose) if whose else None, step)
            worries.setdefault(number, []).append(worry)
        found: dict[int, Reflection | Lost] = {}
        for number, form, prompt, theme, before, after in self._database.rows(_READ, (wanted,)):
            parts = texts.pop(number, {})
            found[number] = Reflection(
                form=Form(form),
                question=parts.pop(QUESTION, ""),
                texts=tuple(Written(*each) for each in parts.items()),
                prompt=prompt,
                theme=theme,
                belief_before=before,
                belief_after=after,
                worries=tuple(worries.pop(number, ())),
            )
        for number in texts.keys() | worries.keys():
            sorted_out = (one for w in worries.get(number, ()) for one in (w.text, w.step) if one)
            left = "\n".join((*texts.get(number, {}).values(), *sorted_out))
            found[number] = Lost(Kind.REFLECTION, left)
        return found

    def count_answered(self) -> Answered:
        """Return how many reflections there are of each theme and of each form."""
        themes: Counter[str] = Counter()
        forms: Counter[Form] = Counter()
        for statement in (_COUNT, _COUNT_TRASH):
            for theme, form, count in self._database.rows(statement):
                themes[theme] += count
                forms[Form(form)] += count
        del themes[""]
        return Answered(dict(+themes), dict(+forms))

    def prompts_used(self) -> frozenset[str]:
        """Return the ids of the questions that any entry answers, the trash too."""
        return frozenset(prompt for (prompt,) in self._database.rows(_PROMPTS_USED))

    def answers_to(self, prompt: str, limit: int) -> list[str]:
        """Return the ids of the entries that answer a question, newest first."""
        return [entry_id for (entry_id,) in self._database.rows(_ANSWERS, (prompt, limit))]

    def is_answered(self, prompt: str, day: date) -> bool:
        """Return whether a question was answered on a day."""
        return self._database.row(_IS_ANSWERED, (prompt, day.isoformat())) is not None

    def is_written(self, form: Form, first: date, last: date) -> bool:
        """Return whether something was written along a form on the days ``first … last``."""
        days = (first.isoformat(), last.isoformat())
        return self._database.row(_IS_WRITTEN, (*days, form)) is not None

    def answered_since(self, first: date) -> dict[str, str]:
        """Return the last day (ISO) of each question that was answered on a day or later."""
        return dict(self._database.rows(_ANSWERED_SINCE, (first.isoformat(),)))

    def last_of(self, form: Form) -> str | None:
        """Return the day (ISO) of the last reflection of a form, or None."""
        row = self._database.row(_LAST_OF_FORM, (form,))
        return row[0] if row else None
