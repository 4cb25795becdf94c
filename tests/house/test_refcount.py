"""PySide6 does not lose references to None, which kills the process after some thousand calls.

PySide6 6.12.0 on Python 3.11 does; from Python 3.12 on None cannot be lost.
"""

import ctypes
import sys
from collections.abc import Callable

import PySide6
import pytest
from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from caregiver_journal.base.marks import override

CALLS = 1_000
MOST_LOST = 50

needs_mortal_none = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on"
)


def lost_references(call: Callable[[], object]) -> int:
    """Return how many references to None a thousand calls lose."""
    before = sys.getrefcount(None)
    for _number in range(CALLS):
        call()
    return before - sys.getrefcount(None)


class Listener(QObject):
    """Has a signal, a slot and an overridden virtual, each of which returns nothing."""

    told = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.told.connect(self._hear)

    def _hear(self) -> None:
        pass

    @override
    def customEvent(self, event: QEvent) -> None:
        pass


@needs_mortal_none
def test_calls_that_return_nothing_keep_none(qapp: QApplication) -> None:
    widget, field, timer, listener = QWidget(), QLineEdit(), QTimer(), Listener()
    event = QEvent(QEvent.Type.User)
    calls: dict[str, Callable[[], object]] = {
        "setObjectName": lambda: widget.setObjectName("a.b"),
        "update": widget.update,
        "setText": lambda: field.setText("a"),
        "stop": timer.stop,
        "emit": listener.told.emit,
        "virtual": lambda: QApplication.sendEvent(listener, event),
    }
    lost = {name: lost_references(call) for name, call in calls.items()}
    assert not {name: number for name, number in lost.items() if number > MOST_LOST}


@needs_mortal_none
def test_a_planted_loss_is_found() -> None:
    none = ctypes.py_object(None)
    for _number in range(2 * CALLS):
        ctypes.pythonapi.Py_IncRef(none)
    assert lost_references(lambda: ctypes.pythonapi.Py_DecRef(none)) > MOST_LOST
    for _number in range(CALLS):
        ctypes.pythonapi.Py_DecRef(none)


def test_the_version_that_loses_them_is_not_installed() -> None:
    assert (6, 8, 3) <= PySide6.__version_info__[:3] < (6, 12)
