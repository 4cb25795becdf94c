"""A sample journal is invented and says so, and is the same for the same seed and clock."""

import itertools
from datetime import UTC, datetime, timedelta
from random import Random
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.builders import mood_of
from support.clock import START, FixedClock
from support.strategies import wall, zones
from support.vaults import quick

from caregiver_journal.domain.entry import Entry
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.sample import MARK, PASSPHRASE, _invent, fill_with_sample

LONDON = ZoneInfo("Europe/London")


def read_all(journal: Journal) -> list[Entry]:
    return journal.entries.page(None, 10_000)[0]


def test_the_same_seed_and_clock_give_the_same_journal() -> None:
    first, again, other = (list(_invent(START, 60, None, Random(seed))) for seed in (1, 1, 2))
    assert first == again
    assert first != other
    assert len(first) == len(other) == 102


def test_it_is_written_into_a_journal_at_once_and_told_once(
    journal: Journal, told: list[Changes]
) -> None:
    assert fill_with_sample(journal, days=60, seed=3) == 102
    entries = read_all(journal)
    assert sorted(e.id for e in entries) == sorted(
        e.id for e in _invent(START, 60, None, Random(3))
    )
    assert len(told) == 1
    assert journal.database.check(deep=True) == []


def test_as_many_entries_as_are_asked_for(journal: Journal) -> None:
    assert fill_with_sample(journal, days=3, entries=40) == 40
    assert journal.entries.count()[0] == 40
    assert {entry.day for entry in read_all(journal)} <= {
        START.date() - timedelta(days=days) for days in range(5)
    }


@settings(quick, max_examples=60)
@given(
    st.datetimes(wall("2020-01-01"), wall("2030-12-31"), timezones=zones),
    st.integers(1, 8),
    st.integers(1, 30),
    st.integers(0, 1_000),
)
@example(datetime(2026, 11, 20, 0, 1, tzinfo=LONDON), 1, 30, 1)
@example(START, 2, 9, 25)
@example(datetime(2026, 3, 29, 2, 1, tzinfo=LONDON), 1, 200, 1)
def test_nothing_in_it_lies_in_the_future_and_all_is_marked(
    now: datetime, days: int, count: int, seed: int
) -> None:
    entries = list(_invent(now, days, count, Random(seed)))
    assert len(entries) == count
    assert len({entry.id for entry in entries}) == count
    assert all(entry.created <= now.astimezone(UTC) for entry in entries)
    assert all(entry.happened.astimezone(UTC) <= now.astimezone(UTC) for entry in entries)
    assert all(MARK in entry.tags for entry in entries)
    assert all(a.happened <= b.happened for a, b in itertools.pairwise(entries))


def test_today_and_the_week_are_not_empty(journal: Journal, clock: FixedClock) -> None:
    fill_with_sample(journal)
    days = {entry.day for entry in read_all(journal)}
    assert START.date() in days
    assert len({day for day in days if (START.date() - day).days < 5}) >= 4


def test_the_journal_it_makes_has_ups_and_downs_and_gaps(journal: Journal) -> None:
    fill_with_sample(journal)
    entries = read_all(journal)
    assert len({mood_of(entry).level for entry in entries}) >= 4
    assert len({entry.day for entry in entries}) < 61
    assert any(entry.note for entry in entries)
    assert any(not entry.note for entry in entries)


@pytest.mark.parametrize("entries", [None, 0])
def test_no_days_or_no_entries_make_an_empty_journal(journal: Journal, entries: int | None) -> None:
    assert fill_with_sample(journal, days=0, entries=entries) == 0


def test_its_passphrase_is_long_enough_to_be_typed_at_the_lock() -> None:
    assert len(PASSPHRASE) >= 10
