"""Goals, what to talk about, homework and sessions: each change with what takes it back."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Protocol, TypeVar
from uuid import uuid4

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
    last_session,
    next_session,
)
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal

_LONGEST = 200
"""So much of homework is said on Today, in characters."""

TakeBack = Callable[[], None]
"""What takes a change back."""


class _Named(Protocol):
    @property
    def id(self) -> str: ...


T = TypeVar("T", bound=_Named)


class _Store(Protocol[T]):
    def all(self) -> tuple[T, ...]: ...

    def write(self, thing: T, /) -> None: ...

    def forget(self, thing_id: str, /) -> None: ...


# --- making ---------------------------------------------------------------------------------------


def make_goal(journal: Journal, text: str) -> Goal:
    """Return a new goal; raises ``InvalidValueError``."""
    return Goal(str(uuid4()), text, journal.clock())


def make_point(
    journal: Journal, text: str, *, is_question: bool = False, entry_id: str = ""
) -> TalkPoint:
    """Return something new to talk about; raises ``InvalidValueError``."""
    return TalkPoint(str(uuid4()), text, journal.clock(), is_question, entry_id)


def make_homework(journal: Journal, text: str) -> Homework:
    """Return homework that was agreed today; raises ``InvalidValueError``."""
    now = journal.clock()
    return Homework(str(uuid4()), text, now, day_of(now, journal.start_of_day))


def end_homework(
    journal: Journal, homework: Homework, state: HomeworkState, how_it_went: str
) -> Homework:
    """Return homework as it ended today, or, where it had ended before, on that day."""
    ended = homework.ended or day_of(journal.clock(), journal.start_of_day)
    return replace(
        homework,
        state=state,
        ended=None if state is HomeworkState.OPEN else ended,
        how_it_went=how_it_went,
    )


# --- keeping --------------------------------------------------------------------------------------


def keep_goal(journal: Journal, goal: Goal, *, draft: DraftName | None = None) -> TakeBack:
    """Add a goal, or write it over the one with its id, and forget its draft."""
    return _keep(journal, journal.goals, goal, draft)


def keep_point(journal: Journal, point: TalkPoint, *, draft: DraftName | None = None) -> TakeBack:
    """Add something to talk about, or write it over the one with its id; forget its draft."""
    return _keep(journal, journal.talk_points, point, draft)


def keep_homework(
    journal: Journal, homework: Homework, *, draft: DraftName | None = None
) -> TakeBack:
    """Add homework, or write it over the one with its id, and forget its draft."""
    return _keep(journal, journal.homework, homework, draft)


def delete_goal(journal: Journal, goal: Goal) -> TakeBack:
    """Delete a goal."""
    return _delete(journal, journal.goals, goal)


def delete_point(journal: Journal, point: TalkPoint) -> TakeBack:
    """Delete something to talk about; the entry it came from stays."""
    return _delete(journal, journal.talk_points, point)


def delete_homework(journal: Journal, homework: Homework) -> TakeBack:
    """Delete homework."""
    return _delete(journal, journal.homework, homework)


def delete_session(journal: Journal, session: Session) -> TakeBack:
    """Delete a session with its note."""
    return _delete(journal, journal.sessions, session)


def keep_session(
    journal: Journal,
    session: Session,
    *,
    talked: Iterable[TalkPoint] = (),
    brought: Iterable[Entry] = (),
    draft: DraftName | None = None,
) -> TakeBack:
    """Add a session, or write it over the one with its id, and move on from what was said in it.

    Args:
        journal: where.
        session: the session.
        talked: what was talked about in it; it waits no more.
        brought: entries that were brought to it; their mark goes.
        draft: the draft it came from.
    """
    points, entries = tuple(talked), tuple(brought)
    earlier = _named(journal.sessions, session.id)
    with journal.writing(Topic.SESSION, *{entry.kind for entry in entries}):
        journal.sessions.write(session)
        _settle(journal, points, entries)
        forget_draft(journal, draft)
    return partial(_take_session_back, journal, session, earlier, points, entries)


def talk_about(journal: Journal, *points: TalkPoint) -> TakeBack:
    """Note that points were talked about today; the entries they came from are brought no more."""
    entries = tuple(_brought(journal, points))
    with journal.writing(Topic.SESSION, *{entry.kind for entry in entries}):
        _settle(journal, points, entries)
    return partial(_unsettle, journal, points, entries)


def take_off(journal: Journal, *entries: Entry) -> TakeBack:
    """Bring entries to no session any more."""
    return journal.mark(*entries, for_session=False)


# --- reading --------------------------------------------------------------------------------------


def since_last_session(journal: Journal) -> Period | None:
    """Return the days from that of the last session that is over up to today; None for none."""
    now = journal.clock()
    last = last_session(journal.sessions.all(), now)
    if last is None:
        return None
    today = day_of(now, journal.start_of_day)
    return Period(min(last.day, today), today)


def session_today(journal: Journal) -> Session | None:
    """Return the session that is still to come today, or None."""
    now = journal.clock()
    coming = next_session(journal.sessions.all(), now)
    return coming if coming is not None and coming.day == now.date() else None


def waiting_homework(journal: Journal, _today: date) -> Iterator[Waiting]:
    """Find the homework that is open, the first agreed one first."""
    for homework in journal.homework.all():
        if homework.is_open:
            yield Waiting(
                name=f"homework:{homework.id}",
                title=_("Homework"),
                sentence=shortened(homework.text, _LONGEST),
                action=_("How it went"),
                section="session",
                part=f"homework:{homework.id}",
                heard=_("Homework: {text}").format(text=shortened(homework.text, _LONGEST)),
            )


def source_of(journal: Journal, point: TalkPoint) -> Entry | None:
    """Return the entry a point came from; None where there is none, or it was deleted."""
    if not point.entry_id:
        return None
    try:
        entry = journal.entries.get(point.entry_id)
    except NothingFoundError:
        return None
    return None if entry.deleted else entry


# --- how ------------------------------------------------------------------------------------------


def _named(store: _Store[T], thing_id: str) -> T | None:
    return next((each for each in store.all() if each.id == thing_id), None)


def _keep(journal: Journal, store: _Store[T], thing: T, draft: DraftName | None) -> TakeBack:
    earlier = _named(store, thing.id)
    with journal.writing(Topic.SESSION):
        store.write(thing)
        forget_draft(journal, draft)
    return partial(_put_back, journal, store, thing.id, earlier)


def _delete(journal: Journal, store: _Store[T], thing: T) -> TakeBack:
    earlier = _named(store, thing.id)
    with journal.writing(Topic.SESSION):
        store.forget(thing.id)
    return partial(_put_back, journal, store, thing.id, earlier)


def _put_back(journal: Journal, store: _Store[T], thing_id: str, earlier: T | None) -> None:
    with journal.writing(Topic.SESSION):
        _write_back(store, thing_id, earlier)


def _write_back(store: _Store[T], thing_id: str, earlier: T | None) -> None:
    if earlier is None:
        store.forget(thing_id)
    else:
        store.write(earlier)


def _brought(journal: Journal, points: Iterable[TalkPoint]) -> Iterable[Entry]:
    """Find the entries that points came from and that are still to be brought, each once."""
    found = {entry.id: entry for point in points if (entry := source_of(journal, point))}
    return (entry for entry in found.values() if entry.for_session)


def _settle(journal: Journal, points: Iterable[TalkPoint], entries: Iterable[Entry]) -> None:
    now = journal.clock()
    today = day_of(now, journal.start_of_day)
    for point in points:
        journal.talk_points.write(replace(point, talked=today))
    for entry in entries:
        journal.entries.mark(entry.id, now, for_session=False)


def _unsettle(journal: Journal, points: tuple[TalkPoint, ...], entries: tuple[Entry, ...]) -> None:
    with journal.writing(Topic.SESSION, *{entry.kind for entry in entries}):
        _write_unsettled(journal, points, entries)


def _take_session_back(
    journal: Journal,
    session: Session,
    earlier: Session | None,
    points: tuple[TalkPoint, ...],
    entries: tuple[Entry, ...],
) -> None:
    with journal.writing(Topic.SESSION, *{entry.kind for entry in entries}):
        _write_back(journal.sessions, session.id, earlier)
        _write_unsettled(journal, points, entries)


def _write_unsettled(
    journal: Journal, points: Iterable[TalkPoint], entries: Iterable[Entry]
) -> None:
    for point in points:
        journal.talk_points.write(point)
    for entry in entries:
        journal.entries.mark(entry.id, journal.clock(), for_session=True)
