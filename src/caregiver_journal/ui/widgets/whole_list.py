"""Lists that hold all their rows at once, some hundreds at most, under headings."""

from collections.abc import Iterable
from typing import Any, Generic

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.row_delegate import RowDelegate
from caregiver_journal.ui.widgets.row_list import RowList
from caregiver_journal.ui.widgets.row_model import R, RowModel

_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


class WholeModel(RowModel[R]):
    """Rows and headings, which are all replaced at once."""

    def show_rows(self, rows: Iterable[R]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self._drop_all()
        self._add(rows)
        self.endResetModel()

    def place_of(self, row: R) -> int | None:
        """Return where the row with the id of this one stands, or None."""
        row_id = self.id_of(row)
        return None if row_id is None else self.number_of(row_id)


class WholeList(RowList, Generic[R]):
    """Rows of which one is chosen; it stays chosen when others are shown.

    Signals:
        opened: Enter, F2 or a double click; what that does is the owner's.
        chosen_changed: another row is chosen, or it became another one.
    """

    opened = Signal()

    def __init__(
        self,
        accessible_name: str,
        model: WholeModel[R],
        *,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        """Show the rows of a model, which the list then owns; ``paint_by`` says how."""
        super().__init__(accessible_name, name=name, parent=parent)
        model.setParent(self)
        self._whole = model
        self.doubleClicked.connect(self._open)

    def paint_by(self, delegate: RowDelegate[Any]) -> None:
        """Have the rows painted by a delegate of this view."""
        self.use(self._whole, delegate)

    def show_rows(self, rows: Iterable[R], *, from_top: bool = False) -> None:
        """Show these rows; stay at the same place and row, or go to the first one."""
        current = self.current_row()
        row, place = self.currentIndex().row(), self.verticalScrollBar().value()
        self.forget_heights()
        self._whole.show_rows(rows)
        if self.isVisible():  # else its width is not known yet, and it is laid out when it is
            self.updateGeometries()
            self.verticalScrollBar().setValue(0 if from_top else place)
        kept = None if current is None or from_top else self._whole.place_of(current)
        number = self._near(0 if from_top else row) if kept is None else kept
        if number is not None:
            self._go_to(number)
        self.chosen_changed.emit()

    def current_row(self) -> R | None:
        """Return the chosen row, or None."""
        index = self.currentIndex()
        row = self._whole.row_at(index.row()) if index.isValid() else None
        return row if row is not None and self._is_choice(row) else None

    def choices(self) -> list[R]:
        """Return the rows that can be chosen, in their order."""
        rows = map(self._whole.row_at, range(self._whole.rowCount()))
        return [row for row in rows if self._is_choice(row)]

    def select(self, row_id: str) -> bool:
        """Go to the row of an id; tell whether it is there."""
        number = self._whole.number_of(row_id)
        if number is not None:
            self._go_to(number)
        return number is not None

    def step(self, by: int) -> None:
        """Go so many rows on, or back."""
        number, step = self.currentIndex().row(), 1 if by > 0 else -1
        for _each in range(abs(by)):
            number = self._next_from(number + step, step).row()
            if number >= 0:
                self._go_to(number)

    def _is_choice(self, row: R) -> bool:
        return self._whole.id_of(row) is not None

    def _near(self, row: int) -> int | None:
        """Return the first row that can be chosen from one on, or else the last one before it."""
        last = self._whole.rowCount() - 1
        rows = (*range(max(0, row), last + 1), *range(min(row, last), -1, -1))
        return next(
            (number for number in rows if self._is_choice(self._whole.row_at(number))), None
        )

    def _open(self, index: QModelIndex) -> None:
        if self._is_choice(self._whole.row_at(index.row())):
            self.opened.emit()

    # --- what Qt asks of a view -----------------------------------------------------------------

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())  # where it stands is known only now

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.current_row() is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
