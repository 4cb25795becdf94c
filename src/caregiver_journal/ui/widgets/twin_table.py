"""Say in rows what a drawing shows; as high as all its rows, so that only the page scrolls."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.base.marks import override

MOST_ROWS = 400
"""How many rows are shown; more would be read by nobody and take long to lay out."""


class TwinTable(QTableWidget):
    """The table behind a drawing; Enter and a double click open what is behind a row.

    Signals:
        row_opened(int): the number of a row, from 0.
    """

    row_opened = Signal(int)

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 0, parent)
        self.setObjectName(name)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self._start = Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter
        self.horizontalHeader().setDefaultAlignment(self._start)
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
        self.itemActivated.connect(self._open)

    def show_rows(self, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """List the first ``MOST_ROWS`` of some rows, each with a cell for each head."""
        shown = rows[:MOST_ROWS]
        self.setColumnCount(len(heads))
        self.setHorizontalHeaderLabels(list(heads))
        self._size_columns()
        self.setRowCount(len(shown))
        for row, cells in enumerate(shown):
            for column, text in enumerate(cells):
                self.setItem(row, column, QTableWidgetItem(text))
        self._fit()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _size_columns(self) -> None:
        mode = QHeaderView.ResizeMode
        for column in range(self.columnCount()):
            how = mode.ResizeToContents if column else mode.Stretch
            self.horizontalHeader().setSectionResizeMode(column, how)

    def _fit(self) -> None:
        """Be as high as all rows; the page scrolls."""
        high = self.fontMetrics().height() + 2 * SMALL
        self.verticalHeader().setDefaultSectionSize(high)
        head = self.horizontalHeader().sizeHint().height()
        self.setFixedHeight(high * self.rowCount() + head + 2 * self.frameWidth() + TINY)

    def _open(self, item: QTableWidgetItem) -> None:
        self.row_opened.emit(item.row())
