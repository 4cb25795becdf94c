"""Turn a window round, as languages do that are read from right to left, and look at it."""

import re
from collections import deque
from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from support.looking import describe, find_uncovered, settle

SLACK = 2
"""Pixels: what stands in the middle is centred on whole ones."""
_OWN_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
"""What the journal calls a thing; on each walk it is another one."""


def find_unmirrored(window: QWidget) -> Iterator[str]:
    """Find what does not change sides when the direction of reading does."""
    before = _places(window)
    window.setUpdatesEnabled(False)  # where things lie is asked for, not how they are painted
    turn_round()
    after = _places(window)
    turn_round()
    window.setUpdatesEnabled(True)
    for widget, place in before.items():
        if widget not in after:
            yield f"{describe(widget)}: is gone from right to left"
        else:
            yield from _off_side(describe(widget), place, after[widget], window.width())


class TwoWalks:
    """Where everything lies on one walk through all states, and on the same in the mirror.

    A walk is needed from right to left anyway, and to turn each state round takes as long as to
    come to it. Only what was not the same on both walks, such as a new code, is turned round.
    """

    def __init__(self) -> None:
        self._noted: deque[list[tuple[str, QRect]]] = deque()

    def note(self, window: QWidget) -> Iterator[str]:
        """Remember a state of the first walk; this finds no faults."""
        self._noted.append(_described(window))
        yield from ()

    def compare(self, window: QWidget) -> Iterator[str]:
        """Find what did not change sides in the same state of the second walk."""
        before, after = self._noted.popleft(), _described(window)
        is_same = [name for name, _place in before] == [name for name, _place in after]
        pairs = zip(before, after, strict=is_same)
        is_mirrored = is_same and not any(
            fault
            for (name, place), (_name, there) in pairs
            for fault in _off_side(name, place, there, window.width())
        )
        if not is_mirrored:
            yield from find_unmirrored(window)

    def is_over(self) -> bool:
        """Tell whether every state of the first walk was seen on the second."""
        return not self._noted


def _off_side(name: str, place: QRect, there: QRect, width: int) -> Iterator[str]:
    wanted = width - place.x() - place.width()
    if abs(there.x() - wanted) > SLACK or abs(there.width() - place.width()) > SLACK:
        yield f"{name}: lies at {there.x()} from right to left, not at {wanted}"


def turn_round() -> None:
    """Change the direction of reading."""
    app = cast("QApplication", QApplication.instance())
    is_turned = app.layoutDirection() == Qt.LayoutDirection.RightToLeft
    app.setLayoutDirection(
        Qt.LayoutDirection.LeftToRight if is_turned else Qt.LayoutDirection.RightToLeft
    )
    settle()


def _places(window: QWidget) -> dict[QWidget, QRect]:
    return {
        widget: QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        for widget in find_uncovered(window)
        if widget.window() is window and not widget.objectName().startswith("qt_")  # Qt's own parts
    }


def _described(window: QWidget) -> list[tuple[str, QRect]]:
    return [(_OWN_ID.sub("", describe(widget)), place) for widget, place in _places(window).items()]
