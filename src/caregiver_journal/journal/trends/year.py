"""Read each day of a period with its mood."""

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.year_of_days import YearOfDays
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of, pauses_of


def read_year(journal: Journal, period: Period) -> YearOfDays:
    """Read the mood of each day of a period, and the pauses."""
    first, last = days_of(journal, period)
    return YearOfDays(
        series=journal.moods.levels_by_day(first, last),
        today=day_of(journal.clock(), journal.start_of_day),
        pauses=pauses_of(journal, first, last),
    )
