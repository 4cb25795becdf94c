"""Plans are saved, taken back, turned into the moment they became, and wait near their day."""

from dataclasses import replace
from datetime import UTC, date, timedelta

import pytest
from support.clock import START, FixedClock

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.plan import Plan
from caregiver_journal.domain.waiting import Later, Waiting
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.moment import Origin, save_moment
from caregiver_journal.journal.pausing import begin_pause
from caregiver_journal.journal.planning import (
    delete_plan,
    plans,
    put_plan_back,
    read_plan,
    save_plan,
    take_back_plan,
    waiting_plans,
)
from caregiver_journal.journal.waiting import put_off, read_waiting

ROTA = Plan("The rota for December", START.astimezone(UTC), date(2026, 11, 24), "team lead")


def save(journal: Journal, plan: Plan = ROTA) -> Plan:
    return save_plan(journal, plan).plan


def an_answer() -> Entry:
    return make_entry(Content(Boundary(ROTA.asked, Answer.NO, asker=ROTA.asker)), START)


def test_a_plan_is_kept_and_takes_its_draft_along(journal: Journal, told: list[Changes]) -> None:
    journal.save_draft("plan.form", {"asked": "the ro"})
    saved = save_plan(journal, ROTA, draft="plan.form")
    assert told[-1] == {Topic.PLAN}
    assert saved.earlier is None
    assert plans(journal) == (saved.plan,) == (read_plan(journal, saved.plan.number or 0),)
    assert journal.drafts.read("plan.form") == {}


def test_a_new_plan_can_be_taken_back(journal: Journal) -> None:
    take_back_plan(journal, save_plan(journal, ROTA))
    assert plans(journal) == ()


def test_what_is_taken_back_is_a_draft_again(journal: Journal) -> None:
    saved = save_plan(journal, ROTA, draft="plan.form")
    take_back_plan(journal, saved, draft="plan.form", begun={"asked": ROTA.asked})
    assert plans(journal) == ()
    assert journal.drafts.read("plan.form") == {"asked": ROTA.asked}


def test_a_change_can_be_taken_back(journal: Journal) -> None:
    kept = save(journal)
    changed = save_plan(journal, replace(kept, offer="two weekends"))
    assert changed.earlier == kept
    take_back_plan(journal, changed)
    assert plans(journal) == (kept,)


def test_a_plan_that_went_meanwhile_is_saved_as_it_is(journal: Journal) -> None:
    kept = save(journal)
    delete_plan(journal, kept.number or 0)
    again = save_plan(journal, kept)
    assert (again.plan, again.earlier) == (kept, None)


def test_a_deleted_plan_comes_back(journal: Journal) -> None:
    kept = save(journal)
    gone = delete_plan(journal, kept.number or 0)
    with pytest.raises(NothingFoundError):
        read_plan(journal, kept.number or 0)
    put_plan_back(journal, gone)
    assert plans(journal) == (kept,)


# --- waiting --------------------------------------------------------------------------------------


def waits(journal: Journal) -> list[Waiting]:
    return [found for found in read_waiting(journal) if found.name.startswith("plan:")]


def test_it_waits_on_the_day_before_on_its_day_and_two_days_after(
    journal: Journal, clock: FixedClock
) -> None:
    number = save(journal).number
    seen = []
    for _day in range(9):
        seen.append([(found.title, found.section) for found in waits(journal)])
        clock.advance(days=1)
    near = [("A talk you prepared", "plan")]
    over = [("How did it go?", "boundary")]
    assert seen == [[], [], [], near, near, over, over, [], []]
    clock.set(START + timedelta(days=4))
    (found,) = waits(journal)
    assert found.part == f"plan:{number}"
    assert found.sentence == "Expected today: team lead, The rota for December"
    clock.advance(days=1)
    assert waits(journal)[0].sentence == "The talk you prepared: team lead, The rota for December"


def test_a_long_plan_is_said_in_short(journal: Journal) -> None:
    save(journal, replace(ROTA, asker="", asked="so much\n" * 40, day=START.date()))
    (found,) = waits(journal)
    assert found.sentence.startswith("Expected today: so much so much")
    assert found.sentence.endswith("so much…")
    assert len(found.sentence) < 140


def test_without_a_day_or_once_deleted_or_logged_nothing_waits(journal: Journal) -> None:
    save(journal, replace(ROTA, day=None))
    gone = save(journal, replace(ROTA, day=START.date()))
    logged = save(journal, replace(ROTA, day=START.date()))
    assert len(waits(journal)) == 2
    delete_plan(journal, gone.number or 0)
    save_moment(journal, an_answer(), Origin(plan=logged.number))
    assert waits(journal) == []


def test_what_is_put_off_for_good_stays_away_also_after_its_day(
    journal: Journal, clock: FixedClock
) -> None:
    save(journal, replace(ROTA, day=START.date()))
    put_off(journal, waits(journal)[0].name, Later.FOR_GOOD)
    for _day in range(3):
        assert waits(journal) == []
        clock.advance(days=1)


def test_another_day_lets_it_wait_again(journal: Journal) -> None:
    kept = save(journal, replace(ROTA, day=START.date()))
    put_off(journal, waits(journal)[0].name, Later.FOR_GOOD)
    save(journal, replace(kept, day=START.date() + timedelta(days=1)))
    assert len(waits(journal)) == 1


def test_during_a_pause_no_plan_waits(journal: Journal) -> None:
    save(journal, replace(ROTA, day=START.date()))
    begin_pause(journal, Pause(START.date()))
    assert waits(journal) == []


@pytest.mark.parametrize("day", [date.min, date.max])
def test_the_ends_of_time_are_no_trouble(journal: Journal, day: date) -> None:
    assert list(waiting_plans(journal, day)) == []
