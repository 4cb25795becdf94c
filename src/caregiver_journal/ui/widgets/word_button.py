"""A word that can be switched on, as wide when it is on as when it is off."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QPushButton

from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import scaled_font, set_role
from caregiver_journal.ui.widgets.text import set_button_text, set_tooltip

LONGEST = 30
"""So many characters of a word stand on its button; more would not fit beside large text."""


class WordButton(QPushButton):
    """A checkable word in the role ``chip`` or ``segment``; semibold while it is on.

    A word that is too long is shortened where it is seen, and whole where it is heard.

    Attributes:
        word: what is seen of it.
    """

    def __init__(self, word: str, role: str) -> None:
        super().__init__()
        self.word = ""
        self._gain = ("", "", 0)
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.set_word(word)
        set_role(self, role)

    def set_word(self, word: str) -> None:
        """Show another word."""
        whole = " ".join(word.split())
        is_long = len(whole) > LONGEST
        self.word = f"{whole[: LONGEST - 1].rstrip()}…" if is_long else word
        set_button_text(self, self.word)
        self.setAccessibleName(whole)
        set_tooltip(self, whole if is_long else "")

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._gained(), hint.height())

    def _gained(self) -> int:
        """Return by how much the word is wider when it is on; asked for many times a layout."""
        font = self.font().key()
        if self._gain[:2] != (self.word, font):
            strong = QFontMetrics(scaled_font(self.font(), strong=True))
            advance = self.fontMetrics().horizontalAdvance(self.word)
            self._gain = (self.word, font, max(0, strong.horizontalAdvance(self.word) - advance))
        return self._gain[2]
