"""What was answered to the same question before: that it was, and when; the words on asking."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button


@dataclass(frozen=True, slots=True)
class Earlier:
    """Something written earlier: what is said of it, and where it stands."""

    said: str
    at: Destination


class EarlierLines(QWidget):
    """A line for each, with *open* behind it; takes no room while there is none.

    Signals:
        opened: the ``Destination`` of one.
    """

    opened = Signal(object)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._shown: tuple[Earlier, ...] = ()
        self._buttons: list[QPushButton] = []
        self._rows = RowStack()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._rows)
        self.hide()

    def show_lines(self, lines: Sequence[Earlier]) -> None:
        """Show other lines."""
        if tuple(lines) == self._shown:
            return
        self._shown = tuple(lines)
        self._buttons = []
        self._rows.show_rows([self._make(line) for line in lines], self._buttons)
        self.setVisible(bool(lines))

    def _make(self, line: Earlier) -> QWidget:
        row = QWidget()
        number = len(self._buttons) + 1
        label = plain_label(line.said, "small")
        label.setObjectName(f"{self.objectName()}.{number}.said")
        button = push_button(_("open"), "link", name=f"{self.objectName()}.{number}.open")
        button.setAccessibleName(_("open: {what}").format(what=line.said))
        button.clicked.connect(self._open)
        self._buttons.append(button)
        label.setMinimumHeight(button.sizeHint().height())
        row.setSizePolicy(flowing_policy())
        across = FlowLayout(row, gap=MEDIUM)
        across.addWidget(label)
        across.addWidget(button)
        return row

    def _open(self) -> None:
        button = self.sender()
        if isinstance(button, QPushButton) and button in self._buttons:
            self.opened.emit(self._shown[self._buttons.index(button)].at)
