"""Say how an exercise was used; where there are entries behind it, it opens them."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TARGET, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import set_role
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.row_button import RowButton
from caregiver_journal.ui.widgets.text import plain_label, set_tooltip


class UsedLine(RowButton):
    """A quiet line that may take two; pressing it opens the entries behind its numbers."""

    def __init__(self, said: str, *, opens: bool, name: str) -> None:
        super().__init__(name=name)
        self.words = plain_label(said, "small", wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.words.setParent(self)
        self.setAccessibleName(said)
        self.setSizePolicy(flowing_policy())
        self.setMinimumHeight(TARGET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, TINY, 0, TINY)
        column.addWidget(self.words)
        self.setEnabled(opens)
        if opens:
            set_role(self.words, "used")
            set_tooltip(self, _("Open the entries behind this"))
        else:
            self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self.unsetCursor()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self.isEnabled():
            self._draw_ground(QPainter(self), None)
