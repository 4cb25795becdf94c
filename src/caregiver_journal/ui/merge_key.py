"""Ask for what opens a copy of the journal that was made under an earlier key."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import EarlierKeyError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SNUG
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label

PASSPHRASE, CODE = "passphrase", "code"


class MergeKey(QWidget):
    """The passphrase of the day the copy was made, or the recovery code of that day.

    Signals:
        submitted: the sort of secret and the secret, as a pair.
    """

    submitted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._which = Segmented(
            ((PASSPHRASE, _("Passphrase")), (CODE, _("Recovery code"))),
            name="merge.which",
            keeps_one=True,
        )
        self._which.setAccessibleName(_("What opens it"))
        self._which.set_value(PASSPHRASE)
        self._fields = {
            PASSPHRASE: PassphraseField(
                _("Passphrase of the day it was made"),
                name="merge.passphrase",
                is_first=False,
                keeps_room=False,
            ),
            CODE: PassphraseField(
                _("Recovery code of that day"),
                name="merge.code",
                is_first=False,
                keeps_room=False,
            ),
        }
        self._lead = plain_label("", wrap=True)
        self._lead.setObjectName("merge.key_lead")
        self._problem = ProblemLine("merge.key_problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        for part in (self._lead, self._which, *self._fields.values(), self._problem):
            column.addWidget(part)
        for field in self._fields.values():
            field.submitted.connect(self.submit)
        self._which.chosen.connect(self._turn)
        self._turn()

    def tell(self, error: JournalError) -> None:
        """Say why something is asked for, or what was wrong with it."""
        if isinstance(error, EarlierKeyError):
            self._lead.setText(f"{error.sentence} {error.next_step}")
            self._problem.be_quiet()
        else:
            self._problem.tell(error)

    def focus_first(self) -> None:
        """Let the person type, over what was typed before."""
        self._field.select_all()
        self._field.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        for field in self._fields.values():
            field.clear()

    def submit(self) -> None:
        """Hand over what was typed, if something was."""
        if self._field.text():
            self.submitted.emit((self._which.value(), self._field.text()))

    @property
    def _field(self) -> PassphraseField:
        return self._fields[self._which.value() or PASSPHRASE]

    def _turn(self) -> None:
        for key, field in self._fields.items():
            field.setVisible(key == (self._which.value() or PASSPHRASE))
