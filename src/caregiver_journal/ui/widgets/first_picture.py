"""Do later what the first picture of a widget need not wait for."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override


class FirstPicture(QObject):
    """Waits until a widget has been painted for the first time; its parent is the widget.

    A timer of no time would not do: it comes before the window's first picture.

    Signals:
        shown: the widget can be seen.
    """

    shown = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        widget.installEventFilter(self)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Wait for the first painting, tell of it when it is over, and look no more."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self.shown.emit)
        return False
