"""Keep a window out of screenshots and shared screens where the platform can.

Windows and macOS can; X11 and Wayland offer nothing of the kind.
"""

import contextlib
import ctypes
import sys
from typing import Any

from PySide6.QtGui import QWindow

_WDA_NONE = 0x00
_WDA_EXCLUDEFROMCAPTURE = 0x11
_NS_SHARING_NONE = 0
_NS_SHARING_READ_ONLY = 1


def is_supported() -> bool:
    """Return whether this platform can keep a window out of captures."""
    return sys.platform in ("win32", "darwin")


def hide_from_capture(window: QWindow, *, hidden: bool) -> None:
    """Leave a window out of captures, or let it in again; best effort."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            affinity = _WDA_EXCLUDEFROMCAPTURE if hidden else _WDA_NONE
            ctypes.windll.user32.SetWindowDisplayAffinity(int(window.winId()), affinity)
        elif sys.platform == "darwin":
            _set_sharing_type(
                int(window.winId()), _NS_SHARING_NONE if hidden else _NS_SHARING_READ_ONLY
            )


def _set_sharing_type(view: int, sharing: int) -> None:
    objc: Any = ctypes.CDLL("/usr/lib/libobjc.dylib")
    objc.sel_registerName.restype = ctypes.c_void_p
    objc.sel_registerName.argtypes = [ctypes.c_char_p]
    send = objc.objc_msgSend
    send.restype = ctypes.c_void_p
    send.argtypes = [ctypes.c_void_p, ctypes.c_void_p]
    window = send(view, objc.sel_registerName(b"window"))
    send.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_ulong]
    send(window, objc.sel_registerName(b"setSharingType:"), sharing)
