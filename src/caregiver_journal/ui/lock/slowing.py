"""Slow down tries at a passphrase, on whichever page in front of a journal they are made."""

from PySide6.QtCore import QObject, QTimer, Signal

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.tries import seconds_to_wait

_OFFER_CODE_AFTER = 3
_SECOND = 1_000


class Slowing(QObject):
    """Counts wrong tries, in memory only, and lets the next one wait.

    Attributes:
        failures: so many were wrong so far.

    Signals:
        over: the next try is possible.
    """

    over = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.failures = 0
        self.wait = QTimer(self)
        self.wait.setSingleShot(True)
        self.wait.timeout.connect(self.over)

    @property
    def is_on(self) -> bool:
        """Whether the next try is not possible yet."""
        return self.wait.isActive()

    def count_wrong(self, sentence: str) -> str:
        """Count one more wrong try; return what is said of it, and when the next is possible."""
        self.failures += 1
        seconds = seconds_to_wait(self.failures)
        sentences = [sentence]
        if self.failures >= _OFFER_CODE_AFTER:
            sentences.append(_("The recovery code opens it too."))
        if seconds:
            sentences.append(_("The next try is possible in {n} s.").format(n=seconds))
            self.wait.start(seconds * _SECOND)
        return " ".join(sentences)

    def say_left(self) -> str:
        """Return when the next try is possible; empty where it is."""
        if not self.is_on:
            return ""
        left = -(-self.wait.remainingTime() // _SECOND)
        return _("The next try is possible in {n} s.").format(n=max(1, left))
