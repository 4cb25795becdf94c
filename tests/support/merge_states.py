"""Bring the sheet into view by which another copy comes in, in each of its states."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

from support.builders import a_boundary, an_entry
from support.clock import START
from support.looking import settle

from caregiver_journal.base.errors import BackupDamagedError, DiskFullError, EarlierKeyError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.progress import Progress
from caregiver_journal.domain.session import Goal
from caregiver_journal.exchange.json_file import VERSION
from caregiver_journal.journal.importing import Count, Incoming, Preview
from caregiver_journal.journal.merge_words import Told, tell_conflict
from caregiver_journal.journal.merging import Conflict, MergePreview
from caregiver_journal.journal.other_copy import Copy
from caregiver_journal.ui.merge_sheet import MergeSheet
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_walk import rest

_NOTE = "The lead asked again at half past five. I said that I leave at four on Fridays."


def show_merge_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state."""
    journal = shell.context.journal
    sheet = MergeSheet(shell)
    sheet.show_reading("journal-20261101T175200Z.cjbackup")
    sheet.show_progress(Progress(1, 5))
    settle()
    yield "merge-reading"
    sheet.ask_for_key(EarlierKeyError())
    rest()
    settle()
    yield "merge-key"

    def tell(conflict: Conflict) -> Told:
        return tell_conflict(journal, conflict)

    sheet.show_preview(_found(), tell, START.date())
    settle()
    yield "merge-preview"
    sheet.conflicts.next.click()
    settle()
    yield "merge-different"
    nothing = MergePreview(_copy(), Preview(Incoming(VERSION, ()), {Kind.MOOD: Count(0, 12)}))
    sheet.show_preview(nothing, tell, START.date())
    settle()
    yield "merge-nothing"
    sheet.show_backing_up()
    settle()
    yield "merge-writing"
    sheet.show_unbacked(DiskFullError())
    settle()
    yield "merge-unbacked"
    sheet.show_problem(BackupDamagedError())
    settle()
    yield "merge-refused"
    sheet.go()
    settle()


def _copy() -> Copy:
    made = (START - timedelta(days=19)).astimezone(UTC)
    path = Path("journal-20261101T175200Z.cjbackup")
    return Copy(path, made, Incoming(VERSION, ()), {}, None, 2)


def _found() -> MergePreview:
    mine = an_entry("Quiet evening, slept early.", START - timedelta(days=3), tags=("late shift",))
    theirs = replace(mine, note=_NOTE, tags=("late shift", "lead"), changed=START)
    trashed = an_entry("", START - timedelta(days=9), mood=a_boundary("Cover the Monday"))
    trashed = replace(trashed, deleted=START.astimezone(UTC))
    goal = Goal("1" * 36, "Leave at four on Fridays", START)
    conflicts = (
        Conflict(("entry", mine.id), Kind.MOOD, mine, theirs),
        Conflict(("entry", trashed.id), Kind.BOUNDARY, trashed, replace(trashed, deleted=None)),
        Conflict(("goals", goal.id), "goals", goal, replace(goal, reached=START.date())),
    )
    counts = {
        Kind.MOOD: Count(41, 1_204, 1),
        Kind.BOUNDARY: Count(7, 210, 1),
        "workdays": Count(20, 365),
        "goals": Count(1, 2, 1),
    }
    gone = tuple(an_entry("Thrown away", START - timedelta(days=day)) for day in range(3))
    return MergePreview(_copy(), Preview(Incoming(VERSION, ()), counts), gone, conflicts)
