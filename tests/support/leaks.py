"""Find what a test left behind: windows, timers, threads and work still under way."""

import gc
import sys
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from weakref import ReferenceType, ref

import pytest

MOST_LOOSE = 15_000
"""So many objects may outlast a test before later looks for leaks are spared them."""

_loose = 0
"""How many objects the last look walked over."""
_spared: list[ReferenceType[object]] = []
"""What could run one day, of all that looks were spared."""


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
    return [*leaks, *_left_running(_look_around())]


def _look_around() -> list[object]:
    """Return what is there and was not spared, and of what was spared what could run."""
    global _loose  # noqa: PLW0603 - one test runs after the other
    objects = gc.get_objects()
    _loose = len(objects)
    return [*objects, *(item for known in _spared if (item := known()) is not None)]


def spare_what_stays() -> None:
    """Keep what outlasts the tests, such as loaded modules, out of later looks, between two tests.

    Every look would walk over all of it: with the drawings loaded that takes ten times as long.
    """
    global _loose  # noqa: PLW0603 - as above
    if _loose < MOST_LOOSE:
        return
    gc.collect()
    _spared.extend(ref(item) for item in _that_can_run(gc.get_objects()))
    gc.freeze()
    _loose = 0


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

    for item in _that_can_run(objects):
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


def _that_can_run(objects: Iterable[object]) -> Iterator[Any]:
    from PySide6.QtCore import QAbstractAnimation, QThread, QThreadPool, QTimer

    kinds = (QTimer, QThreadPool, QThread, QAbstractAnimation)
    return (item for item in objects if issubclass(type(item), kinds))


def _gui_thread() -> Any:
    return _application().thread()


def _name(item: object) -> str:
    return type(item).__name__ if item is not None else "none"
