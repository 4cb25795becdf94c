"""Back a journal up once it is closed, before the process goes: nobody waits longer than they like.

Where the keys have to leave memory at once, as before the computer sleeps, it does not begin or is
given up; the backup is made another time.
"""

import contextlib
import logging
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.ui.work import Ticket, Work

# The unlock page does not wait for what is needed when a journal is closed.
if TYPE_CHECKING:
    from caregiver_journal.journal.backup_rounds import ClosedRound, Halt
    from caregiver_journal.journal.journal import Journal

PATIENCE_MS = 400
"""Most journals are backed up sooner, and nobody has to read anything."""

_LOG = logging.getLogger(__name__)


class Parting(QObject):
    """Makes the last backup of a session.

    Attributes:
        was_given_up: whether it was left in its midst; then the worker may still be at a long step,
            with the key, and nobody is to wait for it.

    Signals:
        delayed(): it takes so long that something should be seen.
        progressed(float): so much of it is done, as a share.
    """

    delayed = Signal()
    progressed = Signal(float)

    def __init__(self, work: Work, parent: QObject) -> None:
        super().__init__(parent)
        self._work = work
        self._round: ClosedRound | None = None
        self._halt: Halt | None = None
        self._ticket: Ticket | None = None
        self._go: Callable[[], None] | None = None
        self.was_given_up = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE_MS)
        self._patience.timeout.connect(self.delayed)

    @property
    def is_under_way(self) -> bool:
        """Whether a backup is being made."""
        return self._go is not None

    def prepare(self, journal: "Journal") -> None:
        """Take what a backup needs from a journal that is about to be closed."""
        from caregiver_journal.journal.backup_rounds import (  # noqa: PLC0415 - see above
            ClosedRound,
            backs_up_by_itself,
        )

        self._round = None
        with contextlib.suppress(JournalError):
            if backs_up_by_itself(journal) and not journal.database.is_damaged:
                self._round = ClosedRound(journal)

    def forget(self) -> None:
        """Let go of what was taken, and with it of the key."""
        self._round = None

    def begin(self, go: Callable[[], None]) -> bool:
        """Begin with the backup if one is due; then ``go``. The journal is closed now.

        Returns:
            False where there is nothing to do; then ``go`` was not called.
        """
        made, self._round = self._round, None
        if made is None or not made.is_due():
            return False
        from caregiver_journal.journal.backup_rounds import Halt  # noqa: PLC0415 - see above

        self._go = go
        self._halt = Halt(self.progressed.emit)
        self._patience.start()
        self._ticket = self._work.start(self, partial(made.make, self._halt), self._end, self._tell)
        return True

    def give_up(self) -> None:
        """Stop before the next step, and go at once; what is due stays due."""
        if self._halt is not None and self._ticket is not None:
            self.was_given_up = True
            self._halt.stop()
            self._ticket.cancel()
            self._end(None)

    def _tell(self, error: Exception) -> None:
        if not isinstance(error, JournalError):
            _LOG.error("no backup when leaving, kind=%s", type(error).__name__)
        self._end(None)

    def _end(self, _came: object) -> None:
        go, self._go = self._go, None
        self._halt = self._ticket = None
        self._patience.stop()
        if go is not None:
            go()
