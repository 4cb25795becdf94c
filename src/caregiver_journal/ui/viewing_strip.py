"""What stands over a backup all the time: that it is one, and that nothing is changed."""

from datetime import datetime

from PySide6.QtWidgets import QFrame, QVBoxLayout

from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.journal.restore_words import say_viewing
from caregiver_journal.ui.widgets.text import plain_label


class ViewingStrip(QFrame):
    """One sentence that cannot be dismissed; there is nothing in it to press."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("viewing.strip")
        self.setProperty("role", "viewing_strip")
        self._text = plain_label("", "strong", wrap=True)
        self._text.setObjectName("viewing.strip.text")
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        column.addWidget(self._text)
        self.say(None)

    def say(self, made: datetime | None) -> None:
        """Say of when the backup is, as soon as that is known."""
        sentence = say_viewing(made)
        self._text.setText(sentence)
        self.setAccessibleName(sentence)
