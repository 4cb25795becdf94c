"""Say which days a stretch of time up to today has."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from caregiver_journal.base.i18n import N_


class Span(StrEnum):
    """How far one looks back."""

    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"
    ALL = "all"
    DATES = "dates"
    SESSION = "session"


SPAN_WORDS = {
    Span.MONTH: N_("Month"),
    Span.QUARTER: N_("3 months"),
    Span.YEAR: N_("Year"),
    Span.ALL: N_("All"),
}
"""The spans that today decides; dates are offered only where somebody can say which."""

DATES_WORD = N_("Dates…")
SESSION_WORD = N_("Since last session")

_MONTHS = {Span.MONTH: 1, Span.QUARTER: 3, Span.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Period:
    """The days looked at.

    Attributes:
        first, last: both included; None leaves that end open.
    """

    first: date | None = None
    last: date | None = None

    @property
    def bounds(self) -> tuple[date, date]:
        """The first and the last day; the ends of the calendar where one is open."""
        return self.first or date.min, self.last or date.max


def period_of(span: Span, today: date, dates: Period = Period()) -> Period:
    """Return the days of a span that ends today; of all of them both ends are open.

    A month up to 20 November begins on 21 October; one up to 30 March begins on 1 March, because
    February has no day of that number. Of dates, and since a session, they are ``dates``, whatever
    today is.
    """
    if span is Span.ALL:
        return Period()
    if span in (Span.DATES, Span.SESSION):
        return dates
    months = today.year * 12 + today.month - 1 - _MONTHS[span]
    year, month = months // 12, months % 12 + 1
    if year < date.min.year:
        return Period(date.min, today)
    same = date(year, month, min(today.day, monthrange(year, month)[1]))
    return Period(same + timedelta(days=1), today)
