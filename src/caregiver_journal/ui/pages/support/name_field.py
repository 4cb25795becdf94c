"""Call a section of the card something else."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.support import MAX_TITLE
from caregiver_journal.ui.widgets.text import line_field, push_button


class NameField(QWidget):
    """A field for the name of a section. Enter takes it, Escape leaves.

    Signals:
        taken, left: the person is done.
        touched: something was written.
    """

    taken = Signal()
    left = Signal()
    touched = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._opened = ""
        self.field = line_field(_("What you call it"), name=name)
        self.field.setMaxLength(MAX_TITLE)
        keep = push_button(_("Rename"), name=f"{name}.keep")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.field, 1)
        row.addWidget(keep)
        self.field.returnPressed.connect(self.taken)
        self.field.textEdited.connect(self.touched)
        keep.clicked.connect(self.taken)
        self.hide()

    def open_with(self, title: str, written: str = "") -> None:
        """Begin to change a name; what was written and not saved stands in its place."""
        if self.isHidden() or written:
            self._opened = title
            self.field.setText(written or title)
        self.show()
        self.field.setFocus()
        self.field.selectAll()

    def written(self) -> dict[str, object]:
        """Return what was written and not saved, as plain values; empty for nothing."""
        text = self.field.text()
        return {} if self.isHidden() or text == self._opened else {"title": text}

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
