"""A list of rows under headings: what lists of entries and of phrases have in common."""

from typing import Any

from PySide6.QtCore import QEvent, QItemSelection, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.entry_view import EntryView
from caregiver_journal.ui.widgets.row_delegate import RowDelegate
from caregiver_journal.ui.widgets.row_model import Index, RowModel

_STEP = 24


class RowList(EntryView):
    """Rows of which one is chosen, read out row by row, measured anew when font or width change.

    Signals:
        chosen_changed: other rows are chosen now.
    """

    chosen_changed = Signal()

    _model: RowModel[Any]
    _delegate: RowDelegate[Any]

    def __init__(self, accessible_name: str, *, name: str, parent: QWidget | None = None) -> None:
        """Name it; ``use`` says what it holds and how that is painted."""
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setProperty("role", "entries")
        self._is_reloading = False

    def use(self, model: RowModel[Any], delegate: RowDelegate[Any]) -> None:
        """Show the rows of a model."""
        self._model, self._delegate = model, delegate
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)

    def _go_to(self, number: int) -> None:
        """Choose one row and no other, whatever keys are held down."""
        only = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self._model.index(number, 0), only)

    def _tell_tools(self, what: QAccessible.Event, row: int) -> None:
        """Tell assistive tools of a row; Qt's own list would name it by its own layout."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self, what)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    # --- what Qt asks of a view -----------------------------------------------------------------

    @override
    def row_height(self, number: int, width: int) -> int:
        return self._delegate.height(number, self._model.row_at(number), width)

    @override
    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        self.viewport().update()
        if self.hasFocus() and current.isValid():
            self._tell_tools(QAccessible.Event.Focus, current.row())

    @override
    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, selected, deselected)
        for index in selected.indexes()[:1]:
            self._tell_tools(QAccessible.Event.Selection, index.row())
        if not self._is_reloading:
            self.chosen_changed.emit()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the row on the clipboard without any care
        else:
            super().keyPressEvent(event)

    @override
    def keyboardSearch(self, search: str) -> None:
        """Leave typed letters alone; searching has its own field."""

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.set_font(self.font())
            self.forget_heights()
            self.scheduleDelayedItemsLayout()
            self.updateGeometry()
