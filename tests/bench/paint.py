"""Note when a widget has been painted; imports next to nothing, as it is part of what is timed."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SOON = 1
"""Priority of an event that comes before all others that wait, timers included."""


class PaintWatch:
    """Notes the moment when a widget, with all that lies on it, has been painted once."""

    def __init__(self, widget: "QWidget", then: Callable[[], None] = lambda: None) -> None:
        from PySide6.QtCore import QCoreApplication, QEvent, QObject

        from caregiver_journal.base.marks import override

        paint, done, outer = QEvent.Type.Paint, QEvent.Type.User, self

        class Filter(QObject):
            @override
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if event.type() == paint:  # what lies on it is painted in the same breath
                    widget.removeEventFilter(self)
                    QCoreApplication.postEvent(self, QEvent(done), SOON)
                return False

            @override
            def event(self, event: QEvent) -> bool:
                if event.type() == done:
                    outer.moment = time.monotonic()
                    then()
                return super().event(event)

        self.moment = 0.0
        self._filter = Filter(widget)
        widget.installEventFilter(self._filter)


def resident() -> int:
    """Return the resident memory of this process in KiB."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])
