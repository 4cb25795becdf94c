"""Say something aloud to a silent timer: it counts seconds, and hears nothing."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QHideEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, may_move
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text, set_tooltip

_TICK_MS = 100
_STILL_TICK_MS = 1_000
_ROUND_MS = 60_000
"""How long the ring takes to go round once."""
_LONGEST_MS = 60 * 60_000
"""A timer that was left alone stops by itself after an hour."""
_RING = 56
_WIDTH = 5


def say_seconds(seconds: int) -> str:
    """Return a number of seconds in words."""
    return ngettext("{count} second", "{count} seconds", seconds).format(count=seconds)


class SpeakingTimer(QWidget):
    """A ring that fills within a minute, the seconds, and one button that starts and stops.

    It runs only while it can be seen; where less motion is wished, only the number changes.

    Signals:
        stopped(int): somebody spoke for so many seconds.
    """

    stopped = Signal(int)

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._spent = 0
        self.timer = QTimer(self)
        self.timer.timeout.connect(self.tick)
        self.ring = _Ring()
        self.said = plain_label("", "heading", wrap=True)
        self.said.setObjectName(f"{name}.said")
        self.button = push_button(_("Start"), name=f"{name}.button")
        set_tooltip(self.button, _("Space starts and stops while the button has the keyboard."))
        self.button.clicked.connect(self.turn)
        self._arrange()
        self._show()

    def is_running(self) -> bool:
        """Tell whether it counts now."""
        return self.timer.isActive()

    def seconds(self) -> int:
        """Return the whole seconds counted so far."""
        return self._spent // 1_000

    def turn(self) -> None:
        """Start from nothing, or stop."""
        if self.is_running():
            self.stop()
            return
        self._spent = 0
        self.timer.start(_TICK_MS if may_move() else _STILL_TICK_MS)
        set_button_text(self.button, _("Stop"))
        announce(self, _("The timer runs."))
        self._show()

    def stop(self) -> None:
        """Stop counting and say how long it was."""
        if not self.is_running():
            return
        self.timer.stop()
        set_button_text(self.button, _("Start again"))
        self._show()
        announce(self, self.said.text())
        self.stopped.emit(self.seconds())

    def tick(self) -> None:
        """Count on by one tick."""
        self._spent += self.timer.interval()
        self._show()
        if self._spent >= _LONGEST_MS:
            self.stop()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        self.stop()
        super().hideEvent(event)

    def _show(self) -> None:
        was_used = self.is_running() or self._spent
        words = say_seconds(self.seconds()) if was_used else _("Say it aloud")
        if self.said.text() != words:
            self.said.setText(words)
        moves = self.timer.interval() == _TICK_MS or not self.is_running()
        self.ring.show_share(self._spent % _ROUND_MS / _ROUND_MS if moves else 0.0)

    def _arrange(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addStretch(1)
        words.addWidget(self.said)
        words.addWidget(plain_label(_("Nothing is recorded."), "small", wrap=True))
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self.ring)
        row.addLayout(words, 1)
        row.addSpacing(SMALL)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)


class _Ring(QWidget):
    """A ring of which a share is filled; drawn only, never heard."""

    def __init__(self) -> None:
        super().__init__()
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_share(self, share: float) -> None:
        """Fill a share, 0–1."""
        if share != self._share:
            self._share = share
            self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(_RING, _RING)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        inset = _WIDTH / 2 + 1
        circle = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(look.line), _WIDTH))
        painter.drawEllipse(circle)
        way = 1 if self.isRightToLeft() else -1
        pen = QPen(QColor(look.primary), _WIDTH)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        if self._share:
            painter.drawArc(circle, 90 * 16, round(way * self._share * 360 * 16))
        painter.end()
