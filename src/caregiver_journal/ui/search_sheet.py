"""A sheet with a field and, below it, a list of what its words find."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from caregiver_journal.base.marks import override
from caregiver_journal.domain.match import LONGEST
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.widgets.announce import announce

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 5, Qt.Key.Key_PageUp: -5}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SearchSheet(Overlay):
    """The keyboard stays in the field: arrows walk through the list, Enter takes from it.

    Attributes:
        field: what is looked for.
    """

    field: QLineEdit

    def watch(self, field: QLineEdit) -> None:
        """Look for what is typed into this field."""
        self.field = field
        field.setMaxLength(LONGEST)
        field.installEventFilter(self)
        field.textChanged.connect(self._offer)

    def begin(self) -> None:
        """Come up with what is there before anything is typed."""
        self._offer("")
        self.come_up()
        self.field.setFocus()

    # --- what each sheet does in its own way ----------------------------------------------------

    def _offer(self, words: str) -> None:
        """Show what these words find."""
        raise NotImplementedError

    def _step(self, by: int) -> str:
        """Go so many rows on, or back; return how the row is heard, "" where there is none."""
        raise NotImplementedError

    def _take(self) -> None:
        """Take the row the list is on."""
        raise NotImplementedError

    # --- the same for all -----------------------------------------------------------------------

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list and take from it, with the keyboard in the field."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in _STEPS:
            heard = self._step(_STEPS[Qt.Key(event.key())])
            if heard:
                announce(self.field, heard)
        elif event.key() in _ENTER:
            self._take()
        else:
            return False
        return True
