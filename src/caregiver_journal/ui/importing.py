"""Choose a file with the data of a journal, look at it, and bring it in; or stop midway."""

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog

from caregiver_journal.base.errors import ImportRefusedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.backup_rounds import Round
from caregiver_journal.journal.exporting import name_of
from caregiver_journal.journal.import_words import say_brought
from caregiver_journal.journal.importing import Incoming, Preview, bring_in, compare, read_file
from caregiver_journal.ui.import_sheet import ImportSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.stepwise import Stepwise

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

_LONGEST_NAME = 120


class Importing(QObject):
    """Brings in one file at a time."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: ImportSheet | None = None
        self._reading: Ticket | None = None
        self._preview: Preview | None = None
        self._takes_theirs = self._goes_without = self._is_backing_up = False
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
        """Ask for a file."""
        dialog = QFileDialog(self._context.ground, _("Choose a file that was saved as JSON"))
        dialog.setObjectName("import.which")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilters([_("All data, JSON (*.json)"), _("All files (*)")])
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def take(self, file: str) -> None:
        """Read a file, and show what is in it when that is done."""
        self._stop()
        self._goes_without = False
        path = Path(file)
        self._sheet = ImportSheet(self._context.ground)
        self._sheet.stopped.connect(self._stop)
        self._sheet.wanted.connect(self._bring_in)
        self._sheet.another_wanted.connect(self.ask)
        self._sheet.gone.connect(self._forget_sheet)
        self._sheet.show_reading(_name(path))
        read = partial(read_file, path)
        self._reading = self._context.work.start(self, read, self._compare, self._refuse)

    def _compare(self, incoming: Incoming) -> None:
        self._comparing.start(compare(self._context.journal, incoming))

    def _look_at(self, preview: Preview) -> None:
        self._preview = preview
        if self._sheet is not None:
            self._sheet.show_preview(preview)

    def _bring_in(self, takes_theirs: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._preview is None or self._sheet is None:
            return
        try:
            self._context.keep_drafts()  # so that nobody else writes while this is under way
        except JournalError as error:
            self._refuse(error)
            return
        self._takes_theirs = takes_theirs
        if self._goes_without:
            self._write(self._preview)
            return
        self._is_backing_up = True
        self._sheet.show_backing_up()
        write, warn = partial(self._write, self._preview), partial(self._warn, self._preview)
        self._context.backups.start(write, warn)

    def _write(self, preview: Preview, _backup: Round | None = None) -> None:
        """Bring in what was looked at, unless that was left meanwhile."""
        self._is_backing_up = False
        if self._sheet is None or self._preview is not preview:
            return
        self._sheet.show_writing()
        steps = bring_in(self._context.journal, preview, take_theirs=self._takes_theirs)
        self._writing.start(steps)

    def _warn(self, preview: Preview, error: Exception) -> None:
        """Say that there is no backup, and let the person decide."""
        self._is_backing_up = False
        if self._sheet is not None and self._preview is preview and isinstance(error, JournalError):
            self._goes_without = True
            self._sheet.show_unbacked(error)

    def _end(self, done: Preview) -> None:
        self._leave()
        self._context.say(say_brought(done, take_theirs=self._takes_theirs))

    def _refuse(self, error: Exception) -> None:
        if self._sheet is not None and isinstance(error, ImportRefusedError):
            self._sheet.show_problem(error)
            return
        self._leave()
        if not isinstance(error, JournalError):
            raise error
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
        self._sheet = self._preview = None


def _name(path: Path) -> str:
    """Return what a file is called, as one line that can be shown."""
    return name_of(path)[:_LONGEST_NAME]
