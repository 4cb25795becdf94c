"""Walk through how an invented journal is backed up, as the rest of the tour does."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.backup_notes import Notes, note_copied, note_failed, write_notes
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.second_place import set_place
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_walk import rest
from caregiver_journal.ui.widgets.progress_line import CalmProgress

_DAYS_AGO = (12, 5, 3)
_STICK = Path("/media/sam/STICK/journal")
"""Invented, as the journal of the pictures is."""

W = TypeVar("W", bound=QWidget)


def show_backups(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at the section, at all backups, at one under way, and at one that failed."""
    _show_section(shell)
    yield "settings-backups-none"
    _make_some(journal)
    set_place(journal, _STICK)
    note_copied(journal.folder, journal.clock() - timedelta(days=_DAYS_AGO[-1]))
    journal.tell(Topic.BACKUP)
    _show_section(shell)
    yield "settings-backups"
    _find(shell, "settings.backups", QAbstractButton).click()
    rest()
    yield "settings-backups-all"
    _put_sheets_away(shell)
    progress = _find_any(shell, "settings.backing_up", CalmProgress)
    progress.start("Backing up…")
    progress.set_share(0.4)
    progress.show()
    rest()
    yield "settings-backing-up"
    progress.hide()
    note_failed(journal.folder, DiskFullError(), journal.clock() - timedelta(hours=20))
    journal.tell(Topic.BACKUP)
    _show_section(shell)
    yield "settings-backups-failed"
    shell.go_to(Destination("today"))
    yield "today-backup-failed"
    set_place(journal, None)
    write_notes(journal.folder, Notes())
    journal.tell(Topic.BACKUP)
    shell.go_to(Destination("settings"))


def show_parting(window: MainWindow) -> Iterator[str]:
    """Look at what stands there while a closed journal is backed up; bring the page back."""
    before = window.show_parting()
    rest()
    yield "parting"
    window.show_again(before)


def _make_some(journal: Journal) -> None:
    """Make backups on some days; the clock goes back for them, as nothing else could be told."""
    clock = journal.clock
    for days in _DAYS_AGO:
        journal.clock = partial(_stand, clock() - timedelta(days=days))
        back_up_here(journal)
    journal.clock = clock


def _stand(moment: datetime) -> datetime:
    return moment


def _show_section(shell: Shell) -> None:
    shell.go_to(Destination("today"))
    shell.go_to(Destination("settings"))
    rest()  # whether the second place is there comes a moment later
    for name in ("settings.backups.row", "settings.back_up.row"):
        row = _find(shell, name, QWidget)
        above = row.parentWidget()
        while above is not None:
            if isinstance(above, QScrollArea):
                above.ensureWidgetVisible(row)
            above = above.parentWidget()


def _find(shell: Shell, name: str, kind: type[W]) -> W:
    for found in shell.findChildren(kind, name):
        if found.isVisibleTo(shell):
            return found
    raise LookupError(name)


def _find_any(shell: Shell, name: str, kind: type[W]) -> W:
    return shell.findChildren(kind, name)[-1]


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
