"""Notice when nobody is there: no key or click for some time, or a gap in time itself."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QWindow

from caregiver_journal.base.marks import override

TICK_MS = 5_000
GAP_SECONDS = 10.0
QUIET_SECONDS = 40.0
"""After this time without input, work may be done that nobody asked for; below a lock's minute."""

_INPUT = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TabletPress,
    QEvent.Type.InputMethod,
}

Seconds = Callable[[], float]


class IdleWatch(QObject):
    """Watches the windows it is told of.

    Signals:
        quiet: at each tick once there was no input for ``QUIET_SECONDS``.
        went_idle: no input for the set number of minutes.
        time_jumped: the clock moved on by more than ``GAP_SECONDS`` between two ticks, as after
            a suspend, or moved back by as much.
    """

    quiet = Signal()
    went_idle = Signal()
    time_jumped = Signal()

    def __init__(
        self,
        minutes: int,
        parent: QObject,
        *,
        monotonic: Seconds = time.monotonic,
        wall: Seconds = time.time,
    ) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._monotonic = monotonic
        self._wall = wall
        self._last_input = self._there_until = monotonic()
        self._last_tick = (monotonic(), wall())
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()

    def watch(self, window: QWindow) -> None:
        """Count input into this window as somebody being there."""
        window.installEventFilter(self)

    def set_minutes(self, minutes: int) -> None:
        """Set after how many minutes without input nobody is there."""
        self._minutes = minutes

    def stay(self, seconds: float) -> None:
        """Count somebody as being there for so many seconds from now; 0 for no more than now."""
        self._there_until = self._monotonic() + seconds

    def stop(self) -> None:
        """Watch no more."""
        self._timer.stop()

    def tick(self) -> None:
        """Look at the clocks; called every ``TICK_MS`` milliseconds."""
        steady, wall = self._monotonic(), self._wall()
        steady_before, wall_before = self._last_tick
        self._last_tick = (steady, wall)
        expected = TICK_MS / 1000
        if abs(wall - wall_before - expected) > GAP_SECONDS or (
            steady - steady_before - expected > GAP_SECONDS
        ):
            self.time_jumped.emit()
            return
        alone = steady - max(self._last_input, self._there_until)
        if alone >= self._minutes * 60:
            self.went_idle.emit()
        elif alone >= QUIET_SECONDS:
            self.quiet.emit()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _INPUT:
            self._last_input = self._monotonic()
        return False
