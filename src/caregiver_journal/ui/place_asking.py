"""Ask where something is to lie: never over a file that lies there already, unasked."""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog

from caregiver_journal.base.i18n import _
from caregiver_journal.journal.exporting import is_empty_folder, lies_there, name_of
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


class PlaceAsking(QObject):
    """Asks for a place and a name, and once more before something takes the place of a file.

    Signals:
        chosen: the ``Path``.
    """

    chosen = Signal(object)

    def __init__(
        self,
        context: Context,
        title: str,
        kinds: tuple[FileKind, ...],
        *,
        name: str,
        parent: QObject | None = None,
    ) -> None:
        """Take what is asked for.

        Args:
            context: over whose ground is asked.
            title: of the dialog.
            kinds: of file that are offered, the first one if the person names none; none of them
                where a new folder is to be made.
            name: what is offered for the file, without its ending, or for the folder.
            parent: lives as long; the ground by default.
        """
        super().__init__(parent or context.ground)
        self._ground = context.ground
        self._title = title
        self._kinds = kinds
        self._name = name
        self._suffix = kinds[0].suffix if kinds else ""
        self._path = Path()

    def ask(self) -> None:
        """Ask for a place and a name, or for the folder in which another one is made."""
        dialog = QFileDialog(self._ground, self._title)
        dialog.setObjectName("saving.where")
        if self._kinds:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.setNameFilters([f"{words} (*.{suffix})" for suffix, words in self._kinds])
            dialog.setDefaultSuffix(self._kinds[0].suffix)
            dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)  # asked for below, everywhere
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        place = QStandardPaths.StandardLocation.DocumentsLocation
        dialog.setDirectory(QStandardPaths.writableLocation(place))
        if self._kinds:
            dialog.selectFile(f"{self._name}.{self._kinds[0].suffix}")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filterSelected.connect(self._take_filter)
        dialog.fileSelected.connect(self.take)
        self._dialog = dialog
        dialog.open()

    def take(self, path: str) -> None:
        """Take a place; where a file lies already, ask before it is replaced."""
        self._path = (
            self._ending(Path(path)) if self._kinds else _new_folder(Path(path), self._name)
        )
        if not self._kinds or not lies_there(self._path):
            self._tell()
            return
        gone = [name_of(self._path), _("What is in it now would be gone.")]
        sheet = ConfirmSheet(
            _("Replace this file?"), gone, _("Replace"), self._ground, name="saving.replace"
        )
        sheet.confirmed.connect(self._tell)

    def _ending(self, path: Path) -> Path:
        """Return a path that ends with what the file is: it says so to whoever finds it."""
        known = {kind.suffix for kind in self._kinds}
        if path.suffix.removeprefix(".").lower() in known:
            return path
        return path.with_name(f"{path.name}.{self._suffix}")

    def _take_filter(self, chosen: str) -> None:
        """Let the ending follow the kind of file that is chosen."""
        for suffix, _words in self._kinds:
            if f"*.{suffix}" in chosen:
                self._suffix = suffix
                self._dialog.setDefaultSuffix(suffix)
                self._dialog.selectFile(f"{self._name}.{suffix}")

    def _tell(self) -> None:
        self.chosen.emit(self._path)


def _new_folder(chosen: Path, name: str) -> Path:
    """Return the folder itself if it is empty, else a new one in it by a name nothing has.

    One that is filled takes the place of an empty one, which a stick does not let happen.
    """
    if is_empty_folder(chosen) and not chosen.is_mount():
        return chosen
    number, path = 1, chosen / name
    while lies_there(path):
        number += 1
        path = chosen / f"{name}-{number}"
    return path
