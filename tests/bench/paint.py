"""Note when a window is painted; imports next to nothing, as it is part of what is measured."""

import os
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from proofs.guest import Guest, Ready, Visit
    from PySide6.QtWidgets import QWidget

_GRACE = 0.1
"""Seconds in which a window that is shown is painted, if it was not at once."""


class PaintWatch:
    """Notes when a widget is painted for the first time from now on."""

    def __init__(self, widget: "QWidget") -> None:
        from PySide6.QtCore import QEvent, QObject
        from typing_extensions import override

        paint, outer = QEvent.Type.Paint, self

        class Filter(QObject):
            @override
            def eventFilter(self, watched: QObject, event: QEvent) -> bool:
                if watched is widget and event.type() == paint and not outer.moment:
                    outer.moment = time.monotonic()
                return False

        self.moment = 0.0
        self._filter = Filter(widget)
        widget.installEventFilter(self._filter)


def first_paint(guest: "Guest") -> "Iterator[Ready]":
    """Note when the first window of the program is painted, and end.

    Off screen a window is painted when it is shown; then the first turn of the event loop counts.
    """
    from PySide6.QtWidgets import QApplication

    yield lambda: any(top.isVisible() for top in QApplication.topLevelWidgets())
    now = time.monotonic()
    watch = PaintWatch(next(top for top in QApplication.topLevelWidgets() if top.isVisible()))
    yield lambda: watch.moment or time.monotonic() - now > _GRACE
    guest.note(painted=watch.moment or now, rss=resident())
    os._exit(0)


def resident() -> int:
    """Return the resident memory of this process in KiB."""
    status = Path("/proc/self/status").read_text("ascii", "replace")
    return int(next(line for line in status.splitlines() if line.startswith("VmRSS")).split()[1])


VISITS: "dict[str, tuple[Visit, ...]]" = {"first_paint": (first_paint,)}
"""What is done after each start of the program, by the name of the visit."""
