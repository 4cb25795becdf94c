"""Hold things that belong together on one panel."""

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, SNUG
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label


class Card(QFrame):
    """A panel with a title and a body.

    Attributes:
        body: the layout for what it holds.
        title: the title's label, hidden while it is empty.
    """

    def __init__(
        self,
        title: str = "",
        *,
        role: str = "card",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", role)
        self.setObjectName(name)
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, MEDIUM + 2, 0, ROOMY)
        self._outer.setSpacing(SNUG)
        self.title: PlainLabel = plain_label("", "heading", wrap=True)
        self.title.setContentsMargins(ROOMY, 0, ROOMY, 0)
        self._outer.addWidget(self.title)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(ROOMY, 0, ROOMY, 0)
        self.body.setSpacing(SNUG)
        self._outer.addLayout(self.body)
        self.set_title(title)

    def set_title(self, title: str) -> None:
        """Change the title; an empty one takes no room."""
        self.title.setText(title)
        self.title.setVisible(bool(title))
        self.setAccessibleName(title)

    def add(self, *things: QWidget | QLayout) -> None:
        """Put widgets or layouts below what is there."""
        for thing in things:
            if isinstance(thing, QWidget):
                self.body.addWidget(thing)
            else:
                self.body.addLayout(thing)

    def add_list(self, entries: QWidget) -> None:
        """Put a list below everything else, so wide that its words line up with the title."""
        row = QVBoxLayout()
        row.setContentsMargins(ROOMY - SNUG, 0, ROOMY - SNUG, 0)
        row.addWidget(entries)
        self._outer.setSpacing(SMALL)
        self._outer.addLayout(row, 1)

    def add_foot(self, foot: QWidget) -> None:
        """Put something below a list, in line with the title."""
        row = QVBoxLayout()
        row.setContentsMargins(ROOMY, 0, ROOMY, 0)
        row.addWidget(foot)
        self._outer.addLayout(row)
