"""Say which day a moment counts to.

A night shift belongs to one day: a moment counts to the local date after moving the clock back by
the hour at which the person's day starts. The day is fixed when a record is saved and can be
changed by hand.
"""

from datetime import date, datetime, time, timedelta

from caregiver_journal.base.i18n import N_

DEFAULT_START = time(4, 0)

WEEKDAYS = (
    N_("Monday"),
    N_("Tuesday"),
    N_("Wednesday"),
    N_("Thursday"),
    N_("Friday"),
    N_("Saturday"),
    N_("Sunday"),
)


def day_of(happened: datetime, start: time = DEFAULT_START) -> date:
    """Return the day an aware local moment counts to, for days that begin at ``start``.

    The wall clock decides, also in nights when it is moved: 03:59 counts to the day before and
    04:00 to the new one, whatever the clock did in between.
    """
    if happened.tzinfo is None:
        raise ValueError("a moment needs its zone")
    wall = happened.replace(tzinfo=None, fold=0)
    is_early = wall.time() < start
    if not is_early or wall.date() == date.min:
        return wall.date()
    return wall.date() - timedelta(days=1)


def week_of(day: date) -> tuple[date, ...]:
    """Return the seven days, Monday first, of the week a day lies in."""
    monday = day - timedelta(days=day.weekday())
    return tuple(monday + timedelta(days=n) for n in range(7))
