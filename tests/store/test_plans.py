"""Plans come back as they were kept; no number is given twice."""

from dataclasses import replace
from datetime import UTC, date

import pytest
from support.clock import START

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.plan import Plan
from caregiver_journal.journal.journal import Journal

WHOLE = Plan(
    asked="The rota for December",
    made=START.astimezone(UTC),
    day=date(2026, 11, 24),
    asker="team lead",
    setting="work",
    limit="time",
    offer="two weekends",
    cannot="Christmas Eve",
    words="I can do two weekends.\nNot more.",
    feared="that she is short with me for days",
    belief=70,
)


def write(journal: Journal, plan: Plan) -> Plan:
    with journal.writing(Topic.PLAN):
        return journal.plans.write(plan)


def test_a_plan_comes_back_whole(journal: Journal) -> None:
    kept = write(journal, WHOLE)
    assert kept == replace(WHOLE, number=kept.number)
    assert journal.plans.get(kept.number or 0) == kept


def test_what_may_be_missing_is_missing(journal: Journal) -> None:
    kept = write(journal, Plan("The rota", START))
    assert (kept.day, kept.belief, kept.asker) == (None, None, "")
    assert journal.plans.all() == (replace(kept, made=START.astimezone(UTC)),)


def test_a_plan_is_written_over(journal: Journal) -> None:
    kept = write(journal, WHOLE)
    assert write(journal, replace(kept, belief=10)).number == kept.number
    assert [plan.belief for plan in journal.plans.all()] == [10]


def test_those_of_some_days_are_found_in_their_order(journal: Journal) -> None:
    for day in (26, 23, 24, 21):
        write(journal, replace(WHOLE, day=date(2026, 11, day)))
    write(journal, replace(WHOLE, day=None))
    found = journal.plans.between(date(2026, 11, 22), date(2026, 11, 24))
    assert [plan.day for plan in found] == [date(2026, 11, 23), date(2026, 11, 24)]
    assert journal.plans.all()[-1].day is None


def test_a_plan_is_forgotten_and_its_number_is_given_to_no_other(journal: Journal) -> None:
    number = write(journal, WHOLE).number or 0
    with journal.writing(Topic.PLAN):
        journal.plans.forget(number)
        journal.plans.forget(number)
    with pytest.raises(NothingFoundError, match="not there any more"):
        journal.plans.get(number)
    assert write(journal, WHOLE).number != number
