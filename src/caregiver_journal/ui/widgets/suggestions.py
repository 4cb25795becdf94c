"""Offer words below a field, inside the same window."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.announce import announce

MOST = 6
_MOVING = (QEvent.Type.Move, QEvent.Type.Resize)


class Suggestions(QListWidget):
    """A short list that hangs below a field and never takes the focus.

    Since the keyboard stays in the field, what is offered and walked to is announced.

    Signals:
        picked(str): the person took a word.
    """

    picked = Signal(str)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field)
        self._field = field
        self._watched: list[QWidget] = []
        self.setProperty("role", "suggestions")
        self.setAccessibleName(_("Suggestions"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemClicked.connect(self._pick)
        field.destroyed.connect(self.deleteLater)
        self.hide()

    def offer(self, words: Iterable[str], most: int = MOST) -> None:
        """Show at most so many words, or hide when there are none."""
        before = self.count() if self.isVisible() else 0
        self.clear()
        self.addItems(list(words)[:most])
        if not self.count():
            self.hide()
            return
        window = self._field.window()
        if self.parentWidget() is not window:
            self.setParent(window)
        self.show()
        self._place()
        self._watch()
        self.raise_()
        if self.count() != before:
            announce(self, _("Suggestions: {count}").format(count=self.count()))

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the field where it goes, as when the page is scrolled."""
        if event.type() in _MOVING:
            self._place()
        return False

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched.clear()

    def _watch(self) -> None:
        """Watch, while words are offered, everything that carries the field along."""
        above: QWidget | None = None if self._watched else self._field
        while above is not None and not above.isWindow():
            above.installEventFilter(self)
            self._watched.append(above)
            above = above.parentWidget()

    def _place(self) -> None:
        """Lie below the field, or above it where there is no room; go where it cannot be seen."""
        if self._field.visibleRegion().isEmpty():
            self.hide()
            return
        window = self._field.window()
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = rows + 2 * (TINY + 1)
        place = self._field.mapTo(window, QPoint(0, self._field.height() + TINY))
        if place.y() + height > window.height():
            place.setY(self._field.mapTo(window, QPoint(0, 0)).y() - height - TINY)
        self.setGeometry(place.x(), place.y(), self._field.width(), height)

    def step(self, by: int) -> None:
        """Go to the next (1) or the former (-1) word, or back to none."""
        row = self.currentRow() + by
        self.setCurrentRow(row if 0 <= row < self.count() else -1)
        announce(self, self.current() or self._field.accessibleName())

    def current(self) -> str:
        """Return the word the arrows went to; empty when none."""
        item = self.currentItem()
        return item.text() if self.isVisible() and item is not None else ""

    def _pick(self, item: QListWidgetItem) -> None:
        self.picked.emit(item.text())
