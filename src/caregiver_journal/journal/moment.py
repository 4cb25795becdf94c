"""Save a boundary moment with what it came from: the plan it ends, the try it belongs to."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from caregiver_journal.base.errors import NothingFoundError
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.ladder import Try
from caregiver_journal.domain.plan import Plan
from caregiver_journal.journal.journal import Changed, Journal
from caregiver_journal.store.drafts import NOTHING, DraftContent


@dataclass(frozen=True, slots=True)
class Origin:
    """What a moment came from: the numbers of a plan and of a try of the ladder, or None."""

    plan: int | None = None
    tried: int | None = None


NO_ORIGIN = Origin()


@dataclass(frozen=True, slots=True)
class _Saved:
    entry: Entry
    plan: Plan | None
    tried: Try | None

    @property
    def changes(self) -> frozenset[Changed]:
        changed: set[Changed] = {self.entry.kind}
        changed |= {Topic.PLAN} if self.plan is not None else set()
        return frozenset(changed | ({Topic.LADDER} if self.tried is not None else set()))


def save_moment(
    journal: Journal,
    entry: Entry,
    origin: Origin = NO_ORIGIN,
    *,
    draft: str = "",
    rest: DraftContent = NOTHING,
) -> Callable[[], None]:
    """Add a moment, in one transaction with all that hangs on it, and forget its draft.

    What else was begun in the form is the rest, and stays.

    The plan it came from is over and goes. The try it came from is about this moment, unless it has
    another. What is not there any more is passed over.

    Returns:
        What takes all of it back.
    """
    saved = _Saved(entry, _plan(journal, origin.plan), _free_try(journal, origin.tried))
    with journal.writing(*saved.changes):
        journal.entries.add(entry)
        if saved.plan is not None:
            journal.plans.forget(saved.plan.number or 0)
        if saved.tried is not None:
            journal.ladder.write_try(replace(saved.tried, entry_id=entry.id))
        if draft:
            journal.drafts.write(draft, rest, journal.clock())
    return partial(_take_back, journal, saved)


def _take_back(journal: Journal, saved: _Saved) -> None:
    with journal.writing(*saved.changes):
        journal.entries.remove(saved.entry.id, journal.clock())
        if saved.plan is not None:
            journal.plans.write(saved.plan)
        if saved.tried is not None:
            _unlink(journal, saved.tried.number, saved.entry.id)


def _unlink(journal: Journal, number: int | None, entry_id: str) -> None:
    """Take the moment from a try as it is by now, if it is still its moment."""
    tried = _try(journal, number)
    if tried is not None and tried.entry_id == entry_id:
        journal.ladder.write_try(replace(tried, entry_id=""))


def _plan(journal: Journal, number: int | None) -> Plan | None:
    with suppress(NothingFoundError):
        return None if number is None else journal.plans.get(number)
    return None


def _free_try(journal: Journal, number: int | None) -> Try | None:
    tried = _try(journal, number)
    return None if tried is None or tried.entry_id else tried


def _try(journal: Journal, number: int | None) -> Try | None:
    with suppress(NothingFoundError):
        return None if number is None else journal.ladder.try_at(number)
    return None
