"""A plan: what one prepares before a talk that is known to come."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import Enum, auto

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import clean_text
from caregiver_journal.domain.boundary import PERCENT, clean_label
from caregiver_journal.domain.entry import YEARS
from caregiver_journal.domain.phrasing import say_day

PLAN_TEXTS = ("asked", "offer", "cannot", "words", "feared")
"""The parts that are written in words of any length; a boundary moment has each of them too."""

PLAN_LABELS = ("asker", "setting", "limit")
"""The parts that are short names, likewise."""

DAYS_AFTER = 2
"""So many days after the day of the talk it is still asked how it went."""


class Stage(Enum):
    """Where a plan stands by its day."""

    FAR = auto()
    NEAR = auto()
    JUST_OVER = auto()
    LONG_OVER = auto()


@dataclass(frozen=True, slots=True)
class Plan:
    """What is prepared before a talk; it becomes a boundary moment afterwards.

    Attributes:
        asked: what it will be about, or what will be asked.
        made: when it was written down, aware.
        day: when the talk is expected; None where that is not known.
        asker: with whom: a role, or the alias of a person.
        setting, limit: as in ``Boundary``.
        offer, cannot: what one can offer, and what not.
        words: what one would like to say.
        feared, belief: what one fears will follow, and how far one believes it, 0–100.
        number: its row, or None while it is new.

    Raises:
        InvalidValueError: nothing is asked, or a value is out of its range; ``field`` names it.
    """

    asked: str = field(repr=False)
    made: datetime
    day: date | None = None
    asker: str = field(default="", repr=False)
    setting: str = field(default="", repr=False)
    limit: str = field(default="", repr=False)
    offer: str = field(default="", repr=False)
    cannot: str = field(default="", repr=False)
    words: str = field(default="", repr=False)
    feared: str = field(default="", repr=False)
    belief: int | None = None
    number: int | None = None

    def __post_init__(self) -> None:
        if self.made.tzinfo is None:
            raise InvalidValueError(_("A moment needs its time zone."), field="made")
        if self.day is not None and self.day.year not in YEARS:
            raise InvalidValueError(
                _("A day lies between the years {first} and {last}.").format(
                    first=YEARS[0], last=YEARS[-1]
                ),
                field="day",
            )
        for part in PLAN_TEXTS:
            object.__setattr__(self, part, clean_text(getattr(self, part)).strip())
        if not self.asked:
            raise InvalidValueError(_("What the talk is about needs a few words."), field="asked")
        for part in PLAN_LABELS:
            object.__setattr__(self, part, clean_label(getattr(self, part), part))
        if self.belief is not None and (type(self.belief) is not int or self.belief not in PERCENT):
            raise InvalidValueError(_("This is a number from 0 to 100."), field="belief")


def soonest_first(plans: Iterable[Plan]) -> tuple[Plan, ...]:
    """Return plans: those with a day first, the soonest first; then the others as written down."""
    return tuple(sorted(plans, key=lambda plan: (plan.day or date.max, plan.made)))


def stage_of(plan: Plan, today: date) -> Stage:
    """Return where a plan stands today; one without a day is always far."""
    if plan.day is None or today < plan.day - timedelta(days=1):
        return Stage.FAR
    if today <= plan.day:
        return Stage.NEAR
    is_just_over = today <= plan.day + timedelta(days=DAYS_AFTER)
    return Stage.JUST_OVER if is_just_over else Stage.LONG_OVER


def say_expected(plan: Plan, today: date) -> str:
    """Return when the talk of a plan is expected: *today*, *tomorrow*, *Friday 20 November*."""
    if plan.day is None:
        return _("no day yet")
    if plan.day == today:
        return _("today")
    if plan.day == today + timedelta(days=1):
        return _("tomorrow")
    return say_day(plan.day, today)
