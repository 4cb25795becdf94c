"""Whether somebody is still there: idle time, the desktop's session, and what screenshots see."""

import contextlib
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QWindow

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.preference import AUTO_LOCK, HIDE_FROM_CAPTURE
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.ui.desktop.capture import hide_from_capture
from caregiver_journal.ui.desktop.idle import IdleWatch
from caregiver_journal.ui.desktop.session_watch import SessionWatch

Seconds = Callable[[], float]


class Presence(QObject):
    """Watches the window of an open journal.

    Signals:
        idle_too_long: nobody seems to be there any more; the journal is to be locked.
        lost: the session was left or the computer slept; the journal is to be locked at once.
    """

    idle_too_long = Signal()
    lost = Signal()

    def __init__(
        self, journal: Journal, window: QWindow, clocks: tuple[Seconds, Seconds], parent: QObject
    ) -> None:
        """Take the steady clock and the clock on the wall, both in seconds."""
        super().__init__(parent)
        self._journal = journal
        self._window = window
        monotonic, wall = clocks
        self.idle = IdleWatch(self._minutes(), self, monotonic=monotonic, wall=wall)
        self.idle.went_idle.connect(self.idle_too_long)
        self.idle.time_jumped.connect(self.lost)
        self.idle.watch(window)
        self.session = SessionWatch(window, self)
        self.session.left.connect(self.lost)
        self._hide()

    def stay(self, seconds: float) -> None:
        """Count somebody as being there for so many seconds from now, as in an exercise."""
        self.idle.stay(seconds)

    def take_change(self, changes: Changes) -> None:
        """Hear what a transaction changed; what cannot be read stays as it was."""
        with contextlib.suppress(JournalError):  # whoever shows the settings says so
            if AUTO_LOCK in changes:
                self.idle.set_minutes(self._minutes())
            if HIDE_FROM_CAPTURE in changes:
                self._hide()

    def _minutes(self) -> int:
        minutes = self._journal.setting(AUTO_LOCK)
        assert isinstance(minutes, int)  # noqa: S101 - each setting keeps its own type
        return minutes

    def _hide(self) -> None:
        hide_from_capture(self._window, hidden=bool(self._journal.setting(HIDE_FROM_CAPTURE)))
