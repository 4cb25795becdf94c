"""The row of Settings that keeps what a rescue left open, until it is brought back or let be."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.journal.loss_notes import read_losses
from caregiver_journal.journal.rescue_words import say_losses
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.settings.rows import SettingRow
from caregiver_journal.ui.widgets.text import plain_label, push_button


class LossesRow(QObject):
    """What stands in that row; it is there only where something may be missing."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.about = plain_label("", "small", wrap=True)
        self.about.setObjectName("settings.losses_state")
        self.button = push_button(_("Look in the backups…"), name="settings.losses")
        also = _("rescue salvage lost missing restore")
        title = _("What could not be read")
        self.row = SettingRow(title, self.about, self.button, also, is_wide=True)
        self.button.clicked.connect(self._look)

    def refresh(self) -> None:
        """Show what may be missing."""
        losses = read_losses(self._context.journal)
        if losses is not None:
            self.about.setText(say_losses(losses, self._context.journal.clock().date()))
        self.row.set_wanted(wanted=losses is not None)
        self.button.setEnabled(not self._context.journal.is_read_only)

    def _look(self) -> None:
        from caregiver_journal.ui.losses_sheet import LossesSheet  # noqa: PLC0415 - rare

        LossesSheet(self._context)
