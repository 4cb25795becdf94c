"""One quick line: what to talk about, or to ask."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import line_field, push_button


class QuickPoint(QWidget):
    """A line, whether it is a question, and a button; Enter does the same.

    Signals:
        submitted: what stands there is to be kept.
        edited: something was written.
    """

    submitted = Signal()
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("session.quick")
        self.line = line_field(_("To talk about, or to ask…"), name="session.quick.line")
        self.is_question = QCheckBox(_("A question to ask"))
        self.is_question.setObjectName("session.quick.question")
        self.add = push_button(_("Add"), name="session.quick.add")
        self.problem = ProblemLine("session.quick.problem")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self.line, self.problem, FootRow((self.is_question,), (self.add,))):
            column.addWidget(part)
        self.line.returnPressed.connect(self.submitted)
        self.add.clicked.connect(self._submit)
        self.line.textChanged.connect(self._on_text)
        self.is_question.toggled.connect(self._on_toggled)

    def content(self) -> Content:
        """Return what stands there as plain values; nothing while there are no words."""
        text = self.line.text()
        return {"text": text, "question": self.is_question.isChecked()} if text else {}

    def fill(self, content: Content) -> None:
        """Show what was written, without a signal."""
        for part in (self.line, self.is_question):
            part.blockSignals(True)
        self.line.setText(read_text(content.get("text")))
        self.is_question.setChecked(content.get("question") is True)
        for part in (self.line, self.is_question):
            part.blockSignals(False)
        self.problem.be_quiet()

    def tell(self, error: JournalError) -> None:
        """Say what went wrong."""
        self.problem.tell(error)
        self.line.setFocus()

    def _submit(self) -> None:
        self.submitted.emit()

    def _on_text(self) -> None:
        self.problem.be_quiet()
        self.edited.emit()

    def _on_toggled(self) -> None:
        self.edited.emit()
