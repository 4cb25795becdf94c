"""Draw the parts of a row of entries: hairline, dot, words and chips."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPen,
    QTextCharFormat,
    QTextLayout,
    QTextLine,
    QTextOption,
)
from PySide6.QtWidgets import QStyle

from caregiver_journal.base.look import FOCUS_WIDTH, FOUND, RADIUS_CONTROL, SNUG, TINY, Look, mix
from caregiver_journal.domain.match import Span
from caregiver_journal.ui.icons import pixmap

INSET = SNUG
"""Room left and right of the words, where the chosen row's ground shows."""
DOT = 12
CHIP_PAD = 9


def mark_ground(look: Look) -> str:
    """Return the ground behind words that are looked for; ink stays legible on it."""
    return mix(look.mood[2], look.card, FOUND)


def mark_formats(marks: Sequence[Span], look: Look) -> list[QTextLayout.FormatRange]:
    """Return how words that are looked for are written: semibold, on a soft ground."""
    formats = []
    for start, end in marks:
        form = QTextCharFormat()
        form.setFontWeight(QFont.Weight.DemiBold)
        form.setBackground(QColor(mark_ground(look)))
        form.setForeground(QColor(look.ink))
        one = QTextLayout.FormatRange()
        one.start, one.length, one.format = start, end - start, form
        formats.append(one)
    return formats


def lay_one_line(layout: QTextLayout, width: float) -> QTextLine:
    """Lay out the first line of a text and return it."""
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(width)
    layout.endLayout()
    return line


class RowSheet:
    """Draw onto one row in its own coordinates, mirrored where text runs right to left."""

    def __init__(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, look: Look
    ) -> None:
        self.painter = painter
        self.rect = rect
        self.look = look
        self._direction = direction
        self._chip_line = look.line
        start = Qt.AlignmentFlag.AlignLeft
        if direction == Qt.LayoutDirection.RightToLeft:
            start = Qt.AlignmentFlag.AlignRight
        self._start = start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def place(self, part: QRect) -> QRect:
        """Return where a part of the row lies on the list."""
        moved = part.translated(self.rect.topLeft())
        return QStyle.visualRect(self._direction, self.rect, moved)

    def ground(self, state: QStyle.StateFlag, *, has_line: bool) -> None:
        """Draw what lies under the words: hairline, choice, pointer and keyboard."""
        painter, look = self.painter, self.look
        area = self.rect.adjusted(0, 1, 0, 0)
        if has_line:
            painter.setPen(QPen(QColor(look.line), 1))
            top, left = self.rect.top() + 0.5, self.rect.left() + INSET
            painter.drawLine(QPointF(left, top), QPointF(self.rect.right() - INSET, top))
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_hovered or is_chosen:
            self._chip_line = look.edge if is_chosen else look.line
            ground = look.primary_soft if is_chosen else mix(look.ink, look.card, 0.03)
            self._rounded(QRectF(area), None, ground)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(area).adjusted(1, 1, -1, -1)
            self._rounded(ring, QPen(QColor(look.focus), FOCUS_WIDTH), None)

    def dot(self, left: int, top: int, colour: str) -> None:
        """Draw the dot that says what kind of entry it is."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawEllipse(self.place(QRect(left, top, DOT, DOT)))

    def words(self, part: QRect, text: str, font: QFont, colour: str) -> None:
        """Write one line, elided where it is too long."""
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, part.width())
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(self.place(part), self._start, elided)

    def marked_words(
        self, part: QRect, text: str, font: QFont, colour: str, marks: Sequence[Span]
    ) -> None:
        """Write one line in which words that are looked for stand out."""
        if not marks:
            self.words(part, text, font, colour)
            return
        layout = QTextLayout(text, font)
        option = QTextOption(self._start)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        layout.setTextOption(option)
        layout.setFormats(mark_formats(marks, self.look))
        line = lay_one_line(layout, part.width())
        place = self.place(part)
        top = place.top() + (place.height() - line.height()) / 2
        self.painter.setPen(QColor(colour))
        layout.draw(self.painter, QPointF(place.left(), top))

    def chip(
        self, part: QRect, word: str, font: QFont, mark: str = "", *, is_marked: bool = False
    ) -> None:
        """Draw an outlined chip, with a small icon where it has one; filled where it is marked."""
        look = self.look
        shape = QRectF(self.place(part)).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = shape.height() / 2
        self.painter.setPen(QPen(QColor(self._chip_line), 1))
        self.painter.setBrush(QColor(mark_ground(look)) if is_marked else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(shape, radius, radius)
        inner = part.adjusted(CHIP_PAD, 0, -CHIP_PAD + 1, 0)
        if mark:
            size = QFontMetrics(font).ascent()
            icon = QRect(inner.left() - 1, inner.top() + (inner.height() - size) // 2, size, size)
            ratio = self.painter.device().devicePixelRatioF()
            self.painter.drawPixmap(self.place(icon), pixmap(mark, look.muted, size, ratio))
            inner.setLeft(inner.left() + size + TINY - 1)
        self.words(inner, word, font, look.ink if is_marked else look.muted)

    def _rounded(self, shape: QRectF, pen: QPen | None, ground: str | None) -> None:
        self.painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ground) if ground is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(shape, RADIUS_CONTROL, RADIUS_CONTROL)
