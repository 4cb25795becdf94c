"""Find a setting by its words: what does not hold them steps aside."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QLineEdit

from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import holds_words
from caregiver_journal.ui.pages.settings.rows import SettingRow
from caregiver_journal.ui.widgets.card import Card

Section = tuple[Card, tuple[SettingRow, ...]]


class Finder(QLineEdit):
    """A field that narrows the rows of all cards; Escape clears it, Enter goes to the first row.

    Signals:
        searched: whether there is any row left.
    """

    searched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("settings.search")
        self.setPlaceholderText(_("Find a setting…"))
        self.setAccessibleName(_("Find a setting"))
        self._sections: Sequence[Section] = ()
        self.textChanged.connect(self._search)
        self.returnPressed.connect(self._go_to_first)
        escape = QShortcut(QKeySequence("Esc"), self, self.clear)
        escape.setContext(Qt.ShortcutContext.WidgetShortcut)

    def set_sections(self, sections: Sequence[Section]) -> None:
        """Search in these."""
        self._sections = sections

    def rows(self) -> list[SettingRow]:
        """Return every row, those out of sight too."""
        return [row for _card, rows in self._sections for row in rows]

    def _search(self, wanted: str) -> None:
        any_left = False
        for card, rows in self._sections:
            title = card.title.text()
            found = [
                row.is_wanted and holds_words(f"{title} {row.words()}", wanted) for row in rows
            ]
            for row, is_found in zip(rows, found, strict=True):
                row.setVisible(is_found)
            card.setVisible(any(found))
            any_left = any_left or any(found)
        self.searched.emit(any_left)

    def _go_to_first(self) -> None:
        first = next((row for row in self.rows() if row.isVisible()), None)
        if first is not None:
            first.control.setFocus(Qt.FocusReason.TabFocusReason)
