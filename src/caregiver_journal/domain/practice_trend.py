"""Distress and kindness before and after exercises: what their drawing shows."""

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple


class Change(NamedTuple):
    """How something was before and after, where both were said.

    Attributes:
        n: how often.
        before, after: medians, 0–10; None where n is 0.
    """

    n: int
    before: float | None = None
    after: float | None = None


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
