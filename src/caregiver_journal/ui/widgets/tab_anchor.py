"""Keep a place in the order of the Tab key for widgets that are made later."""

from collections.abc import Iterable, Iterator
from itertools import pairwise
from typing import Any

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
        lead(self, widgets)


def lead(start: QWidget, widgets: Iterable[QWidget]) -> None:
    """Let the Tab key come to widgets, one after the other, behind another one.

    What gives the keyboard on to one of its parts has to be among them, or it would stay where it
    was and lead back to that part.
    """
    led = (start, *_with_first_parts(widgets))
    proxies = [(widget, proxy) for widget in led if (proxy := widget.focusProxy()) is not None]
    nobody: Any = None  # Qt takes that as well
    for widget, _proxy in proxies:
        widget.setFocusProxy(nobody)
    policies = [(widget, widget.focusPolicy()) for widget in led]
    for widget in led:
        widget.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # what takes none, Qt does not order
    for before, after in pairwise(led):
        QWidget.setTabOrder(before, after)
    for widget, policy in policies:
        widget.setFocusPolicy(policy)
    for widget, proxy in proxies:
        widget.setFocusProxy(proxy)


def _with_first_parts(widgets: Iterable[QWidget]) -> Iterator[QWidget]:
    """Yield widgets, and after what gives the keyboard on also its first part.

    Whenever it is told to whom to give the keyboard, Qt puts it before that part.
    """
    led = list(widgets)
    for widget in led:
        yield widget
        if widget.focusProxy() is not None:
            first = next(each for each in widget.children() if isinstance(each, QWidget))
            if first not in led:
                yield first


def stops_in(part: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a part of the page, in its order."""
    found, widget = [], part.nextInFocusChain()
    while widget is not None and part.isAncestorOf(widget):
        if takes_keyboard(widget):
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def takes_keyboard(widget: QWidget) -> bool:
    """Tell whether a widget takes the keyboard, or gives it on to one of its parts."""
    proxy = widget.focusProxy()
    if proxy is not None:
        return widget.isAncestorOf(proxy)
    return widget.focusPolicy() != Qt.FocusPolicy.NoFocus
