"""A field for writing that grows with what is written, up to a few lines."""

from PySide6.QtGui import QResizeEvent

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.note_field import NoteField


class GrowingField(NoteField):
    """``least`` lines high while that is enough; more than ``most`` lines scroll."""

    def __init__(self, placeholder: str = "", *, least: int = 1, most: int, name: str) -> None:
        super().__init__(placeholder, least)
        self._least = least
        self._most = most
        self.setObjectName(name)
        self.textChanged.connect(self._grow)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()

    def refit(self) -> None:
        """Be as high as what stands in it now, where that was put there without a signal."""
        self._grow()

    def _grow(self) -> None:
        # The size of a plain document counts lines, not pixels.
        lines = max(self._least, min(self._most, round(self.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
