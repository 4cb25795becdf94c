"""Build domain values for tests: say what matters, leave the rest."""

from datetime import datetime, time
from typing import Any, TypedDict, Unpack

from support.clock import START

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.day import DEFAULT_START
from caregiver_journal.domain.entry import Content, Entry, Said, make_entry
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.reflection import PARTS, Form, Reflection, Written


class Rest(TypedDict, total=False):
    """What an entry may have besides its mood, note, moment and tags."""

    never_export: bool
    for_session: bool


def a_mood(level: int = 4, energy: int | None = None, words: tuple[str, ...] = ()) -> Mood:
    """Return a mood."""
    return Mood(level, energy, words)


def a_boundary(
    asked: str = "Cover the Saturday shift", answer: Answer = Answer.NO, **rest: Any
) -> Boundary:
    """Return a boundary moment."""
    return Boundary(asked, answer, **rest)


def a_reflection(
    answer: str = "I would have gone home.", form: Form = Form.FREE, **rest: Any
) -> Reflection:
    """Return a reflection with an answer, or another first text."""
    part = (PARTS[form] or ("answer",))[0]
    texts = (Written(part, answer),) if answer else ()
    return Reflection(form, **({"texts": texts} | rest))


def a_practice(exercise: str = "grounding", **rest: Any) -> Practice:
    """Return a practice of two minutes."""
    said: dict[str, Any] = {"title": "Five things around you", "seconds": 120} | rest
    return Practice(exercise, **said)


def a_letter(**rest: Any) -> Practice:
    """Return a practice in which something was written."""
    return a_practice("letter", texts=(Part("answer", "Dear", "You came"),), **rest)


def a_measure(value: float = 7, instrument: str = "phq-9", **rest: Any) -> Measure:
    """Return a questionnaire with one score of 0–27."""
    said: dict[str, Any] = {
        "title": "PHQ-9",
        "is_total": True,
        "scores": (Score("total", "", value, 0, 27),),
    }
    return Measure(instrument, **(said | rest))


def mood_of(entry: Entry) -> Mood:
    """Return the mood of an entry that has one."""
    assert isinstance(entry.detail, Mood)
    return entry.detail


def an_entry(
    note: str = "",
    at: datetime = START,
    *,
    mood: Said | None = None,
    tags: tuple[str, ...] = (),
    written: datetime | None = None,
    start_of_day: time = DEFAULT_START,
    **rest: Unpack[Rest],
) -> Entry:
    """Return an entry about a moment, written then or later; a mood unless said otherwise."""
    content = Content(mood or a_mood(), at, note, tags, **rest)
    return make_entry(content, written or at, start_of_day)
