"""Look at what mends a journal: a rescue, a look through everything, deleting from backups too."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QAbstractButton, QWidget

from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.backing_up import backups_of, look_at
from caregiver_journal.journal.checking import Checked, Trouble, note_check
from caregiver_journal.journal.everywhere import Elsewhere
from caregiver_journal.journal.losses import Brought, Found, Looked, Mend
from caregiver_journal.journal.rescue import Rescued
from caregiver_journal.ui.everywhere_sheet import EverywhereSheet
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.lock.mending import MendingPage
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell
from caregiver_journal.ui.tour_restore import Rest

_PARTS = 20
"""So many pieces of work, and no more, are waited for."""

_DONE = 0.4

W = TypeVar("W", bound=QWidget)


def show_repair(window: MainWindow, rest: Rest) -> Iterator[str]:
    """Delete an entry from everywhere, and look everything through."""
    shell = window.shell
    if shell is None:
        raise RuntimeError("the made-up journal did not open")
    yield from _show_everywhere(shell, rest)
    yield from _show_check(shell, rest)


def show_rescue(window: MainWindow, backup: Path) -> Iterator[str]:
    """Look at the rescue of a damaged file, and at what is mended before an opening.

    All of it is invented but the backup.
    """
    doorway = window.doorway
    doorway.show_damaged()
    yield "damaged"
    page = doorway.findChildren(DamagedPage)[-1]
    page.show_result(Rescued(1_204, 3, ("2026-11-02", "2026-11-03"), "damaged-20261120.db"))
    page.show_looking()
    yield "rescued-looking"
    now = doorway.place.clock()
    moments = [now - timedelta(days=days) for days in (18, 17, 17)]
    mends = [Mend(make_entry(Content(Mood(3), at), at), "") for at in moments]
    page.show_looked(Looked((Found(look_at(backup), tuple(mends)),), 0))
    yield "rescued-found"
    page.show_brought(Brought(len(mends)))
    yield "rescued-brought-back"
    mending = MendingPage()
    mending.progress.set_share(_DONE)
    doorway.addWidget(mending)
    doorway.setCurrentWidget(mending)
    yield "mending"
    doorway.removeWidget(mending)
    mending.deleteLater()
    doorway.show_unlock()


def _show_everywhere(shell: Shell, rest: Rest) -> Iterator[str]:
    journal = shell.context.journal
    (entry, *_more), _place = journal.entries.page(None, 1)
    journal.remove(entry)
    journal.delete_for_good(entry)
    shell.go_to(Destination("trash"))
    sheet = EverywhereSheet(shell.context, Elsewhere(journal, [entry.id]), [entry.id])
    yield "everywhere-looking"
    _wait(sheet.progress, rest)
    yield "everywhere-held"
    sheet.remove.click()
    _wait(sheet.progress, rest)
    yield "everywhere-removed"
    sheet.go()


def _show_check(shell: Shell, rest: Rest) -> Iterator[str]:
    journal = shell.context.journal
    shell.go_to(Destination("settings", part="check"))
    button = _find(shell, "settings.check", QAbstractButton)
    button.click()
    for _part in range(_PARTS):
        rest()
    yield "settings-checked"
    now = journal.clock().astimezone(UTC)
    newest = backups_of(journal)[0].path.name
    found = Checked(now - timedelta(days=3), frozenset({Trouble.INDEX}), newest, False)
    note_check(journal, found)
    shell.go_to(Destination("today"))
    yield "today-damaged-backup"
    note_check(journal, replace(found, trouble=frozenset({Trouble.DAMAGE})))
    shell.go_to(Destination("settings", part="check"))
    yield "settings-check-damage"
    note_check(journal, Checked(now))


def _wait(progress: QWidget, rest: Rest) -> None:
    """Let one piece of work after the other end, until nothing is under way."""
    for _part in range(_PARTS):
        rest()
        if progress.isHidden():
            return
    raise RuntimeError("what the tour waits for did not end")


def _find(shell: Shell, name: str, kind: type[W]) -> W:
    for found in shell.findChildren(kind, name):
        if found.isVisibleTo(shell):
            return found
    raise LookupError(name)
