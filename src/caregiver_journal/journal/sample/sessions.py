"""Give the invented person sessions, and what belongs to them."""

from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any
from uuid import UUID

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.journal.journal import Journal

_TUESDAY = 1
_APART = timedelta(days=14)
_LEAST = timedelta(days=2)
"""The last session is at least so long ago."""
_AT = time(14, 0)
_AT_ONCE = 50
_STILL_BROUGHT = 3
"""So many of the last entries that were meant for a session are still; the others were brought."""


def prepare_sessions(journal: Journal, days: int, seed: int) -> None:
    """Write goals, points, homework and sessions of as many days, and the session to come."""
    content = read_tables("sample_session", "goals", "points", "homework", "sessions")
    now = journal.clock()
    held = session_days(now.date(), len(content["sessions"]))
    random = Random(seed)  # noqa: S311 - no secret
    with journal.writing(Topic.SESSION, *Kind):
        _bring(journal)
        for day, table in zip(held, content["sessions"], strict=True):
            if (now.date() - day).days < days:
                journal.sessions.write(Session(_id(random), day, _AT, table["note"]))
        journal.sessions.write(Session(_id(random), held[0] + _APART, _AT))
        for table in content["goals"]:
            journal.goals.write(_goal(table, now, days, random))
        for table in content["points"]:
            journal.talk_points.write(_point(journal, table, held, random))
        for table in content["homework"]:
            journal.homework.write(_homework(table, now, held, random))


def _bring(journal: Journal) -> None:
    """Take the mark off the entries that were brought to the sessions there have been."""
    query = Query(for_session=True)
    while brought := journal.entries.find(query, None, _AT_ONCE)[0][_STILL_BROUGHT:]:
        for entry in brought:
            journal.entries.mark(entry.id, entry.changed, for_session=False)


def session_days(today: date, count: int) -> list[date]:
    """Return every second Tuesday up to a few days ago, the last one first."""
    back = (today - _LEAST).weekday() - _TUESDAY
    last = today - _LEAST - timedelta(days=back % 7)
    return [last - number * _APART for number in range(count)]


def _goal(table: dict[str, Any], now: datetime, days: int, random: Random) -> Goal:
    made = now - timedelta(days=min(table["ago"], days - 1))
    ago = table.get("reached")
    return Goal(
        _id(random), table["text"], made, None if ago is None else now.date() - timedelta(days=ago)
    )


def _point(journal: Journal, table: dict[str, Any], held: list[date], random: Random) -> TalkPoint:
    """Return a point; ``talked`` counts the sessions back from the last one, which is 1."""
    now, talked = journal.clock(), table.get("talked")
    entry_id = ""
    if table.get("from_entry"):
        found, _more = journal.entries.find(Query(for_session=True), None, _STILL_BROUGHT)
        entry_id = next((entry.id for entry in found if not entry.never_export), "")
    return TalkPoint(
        _id(random),
        table["text"],
        now - timedelta(days=table["ago"]),
        table.get("is_question", False),
        entry_id,
        None if talked is None else held[talked - 1],
    )


def _homework(table: dict[str, Any], now: datetime, held: list[date], random: Random) -> Homework:
    agreed = held[table["session"] - 1]
    made = now - (now.date() - agreed)
    state = HomeworkState(table.get("state", HomeworkState.OPEN))
    ended = None if state is HomeworkState.OPEN else agreed + timedelta(days=table["days"])
    return Homework(_id(random), table["text"], made, agreed, state, ended, table.get("how", ""))


def _id(random: Random) -> str:
    return str(UUID(int=random.getrandbits(128), version=4))
