"""A boundary moment is saved with what it came from, and taken back with it."""

from datetime import date

import pytest
from support.clock import START, FixedClock

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.moment import Origin, save_moment

FORM = "boundary.form"


@pytest.fixture
def entry() -> Entry:
    return make_entry(Content(Boundary("Stay longer", Answer.NO), START), START)


def a_step(journal: Journal) -> int:
    """Put a step with two tries on the ladder, the first of which has its moment."""
    with journal.writing(Topic.LADDER):
        number = journal.ladder.write_step(Step("Say no to a small thing", 3)).number
        assert number is not None
        journal.ladder.write_try(Try(number, START, 4, entry_id="an earlier one"))
        journal.ladder.write_try(Try(number, START, 5))
    return number


def test_a_moment_alone_forgets_its_draft(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    journal.save_draft(FORM, {"asked": "Stay"})
    told.clear()
    take_back = save_moment(journal, entry, draft=FORM)
    assert journal.entries.get(entry.id) == entry
    assert journal.drafts.read(FORM) == {}
    take_back()
    assert journal.entries.count()[0] == 0
    assert told == [{Kind.BOUNDARY}, {Kind.BOUNDARY}]


def test_a_plan_is_over_and_comes_back(journal: Journal, entry: Entry, told: list[Changes]) -> None:
    with journal.writing(Topic.PLAN):
        plan = journal.plans.write(Plan("Stay longer", START, date(2026, 11, 21)))
    told.clear()
    take_back = save_moment(journal, entry, Origin(plan=plan.number))
    assert journal.plans.all() == ()
    assert told == [{Kind.BOUNDARY, Topic.PLAN}]
    take_back()
    assert journal.plans.all() == (plan,)


def test_the_free_try_of_a_step_is_about_it_until_it_is_taken_back(
    journal: Journal, entry: Entry, told: list[Changes]
) -> None:
    step = a_step(journal)
    told.clear()
    take_back = save_moment(journal, entry, Origin(step=step))
    linked = {tried.entry_id for tried in journal.ladder.tries_of(step)}
    assert linked == {"an earlier one", entry.id}
    assert told == [{Kind.BOUNDARY, Topic.LADDER}]
    take_back()
    assert {tried.entry_id for tried in journal.ladder.tries_of(step)} == {"an earlier one", ""}


def test_what_is_gone_is_passed_over(journal: Journal, entry: Entry, clock: FixedClock) -> None:
    step = a_step(journal)
    take_back = save_moment(journal, entry, Origin(plan=99, step=step))
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_step(step)
    take_back()
    assert journal.ladder.steps() == ()
    again = make_entry(Content(Boundary("Stay", Answer.NO), clock()), clock())
    save_moment(journal, again, Origin(step=step))
    assert journal.entries.count()[0] == 1
