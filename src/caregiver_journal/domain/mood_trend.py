"""The mood over time: what its drawing shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.series import DailySeries


@dataclass(frozen=True)
class MoodTrend:
    """The mood by day.

    Attributes:
        series: daily levels, 1–5.
        marks: within the period, in the order of time.
        pauses: stretches in which the person paused, both ends included and within the period.
    """

    series: DailySeries
    marks: tuple[EventMark, ...] = ()
    pauses: tuple[tuple[date, date], ...] = ()
