"""List phrases under their situations; arrows walk, Enter and a double click open one."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, Situation
from caregiver_journal.ui.widgets.entry_model import ROW_ROLE, Index
from caregiver_journal.ui.widgets.entry_view import EntryView
from caregiver_journal.ui.widgets.script_delegate import (
    ScriptDelegate,
    ScriptRow,
    SituationHeading,
    read_out,
)

_STEP = 24
_OPENING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2)


def rows_by_situation(
    scripts: Iterable[Script], situations: Sequence[Situation]
) -> list[ScriptRow]:
    """Return phrases under headings; those without a situation come first."""
    known = {situation.id for situation in situations}
    groups: dict[str, list[ScriptRow]] = {}
    for script in scripts:
        key = script.situation if script.situation in known else ""
        groups.setdefault(key, []).append(script)
    rows: list[ScriptRow] = []
    if "" in groups:
        rows += [SituationHeading(_("For any situation")), *groups[""]]
    for situation in situations:
        if situation.id in groups:
            rows.append(SituationHeading(situation.title, situation.about))
            rows += groups[situation.id]
    return rows


class ScriptModel(QAbstractListModel):
    """Phrases and headings, all of them at once: there are hundreds at most."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[ScriptRow] = []
        self._numbers: Mapping[str, int] = {}

    def show_rows(self, rows: Iterable[ScriptRow]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self._rows = list(rows)
        self._numbers = {
            row.id: number for number, row in enumerate(self._rows) if isinstance(row, Script)
        }
        self.endResetModel()

    def row_at(self, number: int) -> ScriptRow:
        """Return a row by its number."""
        return self._rows[number]

    def number_of(self, script_id: str) -> int:
        """Return the row of a phrase, or -1."""
        return self._numbers.get(script_id, -1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    @override
    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text if isinstance(row, Script) else row.title
        return read_out(row) if role == Qt.ItemDataRole.AccessibleTextRole else None

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._rows[index.row()], Script):
            return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return Qt.ItemFlag.NoItemFlags


class ScriptList(EntryView):
    """Phrases, of which one is chosen.

    Signals:
        opened: Enter, F2 or a double click; what that does is the owner's.
        chosen_changed: another phrase is chosen, or it became another one.
    """

    opened = Signal()
    chosen_changed = Signal()

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self.setAccessibleName(accessible_name)
        self.setProperty("role", "entries")
        self._model = ScriptModel(self)
        self._delegate = ScriptDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalScrollBar().setSingleStep(_STEP)
        self.doubleClicked.connect(self._open)

    def show_rows(self, rows: Iterable[ScriptRow], *, from_top: bool = False) -> None:
        """Show these rows; stay at the same place and phrase, or go to the first one."""
        current = self.current()
        row, place = self.currentIndex().row(), self.verticalScrollBar().value()
        self.forget_heights()
        self._model.show_rows(rows)
        if self.isVisible():  # else its width is not known yet, and it is laid out when it is
            self.updateGeometries()
            self.verticalScrollBar().setValue(0 if from_top else place)
        number = -1 if current is None or from_top else self._model.number_of(current.id)
        self._go_to(number if number >= 0 else self._near(0 if from_top else row))
        self.chosen_changed.emit()

    def current(self) -> Script | None:
        """Return the chosen phrase, or None."""
        index = self.currentIndex()
        row = self._model.row_at(index.row()) if index.isValid() else None
        return row if isinstance(row, Script) else None

    def scripts(self) -> list[Script]:
        """Return the phrases that are shown, in their order."""
        rows = map(self._model.row_at, range(self._model.rowCount()))
        return [row for row in rows if isinstance(row, Script)]

    def select(self, script_id: str) -> bool:
        """Go to a phrase; tell whether it is there."""
        number = self._model.number_of(script_id)
        self._go_to(number)
        return number >= 0

    def step(self, by: int) -> None:
        """Go so many phrases on, or back."""
        number, step = self.currentIndex().row(), 1 if by > 0 else -1
        for _each in range(abs(by)):
            number = self._next_from(number + step, step).row()
            self._go_to(number)

    def _near(self, row: int) -> int:
        """Return the first phrase from a row on, or else the last one before it; -1 for none."""
        last = self._model.rowCount() - 1
        rows = (*range(max(0, row), last + 1), *range(min(row, last), -1, -1))
        found = (number for number in rows if isinstance(self._model.row_at(number), Script))
        return next(found, -1)

    def _go_to(self, number: int) -> None:
        if number >= 0:
            only = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.selectionModel().setCurrentIndex(self._model.index(number, 0), only)

    def _open(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW_ROLE), Script):
            self.opened.emit()

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
        self.chosen_changed.emit()

    def _tell_tools(self, what: QAccessible.Event, row: int) -> None:
        """Tell assistive tools of a row; Qt's own list would name it by its own layout."""
        if QAccessible.isActive():
            event = QAccessibleEvent(self, what)
            event.setChild(row)
            QAccessible.updateAccessibility(event)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the row on the clipboard without any care
        elif event.key() in _OPENING and self.current() is not None:
            self.opened.emit()
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

    @override
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._delegate.set_font(self.font())
            self.forget_heights()
            self.scheduleDelayedItemsLayout()
