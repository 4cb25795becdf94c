"""One window for each journal: a second start shows the first one and ends."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal.folder import HeldLock, JournalFolder, knock


class OneWindow(QObject):
    """Holds the right to show a journal's window.

    Signals:
        knocked: somebody started the program again.
    """

    knocked = Signal()

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._lock_file = JournalFolder(folder).window_lock
        self._lock: HeldLock | None = None
        self._watcher: QFileSystemWatcher | None = None

    def take(self) -> bool:
        """Take the right; False when another window has it, which is then asked to show itself.

        A folder that is not there yet, or cannot be written to, has no other window to fear.
        """
        if self._lock is not None or not self._lock_file.parent.is_dir():
            return True
        try:
            self._lock = HeldLock.take(self._lock_file)
            watched = knock(self._lock_file)
        except JournalError:
            return True
        if self._lock is None:
            return False
        self._watcher = QFileSystemWatcher([str(watched)], self)
        self._watcher.fileChanged.connect(self._on_changed)
        return True

    def release(self) -> None:
        """Give the right back."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None

    def _on_changed(self, path: str) -> None:
        if self._watcher is not None:
            self._watcher.addPath(path)
        self.knocked.emit()
