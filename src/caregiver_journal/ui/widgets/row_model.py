"""Hold rows of a list: those that can be chosen, under headings that cannot."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from caregiver_journal.base.marks import override

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")
"""What a row is, headings among them."""

_ROOT = QModelIndex()


class RowModel(QAbstractListModel, Generic[R]):
    """Rows, and where each of those stands that can be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[R] = []
        self._numbers: dict[str, int] = {}

    def row_at(self, number: int) -> R:
        """Return a row by its number."""
        return self._rows[number]

    def number_of(self, row_id: str) -> int | None:
        """Return the number of the row of this id, or None."""
        return self._numbers.get(row_id)

    # --- what each list does in its own way -----------------------------------------------------

    def id_of(self, row: R) -> str | None:
        """Return the id of a row; None for a heading."""
        raise NotImplementedError

    def words_of(self, row: R) -> str:
        """Return the words a row is called by."""
        raise NotImplementedError

    def heard_of(self, row: R) -> str:
        """Return a row as it is heard."""
        raise NotImplementedError

    # --- the same for all -----------------------------------------------------------------------

    def _add(self, rows: Iterable[R]) -> None:
        """Hold further rows; whoever calls this tells the views."""
        for row in rows:
            row_id = self.id_of(row)
            if row_id is not None:
                self._numbers[row_id] = len(self._rows)
            self._rows.append(row)

    def _drop_all(self) -> None:
        self._rows, self._numbers = [], {}

    @override
    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words_of(row)
        return self.heard_of(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and self.id_of(self._rows[index.row()]) is not None:
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags
