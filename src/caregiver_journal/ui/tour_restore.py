"""Look at a backup: what it is, what came of restoring it, and around in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtWidgets import QLineEdit

from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_here
from caregiver_journal.journal.sample import PASSPHRASE, fill_with_sample
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.settings.page import SettingsPage
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.restore_page import RestorePage
from caregiver_journal.ui.viewing_page import ViewingPage
from caregiver_journal.ui.viewing_window import ViewingWindow

_DAYS = 60
_LOOKED_AT = ("journal", "plan", "session")
"""Pages of a backup that show what is left where nothing can be written."""
Rest = Callable[[], None]
"""Lets the work under way end, and layouts come to rest."""


def make_backup(place: Place, days: int = _DAYS) -> Path:
    """Make an invented journal and a backup of it; return the backup's file."""
    key = doors.create(place.folder, PASSPHRASE, place.cost)
    journal = doors.open_journal(place.folder, key, place.clock)
    try:
        fill_with_sample(journal, days=days, seed=3)
        return back_up_here(journal).path
    finally:
        journal.close()


def show_restore(window: MainWindow, backup: Path, rest: Rest) -> Iterator[str]:
    """Look at a backup in front of a closed journal, and restore it."""
    doorway = window.doorway
    doorway.show_restore(backup)
    rest()
    yield "restore"
    page = doorway.findChildren(RestorePage)[-1]
    page.key.switch.click()
    yield "restore-by-code"
    page.key.switch.click()
    for words, state in (("not this one", "restore-wrong"), (PASSPHRASE, "restored")):
        doorway.findChildren(QLineEdit, "restore.passphrase.field")[-1].setText(words)
        page.do.click()
        rest()
        yield state
    page.go_on.click()
    yield from _show_restoring(window, rest)


def _show_restoring(window: MainWindow, rest: Rest) -> Iterator[str]:
    """Look at what the settings ask before the open journal is closed for it."""
    shell = window.shell
    if shell is None:
        raise RuntimeError("the made-up journal did not open")
    shell.go_to(Destination("settings", part="restore"))
    page = shell.findChildren(SettingsPage)[-1]
    page.restoring.ask()
    rest()
    yield "restoring"
    page.restoring.take(str(window.doorway.place.folder / "journal.db"))
    rest()
    yield "restoring-refused"
    for sheet in shell.findChildren(Overlay):
        sheet.go()


def show_viewing(window: ViewingWindow, rest: Rest) -> Iterator[str]:
    """Look around in a backup."""
    rest()
    yield "viewing"
    page = window.doorway.findChildren(ViewingPage)[-1]
    page.passphrase_entered.emit(PASSPHRASE)
    rest()
    yield "viewing-contents"
    shell = window.shell
    if shell is None:
        raise RuntimeError("the backup did not open")
    for sheet in shell.findChildren(Overlay):
        sheet.go()
    yield "viewing-today"
    shell.act("entry.new")
    yield "viewing-refused"
    shell.strip.dismiss()
    for section in _LOOKED_AT:
        shell.go_to(Destination(section))
        yield f"viewing-{section}"
