"""A field for what is looked for."""

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QStyle

from caregiver_journal.base.look import SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.match import LONGEST
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look

_LEAVING = (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchField(QLineEdit):
    """A field for one line with a magnifying glass at its start."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._make_room()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.LayoutDirectionChange):
            self._make_room()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._glass()
        place = QRect(SNUG, (self.height() - size) // 2, size, size)
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        glass = pixmap("search", current_look().muted, size, self.devicePixelRatio())
        painter = QPainter(self)
        painter.drawPixmap(where, glass)
        painter.end()

    def _glass(self) -> int:
        return round(self.fontMetrics().height() * 0.8)

    def _make_room(self) -> None:
        room = self._glass() + TINY + TINY // 2
        left, right = (0, room) if self.isRightToLeft() else (room, 0)
        self.setTextMargins(left, 0, right, 0)


class ListSearchField(SearchField):
    """A search field above a list: Escape empties it; then that leads to the list, as Enter does.

    Signals:
        emptied: Escape took away what was typed.
        list_wanted: the keyboard shall go on to what was found.
    """

    emptied = Signal()
    list_wanted = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)
        self.setMaxLength(LONGEST)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.emptied.emit()
        elif event.key() in _LEAVING:
            self.list_wanted.emit()
        else:
            super().keyPressEvent(event)
