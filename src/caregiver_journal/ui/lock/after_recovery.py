"""After the recovery code opened the journal: set a new passphrase, or go on with the old one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.new_passphrase import NewPassphrase
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class AfterRecoveryPage(LockPage):
    """Asks for a new passphrase.

    Signals:
        passphrase_chosen: the new passphrase.
        skipped: the old one, if it is known, stays.
    """

    passphrase_chosen = Signal(str)
    skipped = Signal()

    def __init__(self) -> None:
        super().__init__(
            _("The recovery code fits"),
            _("Choose a new passphrase for the days to come. The recovery code stays as it is."),
            lines_wide=25,
        )
        self.new_passphrase = NewPassphrase()
        self.problem = ProblemLine("recovered.problem")
        self.progress = CalmProgress()
        self.skip = push_button(_("Keep the old one"), "link", name="recovered.skip")
        self.set = push_button(_("Set and open"), "primary", name="recovered.set")
        row = QHBoxLayout()
        row.addWidget(self.skip)
        row.addStretch(1)
        row.addWidget(self.set)
        for widget in (self.new_passphrase, self.problem, self.progress):
            self.column.addWidget(widget)
        self.column.addLayout(row)
        self.progress.hide()
        self.skip.clicked.connect(self.skipped)
        self.set.clicked.connect(self._submit)
        self.new_passphrase.submitted.connect(self._submit)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the first field."""
        self.new_passphrase.first.setFocus()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why the passphrase could not be set; the old one stays."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.focus_first()

    def _submit(self) -> None:
        passphrase = self.new_passphrase.passphrase()
        if passphrase and self.set.isEnabled():
            self._set_busy(busy=True)
            self.passphrase_chosen.emit(passphrase)

    def _set_busy(self, *, busy: bool) -> None:
        self.set.setEnabled(not busy)
        self.skip.setEnabled(not busy)
        self.new_passphrase.setEnabled(not busy)
        self.problem.be_quiet()
        if busy:
            self.progress.start(_("Setting the new passphrase…"), can_cancel=False)
        self.progress.setVisible(busy)
