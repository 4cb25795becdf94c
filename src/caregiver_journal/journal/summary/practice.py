"""Practice in a summary: homework and how it went, exercises before and after, the ladder."""

from collections.abc import Iterator
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.ladder import Try
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.practice_summary import (
    Practised,
    Tried,
    practice_counted,
    practice_pieces,
    practice_rules,
)
from caregiver_journal.domain.practice_trend import ExerciseChange
from caregiver_journal.domain.session import Homework
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Section
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.practices import read_practice as read_exercises


def offer_practice(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return homework, exercises and steps of the ladder; each can be left out."""
    found = _read(journal, period)
    return (
        *map(_homework_item, found.homework),
        *map(_exercise_item, found.exercises),
        *map(_step_item, found.tried),
    )


def read_practice(journal: Journal, choice: Choice) -> Section | None:
    """Return what was practised; None where nothing was, or all of it is left out."""
    found = _read(journal, choice.period)
    kept = Practised(
        tuple(each for each in found.homework if choice.takes(_homework_item(each))),
        tuple(each for each in found.exercises if choice.takes(_exercise_item(each))),
        tuple(each for each in found.tried if choice.takes(_step_item(each))),
    )
    pieces = practice_pieces(kept, choice.period.bounds[1])
    if not pieces:
        return None
    return Section(
        Block.PRACTICE,
        _(BLOCK_WORDS[Block.PRACTICE]),
        pieces,
        counted=practice_counted(kept),
        rules=practice_rules(kept),
    )


def _homework_item(homework: Homework) -> Item:
    words = _("Homework · {text}").format(text=homework.text)
    return Item(f"practice/homework/{homework.id}", words, is_in_at_first=True)


def _exercise_item(exercise: ExerciseChange) -> Item:
    words = _("Exercise · {text}").format(text=exercise.title or exercise.exercise)
    return Item(f"practice/exercise/{exercise.exercise}", words, is_in_at_first=True)


def _step_item(tried: Tried) -> Item:
    words = _("Ladder · {text}").format(text=tried.step.text)
    return Item(f"practice/step/{tried.step.number}", words, is_in_at_first=True)


def _read(journal: Journal, period: Period) -> Practised:
    first, last = period.bounds
    homework = (each for each in journal.homework.all() if _touches(each, first, last))
    exercises = read_exercises(journal, period).exercises
    return Practised(tuple(homework), exercises, tuple(_read_ladder(journal, first, last)))


def _touches(homework: Homework, first: date, last: date) -> bool:
    """Tell whether homework was agreed by the last day and had not ended before the first."""
    return homework.agreed <= last and (homework.ended is None or homework.ended >= first)


def _read_ladder(journal: Journal, first: date, last: date) -> Iterator[Tried]:
    """Yield the steps that were tried, without the tries of entries that cannot be seen here."""
    tries = _seen_tries(journal, first, last)
    for step in journal.ladder.steps():
        shown = tuple(tried for tried in tries if tried.step == step.number)
        if shown:
            yield Tried(step, shown)


def _seen_tries(journal: Journal, first: date, last: date) -> list[Try]:
    start = journal.start_of_day
    tries = [
        tried
        for of_step in journal.ladder.tries().values()
        for tried in of_step
        if first <= day_of(tried.happened, start) <= last
    ]
    named = {tried.entry_id for tried in tries} - {""}
    seen = {entry.id for entry in journal.entries.chosen(named, date.min, date.max)} | {""}
    return [tried for tried in tries if tried.entry_id in seen]
