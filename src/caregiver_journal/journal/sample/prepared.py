"""Give the invented person a ladder with its tries, plans, marks on days, and what is their own."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from random import Random
from uuid import UUID

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.event_mark import EventMark
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import DISTRESS, Step, Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.script import Script, Way
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample.measured import LEAST_DAYS, prepare_measures
from caregiver_journal.journal.sample.own import prepare_own
from caregiver_journal.journal.sample.sessions import prepare_sessions

_DAY_OF_TALK = 5
_LOOKED_AT = 40
_TRIES = 8
_LINKED = 0.6
"""How often a try belongs to a boundary moment of the same week."""


def prepare(journal: Journal, days: int, seed: int) -> None:
    """Write what is no entry, once: a journal that has a ladder already stays as it is."""
    if days < LEAST_DAYS or journal.ladder.steps():
        return
    prepare_own(journal)
    prepare_measures(journal)
    prepare_sessions(journal, days, seed)
    content = read_tables("sample_boundaries", "steps", "plans", "scripts")
    random = Random(seed)  # noqa: S311 - no secret
    query = Query(kinds=frozenset({Kind.BOUNDARY}))
    moments, _more = journal.entries.find(query, None, _LOOKED_AT)
    with journal.writing(Topic.LADDER, Topic.PLAN, Topic.SCRIPT, Topic.EVENT_MARK):
        for table in content["steps"]:
            step = journal.ladder.write_step(Step(**table))
            for tried in _tries(step, journal.clock(), min(days, 300), moments, random):
                journal.ladder.write_try(tried)
        for number, table in enumerate(content["plans"]):
            made = journal.clock() - timedelta(days=2 * number + 1)
            day = None if number else journal.clock().date() + timedelta(days=_DAY_OF_TALK)
            journal.plans.write(Plan(made=made, day=day, **table))
        for table in content["scripts"]:
            way, own_id = Way(table.pop("way")), str(UUID(int=random.getrandbits(128), version=4))
            journal.scripts.write(Script(way=way, id=own_id, is_own=True, **table))
        _mark_days(journal, days)


def _mark_days(journal: Journal, days: int) -> None:
    today = day_of(journal.clock(), journal.start_of_day)
    for table in read_tables("sample_prepared", "marks")["marks"]:
        if table["ago"] < days:
            day = today - timedelta(days=table["ago"])
            journal.event_marks.write(EventMark(day, table["text"]))


def _tries(
    step: Step, now: datetime, days: int, moments: Sequence[Entry], random: Random
) -> list[Try]:
    """Return tries of a step, the first one first: the harder it is, the fewer there are."""
    most = max(0, _TRIES - step.distress)
    count = random.randint((most + 1) // 2, most)
    tries = []
    for ago in sorted(random.sample(range(1, days), count), reverse=True):
        happened = now - timedelta(days=ago, minutes=random.randrange(600))
        gain = 2.0 * (1 - ago / days)
        expected = _within(random.gauss(step.distress - gain / 2, 0.8))
        actual = _within(random.gauss(step.distress - 1.2 - gain, 1.3))
        near = [m.id for m in moments if abs(m.happened.astimezone(UTC) - happened).days < 3]
        entry_id = random.choice(near) if near and random.random() < _LINKED else ""
        tries.append(Try(step.number or 0, happened, expected, actual, entry_id=entry_id))
    return tries


def _within(number: float) -> int:
    return max(DISTRESS[0], min(DISTRESS[-1], round(number)))
