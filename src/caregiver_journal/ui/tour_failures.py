"""Bring into view what is said where something is wrong: with a journal, the disk, or a backup."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QPushButton

from caregiver_journal.base.errors import (
    DamagedError,
    DiskFullError,
    ForeignKeyFileError,
    InUseError,
    JournalEmptyError,
    JournalError,
    JournalMissingError,
    KeyFileDamagedError,
    KeyFileMissingError,
    MigrationFailedError,
    NewerJournalError,
    NotAJournalError,
    PlainDatabaseError,
    ReadOnlyFolderError,
    ReadOnlyJournalError,
    StorageError,
    WrongPassphraseError,
)
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal import doors
from caregiver_journal.journal.folder import JournalFolder
from caregiver_journal.journal.sample import PASSPHRASE
from caregiver_journal.ui.export_sheet import ExportSheet
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.mood.page import MoodPage
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_refused import show_refused_backups, show_refused_copies
from caregiver_journal.ui.tour_restore import Rest
from caregiver_journal.ui.tour_walk import scroll_to

AT_THE_DOOR: dict[str, type[JournalError]] = {
    "wrong-passphrase": WrongPassphraseError,
    "keys-damaged": KeyFileDamagedError,
    "keys-missing": KeyFileMissingError,
    "keys-foreign": ForeignKeyFileError,
    "journal-missing": JournalMissingError,
    "journal-empty": JournalEmptyError,
    "journal-garbage": NotAJournalError,
    "journal-plain": PlainDatabaseError,
    "journal-newer": NewerJournalError,
    "journal-older": MigrationFailedError,
    "folder-read-only": ReadOnlyFolderError,
    "in-use": InUseError,
}
"""What the unlock page says, by the name of its picture."""
_LATER = timedelta(days=400)


def show_failures(window: MainWindow, rest: Rest) -> Iterator[str]:
    """Yield the name of each state; the window shows the first run in a folder of a cloud.

    Args:
        window: its folder is empty; a journal is made there, and then a new recovery code for it.
        rest: waits for the worker.
    """
    doorway = window.doorway
    place = doorway.place
    begin = doorway.findChild(QPushButton, "first_run.begin")
    if begin is not None:
        scroll_to(begin)
    yield "failure-shared-folder"
    doors.create(place.folder, PASSPHRASE, place.cost)
    key = doors.renew_code(place.folder, PASSPHRASE, place.cost, place.clock)
    for name, error in AT_THE_DOOR.items():
        doorway.show_unlock()
        page = doorway.currentWidget()
        if isinstance(page, LockPage):
            page.show_problem(error())
        yield f"failure-{name}"
    backup = next(JournalFolder(place.folder).backups.iterdir())
    yield from show_refused_backups(doorway, backup, rest)
    doorway.show_unlock()
    doorway.open_with(key)
    if window.shell is None:
        raise RuntimeError("the made-up journal did not open")
    yield from show_refused_copies(window.shell, rest)
    yield from _show_inside(window.shell)


def _show_inside(shell: Shell) -> Iterator[str]:
    yield from _show_form(shell)
    sheet = ExportSheet(shell.context)
    sheet.problem.tell(DiskFullError(next_step=_("Make some room, or choose another place.")))
    scroll_to(sheet.problem)
    yield "failure-disk-full-exporting"
    sheet.go()
    shell.go_to(Destination("journal"))
    shell.say_problem(DamagedError())
    yield "failure-page-damaged"
    shell.say_problem(
        DiskFullError(
            _("There is too little room on the disk for a backup."),
            next_step=_("Make some room. Your entries are safe, and so are earlier backups."),
        )
    )
    yield "failure-disk-full-backing-up"
    yield from _show_what_is_odd(shell)


def _show_form(shell: Shell) -> Iterator[str]:
    """Refuse to save a mood, in each way the disk can refuse it."""
    shell.go_to(Destination("mood"))
    page = next(iter(shell.findChildren(MoodPage)))
    refusals = {
        "disk-full": DiskFullError(),
        "disk-error": StorageError(),
        "journal-read-only": ReadOnlyJournalError(),
    }
    for name, error in refusals.items():
        page.form.show_problem(f"{error.sentence} {error.next_step}".strip())
        scroll_to(page.form.problem)
        yield f"failure-{name}"


def _show_what_is_odd(shell: Shell) -> Iterator[str]:
    """Say what is said when a journal is opened: of its folder, and of the clock."""
    journal = shell.context.journal
    journal.add(make_entry(Content(Mood(3), journal.clock()), journal.clock() + _LATER))
    shell.open()
    yield "failure-clock-behind"
    journal.database.read_only = True
    shell.open()
    yield "failure-folder-only-read"
    journal.database.read_only = False
