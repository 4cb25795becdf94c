"""List entries by day, fetched as one scrolls."""

from PySide6.QtCore import QEvent, QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.entry_delegate import EntryDelegate
from caregiver_journal.ui.widgets.entry_model import (
    DayHeading,
    EntryModel,
    EntryRow,
    Fetch,
    Index,
    Row,
)

__all__ = ["DayHeading", "EntryList", "EntryRow", "Fetch", "Row"]

_STEP = 24
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EntryList(QListView):
    """Entries under their days; arrows walk, Enter and a click open, Delete asks to delete.

    Signals:
        activated_entry(str): the person opened an entry; its id.
        delete_requested(str): the person asked to delete an entry; its id.
        current_changed(str): the person or ``select`` went to an entry; its id.
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
        name: str = "entry.list",
        parent: QWidget | None = None,
    ) -> None:
        """Make an empty list; ``reload`` fills it.

        Args:
            fetch: returns the rows after a cursor and the next cursor.
            accessible_name: what the list holds, for those who hear it.
            fit_contents: be as high as all rows and never scroll.
            name: the object name.
            parent: the widget it lies in.
        """
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setProperty("role", "entries")
        self._fits = fit_contents
        self._model = EntryModel(fetch, self)
        self._delegate = EntryDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)
        self.clicked.connect(self._open)
        if fit_contents:
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def reload(self) -> None:
        """Fetch the rows again; stay at the same place and on the same entry if it is there."""
        current = self.current_id()
        place = self.verticalScrollBar().value()
        self._delegate.forget()
        self._model.reload(self._model.rowCount())
        self._fill()
        if current is not None:
            self.select(current)
        self.verticalScrollBar().setValue(place)
        self.updateGeometry()

    def entry_count(self) -> int:
        """Return how many entries were fetched so far, days not counted."""
        numbers = range(self._model.rowCount())
        return sum(isinstance(self._model.row_at(number), EntryRow) for number in numbers)

    def current_id(self) -> str | None:
        """Return the id of the entry the list is on, or None."""
        index = self.currentIndex()
        row = self._model.row_at(index.row()) if index.isValid() else None
        return row.id if isinstance(row, EntryRow) else None

    def select(self, entry_id: str) -> bool:
        """Go to an entry among those fetched; tell whether it is there."""
        number = self._model.number_of(entry_id)
        if number is not None:
            self.setCurrentIndex(self._model.index(number, 0))
        return number is not None

    def select_first(self) -> bool:
        """Go to the first entry; tell whether there is one."""
        for number in range(self._model.rowCount()):
            if isinstance(self._model.row_at(number), EntryRow):
                self.setCurrentIndex(self._model.index(number, 0))
                return True
        return False

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        entry_id = self.current_id()
        if entry_id is not None:
            self.current_changed.emit(entry_id)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        entry_id = self.current_id()
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the row on the clipboard without any care
        elif event.key() in _ENTER and entry_id is not None:
            self.activated_entry.emit(entry_id)
        elif event.key() == Qt.Key.Key_Delete and entry_id is not None:
            self.delete_requested.emit(entry_id)
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave typed letters alone; searching has its own field."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._total_height(self.viewport().width())
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
        self._fill()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.set_font(self.font())
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

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
        numbers = range(self._model.rowCount())
        return sum(self._delegate.height(n, self._model.row_at(n), width) for n in numbers)

    def _fill(self) -> None:
        """Fetch until the list is full, or everything when it shows all."""
        root = QModelIndex()
        wanted = self.viewport().height() * 2
        while self._model.canFetchMore(root) and (
            self._fits or self._total_height(self.viewport().width()) < wanted
        ):
            self._model.fetchMore(root)

    def _fetch_ahead(self, value: int) -> None:
        bar = self.verticalScrollBar()
        if value >= bar.maximum() - 2 * bar.pageStep() and self._model.canFetchMore(QModelIndex()):
            self._model.fetchMore(QModelIndex())

    def _open(self, index: QModelIndex) -> None:
        row = self._model.row_at(index.row())
        if isinstance(row, EntryRow):
            self.activated_entry.emit(row.id)
