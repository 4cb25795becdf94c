"""Show bold words and the marks of lists lightly while one writes; the text stays as it is."""

from PySide6.QtGui import QColor, QFont, QSyntaxHighlighter, QTextCharFormat
from PySide6.QtWidgets import QPlainTextEdit

from caregiver_journal.base.marks import override
from caregiver_journal.domain.light_markdown import bold_spans, item_mark
from caregiver_journal.ui.theme import current_look, look_changes

MOST_LIT = 2_000
"""A longer line is shown as it is: to look at all of it with each key would be felt."""

_MARK = 2
"""How many asterisks stand on each side."""


def light_up(field: QPlainTextEdit) -> "MarkdownHint":
    """Show light Markdown in a field from now on."""
    return MarkdownHint(field)


class MarkdownHint(QSyntaxHighlighter):
    """Writes bold words semibold, and what marks them and lists more quietly."""

    def __init__(self, field: QPlainTextEdit) -> None:
        super().__init__(field.document())
        self._field = field
        look_changes().changed.connect(self._dress)

    @override
    def highlightBlock(self, text: str) -> None:
        if len(text) > MOST_LIT:
            return
        bold, quiet = QTextCharFormat(), QTextCharFormat()
        bold.setFontWeight(QFont.Weight.DemiBold)
        quiet.setForeground(QColor(current_look().muted))
        mark = len(item_mark(text))
        if mark:
            self.setFormat(0, mark, quiet)
        for start, end in bold_spans(text, mark):
            self.setFormat(start, _MARK, quiet)
            self.setFormat(start + _MARK, end - start - 2 * _MARK, bold)
            self.setFormat(end - _MARK, _MARK, quiet)

    def _dress(self) -> None:
        """Wear other colours; nothing was written by that."""
        was_quiet = self._field.blockSignals(True)
        self.rehighlight()
        self._field.blockSignals(was_quiet)
