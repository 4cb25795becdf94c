"""A card that lies over everything else until it is answered or left with Escape."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from caregiver_journal.base.look import WIDE
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.by_width import ByWidth
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.line_width import LineWidth

_LINES_WIDE = 25
_VEIL = 215
"""How opaque (0 to 255) the veil over the page is."""

_SCROLLS = {
    Qt.Key.Key_Up: QAbstractSlider.SliderAction.SliderSingleStepSub,
    Qt.Key.Key_Down: QAbstractSlider.SliderAction.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
"""Keys that no part of a sheet takes for itself move what is too high for the window."""


class Overlay(QWidget):
    """Covers its parent with a veil and shows a card in the middle.

    The keyboard stays inside; when it goes, it returns to where it was.

    Signals:
        gone: it was answered or left.
    """

    gone = Signal()

    def __init__(
        self, title: str, parent: QWidget, *, name: str, lines_wide: int = _LINES_WIDE
    ) -> None:
        """Take the most the card may be wide, in heights of a line."""
        super().__init__(parent)
        self.setObjectName(name)
        self._ground = parent
        self._before: QWidget | None = parent.window().focusWidget()
        self.card = Card(title)
        LineWidth(self.card, at_most=lines_wide)
        self._arrange()
        parent.installEventFilter(self)

    def come_up(self) -> None:
        """Show it over everything else."""
        self.setGeometry(self._ground.rect())
        self.show()
        self.raise_()

    def store_draft(self) -> None:
        """Store what is being written; raises ``JournalError`` when that cannot be."""

    def take_back(self) -> bool:
        """Take back what was last done in it; tell whether it sees to that itself."""
        return False

    def go(self) -> None:
        """Take it away; a sheet that came up over it keeps the keyboard, and returns it later."""
        focus = QApplication.focusWidget()
        has_keyboard = focus is None or self.isAncestorOf(focus) or focus is self
        for other in self._ground.findChildren(Overlay):
            other.inherit(self, self._before)
        self.hide()
        if has_keyboard and self._before and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self.deleteLater()
        self.gone.emit()

    def inherit(self, gone: QWidget, before: QWidget | None) -> None:
        """Return the keyboard to where it was before another sheet that goes below this one."""
        if self._before and isValid(self._before) and gone.isAncestorOf(self._before):
            self._before = before

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._ground.rect())
        return False

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        inside = [child for child in self.findChildren(QWidget) if _takes_focus(child)]
        if not inside:
            return False
        focus = self.focusWidget()
        at = inside.index(focus) if focus in inside else -1
        goal = inside[(at + (1 if next else -1)) % len(inside)]
        goal.setFocus(Qt.FocusReason.TabFocusReason)
        self._area.ensureWidgetVisible(goal)
        return True

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go()
        elif (step := _SCROLLS.get(Qt.Key(event.key()))) is not None:
            self._area.verticalScrollBar().triggerAction(step)
        else:
            super().keyPressEvent(event)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        veil = QColor(current_look().background)
        veil.setAlpha(_VEIL)
        QPainter(self).fillRect(self.rect(), veil)

    def _arrange(self) -> None:
        """Put the card into the middle; what is too high for the window scrolls."""
        inside = ByWidth()
        inside.setProperty("role", "page")
        inside.setMinimumHeight(1)  # else as high as its labels were if they were narrow
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(self.card, 1000)
        across.addStretch(1)
        down = QVBoxLayout(inside)
        down.setContentsMargins(WIDE, WIDE, WIDE, WIDE)
        down.addStretch(1)
        down.addLayout(across)
        down.addStretch(1)
        self._area = area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)


def _takes_focus(widget: QWidget) -> bool:
    wants = bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
    is_inner = widget.focusProxy() is not None  # the line inside a field for days, say
    return wants and not is_inner and widget.isVisible() and widget.isEnabled()
