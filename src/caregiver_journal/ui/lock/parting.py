"""What stands there while a backup is made of a journal that was closed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class PartingPage(LockPage):
    """Says that the journal is closed and what is being done, and how to leave that for later.

    Signals:
        skipped(): the backup shall wait for another time.
    """

    skipped = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("Your journal is closed"),
            _("A backup is made first; then the page to unlock it comes back by itself."),
        )
        self.progress = CalmProgress(name="parting.progress")
        self.progress.start(_("Backing up…"), can_cancel=False)
        self.skip = push_button(_("Leave it for later"), name="parting.skip")
        self.skip.clicked.connect(self.skipped)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.skip)
        self.column.addWidget(self.progress)
        self.column.addLayout(row)

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self.skip.setFocus()
