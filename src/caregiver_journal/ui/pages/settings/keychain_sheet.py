"""Turn the keychain on: what it means, and the passphrase."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.base.i18n import _
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import plain_label, push_button


class KeychainSheet(Overlay):
    """Asks for the passphrase, because the key of the open journal is out of reach here.

    Signals:
        submitted: the passphrase.
    """

    submitted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(_("Let the keychain open the journal"), parent, name="keychain")
        about = _(
            "Then no passphrase is needed on this computer: whoever can use your unlocked account "
            "can open the journal. Your passphrase and your recovery code stay as they are."
        )
        self.passphrase = PassphraseField(_("Your passphrase"), name="keychain.passphrase")
        self.problem = ProblemLine("keychain.problem")
        self.progress = CalmProgress()
        self.cancel = push_button(_("Cancel"), name="keychain.cancel")
        self.turn_on = push_button(_("Turn it on"), "primary", name="keychain.turn_on")
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.turn_on)
        self.card.add(
            plain_label(about, wrap=True), self.passphrase, self.problem, self.progress, row
        )
        self.progress.hide()
        self.cancel.clicked.connect(self.go)
        self.turn_on.clicked.connect(self._submit)
        self.passphrase.submitted.connect(self._submit)
        self.come_up()
        self.passphrase.setFocus()

    def show_problem(self, error: JournalError) -> None:
        """Say why it was not turned on; nothing was changed."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.passphrase.set_wrong(wrong=isinstance(error, WrongPassphraseError))
        self.passphrase.setFocus()
        self.passphrase.select_all()

    def _submit(self) -> None:
        if self.passphrase.text() and self.turn_on.isEnabled():
            self._set_busy(busy=True)
            self.submitted.emit(self.passphrase.text())

    def _set_busy(self, *, busy: bool) -> None:
        self.turn_on.setEnabled(not busy)
        self.cancel.setEnabled(not busy)
        self.problem.be_quiet()
        if busy:
            self.progress.start(_("Asking the keychain…"), can_cancel=False)
        self.progress.setVisible(busy)
