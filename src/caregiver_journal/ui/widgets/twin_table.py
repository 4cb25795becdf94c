"""Say in rows what a drawing shows; as high as all its rows, so that only the page scrolls."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from caregiver_journal.base.look import SMALL, SNUG, TINY
from caregiver_journal.base.marks import override

MOST_ROWS = 400
"""How many rows are shown; more would be read by nobody and take long to lay out."""


class TwinTable(QTableWidget):
    """The table behind a drawing; Enter and a double click open what is behind a row.

    Signals:
        row_opened(int): the number of a row, from 0.
    """

    row_opened = Signal(int)

    _heads: tuple[str, ...] = ()
    _cells: tuple[tuple[str, ...], ...] = ()  # here, for Qt may dress it while it is being made

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.setObjectName(name)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(start)
        self.setProperty("role", "plain")
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.itemActivated.connect(self._open)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """List the first ``MOST_ROWS`` of some rows, each with a cell for each head."""
        shown = rows[:MOST_ROWS]
        self.setColumnCount(len(heads))
        self.setRowCount(len(shown))
        for row, cells in enumerate(shown):
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
        self._heads = tuple(heads)
        self._cells = tuple(zip(*shown, strict=True)) or ((),) * len(heads)
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as all rows; the page scrolls."""
        high = self.fontMetrics().height() + 2 * SMALL
        self.verticalHeader().setDefaultSectionSize(high)
        wide = self._fit_columns()
        head = self.horizontalHeader().sizeHint().height()
        bar = self.horizontalScrollBar().sizeHint().height() if wide > self._room() else 0
        height = high * self.rowCount() + head + bar + 2 * self.frameWidth() + TINY
        if height != self.height():
            self.setFixedHeight(height)

    def _fit_columns(self) -> int:
        """Give each column what its longest cell needs, and the first one what is left.

        Where that is not enough room each word of a head stands on a line of its own. Measured
        here: asked to do it by itself, Qt takes a third of a second for 400 rows.
        """
        heads = self._heads
        widths = self._widths(heads)
        if sum(widths) > self._room():
            heads = tuple(head.replace(" ", "\n") for head in heads)
            widths = self._widths(heads)
        self.setHorizontalHeaderLabels(heads)
        if widths:
            widths[0] = max(widths[0], self._room() - sum(widths[1:]))
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        return sum(widths)

    def _widths(self, heads: Sequence[str]) -> list[int]:
        return [
            max(self._widest(cells), self._widest(head.split("\n"))) + 2 * SNUG
            for head, cells in zip(heads, self._cells, strict=True)
        ]

    def _widest(self, words: Iterable[str]) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, set(words)), default=0)

    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth()

    def _open(self, item: QTableWidgetItem) -> None:
        self.row_opened.emit(item.row())
