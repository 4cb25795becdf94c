"""Choose one of several from a list that folds down."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox

from caregiver_journal.base.marks import override


class CalmCombo(QComboBox):
    """A choice that the mouse wheel does not change by accident while the page scrolls."""

    def __init__(self, choices: Iterable[tuple[str, str]] = (), *, name: str = "") -> None:
        """Take (key, word) pairs in their order."""
        super().__init__()
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for key, word in choices:
            self.addItem(word, key)

    def value(self) -> str:
        """Return the key of what is chosen."""
        return str(self.currentData() or "")

    def set_value(self, key: str) -> None:
        """Choose by a key; the first one where it is unknown."""
        self.setCurrentIndex(max(0, self.findData(key)))

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
