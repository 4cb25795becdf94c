"""Collect cyclic garbage on the GUI thread only.

Collected elsewhere, a widget hangs or kills the process (seen with PySide6 6.11 and 6.12).
"""

import gc

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 15_000


class Collector(QObject):
    """Takes over from Python's automatic collection for as long as it lives."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()  # what came with the start stays anyway; later looks then take no time
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self._collect)
        self._timer.start()

    def stop(self) -> None:
        """Give collection back to Python."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()

    def _collect(self) -> None:
        counts, limits = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > limits[generation]:
                gc.collect(generation)
                return
