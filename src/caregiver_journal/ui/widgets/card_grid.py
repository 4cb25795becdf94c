"""Cards in as many columns as there is room for, those of a row equally high."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override

_LEAST_LINES = 13
"""Least width of a card, in heights of a line."""


class CardGrid(QWidget):
    """Holds cards, in their order; which of them are hidden is their owner's to say."""

    def __init__(self, *, most: int = 3) -> None:
        """Take the most columns."""
        super().__init__()
        self._most = most
        self._columns = 0
        self._cards: list[QWidget] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def columns(self) -> int:
        """How many cards stand side by side."""
        return max(1, self._columns)

    def step(self, key: int) -> int:
        """Return how many cards further an arrow leads; 0 for any other key."""
        ahead = -1 if self.isRightToLeft() else 1
        return {
            Qt.Key.Key_Right.value: ahead,
            Qt.Key.Key_Left.value: -ahead,
            Qt.Key.Key_Down.value: self.columns,
            Qt.Key.Key_Up.value: -self.columns,
        }.get(key, 0)

    def show_cards(self, cards: Sequence[QWidget]) -> None:
        """Show these cards and no others."""
        for card in self._cards:
            self._grid.removeWidget(card)
            card.hide()
        self._cards = list(cards)
        self._place()
        for card in self._cards:
            card.show()

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size: one column, however many there are now."""
        width = max((card.minimumSizeHint().width() for card in self._cards), default=0)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold(event.size().width())

    def _fold(self, width: int) -> None:
        least = _LEAST_LINES * self.fontMetrics().height() + MEDIUM
        columns = max(1, min(self._most, (width + MEDIUM) // least))
        if columns != self._columns:
            self._columns = columns
            self._place()

    def _place(self) -> None:
        for card in self._cards:
            self._grid.removeWidget(card)
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // self.columns, place % self.columns)
        for column in range(self._most):
            self._grid.setColumnStretch(column, 1 if column < self.columns else 0)
