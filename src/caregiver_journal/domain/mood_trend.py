"""The mood over time: what its drawing shows, and the same in words."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import say_days, short_date
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.series_words import Noted, tell_series
from caregiver_journal.domain.telling import Telling


@dataclass(frozen=True)
class MoodTrend:
    """The mood by day.

    Attributes:
        series: daily levels, 1–5.
        marks: within the period, in the order of time.
        pauses: stretches in which the person paused, both ends included and within the period.
        is_numbered: whether its marks stand with their numbers, from 1 on.
    """

    series: DailySeries
    marks: tuple[EventMark, ...] = ()
    pauses: tuple[tuple[date, date], ...] = ()
    is_numbered: bool = False


def tell_mood(data: MoodTrend) -> Telling:
    """Say the drawing of the mood in words."""
    marks = [Noted(mark.day, short_date(mark.day), mark.text) for mark in data.marks]
    pauses = [Noted(first, say_days(first, last), _("Pause")) for first, last in data.pauses]
    shaded = _("Shaded: a pause.")
    dotted = _("Dotted: a mark of yours, as a number where its words have no room.")
    extra = [shaded] * bool(pauses) + [dotted] * bool(marks)
    notes = sorted(marks + pauses, key=lambda note: note.day)
    return tell_series(data.series, notes, " ".join(extra))
