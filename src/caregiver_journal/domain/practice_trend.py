"""Distress and kindness around exercises: what their drawing shows, and the same in words."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.numbers import LEAST, not_enough, say_mean, say_times
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.telling import Behind, Row, Telling

MOST_EXERCISES = 8
"""How many exercises are drawn."""


class Change(NamedTuple):
    """How something was before and after, where both were said.

    Attributes:
        n: how often.
        before, after: medians, 0–10; None where n is 0.
    """

    n: int
    before: float | None = None
    after: float | None = None

    @property
    def is_told(self) -> bool:
        """Whether it was said often enough for a median."""
        return self.n >= LEAST


@dataclass(frozen=True)
class ExerciseChange:
    """One exercise.

    Attributes:
        exercise: its id.
        title: what it was called when it was last done.
        times: how often it was done, begun ones too.
        distress, kindness: before and after.
    """

    exercise: str
    title: str = field(repr=False)
    times: int
    distress: Change
    kindness: Change


@dataclass(frozen=True)
class PracticeTrend:
    """The exercises of a period, the most often done first; equal ones by title."""

    exercises: tuple[ExerciseChange, ...]
    first: date
    last: date


def tell_practice(data: PracticeTrend) -> Telling:
    """Say the drawing of exercises in words."""
    drawn = drawn_exercises(data)
    reading = _(
        "The middle before and after each exercise, 0 to 10; at the right how often it was rated."
    )
    if sum(map(_has_enough, data.exercises)) > len(drawn):
        most = _("The {count} most frequent are drawn.").format(count=len(drawn))
        reading = f"{reading} {most}"
    return Telling(
        reading=reading,
        counted=_counted(data),
        sentence=_sentence(data),
        heads=(
            _("Exercise"),
            _("How often"),
            _("Distress before"),
            _("Distress after"),
            _("Kindness before"),
            _("Kindness after"),
        ),
        rows=tuple(_row(exercise, data) for exercise in data.exercises),
        is_enough=any(map(_has_enough, data.exercises)),
    )


def drawn_exercises(data: PracticeTrend) -> tuple[ExerciseChange, ...]:
    """Return the exercises that have enough to draw, at most ``MOST_EXERCISES``."""
    return tuple(filter(_has_enough, data.exercises))[:MOST_EXERCISES]


def behind_exercise(exercise: ExerciseChange, data: PracticeTrend) -> Behind:
    """Return the entries of one exercise."""
    kinds, ids = frozenset({Kind.PRACTICE}), frozenset({exercise.exercise})
    return Behind(Query(kinds=kinds, exercises=ids, first=data.first, last=data.last))


def say_exercise(exercise: ExerciseChange, change: Change) -> str:
    """Return a change in words: *Soften: 6 before, 4 after · 5 rated of 8 times*."""
    times = say_times(exercise.times)
    if change.n != exercise.times:
        rated = _("{count:,} rated of {every:,} times")
        times = rated.format(count=change.n, every=exercise.times)
    return f"{exercise.title}: {_say_change(change)} · {times}"


def _say_change(change: Change) -> str:
    return _("{before} before, {after} after").format(
        before=say_mean(change.before or 0), after=say_mean(change.after or 0)
    )


def _has_enough(exercise: ExerciseChange) -> bool:
    return exercise.distress.is_told or exercise.kindness.is_told


def _counted(data: PracticeTrend) -> str:
    times = sum(exercise.times for exercise in data.exercises)
    kinds = len(data.exercises)
    return _("{exercises}, done {times}").format(
        exercises=ngettext("{count:,} exercise", "{count:,} exercises", kinds).format(count=kinds),
        times=say_times(times),
    )


def _row(exercise: ExerciseChange, data: PracticeTrend) -> Row:
    changes = (
        change if change.is_told else Change(change.n)
        for change in (exercise.distress, exercise.kindness)
    )
    numbers = (number for change in changes for number in (change.before, change.after))
    said = ("" if number is None else say_mean(number) for number in numbers)
    return Row((exercise.title, f"{exercise.times:,}", *said), behind_exercise(exercise, data))


def _sentence(data: PracticeTrend) -> str:
    if not data.exercises:
        return _("No exercises in these days.")
    enough = next(filter(_has_enough, data.exercises), None)
    if enough is None:
        most = max(max(each.distress.n, each.kindness.n) for each in data.exercises)
        return not_enough(
            _("one exercise rated before and after {times}").format(times=say_times(most))
            if most
            else _("no exercise rated before and after")
        )
    said = [
        f"{word} {_say_change(change)} ({say_times(change.n)})"
        for word, change in ((_("distress"), enough.distress), (_("kindness"), enough.kindness))
        if change.is_told
    ]
    return f"{enough.title}: {', '.join(said)}."
