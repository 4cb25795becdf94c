"""One road for bugs, from any thread to the window."""

from PySide6.QtCore import QObject, Signal


class Problems(QObject):
    """Carries descriptions of bugs from any thread to the GUI thread, each kind once.

    Signals:
        found: the description of a bug: its type and places, never a value.
    """

    found = Signal(str)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._seen: set[str] = set()

    def tell(self, description: str) -> None:
        """Hear of a bug; may be called on any thread."""
        if description not in self._seen:
            self._seen.add(description)
            self.found.emit(description)
