"""Read what the Session page shows."""

from dataclasses import dataclass
from datetime import date

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    Session,
    TalkPoint,
    last_session,
    next_session,
)
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sessions import source_of

MOST_MARKED = 12
"""So many of the entries that are to be brought are shown; the Journal shows them all."""


@dataclass(frozen=True, slots=True)
class SessionOverview:
    """What there is to talk about, to try and to remember.

    Attributes:
        today: the day it is by the person's own beginning of it.
        points: what waits to be talked about, the first written one first.
        talked: what was talked about, the last one first.
        sources: the entries that waiting points came from and that are still there, by their ids.
        marked: the entries that are to be brought, the newest first; ``MOST_MARKED`` at most.
        marked_count: how many there are in all.
        homework: what is open, the first agreed one first.
        ended: homework that was done or dropped, the last one first.
        goals: what is worked on; ``reached`` what was, the last one first.
        next: the session to come, perhaps later today.
        last: the last one that is over.
        sessions: all of them, the latest first.
    """

    today: date
    points: tuple[TalkPoint, ...]
    talked: tuple[TalkPoint, ...]
    sources: dict[str, Entry]
    marked: tuple[Entry, ...]
    marked_count: int
    homework: tuple[Homework, ...]
    ended: tuple[Homework, ...]
    goals: tuple[Goal, ...]
    reached: tuple[Goal, ...]
    next: Session | None
    last: Session | None
    sessions: tuple[Session, ...]


def read_session_overview(journal: Journal) -> SessionOverview:
    """Return what the Session page shows."""
    now = journal.clock()
    points, homework = journal.talk_points.all(), journal.homework.all()
    goals, sessions = journal.goals.all(), journal.sessions.all()
    waiting = tuple(point for point in points if point.talked is None)
    marked = read_marked(journal)
    is_all = len(marked) < MOST_MARKED
    query = Query(for_session=True)
    return SessionOverview(
        today=day_of(now, journal.start_of_day),
        points=waiting,
        talked=tuple(sorted((p for p in points if p.talked), key=_talked, reverse=True)),
        sources={entry.id: entry for p in waiting if (entry := source_of(journal, p))},
        marked=marked,
        marked_count=len(marked) if is_all else journal.entries.count_found(query),
        homework=tuple(each for each in homework if each.is_open),
        ended=tuple(sorted((h for h in homework if h.ended), key=_ended, reverse=True)),
        goals=tuple(goal for goal in goals if goal.reached is None),
        reached=tuple(sorted((g for g in goals if g.reached), key=_reached, reverse=True)),
        next=next_session(sessions, now),
        last=last_session(sessions, now),
        sessions=sessions[::-1],
    )


def read_marked(journal: Journal) -> tuple[Entry, ...]:
    """Return the entries that are to be brought to a session, the newest first, not too many."""
    found, _after = journal.entries.find(Query(for_session=True), None, MOST_MARKED)
    return tuple(found)


def _talked(point: TalkPoint) -> tuple[date, str]:
    return point.talked or date.min, point.made.isoformat()


def _ended(homework: Homework) -> tuple[date, str]:
    return homework.ended or date.min, homework.made.isoformat()


def _reached(goal: Goal) -> tuple[date, str]:
    return goal.reached or date.min, goal.made.isoformat()
