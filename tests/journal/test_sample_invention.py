"""The invented life reads like one: shifts, good and bad weeks, gaps, a journey, a slow change."""

import itertools
import re
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from functools import cache
from random import Random
from statistics import fmean
from zoneinfo import ZoneInfo

import pytest
from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from support.builders import mood_of
from support.clock import LONDON, START
from support.strategies import wall, zones
from support.vaults import quick

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.practice import Practice
from caregiver_journal.domain.reflection import Form, Reflection
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.journal.feelings import shipped_feelings
from caregiver_journal.journal.sample import MARK, notes
from caregiver_journal.journal.sample.invention import Invention, Record
from caregiver_journal.journal.sample.life import Day, Turn
from caregiver_journal.journal.sample.moments import Moment

SHIFTS = [Shift("Off", is_off=True), Shift("Early"), Shift("Late"), Shift("Night")]
SEEDS = range(1, 7)
TODAY = START.date()


@cache
def a_year(seed: int) -> tuple[Record, ...]:
    return tuple(Invention(START, 365, None, seed, shifts=SHIFTS).records())


def entries_of(seed: int) -> list[Entry]:
    return [record for record in a_year(seed) if isinstance(record, Entry)]


def moods_of(seed: int) -> list[Entry]:
    """Return the entries that hold a mood."""
    return [entry for entry in entries_of(seed) if isinstance(entry.detail, Mood)]


def boundaries_of(seed: int) -> list[tuple[Entry, Boundary]]:
    """Return the entries that hold a boundary moment, each with it."""
    return [(e, e.detail) for e in entries_of(seed) if isinstance(e.detail, Boundary)]


def workdays_of(seed: int) -> dict[date, Workday]:
    return {record.day: record for record in a_year(seed) if isinstance(record, Workday)}


def quarter_of_the_year(entries: list[Entry], number: int) -> list[Entry]:
    first = TODAY - timedelta(days=364)
    return [entry for entry in entries if (entry.day - first).days * 4 // 365 == number]


def test_the_same_seed_and_clock_give_the_same_life() -> None:
    again = tuple(Invention(START, 365, None, 1, shifts=SHIFTS).records())
    assert again == a_year(1)
    assert {e.id for e in entries_of(1)}.isdisjoint(e.id for e in entries_of(2))
    later = Invention(START + timedelta(days=1), 365, None, 1, shifts=SHIFTS)
    assert tuple(later.records()) != a_year(1)


@pytest.mark.unwatched
@settings(quick, max_examples=40, phases=[Phase.explicit, Phase.generate])
@given(
    st.datetimes(wall("2020-01-01"), wall("2030-12-31"), timezones=zones),
    st.integers(1, 130),
    st.integers(1, 60) | st.none(),
    st.integers(0, 1_000),
)
@example(datetime(2026, 11, 20, 0, 1, tzinfo=LONDON), 1, 30, 1)
@example(datetime(2026, 11, 20, 4, 0, tzinfo=LONDON), 2, 9, 25)
@example(datetime(2026, 3, 29, 2, 1, tzinfo=LONDON), 1, 200, 1)
@example(datetime(2026, 10, 25, 1, 30, tzinfo=LONDON, fold=1), 120, None, 1)
def test_nothing_in_it_lies_in_the_future_and_all_is_marked(
    now: datetime, days: int, count: int | None, seed: int
) -> None:
    invention = Invention(now, days, count, seed)
    entries = [record for record in invention.records() if isinstance(record, Entry)]
    assert len(entries) == invention.total == (count or invention.total)
    assert len({entry.id for entry in entries}) == len(entries)
    moments = [entry.happened.astimezone(UTC) for entry in entries]
    assert all(m <= e.created <= now.astimezone(UTC) for m, e in zip(moments, entries, strict=True))
    assert all(one <= other for one, other in itertools.pairwise(moments))
    assert all(MARK in entry.tags for entry in entries)
    today = day_of(now.astimezone(UTC).astimezone(now.tzinfo))
    assert all(timedelta() <= today - entry.day < timedelta(days) for entry in entries)
    assert entries[-1].day == today


@pytest.mark.parametrize("seed", SEEDS)
def test_hardly_a_note_is_written_twice(seed: int) -> None:
    notes = [entry.note for entry in moods_of(seed) if entry.note]
    assert len(notes) > 260
    assert len(notes) - len(set(notes)) <= len(notes) / 100
    sentences = Counter(
        sentence
        for note in notes
        for sentence in re.split(r"(?<=[.?”])\s+", note)
        if len(sentence) > 25
    )
    assert sentences.most_common(1)[0][1] <= 12
    assert len(sentences) > 420


@pytest.mark.parametrize("seed", SEEDS)
def test_many_notes_are_short_some_long_and_some_left_out(seed: int) -> None:
    lengths = [len(entry.note) for entry in moods_of(seed)]
    for low, high, least, most in ((0, 0, 0.15, 0.4), (1, 60, 0.2, 0.5), (250, 2_000, 0.03, 0.2)):
        share = sum(low <= length <= high for length in lengths) / len(lengths)
        assert least < share < most, (low, high)
    assert 450 < max(lengths) < 2_000


def test_notes_are_whole_sentences() -> None:
    for entry in itertools.chain.from_iterable(map(entries_of, SEEDS)):
        note = entry.note
        assert not set("{}#@_") & set(note), note
        assert "  " not in note
        assert not re.search(r"\b(\w+) \1\b", note.replace("had had", "")), note
        if note:
            assert note[0].isupper() or note[0] == "“"
            assert note[-1] in ".?”:", note


@pytest.mark.parametrize("seed", SEEDS)
def test_a_week_of_leave_and_single_days_stay_empty(seed: int) -> None:
    written = {entry.day for entry in entries_of(seed)}
    (pause,) = (record for record in a_year(seed) if isinstance(record, Pause))
    assert pause.last == pause.first + timedelta(days=6)
    assert pause.first > TODAY - timedelta(days=200)
    assert not [day for day in written | workdays_of(seed).keys() if pause.holds(day)]
    year = [TODAY - timedelta(days=days) for days in range(365)]
    empty = [day for day in year if day not in written and not pause.holds(day)]
    assert 15 <= len(empty) <= 80


def test_a_short_life_has_neither_leave_nor_journey() -> None:
    records = list(Invention(START, 100, None, 1).records())
    assert not [record for record in records if isinstance(record, Pause)]
    assert {e.happened.tzinfo for e in records if isinstance(e, Entry)} == {LONDON}


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_written_after_midnight_counts_to_the_shift_before(seed: int) -> None:
    late = [entry for entry in entries_of(seed) if entry.happened.hour < 4]
    assert len(late) >= 40
    assert all(entry.day == entry.happened.date() - timedelta(days=1) for entry in late)
    workdays = workdays_of(seed)
    kinds = Counter(
        shift.name
        for entry in late
        if entry.day in workdays and (shift := workdays[entry.day].shift)
    )
    assert kinds["Early"] == 0
    assert kinds["Night"] > kinds["Off"]
    assert kinds["Late"] > kinds["Off"]
    assert all(
        entry.day == entry.happened.date() for entry in entries_of(seed) if entry not in late
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_one_journey_is_written_in_the_zone_it_led_to(seed: int) -> None:
    entries = entries_of(seed)
    runs = [
        (zone, list(run)) for zone, run in itertools.groupby(entries, lambda e: e.happened.tzinfo)
    ]
    (zone_before, _before), (zone, away), (zone_after, _after) = runs
    assert zone_before == zone_after == LONDON
    assert isinstance(zone, ZoneInfo)
    assert len({entry.day for entry in away}) >= 8
    assert (away[-1].day - away[0].day).days < 14
    assert all(8 <= entry.happened.hour < 23 for entry in away)
    for entry in away:
        at_home = entry.happened.astimezone(LONDON)
        gap = (entry.happened.utcoffset() or timedelta()) - (at_home.utcoffset() or timedelta())
        assert abs(gap) >= timedelta(hours=3)


@pytest.mark.unwatched
def test_the_journey_leads_away_from_wherever_home_is() -> None:
    for home in ("Asia/Kolkata", "Australia/Melbourne", "America/Halifax", "Pacific/Kiritimati"):
        invention = Invention(START.astimezone(ZoneInfo(home)), 365, None, 1)
        zones_seen = {e.happened.tzinfo for e in invention.records() if isinstance(e, Entry)}
        assert len(zones_seen) == 2
        assert ZoneInfo(home) in zones_seen


def test_the_year_slowly_becomes_a_little_kinder() -> None:
    changes, extras = [], []
    for seed in SEEDS:
        first, last = (quarter_of_the_year(moods_of(seed), number) for number in (0, 3))
        changes.append(
            fmean(mood_of(e).level for e in last) - fmean(mood_of(e).level for e in first)
        )
        extras.append([len({e.day for e in q if "extra shift" in e.tags}) for q in (first, last)])
    assert fmean(changes) > 0.3
    assert max(changes) < 1.5
    assert sum(change > 0 for change in changes) >= 5
    assert changes[0] > 0.1, "the journal that is shown when none is chosen"
    before, after = (sum(counts) for counts in zip(*extras, strict=True))
    assert after < before / 2


@pytest.mark.unwatched
def test_giving_in_becomes_rarer_and_holding_out_more_common() -> None:
    counts = {
        number: Counter(
            tag
            for seed in SEEDS
            for entry in quarter_of_the_year(entries_of(seed), number)
            for tag in entry.tags
        )
        for number in (0, 3)
    }
    assert counts[0]["said yes"] > counts[3]["said yes"]
    assert counts[0]["said no"] < counts[3]["said no"]


@pytest.mark.parametrize("seed", SEEDS)
def test_there_are_good_weeks_and_bad_ones(seed: int) -> None:
    weeks: dict[tuple[int, int], list[int]] = {}
    for entry in moods_of(seed):
        weeks.setdefault(entry.day.isocalendar()[:2], []).append(mood_of(entry).level)
    means = [fmean(levels) for levels in weeks.values() if len(levels) >= 5]
    assert min(means) < 2.7
    assert max(means) > 3.6
    assert {mood_of(entry).level for entry in moods_of(seed)} == {1, 2, 3, 4, 5}


@pytest.mark.parametrize("seed", SEEDS)
def test_the_work_of_most_days_is_said(seed: int) -> None:
    workdays = workdays_of(seed)
    assert 300 <= len(workdays) <= 345
    names = Counter(day.shift.name for day in workdays.values() if day.shift)
    assert set(names) == {"Off", "Early", "Late", "Night"}
    assert names["Night"] >= 20
    assert any(day.weekday() >= 5 and not workday.is_off for day, workday in workdays.items())
    for day, workday in workdays.items():
        if workday.is_off or day == TODAY:
            assert (workday.hours, workday.load) == (None, None)
        else:
            assert workday.hours is not None
            assert workday.shift is not None
            least = {"Early": 7.5, "Late": 8, "Night": 10}[workday.shift.name]
            assert least <= workday.hours <= least + 1
            assert workday.load is not None
    for day, workday in workdays.items():
        after = workdays.get(day + timedelta(1))
        if workday.shift == SHIFTS[3] and after is not None:
            assert after.shift in {SHIFTS[0], SHIFTS[3]}, "nobody comes back hours after a night"


def test_the_heavier_the_day_the_lower_the_mood() -> None:
    light: list[int] = []
    heavy: list[int] = []
    for seed in SEEDS:
        workdays = workdays_of(seed)
        for entry in moods_of(seed):
            load = workdays[entry.day].load if entry.day in workdays else None
            if load is not None and load != 5:
                (light if load < 5 else heavy).append(mood_of(entry).level)
    assert fmean(light) > fmean(heavy) + 0.5


@pytest.mark.parametrize("seed", SEEDS)
def test_moods_say_what_somebody_says_at_a_time(seed: int) -> None:
    moods = [mood_of(entry) for entry in moods_of(seed)]
    feelings = {feeling.word: feeling for feeling in shipped_feelings()}
    used = [(mood, feelings[word]) for mood in moods for word in mood.words]
    assert fmean(abs(mood.level - feeling.pleasant) for mood, feeling in used) < 1
    assert 20 <= len({feeling.word for _mood, feeling in used}) <= 44
    assert 0.6 < fmean(mood.about is not None for mood in moods) < 0.95
    assert {mood.about for mood in moods} == {None, *About}
    said = [mood for mood in moods if mood.belonging is not None]
    assert 0.1 < len(said) / len(moods) < 0.5
    low, high = (
        [m.belonging or 0 for m in said if test(m.level)] for test in ((3).__gt__, (3).__lt__)
    )
    assert fmean(low) + 2 < fmean(high)
    assert 0.2 < fmean(mood.energy is None for mood in moods) < 0.4


@pytest.mark.parametrize("seed", SEEDS)
def test_tags_are_used_again_and_few_entries_are_set_apart(seed: int) -> None:
    entries = entries_of(seed)
    tags = Counter(tag for entry in entries for tag in entry.tags)
    assert 15 <= len(tags) <= 30
    assert tags["early shift"] > tags["night shift"] > tags["handover"] > 0
    assert 0.01 < fmean(entry.never_export for entry in entries) < 0.1
    assert 0.01 < fmean(entry.for_session for entry in entries) < 0.15
    assert all(entry.note for entry in moods_of(seed) if entry.for_session)


# --- what is asked of the person ------------------------------------------------------------------


@pytest.mark.parametrize("seed", SEEDS)
def test_something_is_asked_now_and_then_and_never_instead_of_a_mood(seed: int) -> None:
    moments, entries = boundaries_of(seed), entries_of(seed)
    assert 0.12 < len(moments) / len(entries) < 0.28
    assert {entry.day for entry, _b in moments} <= {entry.day for entry in moods_of(seed)}
    assert len({boundary.asked for _e, boundary in moments}) > 40
    assert {boundary.answer for _e, boundary in moments} >= {Answer.AGAINST, Answer.NO, Answer.TIME}
    assert 0.3 < fmean(bool(boundary.feared) for _e, boundary in moments) < 0.8
    assert any(entry.for_session for entry, _b in moments)


def test_saying_yes_against_ones_wish_becomes_rarer() -> None:
    def share(number: int) -> float:
        return fmean(
            isinstance(entry.detail, Boundary) and entry.detail.answer is Answer.AGAINST
            for seed in SEEDS
            for entry in quarter_of_the_year([e for e, _b in boundaries_of(seed)], number)
        )

    assert share(0) > 0.35
    assert share(3) < 0.28


def test_guilt_is_mostly_lower_when_it_is_asked_again() -> None:
    falls = [
        boundary.guilt - boundary.guilt_later
        for seed in SEEDS
        for _entry, boundary in boundaries_of(seed)
        if boundary.guilt is not None and boundary.guilt_later is not None
    ]
    assert len(falls) > 100
    assert 1 < fmean(falls) < 3.5
    assert min(falls) < 0, "not always"


def test_answers_lie_between_their_moment_and_now() -> None:
    for seed in SEEDS:
        for entry, boundary in boundaries_of(seed):
            for each in boundary.follow_ups:
                if each.answered is not None:
                    assert entry.happened < each.answered <= START
                    assert entry.changed >= each.answered
                elif each.is_open:
                    assert each.due >= TODAY - timedelta(days=3), "nothing old waits"


@pytest.mark.parametrize("seed", SEEDS)
def test_some_of_it_is_reflection_and_practice_in_the_order_of_the_year(seed: int) -> None:
    said = [entry.detail for entry in entries_of(seed)]
    reflections = [one for one in said if isinstance(one, Reflection)]
    practices = [one for one in said if isinstance(one, Practice)]
    assert len(reflections) > 25
    assert len(practices) > 18
    assert len({one.form for one in reflections}) >= 5
    assert all(one.question for one in reflections if one.form is Form.FREE)
    questions = [one.prompt for one in reflections if one.form is Form.FREE]
    assert len(set(questions)) == min(len(questions), 36), "none twice before all of them"
    assert any(not one.is_whole for one in practices)
    assert any(one.has_risen for one in practices)


def test_a_letter_comes_back_after_a_month_and_was_read_where_that_is_over() -> None:
    letters = [
        (entry, entry.detail)
        for seed in SEEDS
        for entry in entries_of(seed)
        if isinstance(entry.detail, Practice) and entry.detail.exercise == "letter"
    ]
    assert letters
    for entry, letter in letters:
        assert letter.back_on is not None
        assert letter.back_on > entry.day
        assert letter.waits == (letter.back_on >= TODAY - timedelta(days=2))


def test_only_the_last_notes_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notes, "_REMEMBERED", 5)
    notebook = notes.Notebook(Random(1))
    day, moment = Day(TODAY, Turn.OFF), Moment(START, "off")
    for _note in range(20):
        notebook.write(day, moment, 3)
    assert len(notebook._written) == 5
