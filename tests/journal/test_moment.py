"""A boundary moment is saved with what it came from, and taken back with it."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from support.clock import START, FixedClock

from caregiver_journal.base.errors import NothingFoundError
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


@pytest.fixture
def tries(journal: Journal) -> tuple[int, int, int]:
    """A step with three tries: the last one, one of the day before, and one that has its moment."""
    with journal.writing(Topic.LADDER):
        step = journal.ladder.write_step(Step("Say no to a small thing", 3)).number or 0
        found = [
            journal.ladder.write_try(Try(step, START - timedelta(days=days), 4, entry_id=entry_id))
            for days, entry_id in ((0, ""), (1, ""), (2, "an earlier one"))
        ]
    last, before, linked = (tried.number or 0 for tried in found)
    return last, before, linked


def links(journal: Journal, tries: tuple[int, int, int]) -> list[str]:
    """Return the moments of three tries."""
    return [journal.ladder.try_at(number).entry_id for number in tries]


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


def test_the_other_drafts_of_the_form_stay(journal: Journal, entry: Entry) -> None:
    rest = {"plan:7": {"words": "No."}}
    journal.save_draft(FORM, {"new": {"asked": "Stay"}, **rest})
    save_moment(journal, entry, draft=FORM, rest=rest)
    assert journal.drafts.read(FORM) == rest


def test_a_plan_is_over_and_comes_back(journal: Journal, entry: Entry, told: list[Changes]) -> None:
    with journal.writing(Topic.PLAN):
        plan = journal.plans.write(Plan("Stay longer", START, date(2026, 11, 21)))
    told.clear()
    take_back = save_moment(journal, entry, Origin(plan=plan.number))
    assert journal.plans.all() == ()
    assert told == [{Kind.BOUNDARY, Topic.PLAN}]
    take_back()
    assert journal.plans.all() == (plan,)


def test_the_try_it_came_from_is_about_it_until_it_is_taken_back(
    journal: Journal, entry: Entry, tries: tuple[int, int, int], told: list[Changes]
) -> None:
    told.clear()
    take_back = save_moment(journal, entry, Origin(tried=tries[1]))
    assert links(journal, tries) == ["", entry.id, "an earlier one"]
    assert told == [{Kind.BOUNDARY, Topic.LADDER}]
    with journal.writing(Topic.LADDER):
        tried = journal.ladder.try_at(tries[1])
        journal.ladder.write_try(replace(tried, note="written since"))
    take_back()
    assert links(journal, tries) == ["", "", "an earlier one"]
    assert journal.ladder.try_at(tries[1]).note == "written since", "only the link is taken back"


def test_a_try_keeps_the_moment_it_has(
    journal: Journal, entry: Entry, tries: tuple[int, int, int]
) -> None:
    take_back = save_moment(journal, entry, Origin(tried=tries[2]))
    assert links(journal, tries) == ["", "", "an earlier one"]
    take_back()
    assert links(journal, tries) == ["", "", "an earlier one"]


def test_a_try_that_was_linked_to_another_since_keeps_that(
    journal: Journal, entry: Entry, tries: tuple[int, int, int]
) -> None:
    take_back = save_moment(journal, entry, Origin(tried=tries[0]))
    with journal.writing(Topic.LADDER):
        journal.ladder.write_try(replace(journal.ladder.try_at(tries[0]), entry_id="another"))
    take_back()
    assert links(journal, tries) == ["another", "", "an earlier one"]


def test_what_is_gone_is_passed_over(
    journal: Journal, entry: Entry, tries: tuple[int, int, int], clock: FixedClock
) -> None:
    take_back = save_moment(journal, entry, Origin(plan=99, tried=tries[0]))
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_try(tries[0])
    take_back()
    assert len(journal.ladder.tries()) == 1
    with pytest.raises(NothingFoundError):
        journal.ladder.try_at(tries[0])
    again = make_entry(Content(Boundary("Stay", Answer.NO), clock()), clock())
    save_moment(journal, again, Origin(tried=tries[0]))
    assert journal.entries.count()[0] == 1
