"""Which of a few steps one is at: a bar for each."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look

_HEIGHT = 4
_WIDEST = 60
_LEAST = 8
_GAP = 6
_ROOM = 420


class StepBars(QWidget):
    """Draws bars, those up to the present step filled; drawn only, its words stand beside it."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._at = (0, 1)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_step(self, number: int, count: int) -> None:
        """Show that it is this one of so many, counted from 1."""
        if (number, count) != self._at:
            self._at = (number, count)
            self.updateGeometry()
            self.update()

    @override
    def sizeHint(self) -> QSize:
        count = self._at[1]
        return QSize(count * (self._bar() + _GAP) - _GAP, _HEIGHT)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        number, count = self._at
        bar = self._bar()
        for place in range(count):
            seen = count - 1 - place if self.isRightToLeft() else place
            painter.setBrush(QColor(look.primary if place < number else look.line))
            shape = QRectF(seen * (bar + _GAP), 0, bar, _HEIGHT)
            painter.drawRoundedRect(shape, _HEIGHT / 2, _HEIGHT / 2)

    def _bar(self) -> int:
        count = self._at[1]
        return max(_LEAST, min(_WIDEST, (_ROOM + _GAP) // count - _GAP))
