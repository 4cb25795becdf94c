"""Bind a widget's width to the height of its text, so that it grows when the text does."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override


class LineWidth(QObject):
    """Keeps a widget at least or at most so many lines' heights wide; its parent is the widget."""

    def __init__(self, widget: QWidget, *, at_least: int = 0, at_most: int = 0) -> None:
        super().__init__(widget)
        self._widget = widget
        self._at_least = at_least
        self._at_most = at_most
        widget.installEventFilter(self)
        self._bind()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Measure again when the text has changed its size."""
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._bind()
        return False

    def _bind(self) -> None:
        line = self._widget.fontMetrics().height()
        if self._at_least:
            self._widget.setMinimumWidth(self._at_least * line)
        if self._at_most:
            self._widget.setMaximumWidth(self._at_most * line)
