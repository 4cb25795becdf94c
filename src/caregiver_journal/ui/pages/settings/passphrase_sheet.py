"""Change the passphrase: the one of today, and a new one."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.lock.new_passphrase import NewPassphrase
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class PassphraseSheet(Overlay):
    """Asks for both.

    Signals:
        submitted: an ``(old, new)`` pair of passphrases.
    """

    submitted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Change the passphrase"), parent, name="change_passphrase")
        self.old = PassphraseField(_("The passphrase of today"), name="change_passphrase.old")
        self.new = NewPassphrase()
        self.problem = ProblemLine("change_passphrase.problem")
        self.progress = CalmProgress()
        self.cancel = push_button(_("Cancel"), name="change_passphrase.cancel")
        self.change = push_button(_("Change it"), "primary", name="change_passphrase.change")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.change)
        self.card.add(self.old, self.new, self.problem, self.progress, row)
        self.progress.hide()
        self.cancel.clicked.connect(self.go)
        self.change.clicked.connect(self._submit)
        self.new.submitted.connect(self._submit)
        self.come_up()
        self.old.setFocus()

    def show_problem(self, error: JournalError) -> None:
        """Say why it was not changed; the passphrase of today stays good."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.old.set_wrong(wrong=isinstance(error, WrongPassphraseError))
        self.old.setFocus()
        self.old.select_all()

    def _submit(self) -> None:
        new = self.new.passphrase()
        if new and self.change.isEnabled():
            self._set_busy(busy=True)
            self.submitted.emit((self.old.text(), new))

    def _set_busy(self, *, busy: bool) -> None:
        self.change.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.problem.be_quiet()
        if busy:
            self.progress.start(_("Setting the new passphrase…"), can_cancel=False)
        self.progress.setVisible(busy)
