"""What stands there while the file of a journal is mended before it opens."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class MendingPage(LockPage):
    """Says what is mended, how far that has come, and how to open the journal without it.

    Signals:
        skipped(): the journal shall be opened now.
        progressed(float): so much is done, as a share; comes from the worker.
    """

    skipped = Signal()
    progressed = Signal(float)

    def __init__(self) -> None:
        super().__init__(
            _("The file is being mended"),
            _(
                "Something in it does not fit any more, such as what the search goes by. It is "
                "mended without any loss, which may take a minute; then the journal opens."
            ),
        )
        self.progress = CalmProgress(name="mending.progress")
        self.progress.start(_("Mending…"), can_cancel=False)
        self.progressed.connect(self.progress.set_share)
        self.skip = push_button(_("Open it now, mend it later"), name="mending.skip")
        self.skip.clicked.connect(self._skip)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.skip)
        self.column.addWidget(self.progress)
        self.column.addLayout(row)

    @override
    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self.skip.setFocus()

    def _skip(self) -> None:
        self.skip.setEnabled(False)
        self.progress.set_sentence(_("Stopping…"))
        self.skipped.emit()
