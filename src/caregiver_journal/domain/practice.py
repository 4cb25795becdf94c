"""The practice: an exercise that was done, or begun, and how it was before and after."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import NamedTuple

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.boundary import TENS
from caregiver_journal.domain.exercise import LENGTHS

LONGEST = 24 * 60 * 60
"""An exercise takes at most a day, in seconds."""

RISE = 2
"""From such a rise of distress on, something steadying is offered."""

COMES_BACK = ("letter",)
"""The exercises whose texts may come back to be read again."""

GROUNDING = "grounding"
"""The exercise that is offered after such a rise."""

RATINGS = ("distress_before", "distress_after", "kindness_before", "kindness_after")
"""What is asked for before and after, each 0–10."""


class Part(NamedTuple):
    """What was written in one step of an exercise.

    Attributes:
        name: the field of the exercise it was written in.
        label: what that field was called then.
    """

    name: str
    label: str
    text: str


@dataclass(frozen=True, slots=True)
class Practice:
    """An exercise that somebody did, all of it or as much as they liked.

    Attributes:
        exercise: its id.
        title: what it was called then.
        seconds: how long it took, pauses left out; 0 … ``LONGEST``.
        minutes: the length that was chosen; None where one takes one's own time.
        steps_done, steps: how many steps were done, of how many.
        distress_before, distress_after: 0 (none) to 10; None where it was not said.
        kindness_before, kindness_after: how kind one was to oneself, likewise.
        texts: what was written, in its order; empty ones are left out.
        back_on: the day on which what was written waits to be read again, or None; where nothing
            was written there is none.
        read_again: the moment it was, aware, or None.

    Raises:
        InvalidValueError: a value is out of its range; ``field`` names it.
    """

    exercise: str
    title: str = field(default="", repr=False)
    seconds: int = 0
    minutes: int | None = None
    steps_done: int = 0
    steps: int = 0
    distress_before: int | None = None
    distress_after: int | None = None
    kindness_before: int | None = None
    kindness_after: int | None = None
    texts: tuple[Part, ...] = field(default=(), repr=False)
    back_on: date | None = None
    read_again: datetime | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", clean_text(self.title).strip())
        object.__setattr__(self, "texts", _clean_texts(self.texts))
        if not self.texts:
            object.__setattr__(self, "back_on", None)
        for part in RATINGS:
            value = getattr(self, part)
            if value is not None and (type(value) is not int or value not in TENS):
                raise InvalidValueError(_("This is a number from 0 to 10."), field=part)
        for part, largest in (("seconds", LONGEST), ("steps_done", LONGEST), ("steps", LONGEST)):
            value = getattr(self, part)
            if type(value) is not int or not 0 <= value <= largest:
                raise InvalidValueError(_("This is a whole number, not less than 0."), field=part)
        if self.minutes is not None and (
            type(self.minutes) is not int or self.minutes not in LENGTHS
        ):
            raise InvalidValueError(
                _("A length is a number of minutes from 1 to 180."), field="minutes"
            )
        if self.read_again is not None and self.read_again.tzinfo is None:
            raise InvalidValueError(_("A moment needs its time zone."), field="read_again")

    @property
    def is_whole(self) -> bool:
        """Whether it was done to its end."""
        return self.steps_done >= self.steps

    @property
    def has_risen(self) -> bool:
        """Whether distress rose by so much that something steadying is offered."""
        if self.distress_before is None or self.distress_after is None:
            return False
        return self.distress_after - self.distress_before >= RISE

    @property
    def waits(self) -> bool:
        """Whether what was written is still to be read again."""
        return self.back_on is not None and self.read_again is None

    @property
    def words(self) -> tuple[str, ...]:
        """All that was written, in its order."""
        return tuple(part.text for part in self.texts)


def _clean_texts(texts: Iterable[Part]) -> tuple[Part, ...]:
    cleaned = (
        Part(name, clean_text(label).strip(), clean_text(text).strip())
        for name, label, text in texts
    )
    return tuple(part for part in cleaned if part.text)
