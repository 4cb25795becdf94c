"""A row that is a button and draws itself: its keys, its ground and the ring of the keyboard."""

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QAbstractButton, QStyle, QWidget

from caregiver_journal.base.look import FOCUS_WIDTH, RADIUS_CONTROL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class RowButton(QAbstractButton):
    """Up and Down go to the neighbours, as Tab does; Space, Enter and a click press it."""

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def _is_touched(self) -> bool:
        """Tell whether the pointer is on it or it is held down."""
        return self.underMouse() or self.isDown()

    def _draw_ground(self, painter: QPainter, ground: str | None) -> None:
        """Draw what lies under the words, in a colour or none, and the ring of the keyboard."""
        half = FOCUS_WIDTH / 2
        ring = QPen(QColor(current_look().focus), FOCUS_WIDTH)
        painter.setPen(ring if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if ground is None else QColor(ground))
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(shape, RADIUS_CONTROL, RADIUS_CONTROL)

    def _write(self, painter: QPainter, place: QRect, side: Qt.AlignmentFlag, text: str) -> None:
        """Write one line at a side that is mirrored where text runs right to left."""
        seen = QStyle.visualAlignment(self.layoutDirection(), side)
        aligned = seen | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._mirrored(place), aligned, text)

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
