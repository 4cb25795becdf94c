"""A label in which words that are looked for stand out, and overlong ones are broken."""

from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override
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
_LINE_END = "\N{LINE SEPARATOR}"


class MarkedLabel(PlainLabel):
    """Plain text in lines, with some places semibold on a soft ground.

    Attributes:
        breaks_words: whether words are broken that are longer than a line.
    """

    def __init__(
        self, text: str, marks: Sequence[Span], role: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(text, parent)
        self._marks = tuple(marks[:MOST_MARKS])
        has_long = any(len(word) > _LONGEST_WORD for word in text.split())
        self.breaks_words = has_long or bool(self._marks)  # what Qt does not do by itself
        self._laid: tuple[tuple[int, str, str], QTextLayout, int] | None = None
        self.setWordWrap(True)
        self.setSizePolicy(flowing_policy())
        if role:
            set_role(self, role)

    @override
    def heightForWidth(self, width: int) -> int:
        if not self.breaks_words:
            return super().heightForWidth(width)
        return self._lay_out(min(width, self.maximumWidth()))[1]

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if not self.breaks_words:
            return hint
        return QSize(hint.width(), self.heightForWidth(hint.width()))

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        if not self.breaks_words:
            return hint
        width = min(hint.width(), _LEAST_WIDE * self.fontMetrics().height())
        return QSize(width, self.fontMetrics().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.breaks_words:
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
        wanted = (width, self.font().key(), look.name)
        if self._laid is None or self._laid[0] != wanted:
            layout = QTextLayout(self.text().replace("\n", _LINE_END), self.font())
            option = QTextOption()  # begins where the text does, whichever way it runs
            option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
            layout.setTextOption(option)
            layout.setFormats(mark_formats(self._marks, look))
            self._laid = (wanted, layout, _lay_lines(layout, width))
        return self._laid[1:]


def _lay_lines(layout: QTextLayout, width: int) -> int:
    """Lay a text out in lines of a width; return the height they take."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    return ceil(height)
