"""Cover everything at once, without touching the disk."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.qt_values import ALIGN_CENTRE, STRONG_FOCUS
from caregiver_journal.ui.widgets.text import plain_label

LOCK_AFTER_MS = 30_000


class Cover(QWidget):
    """An empty page over the whole window.

    Signals:
        expired: it has been up for the time that was set, ``LOCK_AFTER_MS`` at first.
    """

    expired = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("cover")
        self.setProperty("focusPolicy", STRONG_FOCUS)
        self.note = plain_label("", "small", wrap=True)
        self.note.setProperty("alignment", ALIGN_CENTRE)
        self.note.setObjectName("cover.note")
        layout = QVBoxLayout(self)
        layout.addStretch(1)
        layout.addWidget(self.note)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOCK_AFTER_MS)
        self._timer.timeout.connect(self.expired)
        self._when = _("after half a minute")

    def set_time(self, seconds: int, words: str) -> None:
        """Lock after so many seconds, which are said in these words, from the next time on."""
        self._timer.setInterval(seconds * 1000)
        self._when = words

    def go_up(self) -> None:
        """Say how to come back, and start the time to the lock."""
        self._say(_("F9 brings your page back. It locks {when}.").format(when=self._when))
        self._timer.start()
        self.setFocus()

    def hold(self, sentence: str) -> None:
        """Stay up with another sentence and no way back by time."""
        self._timer.stop()
        self._say(sentence)
        self.setFocus()

    def come_down(self) -> None:
        """Stop the time to the lock."""
        self._timer.stop()

    def _say(self, sentence: str) -> None:
        self.note.setText(sentence)
        self.setAccessibleName(sentence)
