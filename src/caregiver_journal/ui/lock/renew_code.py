"""Make a new recovery code: the passphrase, the work, the new code."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.ui.lock.recovery_code import RecoveryCode
from caregiver_journal.ui.lock.sheet import LockPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.progress_line import CalmProgress
from caregiver_journal.ui.widgets.text import push_button


class RenewCodePage(LockPage):
    """Stands in place of the open journal while its key is changed.

    Signals:
        passphrase_entered: the work may begin.
        finished: the new code was checked (True) or skipped, or nothing was done.
        left: nothing is to be changed.
    """

    passphrase_entered = Signal(str)
    finished = Signal(bool)
    left = Signal()

    def __init__(self, folder_name: str) -> None:
        super().__init__(
            _("A new recovery code"),
            _(
                "For when somebody saw the old page, or it is lost. Your entries are copied under "
                "a new key; the old code then opens nothing here. Older backups keep it."
            ),
            lines_wide=25,
        )
        self._folder_name = folder_name
        self.passphrase = PassphraseField(_("Your passphrase"), name="renew.passphrase")
        self.problem = ProblemLine("renew.problem")
        self.progress = CalmProgress()
        self.back = push_button(_("Leave it as it is"), "link", name="renew.back")
        self.make = push_button(_("Make a new code"), "primary", name="renew.make")
        self._foot_row = QHBoxLayout()
        self._foot_row.addWidget(self.back)
        self._foot_row.addStretch(1)
        self._foot_row.addWidget(self.make)
        for widget in (self.passphrase, self.problem, self.progress):
            self.column.addWidget(widget)
        self.column.addLayout(self._foot_row)
        self.progress.hide()
        self.passphrase.submitted.connect(self._submit)
        self.make.clicked.connect(self._submit)
        self.back.clicked.connect(self.left)

    @override
    def focus_first(self) -> None:
        """Put the keyboard into the passphrase field."""
        self.passphrase.setFocus()

    @override
    def show_problem(self, error: JournalError) -> None:
        """Say why it could not be done; the old code stays good."""
        self._set_busy(busy=False)
        self.problem.tell(error)
        self.passphrase.select_all()
        self.focus_first()

    def show_code(self, code: str) -> None:
        """Show the new code; from now on there is no way back."""
        self.passphrase.clear()
        parts: tuple[QWidget, ...] = (
            self.passphrase,
            self.problem,
            self.progress,
            self.back,
            self.make,
        )
        for widget in parts:
            widget.hide()
        self.title.setText(_("Your new recovery code"))
        self.set_lead(
            _("It is shown only now. Write it down or print it, and destroy the old page.")
        )
        self.code = RecoveryCode(code, self._folder_name)
        self.code.confirmed.connect(self._on_confirmed)
        self.code.skipped.connect(self._on_skipped)
        self.column.addWidget(self.code)
        self.code.fields[0].setFocus()

    def _submit(self) -> None:
        if self.passphrase.text() and self.make.isEnabled():
            self.problem.be_quiet()
            self._set_busy(busy=True)
            self.passphrase_entered.emit(self.passphrase.text())

    def _set_busy(self, *, busy: bool) -> None:
        self.make.setEnabled(not busy)
        self.back.setEnabled(not busy)
        self.passphrase.setEnabled(not busy)
        if busy:
            self.progress.start(_("Copying your entries under a new key…"), can_cancel=False)
        self.progress.setVisible(busy)

    def _on_confirmed(self) -> None:
        self.finished.emit(True)

    def _on_skipped(self) -> None:
        self.finished.emit(False)
