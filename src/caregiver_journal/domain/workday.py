"""The work of a day: which shift, how many hours, how heavy; said once for the whole day."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.base.text import clean_number
from caregiver_journal.domain.shift import Shift

LOADS = range(11)
"""Nothing to carry (0) to more than can be carried (10)."""
MOST_HOURS = 24


@dataclass(frozen=True, slots=True)
class Workday:
    """The work of one day; whatever was not said is None.

    Attributes:
        day: the day it belongs to; a night shift belongs to the day on which it began.
        shift: its kind.
        hours: worked, 0–24.
        load: 0 (nothing to carry) to 10 (more than can be carried).

    Raises:
        InvalidValueError: a number out of its range.
    """

    day: date
    shift: Shift | None = None
    hours: float | None = None
    load: int | None = None

    def __post_init__(self) -> None:
        if self.hours is not None:
            object.__setattr__(self, "hours", float(clean_number(self.hours, 0, MOST_HOURS)))
        if self.load is not None:
            object.__setattr__(self, "load", int(clean_number(self.load, LOADS[0], LOADS[-1])))

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said of the day."""
        return self.shift is None and self.hours is None and self.load is None

    @property
    def is_off(self) -> bool:
        """Whether it was a full day off."""
        return self.shift is not None and self.shift.is_off
