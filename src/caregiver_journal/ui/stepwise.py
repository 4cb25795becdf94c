"""Do long work with the journal on the GUI thread, a small step at a time.

The journal has one connection, and the GUI thread owns it. Such work is a generator that yields its
``Progress`` after each small step; here it goes on for a moment, lets the window have its turn, and
goes on again. Closing the generator cancels it, and it leaves nothing behind.
"""

import contextlib
import time
from collections.abc import Generator

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.progress import Progress

_TURN_SECONDS = 0.03
"""How long the window waits for its turn, give or take a step."""

Steps = Generator[Progress, None, object]
"""Work in small steps; what it returns is what came of it."""


class Stepwise(QObject):
    """Takes one piece of work through at a time; the work ends with its parent at the latest.

    Signals:
        progressed: the ``Progress``, once a turn.
        finished: what the work returned.
        failed: the exception that it ended with; a ``JournalError`` has words for the person.
        cancelled(): it was told to stop, and has.
    """

    progressed = Signal(object)
    finished = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._work = _Held()
        self._timer = QTimer(self)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self._go_on)
        self.destroyed.connect(self._work.drop)

    @property
    def is_running(self) -> bool:
        """Whether something is under way."""
        return self._work.steps is not None

    def start(self, steps: Steps) -> None:
        """Begin with it in the next turn; what was under way is cancelled."""
        self.cancel()
        self._work.steps = steps
        self._timer.start()

    def cancel(self) -> None:
        """Stop what is under way, if there is something."""
        if self.is_running:
            self._stop()
            self.cancelled.emit()

    def _go_on(self) -> None:
        steps = self._work.steps
        assert steps is not None  # noqa: S101 - the timer runs as long as there is work
        until = time.monotonic() + _TURN_SECONDS
        try:
            progress = next(steps)
            while time.monotonic() < until:
                progress = next(steps)
        except StopIteration as end:
            self._stop()
            self.finished.emit(end.value)
        except Exception as error:  # noqa: BLE001 - handed on, not swallowed
            self._stop()
            self.failed.emit(error)
        else:
            self.progressed.emit(progress)

    def _stop(self) -> None:
        self._timer.stop()
        self._work.drop()


class _Held:
    """The work under way; it outlives the QObject by as much as it takes to close it."""

    def __init__(self) -> None:
        self.steps: Steps | None = None

    def drop(self) -> None:
        """Close the work, so that it leaves nothing behind."""
        steps, self.steps = self.steps, None
        if steps is not None:
            with contextlib.suppress(JournalError):  # a full disk may have a word in it still
                steps.close()
