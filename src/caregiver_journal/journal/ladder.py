"""The ladder: its steps with their tries, what is suggested, and each change with its way back."""

from dataclasses import dataclass, replace
from datetime import timedelta
from functools import cache

from caregiver_journal.base.content import read_content, require_texts
from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import Step, Try
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.tag import folded
from caregiver_journal.journal.begun import DraftName, forget_draft
from caregiver_journal.journal.journal import Journal

RECENT = 20
"""So many of the last boundary moments are offered, to take a situation from or to link to."""

_SLACK = timedelta(minutes=1)
"""So far ahead a moment may lie that was named by the minute."""


@dataclass(frozen=True, slots=True)
class LadderRow:
    """A step and its tries, the last one first."""

    step: Step
    tries: tuple[Try, ...] = ()


# --- reading --------------------------------------------------------------------------------------


def read_ladder(journal: Journal) -> tuple[LadderRow, ...]:
    """Return all steps, those put away too, the easiest first."""
    tries = journal.ladder.tries()
    return tuple(
        LadderRow(step, tries.get(step.number or 0, ())) for step in journal.ladder.steps()
    )


def read_step(journal: Journal, number: int) -> LadderRow:
    """Return one step; raises ``NothingFoundError``."""
    return LadderRow(journal.ladder.step(number), journal.ladder.tries_of(number))


def read_try(journal: Journal, number: int) -> tuple[Try, Step]:
    """Return one try and its step; raises ``NothingFoundError``."""
    tried = journal.ladder.try_at(number)
    return tried, journal.ladder.step(tried.step)


def linked_entry(journal: Journal, tried: Try) -> Entry | None:
    """Return the boundary moment of a try; None where it has none, or that one was deleted."""
    if not tried.entry_id:
        return None
    try:
        entry = journal.entries.get(tried.entry_id)
    except NothingFoundError:
        return None
    return None if entry.deleted else entry


def recent_moments(journal: Journal) -> tuple[Entry, ...]:
    """Return the last boundary moments, the last one first."""
    found, _after = journal.entries.find(Query(kinds=frozenset({Kind.BOUNDARY})), None, RECENT)
    return tuple(found)


@cache
def shipped_suggestions() -> tuple[Step, ...]:
    """Return the situations that come with the program, in the order of their file.

    Raises:
        ContentError: one of them is not as it must be; a bug of the program.
    """
    return read_content("ladder").records("suggestions", _suggestion)


def offered_suggestions(journal: Journal) -> tuple[Step, ...]:
    """Return the suggestions that are on the ladder in no form yet, put away or not."""
    steps = journal.ladder.steps()
    used = {step.suggestion for step in steps}
    there = {folded(step.text) for step in steps}
    return tuple(
        each
        for each in shipped_suggestions()
        if each.suggestion not in used and folded(each.text) not in there
    )


def _suggestion(*, id: str, text: str, distress: int) -> Step:  # noqa: A002 - as in the file
    require_texts(id)
    return Step(text, distress, suggestion=id)


# --- steps ----------------------------------------------------------------------------------------


def add_step(journal: Journal, step: Step, *, draft: DraftName | None = None) -> Step:
    """Put a step on the ladder and forget its draft; return it with its number."""
    with journal.writing(Topic.LADDER):
        forget_draft(journal, draft)
        return journal.ladder.write_step(step)


def change_step(journal: Journal, step: Step, *, draft: DraftName | None = None) -> Step:
    """Write a step over the one with its number and forget its draft; return it as it was.

    Raises:
        NothingFoundError: there is none of that number.
    """
    earlier = journal.ladder.step(step.number or 0)
    with journal.writing(Topic.LADDER):
        journal.ladder.write_step(step)
        forget_draft(journal, draft)
    return earlier


def put_step_away(journal: Journal, number: int, *, away: bool) -> Step:
    """Show a step no more for now, or again; return it as it was."""
    return change_step(journal, replace(journal.ladder.step(number), is_put_away=away))


def delete_step(journal: Journal, number: int) -> LadderRow:
    """Delete a step with its tries; return both, for ``put_step_back``."""
    gone = read_step(journal, number)
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_step(number)
    return gone


def put_step_back(journal: Journal, gone: LadderRow) -> None:
    """Put a deleted step and its tries back as they were."""
    with journal.writing(Topic.LADDER):
        journal.ladder.write_step(gone.step)
        journal.ladder.write_tries(gone.tries)


# --- tries ----------------------------------------------------------------------------------------


def add_try(journal: Journal, tried: Try, *, draft: DraftName | None = None) -> Try:
    """Add a try of a step and forget its draft; return it with its number.

    Raises:
        InvalidValueError: it lies in the future.
        NothingFoundError: its step is not there any more.
    """
    return _write_try(journal, tried, draft)


def change_try(journal: Journal, tried: Try, *, draft: DraftName | None = None) -> Try:
    """Write a try over the one with its number; return it as it was; raises as ``add_try``."""
    earlier = journal.ladder.try_at(tried.number or 0)
    _write_try(journal, tried, draft)
    return earlier


def delete_try(journal: Journal, number: int) -> Try:
    """Delete a try and return it, for ``put_try_back``."""
    gone = journal.ladder.try_at(number)
    with journal.writing(Topic.LADDER):
        journal.ladder.forget_try(number)
    return gone


def put_try_back(journal: Journal, gone: Try) -> None:
    """Put a try back as it was; raises ``NothingFoundError`` where its step is gone."""
    journal.ladder.step(gone.step)
    with journal.writing(Topic.LADDER):
        journal.ladder.write_try(gone)


def _write_try(journal: Journal, tried: Try, draft: DraftName | None) -> Try:
    if tried.happened > journal.clock() + _SLACK:
        raise InvalidValueError(_("This moment has not come yet."), field="happened")
    journal.ladder.step(tried.step)
    with journal.writing(Topic.LADDER):
        written = journal.ladder.write_try(tried)
        forget_draft(journal, draft)
    return written
