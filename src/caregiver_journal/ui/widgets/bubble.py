"""Say what a place in a drawing is, in a small panel painted beside it.

It is painted and no window of its own: it goes when the drawing is covered or locked, is left out
of screenshots wherever the window is, and shows every character as it is.
"""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from caregiver_journal.base.look import HAIRLINE, SMALL, SMALL_SIZE, TINY
from caregiver_journal.ui.theme import current_look, scaled_font

_EMS = 28
"""How wide it may get, in widths of the letter M."""
_ROUND = 6
_WRAP = Qt.TextFlag.TextWordWrap
_SLACK = 3
"""Room for a line that is a little longer where text runs from right to left."""
_ROOM = 10_000.0


def place_bubble(words: str, font: QFont, at: QPointF, room: QRectF, gap: float) -> QRectF:
    """Return where the panel lies: above the place, below it where there is no room.

    Args:
        words: what it says.
        font: of body text; it is written smaller.
        at: the middle of the place.
        room: what it has to stay within.
        gap: how far its edge stays from the middle of the place.
    """
    metrics = QFontMetricsF(scaled_font(font, SMALL_SIZE))
    widest = min(_EMS * metrics.horizontalAdvance("M"), room.width() - 2 * SMALL)
    inner = metrics.boundingRect(QRectF(0, 0, widest, _ROOM), _WRAP, words)
    wide, high = inner.width() + 2 * SMALL + _SLACK, inner.height() + 2 * TINY
    left = max(room.left(), min(at.x() - wide / 2, room.right() - wide))
    top = at.y() - gap - high
    if top < room.top():
        top = min(at.y() + gap, max(room.top(), room.bottom() - high))
    return QRectF(left, top, wide, high)


def paint_bubble(painter: QPainter, place: QRectF, words: str, font: QFont) -> None:
    """Paint the panel at its place."""
    look = current_look()
    painter.setPen(QPen(QColor(look.edge), HAIRLINE))
    painter.setBrush(QColor(look.card))
    half = HAIRLINE / 2
    painter.drawRoundedRect(place.adjusted(half, half, -half, -half), _ROUND, _ROUND)
    painter.setPen(QColor(look.ink))
    painter.setFont(scaled_font(font, SMALL_SIZE))
    painter.drawText(place.adjusted(SMALL, TINY, -SMALL, -TINY), _WRAP, words)
