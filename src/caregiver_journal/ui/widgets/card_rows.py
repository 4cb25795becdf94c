"""Cards in rows: broad and narrow ones side by side, or below each other where there is no room."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.tab_anchor import TabAnchor, takes_keyboard

_LEAST_EMS = 46
"""Below this width, in widths of an em, each card has a row of its own."""


class Share(IntEnum):
    """How many of the six parts of a row a card takes."""

    NARROW = 2
    HALF = 3
    BROAD = 4
    WHOLE = 6


class CardRows(QWidget):
    """Lays cards out in their order; the last one of a row takes what is left of it."""

    def __init__(self) -> None:
        super().__init__()
        self._cards: list[tuple[QWidget, Share]] = []
        self._is_narrow = False
        self._anchor = TabAnchor(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(MEDIUM)
        for column in range(Share.WHOLE):
            self._grid.setColumnStretch(column, 1)

    def show_cards(self, cards: Sequence[tuple[QWidget, Share]]) -> None:
        """Show these cards and no others; once all are there, ``keep_order`` lets Tab follow."""
        shown = [card for card, _share in cards]
        for card, _share in self._cards:
            self._grid.removeWidget(card)
            if card not in shown:
                card.hide()
        self._cards = list(cards)
        self._place()
        for card in shown:
            card.show()

    def keep_order(self) -> None:
        """Let the Tab key go through the cards as they stand, and all parts they have now."""
        self._anchor.lead(stop for card, _share in self._cards for stop in _stops_of(card))

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size: one below the other, however they stand now."""
        width = max((card.minimumSizeHint().width() for card, _share in self._cards), default=0)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        is_narrow = event.size().width() < _LEAST_EMS * em
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place()

    def _place(self) -> None:
        for card, _share in self._cards:
            self._grid.removeWidget(card)
        for number, row in enumerate(self._rows()):
            column = 0
            for at, (card, share) in enumerate(row):
                is_last = at == len(row) - 1
                width = Share.WHOLE - column if is_last else share
                self._grid.addWidget(card, number, column, 1, width)
                column += width

    def _rows(self) -> list[list[tuple[QWidget, Share]]]:
        rows: list[list[tuple[QWidget, Share]]] = []
        room = 0
        for card, share in self._cards:
            if share > room or self._is_narrow:
                rows.append([])
                room = Share.WHOLE
            rows[-1].append((card, share))
            room -= share
        return rows


def _stops_of(card: QWidget) -> list[QWidget]:
    """Return what takes the keyboard in a card, in the order in which its parts were put in."""
    parts = (part for part in card.findChildren(QWidget) if part.window() is card.window())
    return [part for part in parts if takes_keyboard(part)]
