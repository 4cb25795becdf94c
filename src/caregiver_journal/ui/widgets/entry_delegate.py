"""Paint the rows of a list of entries."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.match import Span
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.entry_model import EntryRow, Row
from caregiver_journal.ui.widgets.row_delegate import ABOVE, BELOW, CHIP_GAP, RowDelegate
from caregiver_journal.ui.widgets.row_model import Index
from caregiver_journal.ui.widgets.row_sheet import (
    CHIP_PAD,
    DOT,
    INSET,
    RowSheet,
    lay_one_line,
    mark_formats,
)

_CHIP_ABOVE = 5
_LEAST_TIME = 48
_LINES = 2
_MOST_TEXT = 500


class EntryDelegate(RowDelegate[Row]):
    """Paint time, dot, title, up to two lines and chips; the same on every page."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._advances: dict[EntryRow, tuple[int, int]] = {}
        self.set_font(view.font())

    @override
    def set_font(self, font: QFont) -> None:
        super().set_font(font)
        self._body_metrics = QFontMetrics(self._body)
        self._strong_metrics = QFontMetrics(self._strong)
        self._line = self._body_metrics.height() + 1
        self._title_height = self._strong_metrics.height()
        self._time_width = max(_LEAST_TIME, self._small_metrics.horizontalAdvance("00:00") + SNUG)

    @override
    def forget(self) -> None:
        self._advances.clear()

    @override
    def height(self, number: int, row: Row, width: int) -> int:
        """Return the height of a row in a list of this width.

        How long a text is gets measured once; whether it takes one line or two follows from that,
        so that thousands of rows can be laid out anew at every width.
        """
        if not isinstance(row, EntryRow):
            return self._small_metrics.height() + (0 if number == 0 else ROOMY) + SMALL
        if row not in self._advances:
            self._advances[row] = (
                _advance(row.title, self._strong, row.title_marks),
                _advance(row.line, self._body, row.line_marks),
            )
        title, line = self._advances[row]
        room = self._text_width(width)
        height = ABOVE + self._title_height * (1 if title <= room else _LINES) + BELOW
        if row.line:
            height += self._line * (1 if line <= room else _LINES)
        if row.chips or row.private or row.for_session:
            height += _CHIP_ABOVE + self._chip_height
        return height

    @override
    def paint_row(self, page: RowSheet, row: Row, state: QStyle.StateFlag, index: Index) -> None:
        if isinstance(row, EntryRow):
            self._paint_entry(page, row, state, has_line=not self._joins_choice(index))
        else:
            self._paint_heading(page, row.text)

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
        top = ABOVE
        title = self._title_height
        time = QRect(INSET, top, self._time_width, title)
        page.words(time, row.time, self._small, look.muted)
        page.dot(
            INSET + self._time_width + SMALL, top + (title - DOT) // 2 + 1, look.colour(row.colour)
        )
        start, width = self._text_start(), self._text_width(page.rect.width())
        for text, marks in _lines(row.title, self._strong, width, row.title_marks):
            place = QRect(start, top, width, title)
            page.marked_words(place, text, self._strong, look.ink, marks)
            top += title
        for text, marks in _lines(row.line, self._body, width, row.line_marks):
            place = QRect(start, top, width, self._line)
            page.marked_words(place, text, self._body, look.muted, marks)
            top += self._line
        self._paint_chips(page, row, top + _CHIP_ABOVE)

    def _paint_chips(self, page: RowSheet, row: EntryRow, top: int) -> None:
        left, end = self._text_start(), page.rect.width() - INSET
        chips = _chips(row)
        height = self._chip_height
        for number, (mark, word) in enumerate(chips):
            rest = f"+{len(chips) - number}"
            is_last = number == len(chips) - 1
            room = end - left - (0 if is_last else self._chip_width(f"+{len(chips)}") + CHIP_GAP)
            width = self._chip_width(word, mark)
            if width > room and number > 0:
                page.chip(QRect(left, top, self._chip_width(rest), height), rest, self._small)
                return
            width = min(width, room)
            is_marked = number < row.marked_chips
            place = QRect(left, top, width, height)
            page.chip(place, word, self._small, mark, is_marked=is_marked)
            left += width + CHIP_GAP

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


def _lines(
    text: str, font: QFont, width: int, marks: Sequence[Span] = ()
) -> list[tuple[str, list[Span]]]:
    """Break a text into at most two lines, the last one elided; each with its own marks."""
    if not marks:
        text = _one_line(text)
    metrics = QFontMetrics(font)
    if _advance(text, font, marks) <= width:
        return [(text, list(marks))] if text else []
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(mark_formats(marks, current_look()))
    end = lay_one_line(layout, width).textLength()
    room = width - _gain(text, font, [mark for mark in marks if mark[1] > end])
    rest = metrics.elidedText(text[end:], Qt.TextElideMode.ElideRight, room)
    return [
        (text[:end].rstrip(), _within(marks, 0, end)),
        (rest, _within(marks, end, end + len(rest) - (rest != text[end:]))),
    ]


def _advance(text: str, font: QFont, marks: Sequence[Span]) -> int:
    line = text if marks else _one_line(text)
    return QFontMetrics(font).horizontalAdvance(line) + _gain(line, font, marks)


def _gain(text: str, font: QFont, marks: Sequence[Span]) -> int:
    """Return how much wider a text becomes by its marked words being semibold."""
    if not marks:
        return 0
    plain, strong = QFontMetrics(font), QFontMetrics(scaled_font(font, strong=True))
    words = [text[start:end] for start, end in marks]
    return sum(strong.horizontalAdvance(w) - plain.horizontalAdvance(w) + 1 for w in words)


def _within(marks: Sequence[Span], first: int, last: int) -> list[Span]:
    """Return the parts of marks between two places, counted from the first of them."""
    cut = ((max(start, first) - first, min(end, last) - first) for start, end in marks)
    return [(start, end) for start, end in cut if start < end]
