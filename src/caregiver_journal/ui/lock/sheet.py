"""A calm card in the middle of the window, for everything that stands before an open journal."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, PAGE, SMALL, SNUG, TINY
from caregiver_journal.ui.widgets.text import plain_label

_WIDTH_EMS = 26


class LockSheet(QWidget):
    """A centred card with a title and a sentence; what follows goes into ``column``.

    Attributes:
        column: the layout below the sentence.
        title, lead, foot: labels; the foot stands below the card.
    """

    def __init__(self, title: str, lead: str = "", *, ems: int = _WIDTH_EMS) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("role", "card")
        card.setFixedWidth(ems * self.fontMetrics().horizontalAdvance("m"))
        self.title = plain_label(title, "heading", wrap=True)
        self.lead = plain_label(lead, "muted", wrap=True)
        self.foot = plain_label("", "small", wrap=True)
        self.foot.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        inner = QVBoxLayout(card)
        inner.setContentsMargins(PAGE, PAGE, PAGE, PAGE)
        inner.setSpacing(TINY)
        inner.addWidget(self.title)
        inner.addWidget(self.lead)
        self.column = QVBoxLayout()
        self.column.setContentsMargins(0, MEDIUM, 0, 0)
        self.column.setSpacing(SNUG)
        inner.addLayout(self.column)
        self._center(card)
        self.set_lead(lead)

    def set_lead(self, text: str) -> None:
        """Change the sentence below the title."""
        self.lead.setText(text)
        self.lead.setVisible(bool(text))

    def _center(self, card: QFrame) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        grid = QGridLayout(inside)
        grid.setSpacing(SMALL)
        grid.setRowStretch(0, 1)
        grid.addWidget(card, 1, 0, Qt.AlignmentFlag.AlignHCenter)
        grid.addWidget(self.foot, 2, 0)
        grid.setRowStretch(3, 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
