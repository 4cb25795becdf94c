"""Let the invented person answer questions, write along the forms, and practise."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from random import Random
from typing import Any, Generic, TypeVar

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.practice import RATINGS, Part, Practice
from caregiver_journal.domain.prompt import Prompt
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.journal.exercising import find_exercise
from caregiver_journal.journal.prompts import shipped_prompts

_T = TypeVar("_T")
_ANSWERS = 0.67
"""How often a reflection answers a question."""
_BACK = timedelta(days=30)
"""A letter comes back after so long."""
_LETTER = "letter"
"""The exercise whose text is read again."""


class Shelf(Generic[_T]):
    """A list in the order of a year, taken from one after the other, and then from its start."""

    def __init__(self, items: Sequence[_T], first: date) -> None:
        self._items = items
        since_winter = (first - date(first.year, 1, 1)).days / 366
        self._next = int(since_winter * len(items))

    def take(self) -> _T:
        """Return the next item."""
        item = self._items[self._next % len(self._items)]
        self._next += 1
        return item


class Writings:
    """Finds reflections and practices for moments, in the order of the year."""

    def __init__(self, random: Random, first: date, now: datetime) -> None:
        self._random = random
        self._now = now
        prompts = {prompt.id: prompt for prompt in shipped_prompts()}
        content = read_tables("sample_reflections", "answers", "records")
        answers = [_make_answer(prompts[each["prompt"]], each) for each in content["answers"]]
        self._answers = Shelf(answers, first)
        self._records = Shelf([_make_record(**each) for each in content["records"]], first)
        self._practices = Shelf(read_tables("sample_practices", "practices")["practices"], first)

    def reflection(self) -> Reflection:
        """Return what was written next."""
        shelf = self._answers if self._random.random() < _ANSWERS else self._records
        return shelf.take()

    def practice(self, day: date) -> tuple[Practice, str]:
        """Return what was practised next, on a day, and what was noted with it."""
        said = dict(self._practices.take())
        exercise = find_exercise(said["exercise"])
        return _make_practice(exercise, said, day, self._now), said.get("note", "")


def _make_answer(prompt: Prompt, answer: dict[str, str]) -> Reflection:
    return Reflection(
        Form.FREE,
        (Written("answer", answer["text"]),),
        prompt.text,
        prompt.id,
        prompt.theme,
    )


def _make_record(
    form: str,
    parts: dict[str, str] | None = None,
    worries: list[dict[str, str]] | None = None,
    **beliefs: int,
) -> Reflection:
    return Reflection(
        Form(form),
        tuple(Written(*each) for each in (parts or {}).items()),
        belief_before=beliefs.get("belief_before"),
        belief_after=beliefs.get("belief_after"),
        worries=tuple(
            Worry(each["text"], Whose(each["whose"]), each.get("step", ""))
            for each in worries or ()
        ),
    )


def _make_practice(exercise: Exercise, said: dict[str, Any], day: date, now: datetime) -> Practice:
    minutes = said["minutes"]
    steps = [timed.step for timed in exercise.version(minutes)]
    done = said.get("stopped_after", len(steps))
    labels = {step.write: step.label for step in steps if step.write}
    back_on = day + _BACK if exercise.id == _LETTER and done == len(steps) else None
    is_read = back_on is not None and back_on < now.date() - timedelta(days=2)
    return Practice(
        exercise.id,
        exercise.title,
        round(minutes * 60 * done / len(steps)),
        minutes,
        done,
        len(steps),
        texts=tuple(Part(name, labels[name], text) for name, text in said.get("texts", {}).items()),
        back_on=back_on,
        read_again=_evening(back_on, now) if back_on and is_read else None,
        **{rating: said.get(rating) for rating in RATINGS},
    )


def _evening(day: date, now: datetime) -> datetime:
    return datetime(day.year, day.month, day.day, 20, 15, tzinfo=now.tzinfo)
