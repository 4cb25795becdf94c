"""Paint the rows of a list whose texts are shown in full, in as many lines as they need."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView

from caregiver_journal.base.marks import override
from caregiver_journal.domain.match import Span
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.row_delegate import RowDelegate
from caregiver_journal.ui.widgets.row_model import R
from caregiver_journal.ui.widgets.row_sheet import RowSheet, mark_formats

_LINE_BREAK = "\u2028"


class WrappingDelegate(RowDelegate[R]):
    """Paints texts in full; a row, which can be compared, is measured once for each width."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._heights: dict[R, int] = {}
        self._width = 0
        self._advances: dict[tuple[str, int], int] = {}
        self.set_font(view.font())

    def measure(self, row: R, width: int) -> int:
        """Return the height a row needs in a list of this width."""
        raise NotImplementedError

    @override
    def forget(self) -> None:
        self._heights.clear()
        self._advances.clear()

    @override
    def height(self, number: int, row: R, width: int) -> int:
        if width != self._width:
            self._width = width
            self._heights.clear()
        known = self._heights.get(row)
        if known is None:
            known = self._heights[row] = self.measure(row, width)
        return known

    def advance(self, text: str, font: QFont) -> int:
        """Return how long a text is in one line; each is measured once."""
        key = (text, id(font))
        known = self._advances.get(key)
        if known is None:
            known = self._advances[key] = QFontMetrics(font).horizontalAdvance(text)
        return known

    def text_height(self, text: str, font: QFont, width: int) -> int:
        """Return how high a text is in lines of this width."""
        if not text:
            return 0
        if "\n" not in text and self.advance(text, font) <= width:
            return QFontMetrics(font).height()
        return self._laid_out(text, font, width)[1]

    def _laid_out(
        self, text: str, font: QFont, width: int, marks: Sequence[Span] = ()
    ) -> tuple[QTextLayout, int]:
        """Break a text into lines of this width; return it with its height."""
        layout = QTextLayout(text.replace("\n", _LINE_BREAK), font)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        if self._view.isRightToLeft():
            option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        else:
            option.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        layout.setTextOption(option)
        if marks:
            layout.setFormats(mark_formats(marks, current_look()))
        step, top = QFontMetrics(font).height(), 0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1, width))
            line.setPosition(QPointF(0, top))
            top += step
        layout.endLayout()
        return layout, top

    def write(
        self,
        page: RowSheet,
        part: QRect,
        text: str,
        font: QFont,
        colour: str,
        *,
        marks: Sequence[Span] = (),
    ) -> int:
        """Write a text from the top of a part of the row; return its height."""
        if not text:
            return 0
        layout, height = self._laid_out(text, font, part.width(), marks)
        part.setHeight(height)
        page.painter.setPen(QColor(colour))
        layout.draw(page.painter, QPointF(page.place(part).topLeft()))
        return height
