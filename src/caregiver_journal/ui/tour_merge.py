"""Look at what another copy of the made-up journal would bring, as the rest of the tour does."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path

from caregiver_journal.base.errors import BackupDamagedError, DiskFullError, EarlierKeyError
from caregiver_journal.domain.kind import Kind
from caregiver_journal.journal.importing import Count, Incoming, Preview
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merge_words import Told, tell_conflict
from caregiver_journal.journal.merging import Conflict, MergePreview
from caregiver_journal.journal.other_copy import Copy
from caregiver_journal.ui.merge_sheet import MergeSheet
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_walk import rest

_FILE = "journal-20261101T175200Z.cjbackup"
_NOTE = "The lead asked again at half past five. Said that Fridays end at four."
"""All invented, as the journal of the pictures is."""


def show_merge(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the sheet while it asks for a key, shows both sides, lacks a backup, and refuses."""
    shell.go_to(Destination("settings", part="merge"))
    sheet = MergeSheet(shell)
    sheet.show_reading(_FILE)
    sheet.ask_for_key(EarlierKeyError())
    rest()
    yield "merge-key"

    def tell(conflict: Conflict) -> Told:
        return tell_conflict(journal, conflict)

    sheet.show_preview(_invent(journal), tell, journal.clock().date())
    yield "merge"
    sheet.conflicts.next.click()
    yield "merge-in-trash"
    sheet.show_unbacked(DiskFullError())
    yield "merge-unbacked"
    sheet.show_problem(BackupDamagedError())
    yield "merge-refused"
    sheet.go()


def _invent(journal: Journal) -> MergePreview:
    """Return what a copy would bring in which two entries were changed."""
    now = journal.clock().astimezone(UTC)
    (first, second, *_more), _place = journal.entries.page(None, 4)
    thrown = replace(second, deleted=now)
    theirs = replace(first, note=_NOTE, tags=(*first.tags, "lead"), changed=now)
    conflicts = (
        Conflict(("entry", first.id), first.kind, first, theirs),
        Conflict(("entry", second.id), second.kind, thrown, second),
    )
    copy = Copy(Path(_FILE), now - timedelta(days=19), Incoming(1, ()), {}, None, 1)
    counts = {Kind.MOOD: Count(41, 604, 1), Kind.BOUNDARY: Count(7, 96), "goals": Count(1, 2)}
    return MergePreview(copy, Preview(copy.incoming, counts), (second,), conflicts)
