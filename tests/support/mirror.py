"""Turn a window round, as languages do that are read from right to left, and look at it."""

from collections.abc import Iterator
from typing import cast

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget
from support.looking import describe, find_uncovered, settle

SLACK = 2
"""Pixels: what stands in the middle is centred on whole ones."""


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
            continue
        wanted = window.width() - place.x() - place.width()
        there = after[widget]
        if abs(there.x() - wanted) > SLACK or abs(there.width() - place.width()) > SLACK:
            yield f"{describe(widget)}: lies at {there.x()} from right to left, not at {wanted}"


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
