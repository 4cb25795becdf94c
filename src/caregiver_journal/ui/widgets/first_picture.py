"""Do later what the first picture of a widget need not wait for."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QWindow

_SOON_MS = 2
_SELDOM_MS = 5_000


class FirstPicture(QObject):
    """Waits until the window of a widget is exposed, and so painted; its parent is the widget.

    A timer of no time would not do: it comes before the picture. And a filter of events written in
    Python would have PySide make classes for every kind of event, which is a part of the wait.

    Attributes:
        watched: the widget.
        is_over: whether it has been seen.

    Signals:
        shown: the widget can be seen.
    """

    shown = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_over = False
        self.watched = widget
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._timer.start(0)

    def _look(self) -> None:
        # PySide6's types forget that a window which was never shown has no handle.
        handle = cast("QWindow | None", self.watched.window().windowHandle())
        if handle is not None and handle.isExposed() and self.watched.isVisible():
            self.is_over = True
            self.shown.emit()
            return
        wait = min(max(_SOON_MS, 2 * self._timer.interval()), _SELDOM_MS)  # it may never be shown
        self._timer.start(wait)
