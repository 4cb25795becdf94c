"""Keep copied text from staying on the clipboard.

What is copied from this program asks clipboard managers not to record it, and is cleared after a
minute and at lock, unless something else was copied meanwhile.
"""

from typing import cast

from PySide6.QtCore import QByteArray, QMimeData, QObject, QTimer
from PySide6.QtGui import QClipboard, QGuiApplication

CLEAR_AFTER_MS = 60_000

_HINTS = {
    "x-kde-passwordManagerHint": b"secret",
    "ExcludeClipboardContentFromMonitorProcessing": b"1",
    "CanIncludeInClipboardHistory": b"\0\0\0\0",
    "CanUploadToCloudClipboard": b"\0\0\0\0",
    "application/x-nspasteboard-concealed-type": b"1",
}
_MARK = "x-kde-passwordManagerHint"


class ClipboardGuard(QObject):
    """Watches the clipboard for text of our own."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._clipboard = QGuiApplication.clipboard()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(CLEAR_AFTER_MS)
        self._timer.timeout.connect(self.clear)
        self._clipboard.dataChanged.connect(self._on_changed)

    def clear(self) -> None:
        """Empty the clipboard and the selection where they still hold text of ours."""
        self._timer.stop()
        if self._is_ours():
            self._clipboard.clear()
        if self._clipboard.supportsSelection() and self._clipboard.ownsSelection():
            self._clipboard.clear(QClipboard.Mode.Selection)

    def _is_ours(self) -> bool:
        # The offscreen platform shares its clipboard with nobody and never says who owns it.
        if QGuiApplication.platformName() == "offscreen":
            return True
        return self._clipboard.ownsClipboard()

    def _on_changed(self) -> None:
        if not self._is_ours():
            self._timer.stop()
            return
        # PySide6's types forget that an empty clipboard has no data.
        data = cast("QMimeData | None", self._clipboard.mimeData())
        if data is None or not data.hasText() or data.hasFormat(_MARK):
            return
        self._clipboard.setMimeData(_guarded(data.text()))
        self._timer.start()


def _guarded(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    for name, value in _HINTS.items():
        data.setData(name, QByteArray(value))
    return data


def copy_text(text: str) -> None:
    """Copy what somebody asked to copy; the guard of the window sees to it from then on."""
    QGuiApplication.clipboard().setText(text)
