"""A page that stands in front of a journal while something is done, with the way on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class ProgressPage(LockPage):
    """Says what is being done and how far that has come, and offers not to wait for it.

    Signals:
        skipped(): it shall be left for another time.
        progressed(float): so much is done, as a share; may come from the worker.
    """

    skipped = Signal()
    progressed = Signal(float)

    def __init__(self, title: str, lead: str, doing: str, skip: str, *, name: str) -> None:
        """Make it.

        Args:
            title: what is going on.
            lead: why, and what comes then.
            doing: what stands beside the progress.
            skip: what the button for not waiting says.
            name: the first part of the names of its widgets.
        """
        super().__init__(title, lead)
        self.progress = CalmProgress(name=f"{name}.progress")
        self.progress.start(doing, can_cancel=False)
        self.progressed.connect(self.progress.set_share)
        self.skip = push_button(skip, name=f"{name}.skip")
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
        self.skipped.emit()
