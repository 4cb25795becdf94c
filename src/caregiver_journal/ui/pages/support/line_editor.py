"""Write one line of the card: what it is, and what belongs to it."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.support import Section, SupportLine
from caregiver_journal.ui.plain_values import read_text
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.text import line_field, push_button, set_button_text

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class LineEditor(QWidget):
    """Two fields. Enter goes from the first to the second and saves from there; Escape leaves.

    Attributes:
        number: the row of the line that is changed, or None for a new one.

    Signals:
        submitted: the line is to be saved.
        left: it is not wanted any more.
        touched: something was written.
    """

    submitted = Signal()
    left = Signal()
    touched = Signal()

    def __init__(self, section: Section) -> None:
        super().__init__()
        name = f"support.{section.id}"
        self._section = section.id
        self.number: int | None = None
        self._opened = ("", "")
        self.text = line_field(section.line_hint, name=f"{name}.text")
        self.detail = line_field(section.detail_hint, name=f"{name}.detail")
        self.problem = ProblemLine(f"{name}.problem")
        self.save = push_button(_("Save"), name=f"{name}.save")
        self.cancel = push_button(_("Cancel"), name=f"{name}.cancel")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TINY, 0, TINY)
        column.setSpacing(SMALL)
        for widget in (self.text, self.detail, self.problem):
            column.addWidget(widget)
        column.addWidget(FootRow((), (self.cancel, self.save)))
        self.text.returnPressed.connect(self.detail.setFocus)
        self.detail.returnPressed.connect(self.submitted)
        self.save.clicked.connect(self.submitted)
        self.cancel.clicked.connect(self.left)
        self.text.textEdited.connect(self._touch)
        self.detail.textEdited.connect(self._touch)
        self.hide()

    def open_with(self, line: SupportLine | None) -> None:
        """Begin to change a line, or to write a new one."""
        self.number = None if line is None else line.number
        self._opened = ("", "") if line is None else (line.text, line.detail)
        self._fill(*self._opened)
        self.show()

    def line(self) -> SupportLine:
        """Return what is written; raises ``InvalidValueError``."""
        return SupportLine(self._section, self.text.text(), self.detail.text(), self.number)

    def written(self) -> dict[str, object]:
        """Return what was written and not saved, as plain values; empty for nothing."""
        said = (self.text.text(), self.detail.text())
        if self.isHidden() or said == self._opened:
            return {}
        return {"text": said[0], "detail": said[1], "number": self.number}

    def restore(self, written: Mapping[str, object]) -> None:
        """Show what was written over what it was opened with."""
        self._fill(read_text(written.get("text")), read_text(written.get("detail")))

    def tell(self, error: JournalError) -> None:
        """Say what went wrong, and go to where it did."""
        self.problem.tell(error)
        self.text.setFocus()

    def _fill(self, text: str, detail: str) -> None:
        self.text.setText(text)
        self.detail.setText(detail)
        self.problem.be_quiet()
        words = _("Done") if self.number is None else _("Cancel")
        set_button_text(self.cancel, words)
        set_button_text(self.save, _("Add") if self.number is None else _("Save"))

    def _touch(self) -> None:
        self.problem.be_quiet()
        self.touched.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.submitted.emit()
        else:
            super().keyPressEvent(event)
