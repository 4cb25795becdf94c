"""Bind a widget's width to the height of its text, so that it grows when the text does."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.ui.theme import look_changes


class LineWidth(QObject):
    """Keeps a widget at least or at most so many lines' heights wide; its parent is the widget."""

    def __init__(self, widget: QWidget, *, at_least: int = 0, at_most: int = 0) -> None:
        super().__init__(widget)
        self._widget = widget
        self._at_least = at_least
        self._at_most = at_most
        look_changes().changed.connect(self._bind)
        self._bind()

    def _bind(self) -> None:
        line = self._widget.fontMetrics().height()
        if self._at_least:
            self._widget.setMinimumWidth(self._at_least * line)
        if self._at_most:
            self._widget.setMaximumWidth(self._at_most * line)
