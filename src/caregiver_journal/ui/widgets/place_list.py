"""List places to go to beside what is shown of the chosen one; arrows walk, Enter goes in."""

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.place_delegate import (
    Place,
    PlaceDelegate,
    PlaceHeading,
    PlaceRow,
)
from caregiver_journal.ui.widgets.row_list import RowList
from caregiver_journal.ui.widgets.row_model import ROW_ROLE
from caregiver_journal.ui.widgets.whole_list import WholeModel

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PlaceModel(WholeModel[PlaceRow]):
    """Places and headings, all of them at once."""

    @override
    def id_of(self, row: PlaceRow) -> str | None:
        return row.id if isinstance(row, Place) else None

    @override
    def words_of(self, row: PlaceRow) -> str:
        return row.title

    @override
    def heard_of(self, row: PlaceRow) -> str:
        if isinstance(row, PlaceHeading):
            return row.title
        return ". ".join(filter(None, (row.title, row.about)))


class PlaceList(RowList):
    """Places, of which one is shown beside the list, or none.

    Signals:
        wanted(str): the person went to another place; its id.
        entered: Enter or a click; the person wants to go on beside the list.
    """

    wanted = Signal(str)
    entered = Signal()

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, name=name)
        self._rows: tuple[PlaceRow, ...] = ()
        self._model: PlaceModel = PlaceModel(self)
        self.use(self._model, PlaceDelegate(self))
        self.chosen_changed.connect(self._tell)
        self.clicked.connect(self._enter)

    def show_rows(self, rows: Iterable[PlaceRow]) -> None:
        """Show these rows; stay at the same place."""
        wanted = tuple(rows)
        if wanted == self._rows:
            return
        chosen, top = self.chosen(), self.verticalScrollBar().value()
        self._rows = wanted
        self.forget_heights()
        self._is_reloading = True
        self._model.show_rows(wanted)
        self._is_reloading = False
        if self.isVisible():  # else its width is not known yet, and it is laid out when it is
            self.updateGeometries()
            self.verticalScrollBar().setValue(top)
        self.choose(chosen)

    def chosen(self) -> str:
        """Return the id of the place that is chosen; "" for none."""
        chosen = self.selectionModel().selectedIndexes()
        row = chosen[0].data(ROW_ROLE) if chosen else None
        return row.id if isinstance(row, Place) else ""

    def choose(self, place_id: str) -> None:
        """Choose a place without a signal; none where it is not there."""
        if place_id and place_id == self.chosen():
            return
        number = self._model.number_of(place_id)
        self._is_reloading = True
        if number is None:
            nowhere = QModelIndex()
            self.selectionModel().setCurrentIndex(nowhere, QItemSelectionModel.SelectionFlag.Clear)
        else:
            self._go_to(number)
        self._is_reloading = False

    def _tell(self) -> None:
        if self.chosen():
            self.wanted.emit(self.chosen())

    def _enter(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW_ROLE), Place):
            self.entered.emit()

    # --- what Qt asks of a view -----------------------------------------------------------------

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        """Let the keyboard be seen: where nothing is chosen, Qt goes to a row out of sight."""
        super().focusInEvent(event)
        self.scrollTo(self.currentIndex())

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _ENTER or not self.currentIndex().isValid():
            super().keyPressEvent(event)
            return
        self._go_to(self.currentIndex().row())
        self.entered.emit()
