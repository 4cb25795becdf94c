"""Goals, points, homework and sessions are kept, changed and taken back; the page reads them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from support.builders import an_entry
from support.clock import START, FixedClock

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.domain.waiting import Later
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.session_overview import (
    MOST_MARKED,
    read_session_overview,
)
from caregiver_journal.journal.sessions import (
    delete_goal,
    delete_homework,
    delete_point,
    delete_session,
    end_homework,
    keep_goal,
    keep_homework,
    keep_point,
    keep_session,
    make_goal,
    make_homework,
    make_point,
    session_today,
    since_last_session,
    source_of,
    take_off,
    talk_about,
)
from caregiver_journal.journal.waiting import put_off, read_waiting

TODAY = START.date()
HELD = Session("1" * 36, date(2026, 11, 17), time(14, 0), "A slow hour.")
COMING = Session("2" * 36, date(2026, 12, 1), time(14, 0))
DRAFT = DraftName("session.sheet", "goal:new")

Kept = Goal | Homework | TalkPoint | Session


def things(journal: Journal) -> dict[str, tuple[Callable[[], object], Kept, Callable[[], object]]]:
    goal, point = make_goal(journal, "A day off"), make_point(journal, "The rota", is_question=True)
    homework = make_homework(journal, "Breathe")
    return {
        "goal": (lambda: keep_goal(journal, goal), goal, lambda: delete_goal(journal, goal)),
        "point": (lambda: keep_point(journal, point), point, lambda: delete_point(journal, point)),
        "homework": (
            lambda: keep_homework(journal, homework),
            homework,
            lambda: delete_homework(journal, homework),
        ),
        "session": (
            lambda: keep_session(journal, HELD),
            HELD,
            lambda: delete_session(journal, HELD),
        ),
    }


def all_kept(journal: Journal) -> tuple[Kept, ...]:
    return (
        *journal.goals.all(),
        *journal.talk_points.all(),
        *journal.homework.all(),
        *journal.sessions.all(),
    )


def take_back(undo: object) -> None:
    assert callable(undo)
    undo()


@pytest.mark.parametrize("what", ["goal", "point", "homework", "session"])
def test_a_thing_is_kept_and_deleted_and_each_is_taken_back(
    journal: Journal, told: list[Changes], what: str
) -> None:
    keep, thing, delete = things(journal)[what]
    take_back(keep())
    assert all_kept(journal) == ()
    keep()
    assert all_kept(journal) == (thing,)
    undo = delete()
    assert all_kept(journal) == ()
    take_back(undo)
    assert all_kept(journal) == (thing,)
    assert set(told) == {frozenset({Topic.SESSION})}


def test_a_change_is_taken_back_to_what_was_there(journal: Journal) -> None:
    goal = make_goal(journal, "A day off")
    keep_goal(journal, goal)
    undo = keep_goal(journal, replace(goal, text="Two of them", reached=TODAY))
    assert journal.goals.all() == (replace(goal, text="Two of them", reached=TODAY),)
    undo()
    assert journal.goals.all() == (goal,)


def test_a_draft_is_forgotten_with_what_it_became(journal: Journal) -> None:
    journal.save_draft(DRAFT.form, {"goal:new": {"text": "A day"}, "homework:new": {"text": "B"}})
    keep_goal(journal, make_goal(journal, "A day off"), draft=DRAFT)
    assert journal.drafts.read(DRAFT.form) == {"homework:new": {"text": "B"}}
    keep_session(journal, HELD, draft=DraftName(DRAFT.form, "homework:new"))
    assert journal.drafts.read(DRAFT.form) == {}


def test_words_that_are_none_are_refused(journal: Journal) -> None:
    for make in (make_goal, make_point, make_homework):
        with pytest.raises(InvalidValueError):
            make(journal, "  ")


def test_homework_of_the_night_was_agreed_the_day_before(
    journal: Journal, clock: FixedClock
) -> None:
    clock.set(START.replace(hour=2))
    assert make_homework(journal, "Breathe").agreed == date(2026, 11, 19)


def test_homework_ends_today_and_keeps_that_day_when_its_words_change(
    journal: Journal, clock: FixedClock
) -> None:
    homework = make_homework(journal, "Breathe")
    clock.advance(days=2)
    ended = end_homework(journal, homework, HomeworkState.DONE, "Twice.")
    assert (ended.state, ended.ended) == (HomeworkState.DONE, TODAY + timedelta(days=2))
    clock.advance(days=3)
    again = end_homework(journal, ended, HomeworkState.DROPPED, "Once, really.")
    assert (again.ended, again.how_it_went) == (ended.ended, "Once, really.")
    assert end_homework(journal, again, HomeworkState.OPEN, "").is_open


# --- what was talked about ------------------------------------------------------------------------


def brought(journal: Journal, note: str = "the handover", days: int = 1) -> Entry:
    entry = an_entry(note, at=START - timedelta(days=days), for_session=True)
    journal.add(entry)
    return entry


def test_what_was_talked_about_waits_no_more_and_its_entry_is_not_brought_again(
    journal: Journal, told: list[Changes]
) -> None:
    entry = brought(journal)
    point = make_point(journal, "The handover", entry_id=entry.id)
    other = make_point(journal, "The rota", entry_id=entry.id)
    bare = make_point(journal, "The drive home")
    for each in (point, other, bare):
        keep_point(journal, each)
    undo = talk_about(journal, point, other, bare)
    assert told[-1] == {Topic.SESSION, Kind.MOOD}
    assert {each.talked for each in journal.talk_points.all()} == {TODAY}
    assert not journal.entries.get(entry.id).for_session
    undo()
    assert {each.talked for each in journal.talk_points.all()} == {None}
    assert journal.entries.get(entry.id).for_session


def test_what_was_talked_about_leaves_other_entries_as_they_are(
    journal: Journal, told: list[Changes]
) -> None:
    entry = an_entry("the handover")
    journal.add(entry)
    point = make_point(journal, "The handover", entry_id=entry.id)
    keep_point(journal, point)
    undo = talk_about(journal, point)
    undo()
    assert journal.entries.get(entry.id) == entry
    assert told[-1] == {Topic.SESSION}


def test_an_entry_is_taken_off_and_brought_back(journal: Journal) -> None:
    entry = brought(journal)
    undo = take_off(journal, entry)
    assert not journal.entries.get(entry.id).for_session
    undo()
    assert journal.entries.get(entry.id).for_session


def test_a_session_moves_on_from_what_was_said_in_it(journal: Journal) -> None:
    entry, point = brought(journal), make_point(journal, "The rota")
    keep_point(journal, point)
    keep_session(journal, replace(HELD, note=""))
    undo = keep_session(journal, HELD, talked=[point], brought=[entry])
    found = read_session_overview(journal)
    assert (found.points, found.marked, found.last) == ((), (), HELD)
    assert [each.talked for each in found.talked] == [TODAY]
    undo()
    found = read_session_overview(journal)
    assert (found.points, found.last) == ((point,), replace(HELD, note=""))
    assert [each.id for each in found.marked] == [entry.id]


def test_the_entry_of_a_point_is_found_until_it_is_deleted(journal: Journal) -> None:
    entry = brought(journal)
    point = make_point(journal, "The handover", entry_id=entry.id)
    assert source_of(journal, point) == entry
    journal.remove(entry)
    assert source_of(journal, point) is None
    journal.delete_for_good(journal.entries.get(entry.id))
    assert source_of(journal, point) is None
    assert source_of(journal, make_point(journal, "The rota")) is None


# --- reading --------------------------------------------------------------------------------------


def test_since_the_last_session_moves_with_the_sessions(
    journal: Journal, clock: FixedClock
) -> None:
    assert since_last_session(journal) is None
    keep_session(journal, COMING)
    assert since_last_session(journal) is None
    keep_session(journal, HELD)
    assert since_last_session(journal) == Period(HELD.day, TODAY)
    clock.set(START.replace(month=12, day=1, hour=13))
    assert since_last_session(journal) == Period(HELD.day, COMING.day)
    clock.set(START.replace(month=12, day=1, hour=15))
    assert since_last_session(journal) == Period(COMING.day, COMING.day)
    clock.advance(days=3)
    assert since_last_session(journal) == Period(COMING.day, date(2026, 12, 4))


def test_a_session_of_a_night_that_counts_to_the_day_before_is_not_turned_around(
    journal: Journal, clock: FixedClock
) -> None:
    clock.set(START.replace(hour=3))
    keep_session(journal, Session("1" * 36, TODAY, time(0, 30)))
    yesterday = TODAY - timedelta(days=1)
    assert since_last_session(journal) == Period(yesterday, yesterday)


def test_a_session_of_today_is_told_until_it_is_over(journal: Journal, clock: FixedClock) -> None:
    assert session_today(journal) is None
    keep_session(journal, COMING)
    assert session_today(journal) is None
    clock.set(START.replace(month=12, day=1, hour=13))
    assert session_today(journal) == COMING
    clock.set(START.replace(month=12, day=1, hour=14))
    assert session_today(journal) is None


def test_an_empty_journal_has_an_empty_page(journal: Journal) -> None:
    found = read_session_overview(journal)
    assert (found.points, found.marked, found.homework, found.goals, found.sessions) == ((),) * 5
    assert (found.next, found.last, found.marked_count, found.today) == (None, None, 0, TODAY)


def test_the_page_has_everything_in_its_order(journal: Journal) -> None:
    early, late = brought(journal, "early", 3), brought(journal, "late", 1)
    for text, day in (("first", 17), ("second", 3)):
        keep_point(journal, replace(make_point(journal, text), talked=date(2026, 11, day)))
        homework = make_homework(journal, text)
        ended = date(2026, 11, day)
        keep_homework(journal, replace(homework, state=HomeworkState.DONE, ended=ended))
        keep_goal(journal, replace(make_goal(journal, text), reached=date(2026, 11, day)))
    waiting = make_point(journal, "third", entry_id=late.id)
    keep_point(journal, waiting)
    keep_session(journal, HELD)
    keep_session(journal, COMING)
    found = read_session_overview(journal)
    assert [each.id for each in found.marked] == [late.id, early.id]
    assert found.points == (waiting,)
    assert found.sources == {late.id: late}
    for past in (found.talked, found.ended, found.reached):
        assert [each.text for each in past] == ["first", "second"]
    assert found.sessions == (COMING, HELD)
    assert (found.next, found.last) == (COMING, HELD)


def test_not_more_entries_than_fit_are_read_and_all_are_counted(journal: Journal) -> None:
    for number in range(MOST_MARKED + 3):
        brought(journal, f"entry {number}", number)
    found = read_session_overview(journal)
    assert (len(found.marked), found.marked_count) == (MOST_MARKED, MOST_MARKED + 3)
    assert found.marked[0].note == "entry 0"


# --- on Today -------------------------------------------------------------------------------------


def test_open_homework_waits_on_today_until_it_is_done_dropped_or_put_off(
    journal: Journal, clock: FixedClock
) -> None:
    homework, other = make_homework(journal, "Breathe"), make_homework(journal, "Leave the phone")
    keep_homework(journal, homework)
    clock.advance(minutes=1)
    keep_homework(journal, replace(other, made=journal.clock()))
    first, second = read_waiting(journal)
    assert (first.sentence, first.section, first.part) == (
        "Breathe",
        "session",
        f"homework:{homework.id}",
    )
    put_off(journal, second.name, Later.TOMORROW)
    keep_homework(journal, end_homework(journal, homework, HomeworkState.DONE, ""))
    assert read_waiting(journal) == ()
    clock.advance(days=1)
    assert [waiting.sentence for waiting in read_waiting(journal)] == ["Leave the phone"]
