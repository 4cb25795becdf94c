"""What was answered to the same question before: that it was, and when; the words on asking."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.asking import earlier_answers
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button

_MOST = 3


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


def find_earlier(journal: Journal, prompt_id: str, today: date, *, without: str) -> list[Earlier]:
    """Return lines about earlier answers to a question, apart from one; none without a question."""
    if not prompt_id:
        return []
    found = earlier_answers(journal, prompt_id, _MOST + 2)
    others = [one for one in found if one.id != without]
    lines = [
        Earlier(_say_answered(one.day, today), Destination("journal", one.id))
        for one in others[:_MOST]
    ]
    if len(others) > _MOST:
        query = Query(prompts=frozenset({prompt_id}))
        lines.append(Earlier(_("All answers to it"), Destination("journal", query=query)))
    return lines


def _say_answered(day: date, today: date) -> str:
    if day == today:
        return _("You answered this today")
    return _("You answered this on {day}").format(day=say_date(day, today))
