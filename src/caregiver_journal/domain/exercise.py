"""Exercises: their steps, the lengths they come in, and how the time is shared out."""

from dataclasses import dataclass, field

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.title import clean_title

SHARES = range(1, 11)
"""The weights a step may have when the time is shared out."""
LENGTHS = range(1, 181)
"""How many minutes an exercise may take."""
WITHOUT_BREATH = "without-breath"
"""The tag of exercises that do not turn to breath at all."""
MAX_TITLE = 80
MAX_STEPS = 60


@dataclass(frozen=True, slots=True)
class Step:
    """One step of an exercise.

    Attributes:
        text: what is shown.
        share: its weight when the time is shared out.
        is_paced: whether the breathing pacer is shown beside it.
        least: it belongs only to versions of at least so many minutes; 0 for all.
        write: the name of the field one writes in, "" for none.
        label: what that field is called.

    Raises:
        InvalidValueError: it has no words, or a weight out of range.
    """

    text: str = field(repr=False)
    share: int = 1
    is_paced: bool = False
    least: int = 0
    write: str = ""
    label: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "text", clean_text(self.text).strip())
        if not self.text:
            raise InvalidValueError(_("A step needs a few words."), field="steps")
        if type(self.share) is not int or self.share not in SHARES:
            raise InvalidValueError(_("A weight is a number from 1 to 10."), field="share")


@dataclass(frozen=True, slots=True)
class TimedStep:
    """A step in one version of an exercise.

    Attributes:
        seconds: how long it is shown, or None where one takes one's own time.
    """

    step: Step
    seconds: int | None


@dataclass(frozen=True, slots=True)
class Exercise:
    """Something to practise.

    Attributes:
        about: what it is for, in one line.
        tags: the ids of what it can be found by.
        minutes: the lengths it comes in, shortest first; empty for one's own time.
        is_timed: whether its steps follow one another by the clock; else ``minutes`` only says
            about how long it takes.
        safety: what is good to know before.
        anchors: other things than breath to rest attention on.
        is_own: whether the person wrote it.
        is_hidden, is_favourite: what they decided about it.

    Raises:
        InvalidValueError: it has no title or no steps, or a length out of range.
    """

    id: str
    title: str
    about: str = ""
    tags: frozenset[str] = frozenset()
    minutes: tuple[int, ...] = ()
    is_timed: bool = False
    safety: str = field(default="", repr=False)
    anchors: tuple[str, ...] = ()
    source: str = ""
    steps: tuple[Step, ...] = field(default=(), repr=False)
    is_own: bool = False
    is_hidden: bool = False
    is_favourite: bool = False

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_title(self.title, MAX_TITLE))
        if not 0 < len(self.steps) <= MAX_STEPS:
            raise InvalidValueError(
                _("An exercise has 1 to {count} steps.").format(count=MAX_STEPS), field="steps"
            )
        for length in self.minutes:
            if type(length) is not int or length not in LENGTHS:
                raise InvalidValueError(
                    _("A length is a number of minutes from 1 to 180."), field="minutes"
                )
        if self.is_timed and not self.minutes:
            raise InvalidValueError(_("How many minutes does it take?"), field="minutes")

    @property
    def writes(self) -> bool:
        """Whether one writes in it."""
        return any(step.write for step in self.steps)

    def version(self, minutes: int | None = None) -> tuple[TimedStep, ...]:
        """Return the steps of the version of a length; the seconds of a timed one add up to it.

        Args:
            minutes: one of its lengths; None for the shortest, or one's own time.
        """
        length = minutes or min(self.minutes, default=0)
        steps = [step for step in self.steps if step.least <= length]
        if not self.is_timed:
            return tuple(TimedStep(step, None) for step in steps)
        whole, total, before, timed = length * 60, sum(step.share for step in steps), 0, []
        done = 0
        for step in steps:
            done += step.share
            until = round(whole * done / total)
            timed.append(TimedStep(step, until - before))
            before = until
        return tuple(timed)
