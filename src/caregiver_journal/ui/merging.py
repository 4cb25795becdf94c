"""Choose another copy of the journal, look at it, and bring it in; or stop midway."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from caregiver_journal.base.errors import (
    JournalError,
    MistypedCodeError,
    OtherKeyError,
    WrongCodeError,
    WrongPassphraseError,
)
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.backup_rounds import Round
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.merge_words import Told, say_merged, tell_conflict
from caregiver_journal.journal.merging import (
    Conflict,
    Decision,
    Merged,
    MergePreview,
    compare,
    merge,
)
from caregiver_journal.journal.other_copy import Copy, by_code, by_passphrase, home_of, read_copy
from caregiver_journal.ui.merge_key import CODE
from caregiver_journal.ui.merge_sheet import MergeSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.stepwise import Stepwise

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

_LONGEST_NAME = 120
_ABOUT_THE_KEY = (MistypedCodeError, OtherKeyError, WrongCodeError, WrongPassphraseError)


class Merging(QObject):
    """Brings in one copy at a time."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: MergeSheet | None = None
        self._path = Path()
        self._reading: Ticket | None = None
        self._is_backing_up = False
        self._found: MergePreview | None = None
        self._decision = Decision()
        self._comparing = Stepwise(self)
        self._writing = Stepwise(self)
        self._comparing.progressed.connect(self._show_progress)
        self._comparing.finished.connect(self._look_at)
        self._comparing.failed.connect(self._refuse)
        self._writing.progressed.connect(self._show_progress)
        self._writing.finished.connect(self._end)
        self._writing.failed.connect(self._refuse)
        self._writing.cancelled.connect(self._say_stopped)

    def ask(self) -> None:
        """Ask for a copy: a backup, or the database in another folder."""
        dialog = QFileDialog(self._context.ground, _("Choose a backup, or another journal.db"))
        dialog.setObjectName("merge.dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        names = _("Backups and journals (*.cjbackup journal.db)")
        dialog.setNameFilters([names, _("All files (*)")])
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, file: str) -> None:
        """Read a copy, and show what is in it when that is done."""
        self._stop()
        self._path = Path(file)
        sheet = self._sheet = MergeSheet(self._context.ground)
        sheet.stopped.connect(self._stop)
        sheet.key_entered.connect(self._open)
        sheet.wanted.connect(self._bring_in)
        sheet.another_wanted.connect(self.ask)
        sheet.gone.connect(self._forget_sheet)
        self._read(None)

    # --- reading --------------------------------------------------------------------------------

    def _read(self, key: tuple[str, str] | None) -> None:
        if self._sheet is None:
            return
        self._sheet.show_reading(name_of(self._path)[:_LONGEST_NAME])
        unlock = None
        if key is not None:
            which, secret = key
            cost = self._context.cost
            unlock = by_code(secret) if which == CODE else by_passphrase(secret, cost)
        read = partial(read_copy, self._path, home_of(self._context.journal), unlock)
        self._reading = self._context.work.start(self, read, self._compare, self._refuse)

    def _open(self, key: tuple[str, str]) -> None:
        self._read(key)

    def _compare(self, copy: Copy) -> None:
        self._comparing.start(compare(self._context.journal, copy))

    def _look_at(self, found: MergePreview) -> None:
        self._found = found
        if self._sheet is not None:
            self._sheet.show_preview(found, self._tell, self._today())

    def _tell(self, conflict: Conflict) -> Told:
        return tell_conflict(self._context.journal, conflict)

    def _today(self) -> date:
        return self._context.journal.clock().date()

    # --- writing --------------------------------------------------------------------------------

    def _bring_in(self, decision: Decision) -> None:
        """Back the journal up as it is; then bring the copy in."""
        if self._found is None or self._sheet is None:
            return
        try:
            self._context.keep_drafts()  # so that nobody else writes while this is under way
        except JournalError as error:
            self._refuse(error)
            return
        self._decision = decision
        self._is_backing_up = True
        self._sheet.show_writing(is_backup=True)
        write, give_up = partial(self._write, self._found), partial(self._give_up, self._found)
        self._context.backups.start(write, give_up)

    def _write(self, found: MergePreview, done: Round) -> None:
        """Bring in what was looked at, unless that was left meanwhile."""
        self._is_backing_up = False
        if self._sheet is None or self._found is not found:
            return
        self._sheet.show_writing(is_backup=False)
        steps = merge(self._context.journal, found, self._decision, done.backup)
        self._writing.start(steps)

    def _give_up(self, found: MergePreview, error: Exception) -> None:
        """Bring nothing in where there is no backup."""
        self._is_backing_up = False
        if self._found is found and isinstance(error, JournalError):
            self._refuse(error)

    def _end(self, done: Merged) -> None:
        self._leave()
        self._context.say(say_merged(done))

    # --- the rest -------------------------------------------------------------------------------

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            self._leave()
            raise error
        if self._sheet is None:
            return
        if isinstance(error, _ABOUT_THE_KEY):
            self._sheet.ask_for_key(error)
        elif self._found is None:
            self._sheet.show_problem(error)
        else:
            self._leave()
            self._context.fail(error)

    def _show_progress(self, progress: object) -> None:
        if self._sheet is not None:
            self._sheet.show_progress(progress)  # type: ignore[arg-type]

    def _leave(self) -> None:
        if self._sheet is not None:
            self._sheet.go()

    def _stop(self) -> None:
        """Stop what is under way; what was written is taken back."""
        if self._reading is not None:
            self._reading.cancel()
        self._comparing.cancel()
        self._writing.cancel()
        if self._is_backing_up:
            self._context.backups.stop()

    def _say_stopped(self) -> None:
        self._context.say(_("It was stopped, and nothing was changed."))

    def _forget_sheet(self) -> None:
        self._sheet = self._found = None
