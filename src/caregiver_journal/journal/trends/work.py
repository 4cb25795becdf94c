"""Read how heavy and how long the work was, how near rest was, and the mood on the same days."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DayValue
from caregiver_journal.domain.work_trend import MOST_SINCE, RestGroup, WorkedDay, WorkTrend
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of


def read_work(journal: Journal, period: Period) -> WorkTrend:
    """Read the work of a period and its moods.

    A day of which nothing was said stands in no group, nor do the days from it to the next day
    off: it may have been one.
    """
    first, last = days_of(journal, period)
    days = tuple(journal.workdays.worked(first, last))
    mood = journal.moods.levels_by_day(first, last)
    return WorkTrend(days, mood, tuple(_group(days, mood.by_day)), first, last)


def _group(days: Sequence[WorkedDay], moods: Mapping[date, DayValue]) -> Iterator[RestGroup]:
    """Yield the daily moods by the number of days since the last full day off."""
    groups: list[list[float]] = [[] for _since in range(MOST_SINCE + 1)]
    for worked in days:
        value = moods.get(worked.day)
        if value is not None and worked.since_off is not None:
            groups[min(worked.since_off, MOST_SINCE)].append(value.mean)
    for since, means in enumerate(groups):
        yield RestGroup(since, len(means), sum(means) / len(means) if means else None)
