"""Say what of a file or a copy stands how, and perhaps what is to be done with it."""

from collections.abc import Sequence

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label

_LINES_FOR_BOTH = 30
"""So many heights of a line wide it is where a choice stands beside what it is about."""


class IncomingThings(QWidget):
    """A title, a list of things in words below it, and perhaps a choice beside both.

    Attributes:
        choice: what is to be done with them; None where there is nothing to choose.
    """

    def __init__(self, title: str, *, name: str, choices: Sequence[tuple[str, str]] = ()) -> None:
        """Take what stands above; the first of the choices holds until another is taken."""
        super().__init__()
        self._title = title
        self._things = plain_label("", wrap=True)
        self._things.setObjectName(name)
        self.choice: Segmented | None = None
        said = QVBoxLayout()
        said.setSpacing(TINY)
        said.addWidget(plain_label(title, "small", wrap=True))
        said.addWidget(self._things)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addLayout(said, 1)
        if choices:
            self.choice = Segmented(choices, name=f"{name}_choice", keeps_one=True)
            self.choice.setAccessibleName(title)
            self.choice.set_value(choices[0][0])
            self._row.addWidget(self.choice, 1)

    @property
    def said(self) -> str:
        """What it says, for a screen reader; "" where it says nothing."""
        things = self._things.text()
        return f"{self._title}: {things}." if things else ""

    def say(self, things: str) -> None:
        """Show these things."""
        self._things.setText(things)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.choice is not None:
            is_narrow = self.width() < _LINES_FOR_BOTH * self.fontMetrics().height()
            direction = QBoxLayout.Direction
            self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
            self._row.setSpacing(SMALL if is_narrow else MEDIUM)
