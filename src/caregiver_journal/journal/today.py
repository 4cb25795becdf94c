"""Gather what the start page shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.day import day_of, week_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.pause import Pause
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.pausing import coming_pause


@dataclass(frozen=True, slots=True)
class WeekDay:
    """One day of this week.

    Attributes:
        day: its date.
        mood: its mean mood, or None when nothing was written.
        count: how many moods it has.
        is_paused: whether it lies in a pause; of one without an end, only days up to today do.
    """

    day: date
    mood: float | None
    count: int
    is_paused: bool = False


@dataclass(frozen=True, slots=True)
class Today:
    """What the start page shows.

    Attributes:
        day: the day it is.
        entries: its entries, newest first.
        week: the days of this week, Monday first.
        pause: the pause that holds today, or None.
        coming: the next pause, or None.
        is_first: whether nothing was ever written.
    """

    day: date
    entries: tuple[Entry, ...]
    week: tuple[WeekDay, ...]
    pause: Pause | None = None
    coming: Pause | None = None
    is_first: bool = False


def read_today(journal: Journal) -> Today:
    """Read what the start page shows now."""
    day = day_of(journal.clock(), journal.start_of_day)
    week = week_of(day)
    entries = journal.entries.between(week[0], week[-1])
    pauses = journal.pauses.all()
    return Today(
        day=day,
        entries=tuple(entry for entry in entries if entry.day == day),
        week=tuple(
            _week_day(each, entries, is_paused=_is_paused(each, pauses, day)) for each in week
        ),
        pause=journal.pauses.at(day),
        coming=coming_pause(journal, day),
        is_first=not entries and journal.entries.count()[0] == 0,
    )


def _week_day(day: date, entries: list[Entry], *, is_paused: bool) -> WeekDay:
    moods = [entry.detail for entry in entries if entry.day == day]
    levels = [mood.level for mood in moods if isinstance(mood, Mood)]
    return WeekDay(day, sum(levels) / len(levels) if levels else None, len(levels), is_paused)


def _is_paused(day: date, pauses: list[Pause], today: date) -> bool:
    return any(p.holds(day) for p in pauses if p.last is not None or day <= today)
