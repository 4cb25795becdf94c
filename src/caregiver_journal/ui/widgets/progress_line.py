"""Show that something takes a while: a sentence, a thin bar and a way out."""

import math

from PySide6 import QtCore, QtGui
from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, may_move
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.text import plain_label, push_button

_BAR = 4
_TICK_MS = 50
_ROUND_TICKS = 64
_PART = 0.3


class CalmProgress(QWidget):
    """One sentence, a bar that fills or wanders slowly, and Cancel where that is possible.

    Signals:
        cancelled(): the person wants it to stop.
    """

    cancelled = Signal()

    def __init__(self, *, name: str = "progress", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._sentence = plain_label("", "muted", wrap=True)
        self._sentence.setObjectName(f"{name}.sentence")
        self._bar = _Bar()
        self._cancel = push_button(_("Cancel"), "link", name=f"{name}.cancel")
        self._cancel.clicked.connect(self.cancelled)
        self.setFocusProxy(self._cancel)
        words = QHBoxLayout()
        words.setSpacing(SNUG)
        words.addWidget(self._sentence, 1)
        words.addWidget(self._cancel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(words)
        column.addWidget(self._bar)

    def start(self, sentence: str, *, can_cancel: bool = True) -> None:
        """Say what is being done; how much of it is not known yet."""
        self.set_sentence(sentence)
        self._cancel.setVisible(can_cancel)
        self._bar.set_share(None)

    def set_sentence(self, sentence: str) -> None:
        """Say what is being done now."""
        self._sentence.setText(sentence)
        self.setAccessibleName(sentence)
        announce(self, sentence)

    def set_share(self, share: float | None) -> None:
        """Show how much is done, 0–1, or None while that is not known."""
        self._bar.set_share(share)
        percent = "" if share is None else _("{percent} %").format(percent=round(share * 100))
        self.setAccessibleDescription(percent)


class _Bar(QWidget):
    """A thin bar; moves only while it is seen, unmeasured, and motion is welcome."""

    def __init__(self) -> None:
        super().__init__()
        self._share: float | None = None
        self._tick = 0
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._move)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float | None) -> None:
        """Fill the bar by a share, or let it wander."""
        self._share = None if share is None else max(0.0, min(1.0, share))
        self._run()
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(160, _BAR)

    @override
    def showEvent(self, event: "QtGui.QShowEvent") -> None:
        super().showEvent(event)
        self._run()

    @override
    def hideEvent(self, event: "QtGui.QHideEvent") -> None:
        super().hideEvent(event)
        self._timer.stop()

    @override
    def paintEvent(self, event: "QtGui.QPaintEvent") -> None:
        look = current_look()
        painter = QtGui.QPainter(self)
        painter.setRenderHint(QtGui.QPainter.RenderHint.Antialiasing)
        painter.setPen(QtCore.Qt.PenStyle.NoPen)
        painter.setBrush(QtGui.QColor(look.line))
        painter.drawRoundedRect(QtCore.QRectF(self.rect()), _BAR / 2, _BAR / 2)
        start, width = self._part()
        if self.isRightToLeft():
            start = 1 - start - width
        painter.setBrush(QtGui.QColor(look.primary))
        filled = QtCore.QRectF(start * self.width(), 0, width * self.width(), self.height())
        painter.drawRoundedRect(filled, _BAR / 2, _BAR / 2)

    def _part(self) -> tuple[float, float]:
        """Return where the filled part starts and how wide it is, as shares."""
        if self._share is not None:
            return 0.0, self._share
        if not self._timer.isActive():
            return (1 - _PART) / 2, _PART
        swing = (1 - math.cos(2 * math.pi * self._tick / _ROUND_TICKS)) / 2
        return swing * (1 - _PART), _PART

    def _run(self) -> None:
        if self._share is None and self.isVisible() and may_move():
            self._timer.start()
        else:
            self._timer.stop()

    def _move(self) -> None:
        self._tick = (self._tick + 1) % _ROUND_TICKS
        self.update()
