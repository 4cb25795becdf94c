"""Say days on an axis and in a table of a drawing, where there is little room."""

from calendar import monthrange
from datetime import date

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.phrasing import MONTHS

SHORT_MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)

SHORT_WEEKDAYS = (N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun"))


def short_month(day: date) -> str:
    """Return a day's month as *Nov*."""
    return _(SHORT_MONTHS[day.month - 1])


def short_day(day: date) -> str:
    """Return a day as *20 Nov*."""
    return _("{number} {month}").format(number=day.day, month=short_month(day))


def short_date(day: date) -> str:
    """Return a day as *20 Nov 2026*."""
    return f"{short_day(day)} {day.year}"


def say_day_of(day: date, first: date, last: date) -> str:
    """Return a day of a period as *20 November*, with its year where the period has several."""
    text = _("{number} {month}").format(number=day.day, month=_(MONTHS[day.month - 1]))
    return text if first.year == last.year else f"{text} {day.year}"


def say_days(first: date, last: date) -> str:
    """Return some days as *2–8 November 2026*, *30 Nov – 6 Dec 2026*, *November 2026* or *2026*."""
    month = f"{_(MONTHS[last.month - 1])} {last.year}"
    if first == last:
        return f"{last.day} {month}"
    if (first, last) == (date(last.year, 1, 1), date(last.year, 12, 31)):
        return str(last.year)
    if (first.year, first.month) != (last.year, last.month):
        start = short_day(first) if first.year == last.year else short_date(first)
        return f"{start} – {short_date(last)}"
    if first.day == 1 and last.day == monthrange(last.year, last.month)[1]:
        return month
    return f"{first.day}–{last.day} {month}"
