"""A field for writing that grows with what is written, up to a few lines."""

from PySide6.QtGui import QResizeEvent

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.note_field import NoteField


class GrowingField(NoteField):
    """One line high while that is enough; more than ``most`` lines scroll."""

    def __init__(self, *, most: int, name: str) -> None:
        super().__init__(lines=1)
        self._most = most
        self.setObjectName(name)
        self.textChanged.connect(self._grow)

    @override
    def resizeEvent(self, e: QResizeEvent) -> None:
        super().resizeEvent(e)
        self._grow()

    def _grow(self) -> None:
        # The size of a plain document counts lines, not pixels.
        lines = max(1, min(self._most, round(self.document().size().height())))
        if lines != self._lines:
            self._lines = lines
            self.updateGeometry()
