"""Paint the rows of a list of entries."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem
from typing_extensions import override

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import (
    FOCUS_WIDTH,
    RADIUS_CONTROL,
    ROOMY,
    SMALL,
    SMALL_SIZE,
    SNUG,
    TINY,
    Look,
    mix,
)
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.entry_model import ROW_ROLE, EntryRow, Row

INSET = SNUG
"""Room left and right of the words, where the chosen row's ground shows."""
_ABOVE = 11
_BELOW = 13
_DOT = 12
_CHIP_GAP = 6
_CHIP_PAD = 9
_CHIP_ABOVE = 5
_LINES = 2
_MOST_TEXT = 500
_Index = QModelIndex | QPersistentModelIndex


class EntryDelegate(QStyledItemDelegate):
    """Paint time, dot, title, up to two lines and chips; the same on every page."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._advances: dict[int, int] = {}
        self.set_font(view.font())

    def set_font(self, font: QFont) -> None:
        """Measure anew for a base font."""
        self._body = QFont(font)
        self._strong = scaled_font(font, strong=True)
        self._small = scaled_font(font, SMALL_SIZE)
        self._body_metrics = QFontMetrics(self._body)
        self._strong_metrics = QFontMetrics(self._strong)
        self._small_metrics = QFontMetrics(self._small)
        self._line = self._body_metrics.height() + 1
        self._title_height = self._strong_metrics.height()
        self._chip_height = self._small_metrics.height() + 2
        self._time_width = max(
            48, self._small_metrics.horizontalAdvance(self.tr("00:00")) + SNUG
        )
        self.forget()

    def forget(self) -> None:
        """Forget what was measured; called when the rows change."""
        self._advances.clear()

    def height(self, number: int, row: Row, width: int) -> int:
        """Return the height of a row in a list of this width.

        How long a text is gets measured once; whether it takes one line or two follows from that,
        so that thousands of rows can be laid out anew at every width.
        """
        if not isinstance(row, EntryRow):
            return self._small_metrics.height() + (SMALL if number == 0 else ROOMY) + SMALL
        height = _ABOVE + self._title_height + _BELOW
        if row.line:
            if number not in self._advances:
                self._advances[number] = self._body_metrics.horizontalAdvance(_one_line(row.line))
            has_room = self._advances[number] <= self._text_width(width)
            height += self._line * (1 if has_room else _LINES)
        if row.chips or row.private or row.for_session:
            height += _CHIP_ABOVE + self._chip_height
        return height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(0, self.height(index.row(), index.data(ROW_ROLE), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        page = _Sheet(painter, option.rect, option.direction, current_look())
        if isinstance(row, EntryRow):
            self._paint_entry(page, row, option.state)
        else:
            self._paint_heading(page, row.text)
        painter.restore()

    def _text_start(self) -> int:
        return INSET + self._time_width + SMALL + _DOT + SNUG

    def _text_width(self, width: int) -> int:
        return width - self._text_start() - INSET

    def _paint_heading(self, page: "_Sheet", text: str) -> None:
        area = page.rect
        height = self._small_metrics.height()
        place = QRect(INSET, area.height() - SMALL - height, area.width() - 2 * INSET, height)
        page.words(place, text, self._small, page.look.muted)

    def _paint_entry(self, page: "_Sheet", row: EntryRow, state: QStyle.StateFlag) -> None:
        look = page.look
        page.ground(state)
        top = _ABOVE
        title = self._title_height
        time = QRect(INSET, top, self._time_width, title)
        page.words(time, row.time, self._small, look.muted)
        page.dot(INSET + self._time_width + SMALL, top + (title - _DOT) // 2 + 1, look.colour(row.colour))
        start, width = self._text_start(), self._text_width(page.rect.width())
        page.words(QRect(start, top, width, title), row.title, self._strong, look.ink)
        top += title
        for text in self._lines(row.line, width):
            page.words(QRect(start, top, width, self._line), text, self._body, look.muted)
            top += self._line
        self._paint_chips(page, row, top + _CHIP_ABOVE)

    def _lines(self, text: str, width: int) -> list[str]:
        """Break a text into at most two lines, the last one elided."""
        text = _one_line(text)
        if not text:
            return []
        if self._body_metrics.horizontalAdvance(text) <= width:
            return [text]
        layout = QTextLayout(text, self._body)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(width)
        layout.endLayout()
        rest = text[first.textLength() :]
        elided = self._body_metrics.elidedText(rest, Qt.TextElideMode.ElideRight, width)
        return [text[: first.textLength()].rstrip(), elided]

    def _paint_chips(self, page: "_Sheet", row: EntryRow, top: int) -> None:
        left, end = self._text_start(), page.rect.width() - INSET
        chips = _chips(row)
        height = self._chip_height
        for number, (mark, word) in enumerate(chips):
            rest = f"+{len(chips) - number}"
            is_last = number == len(chips) - 1
            room = end - left - (0 if is_last else self._chip_width(f"+{len(chips)}") + _CHIP_GAP)
            width = self._chip_width(word, mark)
            if width > room and number > 0:
                page.chip(QRect(left, top, self._chip_width(rest), height), rest, self._small)
                return
            width = min(width, room)
            page.chip(QRect(left, top, width, height), word, self._small, mark)
            left += width + _CHIP_GAP

    def _chip_width(self, word: str, mark: str = "") -> int:
        icon = self._small_metrics.ascent() + TINY if mark else 0
        return self._small_metrics.horizontalAdvance(word) + 2 * _CHIP_PAD + icon


class _Sheet:
    """Draw onto one row in its own coordinates, mirrored where text runs right to left."""

    def __init__(
        self, painter: QPainter, rect: QRect, direction: Qt.LayoutDirection, look: Look
    ) -> None:
        self.painter = painter
        self.rect = rect
        self.look = look
        self._direction = direction
        start = Qt.AlignmentFlag.AlignLeft
        if direction == Qt.LayoutDirection.RightToLeft:
            start = Qt.AlignmentFlag.AlignRight
        self._start = start | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignVCenter

    def place(self, part: QRect) -> QRect:
        """Return where a part of the row lies on the list."""
        moved = part.translated(self.rect.topLeft())
        return QStyle.visualRect(self._direction, self.rect, moved)

    def ground(self, state: QStyle.StateFlag) -> None:
        """Draw what lies under the words: hairline, choice, pointer and keyboard."""
        painter, look = self.painter, self.look
        area = self.rect.adjusted(0, 2, 0, -1)
        painter.setPen(QPen(QColor(look.line), 1))
        top = QPointF(0, self.rect.top() + 0.5)
        painter.drawLine(
            QPointF(self.rect.left() + INSET, top.y()), QPointF(self.rect.right() - INSET, top.y())
        )
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_hovered or is_chosen:
            ground = look.primary_soft if is_chosen else mix(look.ink, look.card, 0.03)
            self._rounded(QRectF(area), None, ground)
        if state & QStyle.StateFlag.State_HasFocus:
            ring = QRectF(area).adjusted(1, 1, -1, -1)
            self._rounded(ring, QPen(QColor(look.focus), FOCUS_WIDTH), None)

    def dot(self, left: int, top: int, colour: str) -> None:
        """Draw the dot that says what kind of entry it is."""
        self.painter.setPen(Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(colour))
        self.painter.drawEllipse(self.place(QRect(left, top, _DOT, _DOT)))

    def words(self, part: QRect, text: str, font: QFont, colour: str) -> None:
        """Write one line, elided where it is too long."""
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, part.width())
        self.painter.setFont(font)
        self.painter.setPen(QColor(colour))
        self.painter.drawText(self.place(part), self._start, elided)

    def chip(self, part: QRect, word: str, font: QFont, mark: str = "") -> None:
        """Draw an outlined chip, with a small icon where it has one."""
        look = self.look
        shape = QRectF(self.place(part)).adjusted(0.5, 0.5, -0.5, -0.5)
        radius = shape.height() / 2
        self.painter.setPen(QPen(QColor(look.line), 1))
        self.painter.setBrush(QColor(look.card))
        self.painter.drawRoundedRect(shape, radius, radius)
        inner = part.adjusted(_CHIP_PAD, 0, -_CHIP_PAD + 1, 0)
        if mark:
            size = QFontMetrics(font).ascent()
            icon = QRect(inner.left() - 1, inner.top() + (inner.height() - size) // 2, size, size)
            ratio = self.painter.device().devicePixelRatioF()
            self.painter.drawPixmap(self.place(icon), pixmap(mark, look.muted, size, ratio))
            inner.setLeft(inner.left() + size + TINY - 1)
        self.words(inner, word, font, look.muted)

    def _rounded(self, shape: QRectF, pen: QPen | None, ground: str | None) -> None:
        self.painter.setPen(pen if pen is not None else Qt.PenStyle.NoPen)
        self.painter.setBrush(QColor(ground) if ground is not None else Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(shape, RADIUS_CONTROL, RADIUS_CONTROL)


def _one_line(text: str) -> str:
    return " ".join(text[:_MOST_TEXT].split())


def _chips(row: EntryRow) -> list[tuple[str, str]]:
    """Return (icon, word) of every chip of a row."""
    chips = [("", " ".join(word.split())) for word in row.chips]
    if row.for_session:
        chips.append(("star", _("for session")))
    if row.private:
        chips.append(("private", _("never export")))
    return chips
