"""Write small journals whose drawings can be worked out by hand."""

from datetime import date, datetime, timedelta
from typing import Any

from support.builders import a_practice, an_entry
from support.clock import LONDON, START

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.journal import Journal

TODAY = START.date()
ALL = Period()


def noon(day: date, hour: int = 12) -> datetime:
    """Return a moment of a day."""
    return datetime(day.year, day.month, day.day, hour, tzinfo=LONDON)


def ago(days: int) -> date:
    """Return the day so many days before today."""
    return TODAY - timedelta(days=days)


def add_mood(
    journal: Journal, at: date, level: int, *, tags: tuple[str, ...] = (), **rest: Any
) -> Entry:
    """Add a check-in about a moment, or about noon of a day."""
    moment = at if isinstance(at, datetime) else noon(at)
    entry = an_entry(at=moment, mood=Mood(level, **rest), tags=tags)
    journal.add(entry)
    return entry


def add_practice(journal: Journal, day: date, exercise: str = "grounding", **rest: Any) -> Entry:
    """Add an exercise done at noon of a day."""
    entry = an_entry(at=noon(day), mood=a_practice(exercise, **rest))
    journal.add(entry)
    return entry


def add_work(
    journal: Journal,
    day: date,
    shift: str = "",
    *,
    load: int | None = None,
    hours: float | None = None,
) -> None:
    """Say how a day was worked; the shift by its name."""
    kinds = {kind.name: kind for kind in journal.shifts.all()}
    with journal.writing(Topic.WORKDAY):
        journal.workdays.write(Workday(day, kinds[shift] if shift else None, hours, load))
