"""Say in words what reflections, exercises and questionnaires are looked for by their ids."""

from collections.abc import Callable, Iterable
from typing import NamedTuple

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.journal.exercising import all_exercises
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import all_instruments
from caregiver_journal.journal.prompts import all_prompts, all_themes

_LONGEST = 120


class FilterNames(NamedTuple):
    """The words for each filter; "" where nothing is filtered by it."""

    themes: str = ""
    prompts: str = ""
    exercises: str = ""
    instruments: str = ""


def filter_names(journal: Journal, query: Query) -> FilterNames:
    """Return what the themes, questions, exercises and questionnaires of a query are called.

    What is not there any more, or cannot be read now, is called as it was when it was last written.
    """
    names = [
        _named(ids, titles, written, journal)
        for ids, titles, written in (
            (query.themes, _theme_titles, _last_theme),
            (query.prompts, _prompt_texts, _last_question),
            (query.exercises, _exercise_titles, _last_exercise),
            (query.instruments, _instrument_titles, _last_instrument),
        )
    ]
    return FilterNames(*names)


def _named(
    ids: Iterable[str],
    titles: Callable[[Journal], dict[str, str]],
    written: Callable[[Journal, str], str],
    journal: Journal,
) -> str:
    wanted = sorted(ids)
    if not wanted:
        return ""
    try:
        known = titles(journal)
    except ContentError:
        known = {}
    words = (known.get(one) or written(journal, one) or _("not there any more") for one in wanted)
    return shortened(", ".join(words), _LONGEST)


def _theme_titles(journal: Journal) -> dict[str, str]:
    return {theme.id: theme.title for theme in all_themes(journal)}


def _prompt_texts(journal: Journal) -> dict[str, str]:
    return {prompt.id: prompt.text for prompt in all_prompts(journal)}


def _exercise_titles(journal: Journal) -> dict[str, str]:
    return {exercise.id: exercise.title for exercise in all_exercises(journal)}


def _instrument_titles(journal: Journal) -> dict[str, str]:
    return {each.id: each.instrument.title for each in all_instruments(journal).all}


def _last_theme(_journal: Journal, _theme_id: str) -> str:
    """Return nothing: an answer holds its question, and not what its deck was called."""
    return ""


def _last_question(journal: Journal, prompt_id: str) -> str:
    details = _last(journal, Query(prompts=frozenset({prompt_id})))
    return next((each.question for each in details if isinstance(each, Reflection)), "")


def _last_exercise(journal: Journal, exercise_id: str) -> str:
    details = _last(journal, Query(exercises=frozenset({exercise_id})))
    return next((each.title for each in details if isinstance(each, Practice)), "")


def _last_instrument(journal: Journal, instrument_id: str) -> str:
    details = _last(journal, Query(instruments=frozenset({instrument_id})))
    return next((each.title for each in details if isinstance(each, Measure)), "")


def _last(journal: Journal, query: Query) -> list[object]:
    return [entry.detail for entry in journal.entries.find(query, None, 1)[0]]
