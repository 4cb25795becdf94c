"""A moment is asked about once more: it comes due, is answered, ended, and taken back."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.boundaries import ASKED, add_moment, boundary_of, due_on
from support.builders import an_entry
from support.clock import START, FixedClock

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.boundary import FollowUp, Relationship
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.waiting import MOST_SHOWN, Later
from caregiver_journal.journal.following import (
    FORM,
    Afterwards,
    Asking,
    answer_follow_up,
    dont_ask_again,
    due_follow_ups,
    find_follow_up,
    name_of,
    other_drafts,
    read_name,
    say_moment_of,
    take_back,
    waiting_for,
)
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.pausing import begin_pause, end_pause
from caregiver_journal.journal.waiting import bring_back, put_off, read_waiting

TODAY = START.date()
TOMORROW = TODAY + timedelta(days=1)


@pytest.fixture
def moment(journal: Journal) -> Entry:
    """A moment of Friday, to be asked about on Saturday."""
    return add_moment(
        journal,
        asker="Team lead",
        guilt=7,
        outcome="Nothing yet.",
        relationship=Relationship.WORSE,
        came_true=20,
        follow_ups=due_on(TOMORROW),
    )


@pytest.fixture
def asking(moment: Entry, clock: FixedClock) -> Asking:
    """Its follow-up, a day later."""
    clock.advance(days=1)
    return Asking(moment, 0)


def _due(journal: Journal) -> list[str]:
    return [asking.name for asking in due_follow_ups(journal, MOST_SHOWN)]


# --- names ----------------------------------------------------------------------------------------


def test_a_name_is_read_as_it_was_made() -> None:
    assert read_name(name_of("a-b-c", 12)) == ("a-b-c", 12)


@pytest.mark.parametrize(
    "name", ["", "follow_up", "follow_up:a", "step:a:1", "follow_up:a:x", "follow_up:a:1:2", "a:²:"]
)
def test_another_name_means_nothing(journal: Journal, name: str) -> None:
    assert read_name(name) is None
    with pytest.raises(NothingFoundError):
        find_follow_up(journal, name)


# --- what is due ----------------------------------------------------------------------------------


def test_it_comes_due_on_its_day_and_stays(
    journal: Journal, moment: Entry, clock: FixedClock
) -> None:
    assert _due(journal) == []
    clock.advance(days=1)
    assert _due(journal) == [name_of(moment.id, 0)]
    clock.advance(days=400)
    assert _due(journal) == [name_of(moment.id, 0)]


def test_a_day_begins_at_the_hour_that_was_set(
    journal: Journal, moment: Entry, clock: FixedClock
) -> None:
    clock.advance(hours=9)  # 02:52 of Saturday, which still counts to Friday
    assert _due(journal) == []
    clock.advance(hours=2)
    assert _due(journal) == [name_of(moment.id, 0)]


def test_several_of_one_moment_and_no_more_than_asked_for(
    journal: Journal, clock: FixedClock
) -> None:
    days = [TODAY + timedelta(days=days) for days in (1, 2, 3, 4)]
    entry = add_moment(journal, follow_ups=tuple(map(FollowUp, days)))
    clock.advance(days=10)
    assert _due(journal) == [name_of(entry.id, place) for place in range(3)]
    assert len(due_follow_ups(journal, 10)) == 4


def test_nothing_is_due_during_a_pause(journal: Journal, asking: Asking) -> None:
    begin_pause(journal, Pause(TOMORROW))
    assert _due(journal) == []
    end_pause(journal)
    assert _due(journal) == [asking.name]


def test_it_is_put_off_and_brought_back(
    journal: Journal, asking: Asking, clock: FixedClock
) -> None:
    put_off(journal, asking.name, Later.TOMORROW)
    assert _due(journal) == []
    bring_back(journal, asking.name)
    assert _due(journal) == [asking.name]
    put_off(journal, asking.name, Later.NEXT_WEEK)
    clock.advance(days=6)
    assert _due(journal) == []
    clock.advance(days=1)
    assert _due(journal) == [asking.name]


def test_it_goes_and_comes_with_its_entry(journal: Journal, asking: Asking) -> None:
    journal.remove(asking.entry)
    assert _due(journal) == []
    with pytest.raises(NothingFoundError):
        find_follow_up(journal, asking.name)
    journal.restore(asking.entry)
    assert _due(journal) == [asking.name]
    assert find_follow_up(journal, asking.name).boundary.asked == ASKED


# --- how it is said -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (TODAY, "Team lead, today: “Stay”"),
        (TOMORROW, "Team lead, yesterday: “Stay”"),
        (TODAY + timedelta(days=2), "Team lead, on Friday 20 November: “Stay”"),
        (date(2027, 3, 1), "Team lead, on Friday 20 November 2026: “Stay”"),
    ],
)
def test_it_says_who_asked_what_and_on_which_day(journal: Journal, day: date, said: str) -> None:
    entry = add_moment(journal, asked="Stay", asker="Team lead")
    assert say_moment_of(Asking(entry, 0), day) == said


def test_without_an_asker_it_begins_with_the_day(journal: Journal) -> None:
    entry = add_moment(journal, asked="Stay")
    assert say_moment_of(Asking(entry, 0), TODAY) == "Today: “Stay”"


def test_what_was_asked_is_shortened_to_one_line(journal: Journal) -> None:
    entry = add_moment(journal, asked="a long line\n" + "and another " * 20)
    said = say_moment_of(Asking(entry, 0), TODAY)
    assert "\n" not in said
    assert len(said) == len("Today: “”") + 80
    assert said.endswith("…”")


def test_it_waits_with_a_way_to_it(journal: Journal, asking: Asking) -> None:
    (found,) = [each for each in read_waiting(journal) if each.part]
    assert found == waiting_for(asking, TOMORROW)
    assert (found.title, found.action, found.section) == ("How is it now?", "Answer", "boundaries")
    assert found.part == found.name == asking.name
    assert found.day is None


def test_no_more_wait_than_are_shown(journal: Journal, clock: FixedClock) -> None:
    for _each in range(MOST_SHOWN + 2):
        add_moment(journal, follow_ups=due_on(TOMORROW))
    clock.advance(days=1)
    assert len([each for each in read_waiting(journal) if each.part]) == MOST_SHOWN


# --- answering ------------------------------------------------------------------------------------


def test_an_answer_is_written_with_its_real_time(
    journal: Journal, asking: Asking, clock: FixedClock, told: list[Changes]
) -> None:
    clock.advance(days=3, hours=2)
    said = Afterwards(3, "They found somebody.", 10, Relationship.SAME, date(2026, 12, 1))
    ended = answer_follow_up(journal, asking, said)
    now = boundary_of(journal, asking.entry)
    first, second = now.follow_ups
    assert (first.answered, first.guilt, first.due) == (clock(), 3, TOMORROW)
    assert second == FollowUp(date(2026, 12, 1))
    assert (now.outcome, now.came_true, now.relationship) == (
        "They found somebody.",
        10,
        Relationship.SAME,
    )
    assert now.guilt_later == 3
    assert journal.entries.get(asking.entry.id).changed == clock()
    assert told == [frozenset({Kind.BOUNDARY})], "one transaction"
    assert _due(journal) == []
    take_back(journal, ended)
    assert boundary_of(journal, asking.entry) == asking.boundary
    assert _due(journal) == [asking.name]


def test_what_is_not_said_stays_as_it_was(journal: Journal, asking: Asking) -> None:
    answer_follow_up(journal, asking, Afterwards(outcome="  "))
    now = boundary_of(journal, asking.entry)
    assert (now.outcome, now.came_true, now.relationship) == (
        "Nothing yet.",
        20,
        Relationship.WORSE,
    )
    (only,) = now.follow_ups
    assert only.answered is not None
    assert only.guilt is None
    assert now.guilt_later is None


def test_the_words_of_an_answer_are_found(journal: Journal, asking: Asking) -> None:
    answer_follow_up(journal, asking, Afterwards(outcome="A heron on the canal"))
    assert journal.search.find("heron", 5) == [asking.entry.id]


def test_an_answer_before_the_moment_is_refused_and_nothing_is_lost(
    journal: Journal, asking: Asking, clock: FixedClock
) -> None:
    clock.advance(days=-3)
    with pytest.raises(InvalidValueError, match="after the moment"):
        answer_follow_up(journal, asking, Afterwards(3))
    assert boundary_of(journal, asking.entry) == asking.boundary


def test_it_is_not_asked_again_and_that_can_be_taken_back(
    journal: Journal, asking: Asking, clock: FixedClock
) -> None:
    ended = dont_ask_again(journal, asking)
    (only,) = boundary_of(journal, asking.entry).follow_ups
    assert only.is_off
    clock.advance(days=30)
    assert _due(journal) == []
    take_back(journal, ended)
    assert _due(journal) == [asking.name]


def test_what_was_answered_or_ended_is_not_open(journal: Journal, asking: Asking) -> None:
    answer_follow_up(journal, asking, Afterwards(3))
    for act in (
        lambda: answer_follow_up(journal, asking, Afterwards(4)),
        lambda: dont_ask_again(journal, asking),
        lambda: find_follow_up(journal, asking.name),
    ):
        with pytest.raises(NothingFoundError, match="answered already"):
            act()
    assert boundary_of(journal, asking.entry).guilt_later == 3


def test_a_place_that_is_not_there_is_not_found(journal: Journal, moment: Entry) -> None:
    with pytest.raises(NothingFoundError, match="answered already"):
        find_follow_up(journal, name_of(moment.id, 1))


def test_another_kind_of_entry_is_not_asked_about(journal: Journal) -> None:
    entry = an_entry("a mood")
    journal.add(entry)
    with pytest.raises(NothingFoundError):
        find_follow_up(journal, name_of(entry.id, 0))


# --- taking back ----------------------------------------------------------------------------------


def test_only_what_the_answer_said_is_taken_back(journal: Journal, asking: Asking) -> None:
    said = Afterwards(3, "They found somebody.", 10, Relationship.BETTER)
    ended = answer_follow_up(journal, asking, said)
    journal.mark(asking.entry, for_session=True)
    entry = journal.entries.get(asking.entry.id)
    since = replace(boundary_of(journal, entry), outcome="A longer account.", words="No.")
    journal.change(replace(entry, detail=since, note="A note"))
    take_back(journal, ended)
    now = boundary_of(journal, entry)
    assert (now.outcome, now.words) == ("A longer account.", "No.")
    assert (now.came_true, now.relationship) == (20, Relationship.WORSE)
    assert now.follow_ups == due_on(TOMORROW)
    entry = journal.entries.get(entry.id)
    assert (entry.note, entry.for_session) == ("A note", True)


@pytest.mark.parametrize("is_answered", [True, False])
def test_what_was_begun_is_a_draft_again(
    journal: Journal, asking: Asking, *, is_answered: bool
) -> None:
    other = name_of(add_moment(journal, follow_ups=due_on(TOMORROW)).id, 0)
    begun = {asking.name: {"outcome": "They found"}, other: {"guilt": 4}}
    journal.save_draft(FORM, begun)
    if is_answered:
        ended = answer_follow_up(journal, asking, Afterwards(outcome="They found"))
    else:
        ended = dont_ask_again(journal, asking)
    assert journal.drafts.read(FORM) == {other: {"guilt": 4}}
    take_back(journal, ended)
    assert journal.drafts.read(FORM) == begun
    assert "They found" not in repr(ended)


def test_another_one_that_was_answered_since_stays(journal: Journal, asking: Asking) -> None:
    later = TOMORROW + timedelta(days=1)
    ended = answer_follow_up(journal, asking, Afterwards(3, another=later))
    answer_follow_up(journal, Asking(asking.entry, 1), Afterwards(2))
    take_back(journal, ended)
    first, second = boundary_of(journal, asking.entry).follow_ups
    assert first.is_open
    assert second.guilt == 2


def test_the_answer_of_an_entry_gone_for_good_is_not_taken_back(
    journal: Journal, asking: Asking
) -> None:
    ended = answer_follow_up(journal, asking, Afterwards(3))
    journal.remove(asking.entry)
    journal.delete_for_good(asking.entry)
    with pytest.raises(NothingFoundError):
        take_back(journal, ended)


# --- what was begun -------------------------------------------------------------------------------


def test_a_draft_goes_with_its_answer_and_others_stay(journal: Journal, asking: Asking) -> None:
    other = add_moment(journal, START + timedelta(hours=1), follow_ups=due_on(TOMORROW))
    gone, name = add_moment(journal, follow_ups=due_on(TOMORROW)), name_of(other.id, 0)
    begun = {asking.name: {"guilt": 3}, name: {"guilt": 4}, name_of(gone.id, 0): {}, "odd": {}}
    journal.save_draft(FORM, begun)
    journal.remove(gone)
    assert set(other_drafts(journal, asking.name)) == {name, name_of(gone.id, 0)}
    journal.delete_for_good(gone)
    answer_follow_up(journal, asking, Afterwards(3))
    assert journal.drafts.read(FORM) == {name: {"guilt": 4}}
    dont_ask_again(journal, Asking(other, 0))
    assert journal.drafts.read(FORM) == {}


def test_nothing_written_is_told() -> None:
    assert "canal" not in repr(Afterwards(outcome="canal"))
