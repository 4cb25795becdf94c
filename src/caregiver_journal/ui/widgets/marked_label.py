"""A label in which words that are looked for stand out, and overlong ones are broken."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.look import Look
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import runs_from_right
from caregiver_journal.domain.match import Span
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.row_sheet import mark_formats
from caregiver_journal.ui.widgets.text import PlainLabel

MOST_MARKS = 300
"""How many places are marked; each one costs time."""

_LONGEST_WORD = 30
"""Longer words may not fit into a line, and are broken where it ends."""
_LEAST_WIDE = 8
"""The least width of a text with such a word, in heights of a line."""
_MOST_HEIGHTS = 16
"""For so many widths it is remembered how high a text is."""
_LINE_END = "\N{LINE SEPARATOR}"

_Wanted = tuple[int, str, str]
"""What a layout depends on: the width, the font and the look."""


class MarkedLabel(PlainLabel):
    """Plain text in lines, with some places semibold on a soft ground."""

    def __init__(
        self, text: str, marks: Sequence[Span], role: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._marks = tuple(marks[:MOST_MARKS])
        self._has_long = any(len(word) > _LONGEST_WORD for word in text.split())
        self._laid: tuple[_Wanted, QTextLayout, int] | None = None
        self._heights: dict[_Wanted, int] = {}  # layouts around it ask for the same few many times
        self.setWordWrap(True)
        self.setSizePolicy(flowing_policy())
        if role:
            set_role(self, role)

    @property
    def breaks_words(self) -> bool:
        """Whether words are broken that are longer than a line, which Qt does not do by itself."""
        return not self._is_plain()

    @override
    def heightForWidth(self, width: int) -> int:
        if self._is_plain():
            return super().heightForWidth(width)
        width = min(width, self.maximumWidth())
        known = self._heights.get(self._wanted(width))
        return self._lay_out(width)[1] if known is None else known

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self._is_plain():
            return hint
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if self._is_plain():
            return hint
        width = min(hint.width(), _LEAST_WIDE * self.fontMetrics().height())
        return QSize(width, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if self._is_plain():
            super().paintEvent(event)
            return
        layout, _height = self._lay_out(self.width())
        painter = QPainter(self)
        painter.setPen(QColor(self.palette().color(self.foregroundRole())))
        layout.draw(painter, QPointF(0, 0))
        painter.end()

    def _lay_out(self, width: int) -> tuple[QTextLayout, int]:
        """Return the text laid out and its height; kept until width, font or look change."""
        look = current_look()
        wanted = self._wanted(width)
        if self._laid is None or self._laid[0] != wanted:
            layout = QTextLayout(self.text().replace("\n", _LINE_END), self.font())
            option = QTextOption()
            if runs_from_right(self.text()):  # as a label of Qt's own does
                option.setTextDirection(Qt.LayoutDirection.RightToLeft)
                option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.setFormats(self._formats(look))
            if len(self._heights) >= _MOST_HEIGHTS:
                self._heights.clear()
            height = self._heights[wanted] = self._lay_lines(layout, width)
            self._laid = (wanted, layout, height)
        return self._laid[1:]

    def _wanted(self, width: int) -> _Wanted:
        return width, self.font().key(), current_look().name

    def _is_plain(self) -> bool:
        """Tell whether a label of Qt's own shows all there is to it."""
        return not (self._marks or self._has_long)

    def _formats(self, look: Look) -> list[QTextLayout.FormatRange]:
        """Return how places of the text are written."""
        return mark_formats(self._marks, look)

    def _lay_lines(self, layout: QTextLayout, width: int) -> int:
        """Lay a text out in lines of a width; return the height they take."""
        height = 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        return ceil(height)
