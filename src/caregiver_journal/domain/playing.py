"""Walk through the steps of an exercise as time passes: what a player shows, without any clock."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.exercise import Exercise, TimedStep
from caregiver_journal.domain.practice import LONGEST, Part, Practice

GAP = 10.0
"""More seconds than this between two looks at the clock were no practice: the computer slept."""

LOOK = 10
"""Fewer seconds than this in the first step were a look at it, and are not kept."""


@dataclass(frozen=True, slots=True)
class Playing:
    """Where somebody is in an exercise; each act returns where they are then.

    Attributes:
        steps: those of the version that was chosen.
        place: the step that is shown, counted from 0.
        spent: seconds spent in it since it was come to.
        seconds: seconds spent in all, pauses left out.
        done: the places of the steps that were gone through.
        is_over: whether the last step was.
    """

    steps: tuple[TimedStep, ...]
    place: int = 0
    spent: float = 0.0
    seconds: float = 0.0
    done: frozenset[int] = frozenset()
    is_paused: bool = False
    is_over: bool = False

    @property
    def shown(self) -> TimedStep:
        """The step that is shown."""
        return self.steps[self.place]

    @property
    def is_running(self) -> bool:
        """Whether time counts now."""
        return not (self.is_paused or self.is_over)

    @property
    def is_timed(self) -> bool:
        """Whether the steps follow one another by the clock."""
        return self.shown.seconds is not None

    @property
    def left_in_step(self) -> float | None:
        """Seconds left in the step that is shown; None where one takes one's own time."""
        if self.is_over:
            return 0.0
        length = self.shown.seconds
        return None if length is None else length - self.spent

    @property
    def left(self) -> float | None:
        """Seconds left in all, if nothing is skipped; None where one takes one's own time."""
        here = self.left_in_step
        if here is None or self.is_over:
            return here
        return here + sum(step.seconds or 0 for step in self.steps[self.place + 1 :])

    @property
    def is_worth_keeping(self) -> bool:
        """Whether more was done than to look at the first step."""
        return bool(self.done) or self.seconds >= LOOK

    def after(self, seconds: float) -> "Playing":
        """Let seconds pass; a gap of more than ``GAP`` does not count.

        Where steps follow the clock it is a pause, which somebody has to end.
        """
        if not self.is_running or seconds <= 0:
            return self
        if seconds > GAP:
            return self.paused() if self.is_timed else self
        spent, counted = self.spent + seconds, self.seconds + seconds
        place, done = self.place, set(self.done)
        while (length := self.steps[place].seconds) is not None and spent >= length:
            done.add(place)
            if place == len(self.steps) - 1:
                counted -= spent - length
                return replace(
                    self,
                    place=place,
                    spent=float(length),
                    seconds=counted,
                    done=frozenset(done),
                    is_over=True,
                )
            spent -= length
            place += 1
        return replace(self, place=place, spent=spent, seconds=counted, done=frozenset(done))

    def next(self) -> "Playing":
        """Go on to the next step, or past the last one; later steps keep their lengths."""
        if self.is_over:
            return self
        done = self.done | {self.place}
        if self.place == len(self.steps) - 1:
            return replace(self, done=done, is_over=True)
        return replace(self, place=self.place + 1, spent=0.0, done=done)

    def back(self) -> "Playing":
        """Begin the step before anew; the first one, or the last one after the end, likewise."""
        place = self.place if self.is_over else max(0, self.place - 1)
        return replace(self, place=place, spent=0.0, is_over=False)

    def paused(self) -> "Playing":
        """Let no time count until somebody goes on."""
        return replace(self, is_paused=True)

    def going_on(self) -> "Playing":
        """Let time count again."""
        return replace(self, is_paused=False)


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody said around an exercise, and wrote in it.

    Attributes:
        texts: by the names of the fields.
        back_on: when what was written waits to be read again; None for not at all.
    """

    distress_before: int | None = None
    distress_after: int | None = None
    kindness_before: int | None = None
    kindness_after: int | None = None
    texts: Mapping[str, str] = field(default_factory=dict, repr=False)
    note: str = field(default="", repr=False)
    back_on: date | None = None

    @property
    def is_anything(self) -> bool:
        """Whether something was rated or written."""
        ratings = (
            self.distress_before,
            self.distress_after,
            self.kindness_before,
            self.kindness_after,
        )
        written = (*self.texts.values(), self.note)
        return any(rating is not None for rating in ratings) or any(map(str.strip, written))


def begin(exercise: Exercise, minutes: int | None = None) -> Playing:
    """Return the beginning of an exercise in one of its lengths."""
    return Playing(exercise.version(minutes))


def resume(
    playing: Playing, place: int, seconds: float, done: Iterable[int], *, is_over: bool = False
) -> Playing:
    """Return where somebody was who left: at the beginning of that step, in a pause; or after."""
    last = len(playing.steps) - 1
    return replace(
        playing,
        place=max(0, min(last, place)),
        seconds=max(0.0, seconds),
        done=frozenset(each for each in done if 0 <= each <= last),
        is_paused=True,
        is_over=is_over,
    )


def practice_of(
    exercise: Exercise, minutes: int | None, playing: Playing, said: Said
) -> Practice | None:
    """Return what was done of an exercise; None where that is nothing.

    What was written in fields that the exercise has no more stands behind the rest.

    Raises:
        InvalidValueError: a rating is out of its range.
    """
    if not (playing.is_worth_keeping or said.is_anything):
        return None
    fields = {step.write: step.label for step in exercise.steps if step.write}
    labels = fields | {name: _("What I wrote") for name in said.texts if name not in fields}
    texts = tuple(Part(name, labels[name], said.texts.get(name, "")) for name in labels)
    return Practice(
        exercise=exercise.id,
        title=exercise.title,
        seconds=min(LONGEST, round(playing.seconds)),
        minutes=minutes if exercise.is_timed else None,
        steps_done=len(playing.done),
        steps=len(playing.steps),
        distress_before=said.distress_before,
        distress_after=said.distress_after,
        kindness_before=said.kindness_before,
        kindness_after=said.kindness_after,
        texts=texts,
        back_on=said.back_on,
    )
