"""Find what a test left behind: windows, timers, threads and work still under way."""

import gc
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest


@contextmanager
def no_leaks(*, uses_qt: bool) -> Iterator[None]:
    """Clean up after a test and fail with a sentence that says what it left behind."""
    threads = set(threading.enumerate())
    look = _current_look()
    leaks: list[str] = []
    try:
        yield
    finally:
        leaks.extend(_left_threads(threads))
        if uses_qt or _has_windows():
            leaks.extend(_left_in_qt())
        _restore_look(look)
    if leaks:
        pytest.fail("Left behind: " + "; ".join(leaks) + ".", pytrace=False)


def _left_threads(before: set[threading.Thread]) -> Iterator[str]:
    for thread in set(threading.enumerate()) - before:
        if not isinstance(thread, threading._DummyThread):
            yield f"the thread {thread.name}"


def _application() -> Any:
    widgets = sys.modules.get("PySide6.QtWidgets")
    return widgets.QApplication.instance() if widgets else None


def _has_windows() -> bool:
    application = _application()
    return bool(application and application.topLevelWidgets())


def _current_look() -> tuple[Any, Any, str] | None:
    application = _application()
    if application is None:
        return None
    return application.font(), application.palette(), application.styleSheet()


def _restore_look(before: tuple[Any, Any, str] | None) -> None:
    application = _application()
    if application is None:
        return
    font, palette, sheet = before or (application.font(), application.palette(), "")
    if application.styleSheet() != sheet:
        application.setStyleSheet(sheet)
    if application.palette() != palette:
        application.setPalette(palette)
    if application.font() != font:
        application.setFont(font)


def _left_in_qt() -> list[str]:
    application = _application()
    if application is None:
        return []
    leaks = list(_left_windows(application))
    _deliver_deletions()
    gc.collect()
    _deliver_deletions()
    return [*leaks, *_left_running(gc.get_objects())]


def _deliver_deletions() -> None:
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _left_windows(application: Any) -> Iterator[str]:
    while application.overrideCursor() is not None:
        application.restoreOverrideCursor()
        yield "a waiting cursor"
    for window in application.topLevelWidgets():
        if window.isVisible():
            yield f"an open window ({type(window).__name__} “{window.objectName()}”)"
            window.hide()
            window.deleteLater()


def _left_running(objects: Iterable[object]) -> Iterator[str]:
    """Say which objects still run, and stop them; ``objects`` may be of any type."""
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool, QTimer
    from shiboken6 import isValid

    kinds = (QTimer, QThreadPool, QThread, QAbstractAnimation)
    for item in (item for item in objects if issubclass(type(item), kinds)):
        if not isValid(item):
            continue
        if isinstance(item, QTimer) and item.isActive():
            item.stop()
            yield f"a running timer of {item.interval()} ms (parent: {_name(item.parent())})"
        elif isinstance(item, QThreadPool) and item.activeThreadCount():
            item.waitForDone(5_000)
            yield "work in a thread pool"
        elif isinstance(item, QThread) and item.isRunning() and item is not _gui_thread():
            item.quit()
            yield f"a running thread ({_name(item)})"
        elif isinstance(item, QAbstractAnimation) and item.state() != item.State.Stopped:
            item.stop()
            yield "a running animation"


def _gui_thread() -> Any:
    return _application().thread()


def _name(item: object) -> str:
    return type(item).__name__ if item is not None else "none"
