"""Ask which backup is meant."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.choose_file import file_dialog


def backup_dialog(ground: QWidget, folder: Path | None = None) -> QFileDialog:
    """Return a dialog that asks for a backup; the caller connects and opens it.

    Args:
        ground: what it stands over.
        folder: where it begins; the person's documents by default.
    """
    title, files = _("Choose a backup"), _("Backups (*.cjbackup)")
    return file_dialog(ground, title, files, name="backup.which", folder=folder)
