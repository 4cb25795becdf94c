"""Show how strong a passphrase is: five segments and a sentence."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.text import plain_label

_SEGMENTS = 5
_GAP = 4
_HEIGHT = 6


class StrengthMeter(QWidget):
    """Segments that fill with strength, and the caller's sentence below them."""

    def __init__(self, *, name: str = "strength", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._bar = _Bar()
        self._sentence = plain_label("", "small", wrap=True)
        self._sentence.setObjectName(f"{name}.sentence")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        column.addWidget(self._bar)
        column.addWidget(self._sentence)

    def show_strength(self, value: int | None, sentence: str) -> None:
        """Fill the segments for a strength of 0–4, or none of them, and say a sentence."""
        self._bar.filled = 0 if value is None else max(0, min(4, value)) + 1
        self._bar.update()
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)


class _Bar(QWidget):
    """The segments; the filled ones are solid, the others outlined."""

    def __init__(self) -> None:
        super().__init__()
        self.filled = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @override
    def sizeHint(self) -> QSize:
        return QSize(_SEGMENTS * 24, _HEIGHT + 2)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width = (self.width() - _GAP * (_SEGMENTS - 1)) / _SEGMENTS
        for number in range(_SEGMENTS):
            place = number if not self.isRightToLeft() else _SEGMENTS - 1 - number
            shape = QRectF(place * (width + _GAP), 1, width, _HEIGHT).adjusted(0.5, 0, -0.5, 0)
            is_filled = number < self.filled
            painter.setPen(QPen(QColor(look.primary if is_filled else look.edge), 1))
            painter.setBrush(QColor(look.primary) if is_filled else Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(shape, _HEIGHT / 2, _HEIGHT / 2)
