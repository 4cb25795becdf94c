"""Drafts of the planner and of tries survive the way through plain values, whatever these are."""

from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from support.clock import START

from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.ui.pages.ladder import drafts as tries
from caregiver_journal.ui.pages.ladder.drafts import TryDraft
from caregiver_journal.ui.pages.plan import drafts as plans
from caregiver_journal.ui.pages.plan.drafts import EMPTY, PlanDraft

WHOLE = Plan(
    "The rota",
    START,
    date(2026, 11, 24),
    "lead",
    "work",
    "time",
    "two weekends",
    "the 24th",
    "Two I can do.",
    "silence",
    65,
    7,
)
PLAIN: st.SearchStrategy[object] = st.sampled_from(
    [None, True, -1, 0, 7, 10**30, 2.5, "", "x", "2026-11-20", "2026-11-20T12:00", [], ["x"], {}]
)


def test_a_plan_becomes_a_draft_and_a_plan_again() -> None:
    draft = plans.draft_of(WHOLE)
    assert plans.plan_of(draft, START) == WHOLE
    assert plans.from_plain(plans.to_plain(draft)) == draft


def test_an_empty_draft_is_nothing() -> None:
    assert plans.to_plain(EMPTY) == {}
    assert plans.from_plain({}) == EMPTY


@given(st.dictionaries(st.sampled_from([*plans.to_plain(plans.draft_of(WHOLE))]), PLAIN))
def test_any_plain_values_are_read_as_a_plan(plain: dict[str, object]) -> None:
    assert isinstance(plans.from_plain(plain), PlanDraft)


@pytest.mark.parametrize(
    "happened", [None, START, datetime(2026, 3, 1, 12, tzinfo=timezone(timedelta(hours=5)))]
)
def test_a_try_becomes_a_draft_and_comes_back(happened: datetime | None) -> None:
    draft = TryDraft(3, 7, happened, 6, 0, "a note", "abc")
    assert tries.from_plain(tries.to_plain(draft)) == draft


def test_a_new_try_expects_what_its_situation_does() -> None:
    assert tries.new_try(Step("Leave on time", 5, number=3)) == TryDraft(3, expected=5)
    tried = Try(3, START, 6, 4, "a note", "abc", 7)
    assert tries.draft_of(tried) == TryDraft(3, 7, START, 6, 4, "a note", "abc")


@given(st.dictionaries(st.sampled_from([*tries.to_plain(TryDraft(1))]), PLAIN))
def test_any_plain_values_are_read_as_a_try_or_none(plain: dict[str, object]) -> None:
    draft = tries.from_plain(plain)
    assert draft is None or draft.step == plain["step"]
