"""Load, hours and rest with the mood: what their drawing shows."""

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from caregiver_journal.domain.series import DailySeries

MOST_SINCE = 7
"""Days since a full day off are counted up to here; the last group is "7 or more"."""


class WorkedDay(NamedTuple):
    """The work of one day; None for what was not said.

    Attributes:
        load: 0–10.
        hours: 0–24.
        since_off: days since the last full day off (0 on one); None where none is known before.
    """

    day: date
    load: int | None
    hours: float | None
    is_off: bool
    since_off: int | None


class RestGroup(NamedTuple):
    """The mood on days that lie so many days after a full day off.

    Attributes:
        since_off: 0 for the day off itself, up to ``MOST_SINCE`` for that many or more.
        n: how many days with a mood.
        mean: of their daily means, 1–5; None where n is 0.
    """

    since_off: int
    n: int
    mean: float | None


@dataclass(frozen=True)
class WorkTrend:
    """The work of a period, and the mood on the same days.

    Attributes:
        days: those of which something was said, in the order of time.
        mood: the daily mood of the same period, 1–5.
        rest: one group for each number of days from 0 to ``MOST_SINCE``.
    """

    days: tuple[WorkedDay, ...]
    mood: DailySeries
    rest: tuple[RestGroup, ...]
    first: date
    last: date
