"""Hang something below a field, inside the same window, until it is left."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QWidget
from shiboken6 import isValid

from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override

_LEAVING = (QEvent.Type.Hide, QEvent.Type.Close, QEvent.Type.ParentChange)


class Popover(QFrame):
    """A small panel below a field; goes with Escape, a click elsewhere, or when the field goes.

    It is no window of its own, so it looks and behaves the same on every platform and never
    outlives what it belongs to. Tab stays inside.
    """

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window())
        self.setObjectName(f"{field.objectName()}.popover")
        self.setProperty("role", "popover")
        self.setAutoFillBackground(False)
        self._field = field
        self._is_open = False
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def open_below(self) -> None:
        """Show it below the field, or above where there is no room."""
        self.place()
        self.show()
        self.raise_()
        self._is_open = True
        self._field.installEventFilter(self)
        _application().installEventFilter(self)
        self.focusNextPrevChild(True)

    def place(self) -> None:
        """Take the size its content needs, and the place that fits it."""
        window, field = self._field.window(), self._field
        self.adjustSize()
        place = field.mapTo(window, QPoint(0, field.height() + TINY))
        if field.isRightToLeft():
            place.setX(place.x() + field.width() - self.width())
        if place.y() + self.height() > window.height():
            above = field.mapTo(window, QPoint(0, 0)).y() - self.height() - TINY
            place.setY(max(TINY, min(above, window.height() - self.height() - TINY)))
        place.setX(max(TINY, min(place.x(), window.width() - self.width() - TINY)))
        self.move(place)

    def leave(self) -> None:
        """Close it and give the focus back to the field."""
        if not self._is_open:
            return
        self._is_open = False
        _application().removeEventFilter(self)
        has_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        if isValid(self._field):
            self._field.removeEventFilter(self)
            if has_focus and self._field.isVisible():
                self._field.setFocus(Qt.FocusReason.PopupFocusReason)
        self.deleteLater()

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leave when the field goes or something else is clicked."""
        if watched is self._field:
            if event.type() in _LEAVING:
                self.leave()
            return False
        if event.type() == QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
            is_inside = watched is self or self.isAncestorOf(watched)
            if not is_inside and watched is not self._field:
                self.leave()
        return False

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        inside = [child for child in self.findChildren(QWidget) if _takes_focus(child)]
        if inside:
            focus = QApplication.focusWidget()
            at = inside.index(focus) if focus in inside else (-1 if next else 0)
            step = 1 if next else -1
            inside[(at + step) % len(inside)].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(inside)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)


def _application() -> QApplication:
    return cast("QApplication", QApplication.instance())


def _takes_focus(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    is_inner = widget.focusProxy() is not None  # the line inside a field for days, say
    return wants and not is_inner and widget.isVisible() and widget.isEnabled()
