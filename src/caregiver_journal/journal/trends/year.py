"""Read each day of a year with its mood."""

from datetime import date

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.year_of_days import YearOfDays
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of, pauses_of

DAYS = 365


def read_year(journal: Journal, period: Period) -> YearOfDays:
    """Read the mood of each day of a year, and the pauses.

    The year ends with the period; it is shorter where the journal is younger, and longer where the
    period is.
    """
    first, last = days_of(journal, period)
    begun = journal.entries.first_day() or first
    year_ago = date.fromordinal(max(1, last.toordinal() - DAYS + 1))
    first = min(first, max(begun, year_ago))
    return YearOfDays(
        series=journal.moods.levels_by_day(first, last),
        today=day_of(journal.clock(), journal.start_of_day),
        pauses=pauses_of(journal, first, last),
    )
