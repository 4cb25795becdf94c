"""Do slow work off the GUI thread, one at a time, and answer on it.

Work gets frozen data and returns frozen data. Its answer is dropped when it was cancelled or when
the object that asked for it is gone.
"""

from collections.abc import Callable
from typing import NamedTuple, TypeVar

import shiboken6
from PySide6.QtCore import QObject, QThreadPool, Signal

T = TypeVar("T")


class Ticket:
    """The handle on one piece of work."""

    def __init__(self) -> None:
        self.is_cancelled = False

    def cancel(self) -> None:
        """Want no answer any more; the work itself may run to its end unseen."""
        self.is_cancelled = True


def take_turn() -> None:
    """Do nothing, once all that the worker was given before is done; its answer comes after it."""


class _Outcome(NamedTuple):
    ticket: Ticket
    owner: QObject
    deliver: Callable[[], None]


class Work(QObject):
    """One worker thread, and one apart for what may wait; they live as long as the program."""

    _finished = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool, self._apart = QThreadPool(self), QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._apart.setMaxThreadCount(1)
        self._finished.connect(self._deliver)

    def start(
        self,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[Exception], None],
        *,
        is_apart: bool = False,
    ) -> Ticket:
        """Run ``work`` on the worker, then ``done`` or ``failed`` on the GUI thread.

        Args:
            owner: whoever asks; without it nobody is told.
            work: what is slow.
            done: takes what came of it.
            failed: takes what it raised.
            is_apart: whether it may wait for a disk or a network that does not answer; then nothing
                else waits for it.
        """
        pool = self._apart if is_apart else self._pool
        ticket = Ticket()

        def run() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001 - carried to the GUI thread, not swallowed
                failure = error
                outcome = _Outcome(ticket, owner, lambda: failed(failure))
            else:
                outcome = _Outcome(ticket, owner, lambda: done(result))
            self._finished.emit(outcome)

        pool.start(run)
        return ticket

    def finish(self) -> None:
        """Wait for the work under way; call it before the program ends."""
        self._pool.waitForDone()
        self._apart.waitForDone()

    def _deliver(self, outcome: _Outcome) -> None:
        if not outcome.ticket.is_cancelled and shiboken6.isValid(outcome.owner):
            outcome.deliver()
