"""Hear from the desktop that its session is locked, switched or about to sleep.

Linux tells over D-Bus, Windows by a window message. macOS tells nobody without another library;
there the gap in time after a suspend is what locks (see ``idle``).
"""

import ctypes
import logging
import sys
from typing import Any, cast

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot
from PySide6.QtGui import QWindow

from caregiver_journal.base.marks import override

_LOG = logging.getLogger(__name__)

_LOGIN = "org.freedesktop.login1"
_SAVERS = (
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
)

_WM_WTSSESSION_CHANGE = 0x02B1
_WM_POWERBROADCAST = 0x0218
_PBT_APMSUSPEND = 0x0004
_AWAY = {0x2, 0x4, 0x6, 0x7}
"""WTS_CONSOLE_DISCONNECT, WTS_REMOTE_DISCONNECT, WTS_SESSION_LOGOFF, WTS_SESSION_LOCK."""


def _slot(signature: str) -> bytes:
    """Return a slot as a bus connection takes it: text, though PySide6's types ask for bytes."""
    return cast("bytes", SLOT(signature))


class SessionWatch(QObject):
    """Says when the person has left the session.

    Signals:
        left: the session was locked or switched, or the computer is going to sleep.
    """

    left = Signal()

    def __init__(self, window: QWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._filter: QAbstractNativeEventFilter | None = None
        if sys.platform.startswith("linux"):
            self._listen_on_buses()
        elif sys.platform == "win32":
            self._filter = _SessionMessages(self)
            self._filter.listen(window)

    def _listen_on_buses(self) -> None:
        from PySide6.QtDBus import QDBusConnection  # noqa: PLC0415 - Linux only, after unlock

        system = QDBusConnection.systemBus()
        if system.isConnected():
            manager = f"{_LOGIN}.Manager"
            path = "/org/freedesktop/login1"
            system.connect(_LOGIN, path, manager, "PrepareForSleep", self, _slot("on_active(bool)"))
            system.connect(_LOGIN, "", f"{_LOGIN}.Session", "Lock", self, _slot("on_left()"))
        session = QDBusConnection.sessionBus()
        if session.isConnected():
            for name, path in _SAVERS:
                session.connect("", path, name, "ActiveChanged", self, _slot("on_active(bool)"))

    @Slot(bool)
    def on_active(self, active: bool) -> None:  # noqa: FBT001 - the bus sends it so
        """Hear that the screen saver came on or that sleep is near."""
        if active:
            self.left.emit()

    @Slot()
    def on_left(self) -> None:
        """Hear that the session was locked."""
        self.left.emit()


class _SessionMessages(QAbstractNativeEventFilter):
    """Reads Windows' own messages; not exercised on this project's Linux machines."""

    def __init__(self, watch: SessionWatch) -> None:
        super().__init__()
        self._watch = watch

    def listen(self, window: QWindow) -> None:
        """Ask for the messages of this window's session."""
        try:
            library: Any = ctypes.WinDLL("wtsapi32")  # type: ignore[attr-defined,unused-ignore]
            library.WTSRegisterSessionNotification(int(window.winId()), 0)
        except (OSError, AttributeError):
            _LOG.warning("session notifications refused")
            return
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    @override
    def nativeEventFilter(self, eventType: Any, message: Any) -> Any:
        from ctypes import wintypes  # noqa: PLC0415 - Windows only

        if eventType == b"windows_generic_MSG":
            found = wintypes.MSG.from_address(int(message))
            locked = found.message == _WM_WTSSESSION_CHANGE and found.wParam in _AWAY
            sleeps = found.message == _WM_POWERBROADCAST and found.wParam == _PBT_APMSUSPEND
            if locked or sleeps:
                self._watch.on_left()
        return False, 0
