"""Show what somebody wrote with bold words and lists, and nothing else of any markup.

It is laid out line by line and drawn: there is no document that could load or open anything.
"""

from bisect import bisect_right
from collections.abc import Sequence
from math import ceil

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout, QTextLine
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.look import Look
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import runs_from_right
from caregiver_journal.domain.light_markdown import show
from caregiver_journal.domain.match import Span, find_words
from caregiver_journal.ui.widgets.marked_label import MarkedLabel

MOST_BOLD = 1_000
"""How many places are bold; each one costs time."""


class MarkedText(MarkedLabel):
    """Light Markdown as it is meant; words that are looked for stand out."""

    def __init__(self, source: str, words: str = "", parent: QWidget | None = None) -> None:
        """Show a text.

        Args:
            source: as it was written.
            words: what is looked for.
            parent: the widget it lies in.
        """
        shown = show(source)
        super().__init__(shown.text, find_words(words, shown.text), parent=parent)
        self._bold = shown.bold[:MOST_BOLD]
        self._items = shown.items
        self._starts = [start for start, _length in shown.items]

    @override
    def _is_plain(self) -> bool:
        return super()._is_plain() and not self._bold and not self._items

    @override
    def _formats(self, look: Look) -> list[QTextLayout.FormatRange]:
        return [*_bold_formats(self._bold), *super()._formats(look)]

    @override
    def _lay_lines(self, layout: QTextLayout, width: int) -> int:
        """Lay the lines out; those that go on with an item begin where its words do."""
        height = indent = 0.0
        ends, text = -1, self.text()
        is_mirrored = runs_from_right(text)
        widths: dict[str, float] = {}
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            start = line.textStart()
            place = bisect_right(self._starts, start) - 1
            begins = place >= 0 and self._starts[place] == start
            goes_on = not begins and start <= ends
            line.setLineWidth(width - (indent if goes_on else 0))
            if begins:
                ends = _line_end(text, start)
                sign = text[start : start + self._items[place][1]]
                indent = widths.get(sign) or widths.setdefault(sign, _sign_width(line, len(sign)))
            line.setPosition(QPointF(indent if goes_on and not is_mirrored else 0, height))
            height += line.height()
        layout.endLayout()
        return ceil(height)


def _line_end(text: str, start: int) -> int:
    end = text.find("\n", start)
    return len(text) if end == -1 else end


def _sign_width(line: QTextLine, length: int) -> float:
    """Return how wide the sign is that a line begins with."""
    start = line.textStart()
    before, behind = line.cursorToX(start), line.cursorToX(start + length)
    return abs(_number(behind) - _number(before))


def _number(found: object) -> float:
    """Return the place alone: PySide6 hands the cursor back beside it."""
    first = found[0] if isinstance(found, tuple) else found
    assert isinstance(first, float)  # noqa: S101 - as Qt has it
    return first


def _bold_formats(spans: Sequence[Span]) -> list[QTextLayout.FormatRange]:
    bold = QTextCharFormat()
    bold.setFontWeight(QFont.Weight.DemiBold)
    formats = []
    for start, end in spans:
        each = QTextLayout.FormatRange()
        each.start, each.length, each.format = start, end - start, bold
        formats.append(each)
    return formats
