"""Choose a passphrase: advice as one types, a suggestion on request, and the same once more."""

import secrets

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.content import read_words
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.domain.passphrase import MAX_LENGTH, judge, suggest
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.passphrase_field import PassphraseField
from caregiver_journal.ui.widgets.strength_meter import StrengthMeter
from caregiver_journal.ui.widgets.text import plain_label, push_button


class NewPassphrase(QWidget):
    """Two fields with advice.

    Signals:
        submitted: Enter was pressed in the second field.
        changed: something was typed.
    """

    submitted = Signal()
    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.first = PassphraseField(_("New passphrase"), name="new_passphrase.first")
        self.again = PassphraseField(_("The same once more"), name="new_passphrase.again")
        self.meter = StrengthMeter()
        self.suggest = push_button(_("Suggest six words"), "link", name="new_passphrase.suggest")
        self.suggestion = plain_label("", wrap=True)
        self.suggestion.setObjectName("new_passphrase.suggestion")
        self.suggestion.setVisible(False)
        self.use_anyway = QCheckBox(_("Use it anyway"))
        self.use_anyway.setObjectName("new_passphrase.use_anyway")
        self.problem = ProblemLine("new_passphrase.problem")
        self._arrange()
        self.first.changed.connect(self._judge)
        self.again.changed.connect(self._on_again)
        self.first.submitted.connect(self.again.setFocus)
        self.again.submitted.connect(self.submitted)
        self.suggest.clicked.connect(self._suggest)
        self._judge()

    def passphrase(self) -> str:
        """Return the passphrase if it may be used; "" after saying why not."""
        strength = judge(self.first.text())
        if not strength.is_long_enough:
            return self._refuse(strength.sentence or _("Choose a passphrase first."))
        if len(self.first.text()) > MAX_LENGTH:
            return self._refuse(_("A passphrase has at most 1,024 characters."))
        if not strength.is_good and not self.use_anyway.isChecked():
            return self._refuse(_("Make it harder to guess, or tick “Use it anyway”."))
        if self.first.text() != self.again.text():
            return self._refuse(_("The two are not the same."))
        return self.first.text()

    def clear(self) -> None:
        """Empty both fields."""
        self.first.clear()
        self.again.clear()
        self.suggestion.clear()
        self.suggestion.hide()

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(self.first)
        column.addWidget(self.meter)
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self.suggest)
        row.addStretch(1)
        # Without an alignment the row would be as low as the box, and cut off the words beside it.
        row.addWidget(self.use_anyway, 0, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(row)
        column.addWidget(self.suggestion)
        column.addWidget(self.again)
        column.addWidget(self.problem)

    def _judge(self) -> None:
        strength = judge(self.first.text())
        is_empty = not self.first.text()
        self.meter.show_strength(None if is_empty else strength.score, strength.sentence)
        self.use_anyway.setVisible(strength.is_long_enough and not strength.is_good)
        self._on_again()

    def _on_again(self) -> None:
        self.problem.be_quiet()
        self.changed.emit()

    def _suggest(self) -> None:
        words = suggest(read_words("passphrase_words"), secrets.choice)
        self.suggestion.setVisible(True)
        self.suggestion.setText(words)
        announce(self.suggestion, words)

    def _refuse(self, sentence: str) -> str:
        self.problem.say(sentence)
        return ""
