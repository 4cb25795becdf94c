"""Prepare a talk, and turn the plan into the boundary moment it became."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.plan import DAYS_AFTER, Plan, Stage, say_expected, stage_of
from caregiver_journal.domain.waiting import Waiting
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.drafts import NOTHING, DraftContent

_LONGEST = 120
"""So much of what a talk is about is said on Today, in characters."""


@dataclass(frozen=True, slots=True)
class SavedPlan:
    """A plan that was saved, and as it was before; None where it was new."""

    plan: Plan
    earlier: Plan | None = None


def plans(journal: Journal) -> tuple[Plan, ...]:
    """Return the open plans: those with a day first, the soonest first."""
    return journal.plans.all()


def read_plan(journal: Journal, number: int) -> Plan:
    """Return one plan; raises ``NothingFoundError``."""
    return journal.plans.get(number)


def save_plan(journal: Journal, plan: Plan, *, draft: str = "") -> SavedPlan:
    """Write a plan over the one with its number, or add it, and forget its draft."""
    earlier = _read_or_none(journal, plan)
    with journal.writing(Topic.PLAN):
        written = journal.plans.write(plan)
        if draft:
            journal.drafts.write(draft, {}, journal.clock())
    return SavedPlan(written, earlier)


def take_back_plan(
    journal: Journal, saved: SavedPlan, *, draft: str = "", begun: DraftContent = NOTHING
) -> None:
    """Put a plan back as it was before it was saved; a new one goes.

    What was saved becomes the draft of the form again, in the same transaction.
    """
    with journal.writing(Topic.PLAN):
        if draft:
            journal.drafts.write(draft, begun, journal.clock())
        if saved.earlier is not None:
            journal.plans.write(saved.earlier)
        else:
            journal.plans.forget(saved.plan.number or 0)


def delete_plan(journal: Journal, number: int) -> Plan:
    """Delete a plan and return it, for ``put_plan_back``."""
    gone = journal.plans.get(number)
    with journal.writing(Topic.PLAN):
        journal.plans.forget(number)
    return gone


def put_plan_back(journal: Journal, gone: Plan) -> None:
    """Put a deleted plan back as it was."""
    with journal.writing(Topic.PLAN):
        journal.plans.write(gone)


def waiting_plans(journal: Journal, today: date) -> Iterator[Waiting]:
    """Find the talks that are near, and those of the last days, which may be logged."""
    first = max(today, date.min + timedelta(days=DAYS_AFTER)) - timedelta(days=DAYS_AFTER)
    last = min(today, date.max - timedelta(days=1)) + timedelta(days=1)
    for plan in journal.plans.between(first, last):
        yield _waiting(plan, today)


def _waiting(plan: Plan, today: date) -> Waiting:
    name = f"plan:{plan.number}:{plan.day}"
    part = f"plan:{plan.number}"
    about = _said(plan)
    if stage_of(plan, today) is Stage.NEAR:
        return Waiting(
            name=name,
            title=_("A talk you prepared"),
            sentence=_("Expected {day}: {about}").format(
                day=say_expected(plan, today), about=about
            ),
            action=_("Look at it"),
            section="plan",
            part=part,
        )
    return Waiting(
        name=name,
        title=_("How did it go?"),
        sentence=_("The talk you prepared: {about}").format(about=about),
        action=_("Log it"),
        section="boundary",
        part=part,
    )


def _said(plan: Plan) -> str:
    """Return what a plan is about in one short line."""
    short = shortened(plan.asked, _LONGEST)
    return _("{asker}, {about}").format(asker=plan.asker, about=short) if plan.asker else short


def _read_or_none(journal: Journal, plan: Plan) -> Plan | None:
    if plan.number is None:
        return None
    try:
        return journal.plans.get(plan.number)
    except NothingFoundError:
        return None
