"""A field for writing more than a line."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QPlainTextEdit

from caregiver_journal.base.marks import override

_TEXT_MARGIN = 4.0


class NoteField(QPlainTextEdit):
    """A field for writing; Tab leaves it and its least height is a number of lines."""

    def __init__(self, placeholder: str = "", lines: int = 3) -> None:
        super().__init__()
        self._lines = lines
        self.setTabChangesFocus(True)
        self.setPlaceholderText(placeholder)
        if placeholder:
            self.setAccessibleName(placeholder)
        self.document().setDocumentMargin(_TEXT_MARGIN)
        self.viewport().setBackgroundRole(QPalette.ColorRole.NoRole)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        hint.setHeight(self._height())
        return hint

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setHeight(self._height())
        return hint

    def _height(self) -> int:
        frame = 2 * (8 + round(_TEXT_MARGIN))
        return self.fontMetrics().lineSpacing() * self._lines + frame


def note_field(placeholder: str = "", *, lines: int = 3, name: str = "") -> NoteField:
    """Return a field for writing that is at least ``lines`` high."""
    field = NoteField(placeholder, lines)
    field.setObjectName(name)
    return field
