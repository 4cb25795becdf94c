"""List entries by day, fetched as one scrolls."""

import contextlib
from collections.abc import Iterable, Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.entry_delegate import EntryDelegate
from caregiver_journal.ui.widgets.entry_model import (
    DayHeading,
    EntryModel,
    EntryRow,
    Fetch,
    Row,
)
from caregiver_journal.ui.widgets.row_list import RowList
from caregiver_journal.ui.widgets.row_model import Index

__all__ = ["DayHeading", "EntryList", "EntryRow", "Fetch", "Row"]

MOST_CHOSEN = 200
"""How many entries Ctrl+A chooses."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryList(RowList):
    """Entries under their days; arrows walk, Enter and a click open, Delete asks to delete.

    Signals:
        activated_entry(str): the person opened an entry; its id.
        delete_requested(str): the person asked to delete an entry; its id.
        current_changed(str): the person or ``select`` went to an entry; its id.
        chosen_changed: other entries are chosen now; see ``chosen_ids``.
    """

    activated_entry = Signal(str)
    delete_requested = Signal(str)
    current_changed = Signal(str)

    def __init__(
        self,
        fetch: Fetch,
        *,
        accessible_name: str,
        fit_contents: bool = False,
        many: bool = False,
        name: str = "entry.list",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; ``reload`` fills it.

        Args:
            fetch: returns the rows after a cursor and the next cursor.
            accessible_name: what the list holds, for those who hear it.
            fit_contents: be as high as all rows and never scroll.
            many: several entries may be chosen at once.
            name: the object name.
            parent: the widget it lies in.
        """
        super().__init__(accessible_name, name=name, parent=parent)
        self._fits = fit_contents
        self._model: EntryModel = EntryModel(fetch, self)
        self.use(self._model, EntryDelegate(self))
        if many:
            self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)
        self.clicked.connect(self._open)
        if fit_contents:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def reload(self, *, from_top: bool = False) -> None:
        """Fetch the rows again; stay at the same place and on the same entries if they are there.

        Args:
            from_top: other rows are to be expected; show the first ones.
        """
        at_least = 0 if from_top else max(self.last_seen(), self.currentIndex().row()) + 1
        with self._staying(from_top=from_top):
            self._delegate.forget()
            self.forget_heights()
            self._model.reload(at_least)
            self._fill()

    def drop(self, entry_ids: Iterable[str]) -> None:
        """Take entries away without fetching the others again."""
        with self._staying():
            self.forget_heights_from(self._model.drop(entry_ids))
            self._fill()

    def replace(self, row: EntryRow) -> None:
        """Show a row in place of the one of the same entry."""
        number = self._model.number_of(row.id)
        if number is not None:
            self._model.replace(row)
            self.forget_heights_from(number)
            self.updateGeometries()
            self.viewport().update()

    @contextlib.contextmanager
    def _staying(self, *, from_top: bool = False) -> Iterator[None]:
        """Change the rows, and stay at the same place and on the same entries."""
        current, chosen = self.current_id(), self.chosen_ids()
        place = 0 if from_top else self.verticalScrollBar().value()
        self._is_reloading = True
        yield
        self.updateGeometries()
        self.verticalScrollBar().setValue(place)
        self._choose_again(current, chosen)
        self._is_reloading = False
        if self.chosen_ids() != chosen:
            self.chosen_changed.emit()
        self.updateGeometry()

    def entry_count(self) -> int:
        """Return how many entries were fetched so far, days not counted."""
        return self._model.entry_count()

    def current_id(self) -> str | None:
        """Return the id of the entry the list is on, or None."""
        index = self.currentIndex()
        row = self._model.row_at(index.row()) if index.isValid() else None
        return row.id if isinstance(row, EntryRow) else None

    def chosen_ids(self) -> tuple[str, ...]:
        """Return the ids of the chosen entries, in their order."""
        numbers = sorted(index.row() for index in self.selectedIndexes())
        rows = (self._model.row_at(number) for number in numbers)
        return tuple(row.id for row in rows if isinstance(row, EntryRow))

    def select(self, entry_id: str) -> bool:
        """Go to an entry among those fetched; tell whether it is there."""
        number = self._model.number_of(entry_id)
        if number is not None:
            self._go_to(number)
        return number is not None

    def select_first(self) -> bool:
        """Go to the first entry; tell whether there is one."""
        for number in range(self._model.rowCount()):
            if isinstance(self._model.row_at(number), EntryRow):
                self._go_to(number)
                return True
        return False

    def _choose_again(self, current: str | None, chosen: tuple[str, ...]) -> None:
        number = None if current is None else self._model.number_of(current)
        flag = QItemSelectionModel.SelectionFlag
        if number is not None:
            self.selectionModel().setCurrentIndex(self._model.index(number, 0), flag.NoUpdate)
        for entry_id in chosen:
            number = self._model.number_of(entry_id)
            if number is not None:
                self.selectionModel().select(self._model.index(number, 0), flag.Select)

    @override
    def selectAll(self) -> None:
        """Choose all entries, up to ``MOST_CHOSEN`` of them from the top."""
        if self.selectionMode() != QAbstractItemView.SelectionMode.ExtendedSelection:
            return
        while self._model.entry_count() < MOST_CHOSEN and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())
        numbers = range(self._model.rowCount())
        entries = [n for n in numbers if isinstance(self._model.row_at(n), EntryRow)]
        if not entries:
            return
        last = entries[:MOST_CHOSEN][-1]
        rows = QItemSelection(self._model.index(0, 0), self._model.index(last, 0))
        self.selectionModel().select(rows, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry_id = self.current_id()
        if entry_id is not None:
            self.current_changed.emit(entry_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry_id = self.current_id()
        if event.matches(QKeySequence.StandardKey.SelectAll):
            self.selectAll()
        elif event.key() in _ENTER and entry_id is not None:
            self.activated_entry.emit(entry_id)
        elif event.key() == Qt.Key.Key_Delete and entry_id is not None:
            self.delete_requested.emit(entry_id)
        else:
            super().keyPressEvent(event)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fill()

    @override
    def hasHeightForWidth(self) -> bool:
        return self._fits

    @override
    def heightForWidth(self, width: int) -> int:
        return self._total_height(width) if self._fits else super().heightForWidth(width)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), self._total_height(self.width())) if self._fits else hint

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        return QSize(hint.width(), self._total_height(self.width())) if self._fits else hint

    def _total_height(self, width: int) -> int:
        """Return the height of all rows in a list of another width."""
        numbers = range(self._model.rowCount())
        return sum(self._delegate.height(n, self._model.row_at(n), width) for n in numbers)

    def _fill(self) -> None:
        """Fetch until the list is full, or everything when it shows all."""
        root = QModelIndex()
        wanted = self.viewport().height() * 2
        while self._model.canFetchMore(root) and (self._fits or self.content_height() < wanted):
            self._model.fetchMore(root)

    def _fetch_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value >= bar.maximum() - 2 * bar.pageStep() and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if isinstance(row, EntryRow):
            self.activated_entry.emit(row.id)
