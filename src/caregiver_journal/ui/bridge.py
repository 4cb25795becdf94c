"""Turn the journal's change notices into one Qt signal."""

from PySide6.QtCore import QObject, Signal

from caregiver_journal.journal.journal import Changes, Journal


class JournalBridge(QObject):
    """Tells pages what a transaction changed.

    Signals:
        changed: a frozenset of kinds and preferences.
    """

    changed = Signal(object)

    def __init__(self, journal: Journal, parent: QObject) -> None:
        super().__init__(parent)
        journal.listen(self._tell)

    def _tell(self, changes: Changes) -> None:
        self.changed.emit(changes)
