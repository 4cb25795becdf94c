"""Hold what scrolls: as high as its width makes it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override


class ByWidth(QWidget):
    """Asks for no height of its own where that follows from its width.

    Without this a scroll area keeps the room that all words would take in narrow lines, and what
    is long stands amid emptiness.
    """

    @override
    def minimumSizeHint(self) -> QSize:
        hint, layout = super().minimumSizeHint(), self.layout()
        follows = layout is not None and layout.hasHeightForWidth()
        return QSize(hint.width(), 0) if follows else hint
