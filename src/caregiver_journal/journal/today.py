"""Gather what the start page shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.day import day_of, week_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.journal import Journal


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of this week: its mean mood, or None when nothing was written, and how many moods."""

    day: date
    mood: float | None
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """What the start page shows: the day it is, its entries newest first, and this week."""

    day: date
    entries: tuple[Entry, ...]
    week: tuple[WeekDay, ...]


def read_today(journal: Journal) -> Today:
    """Read what the start page shows now."""
    day = day_of(journal.clock(), journal.start_of_day)
    week = week_of(day)
    entries = journal.entries.between(week[0], week[-1])
    return Today(
        day=day,
        entries=tuple(entry for entry in entries if entry.day == day),
        week=tuple(_week_day(each, entries) for each in week),
    )


def _week_day(day: date, entries: list[Entry]) -> WeekDay:
    moods = [entry.detail for entry in entries if entry.day == day]
    levels = [mood.level for mood in moods if isinstance(mood, Mood)]
    return WeekDay(day, sum(levels) / len(levels) if levels else None, len(levels))
