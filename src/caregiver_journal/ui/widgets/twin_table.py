"""Say in rows what a drawing shows; as high as all its rows, so that only the page scrolls."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QEvent, QRect, Qt, Signal
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

NOTHING = "–"
"""Stands in a cell of which nothing is known."""

MOST_ROWS = 400
"""How many rows are shown; more would be read by nobody and take long to lay out."""


class TwinTable(QTableWidget):
    """The table behind a drawing; Enter and a double click open what is behind a row.

    Signals:
        row_opened(int): the number of a row, from 0.
    """

    row_opened = Signal(int)

    _heads: tuple[str, ...] = ()
    _rows: tuple[tuple[str, ...], ...] = ()  # here, for Qt may dress it while it is being made
    _is_folded = False

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
        """List rows, at most ``MOST_ROWS``, each with a cell for each head."""
        self._heads = tuple(heads)
        self._rows = tuple(map(tuple, rows))
        self._is_folded = False
        self._write()
        self._fit()

    @property
    def is_folded(self) -> bool:
        """Whether there is no room for columns: the cells of a row stand below each other."""
        return self._is_folded

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

    def _write(self) -> None:
        """Write the cells, in columns or below each other."""
        self.setColumnCount(1 if self._is_folded else len(self._heads))
        self.setRowCount(len(self._rows))
        for row, cells in enumerate(self._rows):
            shown = ("\n".join(self._folded(cells)),) if self._is_folded else cells
            for column, text in enumerate(shown):
                self.setItem(row, column, QTableWidgetItem(text or NOTHING))
        self.horizontalHeader().setVisible(not self._is_folded)
        self.setWordWrap(self._is_folded)

    def _folded(self, cells: Sequence[str]) -> list[str]:
        """Return the cells of a row as lines, each but the first with what it is called."""
        named = zip(self._heads[1:], cells[1:], strict=True)
        return [*cells[:1], *(f"{head}: {cell}" for head, cell in named if cell)]

    def _fit(self) -> None:
        """Be as high as all rows; the page scrolls."""
        heads, widths = self._columns()
        is_folded = len(widths) > 1 and sum(widths) > self._room()
        if is_folded != self._is_folded:
            self._is_folded = is_folded
            self._write()
        if is_folded:
            heads, widths = ("",), [self._room()]
        self.setHorizontalHeaderLabels(heads)
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)
        height = self._fit_rows() + 2 * self.frameWidth() + TINY
        if height != self.height():
            self.setFixedHeight(height)

    def _fit_rows(self) -> int:
        """Give each row the lines it needs; return how high all are with the head."""
        line = self.fontMetrics().height()
        if not self._is_folded:
            high = line + 2 * SMALL
            self.verticalHeader().setDefaultSectionSize(high)
            for row in range(self.rowCount()):
                if self.rowHeight(row) != high:  # it was folded before, and keeps that height
                    self.setRowHeight(row, high)
            return high * self.rowCount() + self.horizontalHeader().sizeHint().height()
        room = QRect(0, 0, max(1, self._room() - 2 * SNUG), line)
        for row, cells in enumerate(self._rows):
            lines = "\n".join(self._folded(cells))
            taken = self.fontMetrics().boundingRect(room, Qt.TextFlag.TextWordWrap, lines)
            self.setRowHeight(row, taken.height() + 2 * SMALL)
        return sum(map(self.rowHeight, range(self.rowCount())))

    def _columns(self) -> tuple[tuple[str, ...], list[int]]:
        """Return the heads, and how wide each column is: the first one takes what is left.

        Where that is not enough room each word of a head stands on a line of its own. Measured
        here: asked to do it by itself, Qt takes a third of a second for 400 rows.
        """
        heads = self._heads
        widths = self._widths(heads)
        if sum(widths) > self._room():
            heads = tuple(head.replace(" ", "\n") for head in heads)
            widths = self._widths(heads)
        if widths:
            widths[0] = max(widths[0], self._room() - sum(widths[1:]))
        return heads, widths

    def _widths(self, heads: Sequence[str]) -> list[int]:
        columns = tuple(zip(*self._rows, strict=True)) or ((),) * len(heads)
        return [
            max(self._widest(cells), self._widest(head.split("\n"))) + 2 * SNUG
            for head, cells in zip(heads, columns, strict=True)
        ]

    def _widest(self, words: Iterable[str]) -> int:
        return max(map(self.fontMetrics().horizontalAdvance, set(words)), default=0)

    def _room(self) -> int:
        return self.width() - 2 * self.frameWidth()

    def _open(self, item: QTableWidgetItem) -> None:
        self.row_opened.emit(item.row())
