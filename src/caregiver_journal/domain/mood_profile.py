"""The mood by weekday and by time of day: what its drawing shows."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_journal.base.i18n import N_

HOURS = ((4, 9), (9, 12), (12, 17), (17, 21), (21, 4))
"""Parts of the day: from an hour to before another one, by the wall clock of the moment."""
HOUR_WORDS = (N_("Early"), N_("Morning"), N_("Afternoon"), N_("Evening"), N_("Night"))

LEAST_OF_A_SLOT = 3
"""With fewer values no middle is drawn."""


class Slot(NamedTuple):
    """The moods of one weekday or one part of the day.

    Attributes:
        n: how many values: days for a weekday, check-ins for a part of the day.
        middle, low, high: median and quartiles, 1–5; None where there are none.
    """

    n: int
    middle: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class MoodProfile:
    """The mood through the week and through the day.

    Attributes:
        weekdays: seven, Monday first; of daily means.
        parts: as many as ``HOURS``; of single check-ins.
        first, last: the period looked at.
    """

    weekdays: tuple[Slot, ...]
    parts: tuple[Slot, ...]
    first: date
    last: date
