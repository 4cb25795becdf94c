"""When something that was written comes back to be read again."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from caregiver_journal.base.i18n import N_


class ComingBack(StrEnum):
    """How long it stays away."""

    WEEK = "week"
    FORTNIGHT = "fortnight"
    MONTH = "month"
    DAY = "day"
    NEVER = "never"


COMING_BACK_WORDS = {
    ComingBack.WEEK: N_("In a week"),
    ComingBack.FORTNIGHT: N_("In two weeks"),
    ComingBack.MONTH: N_("In a month"),
    ComingBack.DAY: N_("On a day of your choice"),
    ComingBack.NEVER: N_("Not at all"),
}
_DAYS = {ComingBack.WEEK: 7, ComingBack.FORTNIGHT: 14}


def come_back_on(choice: ComingBack, today: date, chosen: date | None = None) -> date | None:
    """Return the day on which it comes back; None for ``NEVER``.

    Args:
        choice: what the person chose.
        today: the day it is.
        chosen: the day of ``DAY``; without one it is as ``NEVER``.
    """
    if choice is ComingBack.MONTH:
        return _month_after(today)
    if choice in _DAYS:
        return min(today, date.max - timedelta(days=_DAYS[choice])) + timedelta(days=_DAYS[choice])
    return chosen if choice is ComingBack.DAY else None


def _month_after(day: date) -> date:
    """Return the same day of the next month, or its last one where it has no such day."""
    months = min(day.year * 12 + day.month, date.max.year * 12 + 11)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))
