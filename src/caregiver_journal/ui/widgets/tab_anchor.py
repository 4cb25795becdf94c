"""Keep a place in the order of the Tab key for widgets that are made later."""

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


class TabAnchor(QWidget):
    """Takes no room and no focus; what it leads comes where it was made."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.resize(0, 0)
        self.hide()

    def lead(self, widgets: Iterable[QWidget]) -> None:
        """Let the Tab key come to these widgets, one after the other, in this place."""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # what takes none, Qt does not order by
        for before, after in pairwise((self, *widgets)):
            QWidget.setTabOrder(before, after)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part of the page, in its order."""
    found, widget = [], part.nextInFocusChain()
    while widget is not None and part.isAncestorOf(widget):
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found
