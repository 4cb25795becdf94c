"""Save something as a file where the person wants it: never over another one unasked."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.exporting import lies_there, write_out
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.page import Context


class FileKind(NamedTuple):
    """A kind of file.

    Attributes:
        suffix: the ending of its name, without the dot.
        words: what it is called where one chooses, such as *PDF*.
    """

    suffix: str
    words: str


class Saving(QObject):
    """Asks where, and once more before it takes the place of another file; then saves.

    Signals:
        saved(Path): it lies there.
    """

    saved = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        kinds: tuple[FileKind, ...],
        make: Callable[[str, Callable[[bytes], None]], None],
        *,
        name: str,
        note: str = "",
        is_private: bool = True,
    ) -> None:
        """Take what is saved.

        Args:
            context: where it is said what came of it.
            title: of the dialog.
            kinds: of file that are offered; the first one if the person names none.
            make: takes the suffix of the chosen kind and what takes the bytes when they are made,
                at once or later; raises ``JournalError``.
            name: what is offered for the file, without its ending.
            note: what is said beside that it was saved, such as what was left out.
            is_private: whether there is anything of the person in it that whoever gets the file
                can read, which is then said too.
        """
        super().__init__(context.ground)
        self._context = context
        self._title = title
        self._kinds = kinds
        self._make = make
        self._name = name
        self._note = note
        self._is_private = is_private
        self._path = Path()

    def ask(self) -> None:
        """Ask for a place and a name."""
        dialog = QFileDialog(self._context.ground, self._title)
        dialog.setObjectName("saving.where")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([f"{words} (*.{suffix})" for suffix, words in self._kinds])
        dialog.setDefaultSuffix(self._kinds[0].suffix)
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked for below, everywhere
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        dialog.selectFile(f"{self._name}.{self._kinds[0].suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(self._take_filter)
        dialog.fileSelected.connect(self.save_at)
        self._dialog = dialog
        dialog.open()

    def save_at(self, path: str) -> None:
        """Save there; where a file lies already, ask before it is replaced."""
        self._path = Path(path)
        if not lies_there(self._path):
            self._begin()
            return
        gone = [self._path.name, _("What is in it now would be gone.")]
        sheet = ConfirmSheet(
            _("Replace this file?"), gone, _("Replace"), self._context.ground, name="saving.replace"
        )
        sheet.confirmed.connect(self._begin)

    def _take_filter(self, chosen: str) -> None:
        """Let the ending follow the kind of file that is chosen."""
        for suffix, _words in self._kinds:
            if f"*.{suffix}" in chosen:
                self._dialog.setDefaultSuffix(suffix)
                self._dialog.selectFile(f"{self._name}.{suffix}")

    def _begin(self) -> None:
        suffix = self._path.suffix.removeprefix(".").lower()
        known = [kind.suffix for kind in self._kinds]
        try:
            self._make(suffix if suffix in known else known[0], self._write)
        except JournalError as error:
            self._context.fail(error)

    def _write(self, content: bytes) -> None:
        try:
            write_out(self._context.journal, self._path, content)
        except JournalError as error:
            self._context.fail(error)
            return
        text = _("Saved as {name}.")
        if self._is_private:
            text = _("Saved as {name}. Whoever gets this file can read it.")
        said = text.format(name=self._path.name)
        self._context.say(f"{said} {self._note}".rstrip())
        self.saved.emit(self._path)
