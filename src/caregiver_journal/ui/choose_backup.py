"""Ask which backup is meant."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_journal.base.i18n import _


def backup_dialog(ground: QWidget, folder: Path | None = None) -> QFileDialog:
    """Return a dialog that asks for a backup; the caller connects and opens it.

    Args:
        ground: what it stands over.
        folder: where it begins; the person's documents by default.
    """
    dialog = QFileDialog(ground, _("Choose a backup"))
    dialog.setObjectName("backup.which")
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptOpen)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilters([_("Backups (*.cjbackup)"), _("All files (*)")])
    documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    dialog.setDirectory(str(folder) if folder and folder.is_dir() else documents)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog
