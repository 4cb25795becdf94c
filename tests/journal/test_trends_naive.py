"""What SQL adds up is what adding up the entries themselves gives, whichever days are looked at."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from statistics import mean, median

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from support.trends import TODAY, ago
from support.vaults import quick

from caregiver_journal.domain.answer_trend import CLEAR
from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.series import make_series
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.journal.trends import (
    read_answers,
    read_belonging,
    read_fears,
    read_guilt,
    read_mood,
    read_practice,
    read_profile,
    read_scan,
    read_words,
    summary_counts,
)
from caregiver_journal.journal.trends.moods import part_of

DAYS = 150
periods = st.tuples(st.integers(0, DAYS + 5), st.integers(0, DAYS)).map(
    lambda drawn: Period(ago(drawn[0] + drawn[1]), ago(drawn[0]))
)
looked_at = settings(quick, max_examples=30)


@pytest.fixture
def lived(journal: Journal) -> Journal:
    """A journal with some months of entries, a fifth of them in the trash."""
    fill_with_sample(journal, days=DAYS, seed=3)
    entries = journal.entries.between(ago(DAYS), TODAY)
    journal.remove(*entries[::5])
    return journal


def entries(journal: Journal, period: Period) -> list[Entry]:
    """Return the entries of a period in the order of time."""
    return journal.entries.between(*period.bounds)[::-1]


def moods(journal: Journal, period: Period) -> Iterator[tuple[Entry, Mood]]:
    for entry in entries(journal, period):
        if isinstance(entry.detail, Mood):
            yield entry, entry.detail


def boundaries(journal: Journal, period: Period) -> Iterator[tuple[Entry, Boundary]]:
    for entry in entries(journal, period):
        if isinstance(entry.detail, Boundary):
            yield entry, entry.detail


@looked_at
@given(period=periods)
def test_moods(lived: Journal, period: Period) -> None:
    said = list(moods(lived, period))
    levels = make_series(((entry.day, mood.level) for entry, mood in said), *period.bounds)
    assert read_mood(lived, period).series == levels
    belonging = ((entry.day, mood.belonging) for entry, mood in said if mood.belonging is not None)
    assert read_belonging(lived, period).series == make_series(belonging, *period.bounds)
    words = Counter(word for _entry, mood in said for word in mood.words)
    found = read_words(lived, period)
    assert dict(found.words) == words
    assert [each.n for each in found.words] == sorted(words.values(), reverse=True)
    assert found.moments == sum(bool(mood.words) for _entry, mood in said)


@looked_at
@given(period=periods)
def test_the_week_and_the_day(lived: Journal, period: Period) -> None:
    found = read_profile(lived, period)
    by_day: dict[date, list[int]] = {}
    parts: dict[int, list[int]] = {}
    for entry, mood in moods(lived, period):
        by_day.setdefault(entry.day, []).append(mood.level)
        parts.setdefault(part_of(entry.happened.hour), []).append(mood.level)
    for weekday, slot in enumerate(found.weekdays):
        means = [mean(levels) for day, levels in by_day.items() if day.weekday() == weekday]
        assert slot.n == len(means)
        assert slot.middle == (pytest.approx(median(means)) if means else None)
    for part, slot in enumerate(found.parts):
        levels = parts.get(part, [])
        assert slot.n == len(levels)
        assert slot.middle == (median(levels) if levels else None)
        ends = (slot.low, slot.middle, slot.high)
        numbers = [end for end in ends if end is not None]
        assert numbers == sorted(numbers)
        assert not levels or min(levels) <= numbers[0] <= numbers[2] <= max(levels)


@looked_at
@given(period=periods)
def test_answers_guilt_and_fears(lived: Journal, period: Period) -> None:
    moments = list(boundaries(lived, period))
    trend = read_answers(lived, period)
    assert trend.bins[0].first == trend.first == period.first
    assert trend.bins[-1].last == trend.last == period.last
    for before, after in zip(trend.bins, trend.bins[1:], strict=False):
        assert after.first - before.last == timedelta(days=1)
        assert (after.first.weekday() == 0) if trend.is_weekly else (after.first.day == 1)
    for found in trend.bins:
        said = [each.answer for entry, each in moments if found.first <= entry.day <= found.last]
        assert found.against == said.count(Answer.AGAINST)
        assert found.clear == sum(answer in CLEAR for answer in said)
        assert found.against + found.clear + found.other == len(said)
    guilt = read_guilt(lived, period)
    assert guilt.moments == len(moments)
    assert [(pair.entry_id, pair.then, pair.later) for pair in guilt.pairs] == [
        (entry.id, each.guilt, later[-1])
        for entry, each in moments
        if (later := [again.guilt for again in each.follow_ups if again.guilt is not None])
        and each.guilt is not None
    ]
    fears = read_fears(lived, period)
    believed = [(entry, each) for entry, each in moments if each.belief is not None]
    assert [(fear.entry_id, fear.belief, fear.came_true) for fear in fears.fears] == [
        (entry.id, each.belief, each.came_true)
        for entry, each in believed
        if each.came_true is not None
    ]
    assert fears.open_fears == len(believed) - len(fears.fears)


@looked_at
@given(period=periods)
def test_practices(lived: Journal, period: Period) -> None:
    done: dict[str, list[Practice]] = {}
    for entry in entries(lived, period):
        if isinstance(entry.detail, Practice):
            done.setdefault(entry.detail.exercise, []).append(entry.detail)
    found = read_practice(lived, period).exercises
    assert {each.exercise: each.times for each in found} == {
        exercise: len(times) for exercise, times in done.items()
    }
    for each in found:
        pairs = [
            (one.distress_before, one.distress_after)
            for one in done[each.exercise]
            if one.distress_before is not None and one.distress_after is not None
        ]
        assert each.distress.n == len(pairs)
        if pairs:
            assert each.distress.before == median(before for before, _after in pairs)
            assert each.distress.after == median(after for _before, after in pairs)


@looked_at
@given(period=periods)
def test_what_parts_the_days(lived: Journal, period: Period) -> None:
    tags: dict[str, set[date]] = {}
    for entry in entries(lived, period):
        for tag in entry.tags:
            tags.setdefault(tag, set()).add(entry.day)
    scan = read_scan(lived, period)
    found = {each.name: set(each.days) for each in scan.conditions if each.parting.value == "tag"}
    assert found == tags
    sizes = [len(days) for days in found.values()]
    assert sizes == sorted(sizes, reverse=True)
    counted = summary_counts(lived, period)
    kinds = Counter(entry.kind for entry in entries(lived, period))
    assert counted.by_kind == {kind: kinds[kind] for kind in Kind if kinds[kind]}
