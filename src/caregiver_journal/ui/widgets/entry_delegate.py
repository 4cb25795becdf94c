"""Paint the rows of a list of entries."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, SMALL, SMALL_SIZE, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.entry_model import ROW_ROLE, EntryRow, Index, Row
from caregiver_journal.ui.widgets.row_sheet import CHIP_PAD, DOT, INSET, RowSheet

_ABOVE = 11
_BELOW = 13
_CHIP_GAP = 6
_CHIP_ABOVE = 5
_LEAST_TIME = 48
_LINES = 2
_MOST_TEXT = 500


class EntryDelegate(QStyledItemDelegate):
    """Paint time, dot, title, up to two lines and chips; the same on every page."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view
        self._advances: dict[int, tuple[int, int]] = {}
        self._sizes: dict[int, QSize] = {}
        self._width = 0
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
        self._time_width = max(_LEAST_TIME, self._small_metrics.horizontalAdvance("00:00") + SNUG)
        self.forget()

    def forget(self) -> None:
        """Forget what was measured; called when the rows change."""
        self._advances.clear()
        self._sizes.clear()

    def height(self, number: int, row: Row, width: int) -> int:
        """Return the height of a row in a list of this width.

        How long a text is gets measured once; whether it takes one line or two follows from that,
        so that thousands of rows can be laid out anew at every width.
        """
        if not isinstance(row, EntryRow):
            return self._small_metrics.height() + (0 if number == 0 else ROOMY) + SMALL
        if number not in self._advances:
            title = self._strong_metrics.horizontalAdvance(_one_line(row.title))
            self._advances[number] = (
                title,
                self._body_metrics.horizontalAdvance(_one_line(row.line)),
            )
        title, line = self._advances[number]
        room = self._text_width(width)
        height = _ABOVE + self._title_height * (1 if title <= room else _LINES) + _BELOW
        if row.line:
            height += self._line * (1 if line <= room else _LINES)
        if row.chips or row.private or row.for_session:
            height += _CHIP_ABOVE + self._chip_height
        return height

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        if width != self._width:
            self._width = width
            self._sizes.clear()
        number = index.row()
        size = self._sizes.get(number)
        if size is None:
            size = QSize(0, self.height(number, index.data(ROW_ROLE), width))
            self._sizes[number] = size
        return size

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW_ROLE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        page = RowSheet(painter, option.rect, option.direction, current_look())
        if isinstance(row, EntryRow):
            chosen = self._view.currentIndex().row()
            has_line = chosen < 0 or index.row() - chosen not in (0, 1)
            self._paint_entry(page, row, option.state, has_line=has_line)
        else:
            self._paint_heading(page, row.text)
        painter.restore()

    def _text_start(self) -> int:
        return INSET + self._time_width + SMALL + DOT + SNUG

    def _text_width(self, width: int) -> int:
        return width - self._text_start() - INSET

    def _paint_heading(self, page: RowSheet, text: str) -> None:
        area = page.rect
        height = self._small_metrics.height()
        place = QRect(INSET, area.height() - SMALL - height, area.width() - 2 * INSET, height)
        page.words(place, text, self._small, page.look.muted)

    def _paint_entry(
        self, page: RowSheet, row: EntryRow, state: QStyle.StateFlag, *, has_line: bool
    ) -> None:
        look = page.look
        page.ground(state, has_line=has_line)
        top = _ABOVE
        title = self._title_height
        time = QRect(INSET, top, self._time_width, title)
        page.words(time, row.time, self._small, look.muted)
        page.dot(
            INSET + self._time_width + SMALL, top + (title - DOT) // 2 + 1, look.colour(row.colour)
        )
        start, width = self._text_start(), self._text_width(page.rect.width())
        for text in _lines(row.title, self._strong, width):
            page.words(QRect(start, top, width, title), text, self._strong, look.ink)
            top += title
        for text in _lines(row.line, self._body, width):
            page.words(QRect(start, top, width, self._line), text, self._body, look.muted)
            top += self._line
        self._paint_chips(page, row, top + _CHIP_ABOVE)

    def _paint_chips(self, page: RowSheet, row: EntryRow, top: int) -> None:
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
        return self._small_metrics.horizontalAdvance(word) + 2 * CHIP_PAD + icon


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


def _lines(text: str, font: QFont, width: int) -> list[str]:
    """Break a text into at most two lines, the last one elided."""
    text = _one_line(text)
    metrics = QFontMetrics(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text] if text else []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    first = layout.createLine()
    first.setLineWidth(width)
    layout.endLayout()
    end = first.textLength()
    rest = metrics.elidedText(text[end:], Qt.TextElideMode.ElideRight, width)
    return [text[:end].rstrip(), rest]
