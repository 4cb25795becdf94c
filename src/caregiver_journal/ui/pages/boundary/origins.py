"""What a moment can come from: a plan that was carried out, or a try of the ladder."""

from datetime import date, datetime, time

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.plan import PLAN_LABELS, PLAN_TEXTS
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.ladder import read_try
from caregiver_journal.journal.planning import read_plan
from caregiver_journal.ui.pages.boundary.drafts import EMPTY, BoundaryDraft

PLAN = "plan:"
TRY = "try:"
_NOON = time(12)


def read_origin(journal: Journal, part: str) -> BoundaryDraft:
    """Return the draft a part of a destination means: *plan:7*, *try:3*.

    Raises:
        NothingFoundError: there is no such plan or try, or it means neither.
    """
    for prefix, read in ((PLAN, _from_plan), (TRY, _from_try)):
        number = part.removeprefix(prefix)
        if part.startswith(prefix) and number.isdecimal():
            return read(journal, int(number))
    raise NothingFoundError


def _from_plan(journal: Journal, number: int) -> BoundaryDraft:
    """Carry over all a plan holds; a talk of an earlier day was on that day."""
    plan = read_plan(journal, number)
    today = day_of(journal.clock(), journal.start_of_day)
    happened = _noon(journal, plan.day) if plan.day is not None and plan.day < today else None
    held = {part: getattr(plan, part) for part in (*PLAN_TEXTS, *PLAN_LABELS, "belief")}
    return EMPTY._replace(**held, happened=happened, plan=number)


def _from_try(journal: Journal, number: int) -> BoundaryDraft:
    """Carry over what was tried, and when."""
    tried, step = read_try(journal, number)
    return EMPTY._replace(asked=step.text, happened=tried.happened, tried=number)


def _noon(journal: Journal, day: date) -> datetime:
    return datetime.combine(day, _NOON, journal.clock().tzinfo)
