"""Write boundary moments for tests: say what matters, leave the rest."""

from datetime import date, datetime, timedelta
from typing import Any

from support.clock import START

from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp
from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.journal.journal import Journal

ASKED = "Cover the Saturday shift, third time this month."


def add_moment(
    journal: Journal,
    at: datetime = START,
    *,
    asked: str = ASKED,
    answer: Answer = Answer.NO,
    **rest: Any,
) -> Entry:
    """Add a moment to a journal and return its entry."""
    content = Content(Boundary(asked, answer, **rest), at)
    entry = make_entry(content, at, journal.start_of_day)
    journal.add(entry)
    return entry


def asked_again(at: datetime, *, days: int = 1, guilt: int | None = 2) -> FollowUp:
    """Return a follow-up that was answered when it came due."""
    later = at + timedelta(days=days)
    return FollowUp(later.date(), later, guilt)


def due_on(day: date) -> tuple[FollowUp, ...]:
    """Return one open follow-up."""
    return (FollowUp(day),)


def boundary_of(journal: Journal, entry: Entry) -> Boundary:
    """Return what a moment says now."""
    detail = journal.entries.get(entry.id).detail
    assert isinstance(detail, Boundary)
    return detail
