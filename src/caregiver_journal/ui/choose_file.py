"""Ask which file is meant."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_journal.base.i18n import _


def file_dialog(
    ground: QWidget, title: str, files: str, *, name: str, folder: Path | None = None
) -> QFileDialog:
    """Return a dialog that asks for a file there is; the caller connects and opens it.

    Args:
        ground: what it stands over.
        title: says what is asked for.
        files: which files fit, as Qt reads it: words, and patterns in brackets.
        name: its object name.
        folder: where it begins; the person's documents by default.
    """
    dialog = QFileDialog(ground, title)
    dialog.setObjectName(name)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([files, _("All files (*)")])
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(str(folder) if folder and folder.is_dir() else documents)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
