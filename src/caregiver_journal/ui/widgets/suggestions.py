"""Offer words below a field, inside the same window."""

from collections.abc import Iterable

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import TINY
from caregiver_journal.ui.widgets.announce import announce

MOST = 6


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
        rows = sum(self.sizeHintForRow(row) for row in range(self.count()))
        height = rows + 2 * (TINY + 1)
        place = self._field.mapTo(window, QPoint(0, self._field.height() + TINY))
        if place.y() + height > window.height():
            place.setY(self._field.mapTo(window, QPoint(0, 0)).y() - height - TINY)
        self.setGeometry(place.x(), place.y(), self._field.width(), height)
        self.raise_()
        if self.count() != before:
            announce(self, _("Suggestions: {count}").format(count=self.count()))

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
