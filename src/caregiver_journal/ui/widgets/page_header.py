"""Say what a page is, with its actions at the end of the line."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.ui.widgets.text import plain_label


class PageHeader(QWidget):
    """The title of a page, a quiet line below it, and actions.

    Attributes:
        title: the title's label.
        subtitle: the line below it, hidden while it is empty.
    """

    def __init__(
        self,
        title: str,
        subtitle: str = "",
        *actions: QWidget,
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.title = plain_label(title, "title", wrap=True)
        self.subtitle = plain_label("", "muted", wrap=True)
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.title)
        words.addWidget(self.subtitle)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(SMALL)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addLayout(words, 1)
        row.addLayout(self._actions)
        row.setAlignment(self._actions, Qt.AlignmentFlag.AlignTop)
        self.set_subtitle(subtitle)
        for action in actions:
            self.add_action(action)

    def set_title(self, title: str) -> None:
        """Change the title."""
        self.title.setText(title)

    def set_subtitle(self, subtitle: str) -> None:
        """Change the line below the title; an empty one takes no room."""
        self.subtitle.setText(subtitle)
        self.subtitle.setVisible(bool(subtitle))

    def add_action(self, action: QWidget) -> None:
        """Put an action at the end of the line."""
        self._actions.addWidget(action)
