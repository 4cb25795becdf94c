"""A calm card in the middle of the window, for everything that stands before an open journal."""

from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.look import MEDIUM, PAGE, SNUG, TINY
from caregiver_journal.ui.qt_values import ALIGN_CENTRE, NO_FOCUS
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.text import plain_label

_LINES_WIDE = 21
"""Width of the card, in heights of a line, so that it grows with the text."""


class LockPage(QWidget):
    """A centred card with a title and a sentence; what follows goes into ``column``.

    Attributes:
        column: the layout below the sentence.
        title, lead, foot: labels; the foot stands below the card.
    """

    def __init__(self, title: str, lead: str = "", *, lines_wide: int = _LINES_WIDE) -> None:
        super().__init__()
        card = QFrame()
        card.setProperty("role", "card")
        LineWidth(card, at_most=lines_wide)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        card.setSizePolicy(policy)
        self.title = plain_label(title, "sheet_title", wrap=True)
        self.lead = plain_label(lead, "muted", wrap=True)
        self.foot = plain_label("", "small", wrap=True)
        self.foot.setProperty("alignment", ALIGN_CENTRE)
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

    def focus_first(self) -> None:
        """Put the keyboard where the page wants it."""

    def show_problem(self, error: JournalError) -> None:
        """Say what could not be done; nothing typed is lost."""

    def _center(self, card: QFrame) -> None:
        inside = QWidget()
        inside.setProperty("role", "page")
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 1000)
        across.addStretch(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        down.setSpacing(SNUG)
        down.addStretch(1)
        down.addLayout(across)
        down.addWidget(self.foot)
        down.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setProperty("focusPolicy", NO_FOCUS)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)
