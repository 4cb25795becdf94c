"""A sample journal is written a little at a time, says that it is invented, and can be lived in."""

import gc
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from support.builders import mood_of
from support.clock import START, FixedClock

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.session import HomeworkState
from caregiver_journal.domain.shift import Shift
from caregiver_journal.journal.exercising import all_exercises
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.ladder import linked_entry, read_ladder
from caregiver_journal.journal.learning import all_cards
from caregiver_journal.journal.planning import plans
from caregiver_journal.journal.prompts import all_prompts, all_themes
from caregiver_journal.journal.sample import MARK, PASSPHRASE, fill_with_sample
from caregiver_journal.journal.sample.filling import AT_ONCE
from caregiver_journal.journal.sample.invention import Invention
from caregiver_journal.journal.scripts import all_scripts
from caregiver_journal.journal.session_overview import read_session_overview
from caregiver_journal.journal.supporting import read_bare_card
from caregiver_journal.journal.today import read_today

TODAY = START.date()
YEAR_AGO = TODAY - timedelta(days=364)


def read_all(journal: Journal) -> list[Entry]:
    return journal.entries.page(None, 10_000)[0]


def _unmarked(entries: list[Entry]) -> list[Entry]:
    """Return entries as they are once they were brought to a session."""
    return [replace(entry, for_session=False) for entry in entries]


def test_it_is_written_as_it_was_made_up(journal: Journal) -> None:
    count = fill_with_sample(journal, days=60, seed=3)
    invention = Invention(START, 60, None, 3, shifts=journal.shifts.all())
    made = list(invention.records())
    entries = [record for record in made if isinstance(record, Entry)]
    assert count == invention.total == len(entries)
    assert _unmarked(read_all(journal)) == _unmarked(entries[::-1])
    workdays = journal.workdays.between(YEAR_AGO, TODAY)
    assert workdays == [r for r in made if r not in entries]
    assert journal.database.check(deep=True) == []


def test_a_year_of_it_has_workdays_and_one_pause_for_the_week_of_leave(
    journal: Journal, told: list[Changes]
) -> None:
    fill_with_sample(journal)
    workdays = journal.workdays.between(YEAR_AGO, TODAY)
    assert 300 <= len(workdays) <= 350
    assert all(workday.shift is not None for workday in workdays)
    (pause,) = journal.pauses.all()
    assert pause.last is not None
    assert (pause.last - pause.first).days == 6
    assert journal.entries.between(pause.first, pause.last) == []
    assert journal.workdays.between(pause.first, pause.last) == []
    assert told[0] == frozenset({*Kind, Topic.WORKDAY, Topic.PAUSE})
    assert told[-1] == frozenset({Topic.LADDER, Topic.PLAN, Topic.SCRIPT, Topic.EVENT_MARK})
    own = {Topic.SUPPORT, Topic.PROMPT, Topic.EXERCISE, Topic.CARD, Topic.INSTRUMENT}
    assert frozenset.union(*told[1:-1]) == {*own, Topic.SESSION, *Kind}


def test_a_year_of_it_has_a_ladder_plans_and_own_phrases_and_only_once(
    journal: Journal,
) -> None:
    fill_with_sample(journal)
    fill_with_sample(journal, seed=2)
    rows = read_ladder(journal)
    assert len(rows) == 7
    tries = [tried for row in rows for tried in row.tries]
    assert len(tries) >= 8
    assert all(tried.happened < START for tried in tries)
    linked = [tried for tried in tries if tried.entry_id]
    assert linked
    assert all(linked_entry(journal, tried) is not None for tried in linked)
    assert [plan.day for plan in plans(journal)] == [TODAY + timedelta(days=5), None, None]
    assert sum(script.is_own for script in all_scripts(journal)) == 3


@pytest.mark.unwatched
def test_a_year_of_it_has_a_support_card_and_something_of_every_kind_of_ones_own(
    journal: Journal,
) -> None:
    fill_with_sample(journal)
    fill_with_sample(journal, seed=2)
    lines = journal.support.lines()
    assert {line.section for line in lines} == {part.section for part in read_bare_card(journal)}
    assert len(lines) == len({line.text for line in lines})
    (deck,) = (theme for theme in all_themes(journal) if theme.is_own)
    assert len([one for one in all_prompts(journal) if one.theme == deck.id]) == 3
    exercises = all_exercises(journal)
    assert [one.is_timed for one in exercises if one.is_own] == [True]
    assert sum(one.is_favourite for one in exercises) == 2
    assert sum(card.is_own for card in all_cards(journal)) == 1
    assert sum(card.is_read for card in all_cards(journal)) == 4


def test_a_year_of_it_has_sessions_and_what_belongs_to_them(journal: Journal) -> None:
    fill_with_sample(journal)
    found = read_session_overview(journal)
    assert [each.day for each in found.sessions[:2]] == [date(2026, 12, 1), date(2026, 11, 17)]
    assert (found.next, found.last) == found.sessions[:2]
    assert len(found.sessions) == 9
    assert {session.day.weekday() for session in found.sessions} == {1}
    assert all(session.note for session in found.sessions[1:])
    assert (len(found.points), len(found.talked)) == (3, 3)
    assert (len(found.homework), len(found.ended)) == (2, 4)
    assert {each.state for each in found.ended} == {HomeworkState.DONE, HomeworkState.DROPPED}
    assert all(each.how_it_went for each in found.ended)
    assert (len(found.goals), len(found.reached)) == (2, 1)
    assert found.marked_count == len(found.marked) == 3
    (source,) = found.sources.values()
    assert not source.never_export


def test_sessions_before_its_first_day_are_left_out(journal: Journal) -> None:
    fill_with_sample(journal, days=40)
    assert len(read_session_overview(journal).sessions) == 4


def test_marks_lie_on_its_days_and_come_once(journal: Journal) -> None:
    fill_with_sample(journal, days=100)
    fill_with_sample(journal, days=100, seed=2)
    marks = journal.event_marks.between(YEAR_AGO, TODAY)
    assert [(TODAY - mark.day).days for mark in marks] == [66, 24]
    assert len({mark.text for mark in marks}) == 2


def test_a_few_days_of_it_have_nothing_prepared(journal: Journal) -> None:
    fill_with_sample(journal, days=5)
    assert read_ladder(journal) == ()
    assert plans(journal) == ()


def entries_in_memory() -> int:
    return sum(type(thing) is Entry for thing in gc.get_objects())


@pytest.mark.unwatched
def test_no_transaction_is_larger_than_allowed_and_each_tells_how_far_it_is(
    journal: Journal,
) -> None:
    counted: list[int] = []
    held: list[int] = []
    heard: list[tuple[int, int]] = []
    before = entries_in_memory()

    def count(_changes: Changes) -> None:
        counted.append(journal.entries.count()[0])
        held.append(entries_in_memory() - before)

    journal.listen(count)
    assert fill_with_sample(journal, entries=2_500, told=lambda *far: heard.append(far)) == 2_500
    counted, later = counted[: len(heard)], counted[len(heard) :]
    assert set(later) == {2_500}, "the last ones wrote what is prepared, and no entry"
    assert [(count, 2_500) for count in counted] == heard
    assert heard[-1] == (2_500, 2_500)
    steps = [after - before for before, after in zip([0, *counted], counted, strict=False)]
    assert len(steps) >= 3
    assert all(0 < step <= AT_ONCE for step in steps)
    assert all(0 < many <= AT_ONCE for many in held[: len(heard)]), "made while they are written"


def test_entries_that_are_held_are_counted() -> None:
    before = entries_in_memory()
    held = list(Invention(START, 10, 50, 1).records())
    assert entries_in_memory() - before == sum(isinstance(record, Entry) for record in held) == 50


def test_as_many_entries_as_are_asked_for(journal: Journal) -> None:
    assert fill_with_sample(journal, days=3, entries=40) == 40
    assert journal.entries.count()[0] == 40
    assert {entry.day for entry in read_all(journal)} <= {
        TODAY - timedelta(days=days) for days in range(3)
    }


@pytest.mark.unwatched
@pytest.mark.parametrize("hour", [0, 3, 4, 5, 9, 17, 23])
def test_today_and_the_week_are_not_empty_at_any_hour(
    journal: Journal, clock: FixedClock, hour: int
) -> None:
    clock.set(START.replace(hour=hour, minute=1))
    fill_with_sample(journal, days=30)
    today = read_today(journal)
    assert len(today.entries) >= 2
    assert sum(day.count > 0 for day in today.week) >= 3
    assert all(entry.happened <= clock() for entry in today.entries)


@pytest.mark.unwatched
@pytest.mark.parametrize("start", [time(0), time(2), time(4), time(12)])
@pytest.mark.parametrize("hour", [1, 13])
def test_it_keeps_to_the_day_the_person_set(
    journal: Journal, clock: FixedClock, start: time, hour: int
) -> None:
    clock.set(START.replace(hour=hour))
    journal.set(START_OF_DAY, start)
    fill_with_sample(journal, days=40, entries=400)
    entries = read_all(journal)
    assert len(entries) == 400
    for entry in entries:
        assert entry.day == day_of(entry.happened, start)
        assert entry.happened <= clock()
    assert len(read_today(journal).entries) >= 2


def test_kinds_of_shift_with_other_names_are_left_out(journal: Journal) -> None:
    with journal.writing(Topic.SHIFT):
        for shift in journal.shifts.all():
            name = f"My {shift.name}"
            journal.shifts.change(Shift(name, shift.is_off, shift.is_hidden, shift.number))
    fill_with_sample(journal, days=60)
    workdays = journal.workdays.between(YEAR_AGO, TODAY)
    assert workdays
    assert all(day.shift is None and day.hours is not None for day in workdays)


def test_the_journal_it_makes_has_ups_and_downs_and_gaps(journal: Journal) -> None:
    fill_with_sample(journal, days=60)
    entries = read_all(journal)
    moods = [entry for entry in entries if entry.kind is Kind.MOOD]
    assert {mood_of(entry).level for entry in moods} >= {2, 3, 4}
    assert len({entry.day for entry in entries}) < 60
    assert all(MARK in entry.tags for entry in entries)


@pytest.mark.parametrize(("days", "entries"), [(0, None), (0, 5), (60, 0)])
def test_no_days_or_no_entries_make_an_empty_journal(
    journal: Journal, told: list[Changes], days: int, entries: int | None
) -> None:
    assert fill_with_sample(journal, days=days, entries=entries) == 0
    assert told == []


def test_its_passphrase_is_long_enough_to_be_typed_at_the_lock() -> None:
    assert len(PASSPHRASE) >= 10
