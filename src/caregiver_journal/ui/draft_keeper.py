"""Keep what is being written in the journal itself, so that a lock or a crash loses little."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal.journal import Journal

AFTER_MS = 2_000
"""At most this much writing is lost when the process is killed."""

Content = dict[str, object]


class DraftKeeper(QObject):
    """Keeps the draft of one form.

    Args:
        journal: where it is kept.
        form: the form's name.
        read: returns what the form holds as plain values; empty when there is nothing to keep.
        fail: is told when it could not be kept.
        parent: the form.
    """

    def __init__(
        self,
        journal: Journal,
        form: str,
        read: Callable[[], Content],
        fail: Callable[[JournalError], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._journal = journal
        self._form = form
        self._read = read
        self._fail = fail
        self._is_dirty = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(AFTER_MS)
        self._timer.timeout.connect(self._store_quietly)

    @property
    def is_dirty(self) -> bool:
        """Whether something was written that is not kept yet."""
        return self._is_dirty

    def kept(self) -> Content:
        """Return the draft as it was last kept; empty when it cannot be read."""
        try:
            return self._journal.drafts.read(self._form)
        except JournalError as error:
            self._fail(error)
            return {}

    def touch(self) -> None:
        """Notice that something was written."""
        self._is_dirty = True
        if not self._timer.isActive():
            self._timer.start()

    def settle(self) -> None:
        """Notice that the form was saved or emptied and its draft is already forgotten."""
        self._is_dirty = False
        self._timer.stop()

    def store(self) -> None:
        """Keep the draft now.

        Raises:
            JournalError: it could not be kept; it stays to be tried again.
        """
        if self._is_dirty and not self._journal.is_read_only:
            self._journal.save_draft(self._form, self._read())
            self.settle()

    def _store_quietly(self) -> None:
        try:
            self.store()
        except JournalError as error:
            self._fail(error)
