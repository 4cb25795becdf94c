"""Choose a file with a questionnaire, look at it, and keep it; it can be taken back."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.instruments import EXAMPLE, example_file
from caregiver_journal.journal.measure_import import (
    FromFile,
    MeasurePreview,
    keep_measure_file,
    preview_measure,
    read_file,
)
from caregiver_journal.ui.choose_file import file_dialog
from caregiver_journal.ui.measure_file_sheet import MeasureFileSheet, RefusedFileSheet
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.saving import FileKind, Saving

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

_EXAMPLE = Path(EXAMPLE[-1]).stem


class MeasureFiles(QObject):
    """Takes questionnaires from files, one at a time."""

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._sheet: MeasureFileSheet | None = None
        self._reading: Ticket | None = None

    def ask(self) -> None:
        """Ask for a file."""
        title, files = _("Choose a file with a questionnaire"), _("Questionnaires (*.toml)")
        dialog = file_dialog(self._context.ground, title, files, name="measure_file.which")
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def save_example(self) -> None:
        """Save a file that shows how a questionnaire is written, where the person wants it."""
        kinds = (FileKind("toml", _("Questionnaires")),)
        title = _("Save an example of a questionnaire")
        note = _("It can be changed in any text editor, and added here again.")
        make, context = _make_example, self._context
        Saving(context, title, kinds, make, name=_EXAMPLE, note=note, is_private=False).ask()

    def take(self, path: str) -> None:
        """Read a file, and show what is in it when that is done."""
        if self._reading is not None:
            self._reading.cancel()
        read = partial(read_file, Path(path))
        self._reading = self._context.work.start(self, read, self._look_at, self._refuse)

    def _look_at(self, found: FromFile) -> None:
        try:
            preview = preview_measure(self._context.journal, found)
        except JournalError as error:
            self._context.fail(error)
            return
        self._sheet = MeasureFileSheet(self._context, preview)
        self._sheet.submitted.connect(self._keep)

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            raise error
        sheet = RefusedFileSheet(self._context, error)
        sheet.another_wanted.connect(self.ask)
        sheet.example_wanted.connect(self.save_example)

    def _keep(self, preview: MeasurePreview) -> None:
        if self._sheet is None:
            return
        is_wanted = preview.replaces is not None
        try:
            take_back = keep_measure_file(self._context.journal, preview, replace=is_wanted)
        except JournalError as error:
            self._sheet.tell(error)
            return
        self._sheet.go()
        self._sheet = None
        self._context.undo.offer(_("Added"), take_back)


def _make_example(_suffix: str, give: Callable[[bytes], None]) -> None:
    give(example_file().encode("utf-8"))
