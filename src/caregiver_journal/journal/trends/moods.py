"""Read how the days felt: the mood, belonging, feeling words, and the mood's week and day."""

from collections.abc import Iterable, Sequence
from itertools import chain, repeat
from statistics import quantiles

from caregiver_journal.domain.belonging_trend import BelongingTrend
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.mood_profile import HOURS, MoodProfile, Slot
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.tag import folded
from caregiver_journal.domain.word_counts import WordCount, WordCounts
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.trends.stretch import days_of, pauses_of


def read_mood(journal: Journal, period: Period) -> MoodTrend:
    """Read the mood by day, with the marks and the pauses."""
    first, last = days_of(journal, period)
    return MoodTrend(
        series=journal.moods.levels_by_day(first, last),
        marks=tuple(journal.event_marks.between(first, last)),
        pauses=pauses_of(journal, first, last),
    )


def read_belonging(journal: Journal, period: Period) -> BelongingTrend:
    """Read belonging by day."""
    return BelongingTrend(journal.moods.belonging_by_day(*days_of(journal, period)))


def read_words(journal: Journal, period: Period) -> WordCounts:
    """Read the feeling words by how often they were chosen."""
    first, last = days_of(journal, period)
    counted = journal.moods.count_words(first, last)
    ordered = sorted(counted.items(), key=lambda item: (-item[1], folded(item[0]), item[0]))
    return WordCounts(
        words=tuple(WordCount(*item) for item in ordered),
        moments=journal.moods.count_with_words(first, last),
        first=first,
        last=last,
    )


def read_profile(journal: Journal, period: Period) -> MoodProfile:
    """Read the mood by weekday and by part of the day."""
    first, last = days_of(journal, period)
    weekdays: list[list[float]] = [[] for _day in WEEKDAYS]
    for value in journal.moods.levels_by_day(first, last).days:
        weekdays[value.day.weekday()].append(value.mean)
    parts: list[list[Iterable[int]]] = [[] for _part in HOURS]
    for hour, level, count in journal.moods.levels_by_hour(first, last):
        parts[part_of(hour)].append(repeat(level, count))
    return MoodProfile(
        weekdays=tuple(map(_slot, weekdays)),
        parts=tuple(_slot(list(chain.from_iterable(part))) for part in parts),
        first=first,
        last=last,
    )


def part_of(hour: int) -> int:
    """Return which part of the day an hour of the clock on the wall belongs to."""
    return next(
        number
        for number, (start, end) in enumerate(HOURS)
        if (start <= hour < end if start < end else hour >= start or hour < end)
    )


def _slot(values: Sequence[float]) -> Slot:
    """Return the median and the quartiles; those of one value are that value."""
    if not values:
        return Slot(0)
    if len(values) == 1:
        return Slot(1, values[0], values[0], values[0])
    low, middle, high = quantiles(values, n=4, method="inclusive")
    return Slot(len(values), middle, low, high)
