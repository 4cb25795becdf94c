"""Restore a backup in the place of the open journal, or look around in one, from the settings."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal.backing_up import backups_of
from caregiver_journal.journal.restoring import BackupFacts, examine
from caregiver_journal.ui.choose_backup import backup_dialog
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.restore_sheet import RestoreSheet

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket


class Restoring(QObject):
    """Asks for one backup, and says what would happen before anything does."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: RestoreSheet | None = None
        self._ticket: Ticket | None = None

    def ask(self) -> None:
        """Offer the journal's own backups, the newest one first, and any file."""
        zone = self._context.journal.clock().tzinfo
        self._sheet = sheet = RestoreSheet(zone, self._context.ground)
        sheet.chosen.connect(self._look_at)
        sheet.file_wanted.connect(self._ask_for_file)
        sheet.view_wanted.connect(self._context.view)
        sheet.restore_wanted.connect(self._restore)
        sheet.gone.connect(self._forget)
        sheet.offer(backups_of(self._context.journal))

    def ask_about(self, backup: Path) -> None:
        """Ask, with one of the journal's own backups chosen already."""
        self.ask()
        self.take(str(backup))

    def take(self, file: str) -> None:
        """Take a file instead of one of the journal's own backups."""
        if self._sheet is not None:
            self._sheet.offer_file(Path(file))

    def _ask_for_file(self) -> None:
        dialog = backup_dialog(self._context.ground)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _look_at(self, backup: Path) -> None:
        if self._ticket is not None:
            self._ticket.cancel()
        if self._sheet is None:
            return
        self._sheet.show_reading()
        work = partial(examine, backup, self._context.journal.folder.path)
        self._ticket = self._context.work.start(self, work, self._show, self._refuse)

    def _show(self, facts: BackupFacts) -> None:
        if self._sheet is not None:
            self._sheet.show_facts(facts)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        if self._sheet is not None:
            self._sheet.show_problem(error)

    def _restore(self, backup: Path) -> None:
        self._leave()
        self._context.restore(backup)

    def _leave(self) -> None:
        if self._sheet is not None:
            self._sheet.go()

    def _forget(self) -> None:
        self._sheet = None
        if self._ticket is not None:
            self._ticket.cancel()
