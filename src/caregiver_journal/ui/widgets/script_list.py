"""List phrases under their situations; arrows walk, Enter and a double click open one."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent

from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, Situation
from caregiver_journal.ui.widgets.row_list import RowList
from caregiver_journal.ui.widgets.row_model import ROW_ROLE, RowModel
from caregiver_journal.ui.widgets.script_delegate import (
    ScriptDelegate,
    ScriptRow,
    SituationHeading,
    read_out,
)

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


class ScriptModel(RowModel[ScriptRow]):
    """Phrases and headings, all of them at once: there are hundreds at most."""

    def show_rows(self, rows: Iterable[ScriptRow]) -> None:
        """Hold these rows."""
        self.beginResetModel()
        self._drop_all()
        self._add(rows)
        self.endResetModel()

    @override
    def id_of(self, row: ScriptRow) -> str | None:
        return row.id if isinstance(row, Script) else None

    @override
    def words_of(self, row: ScriptRow) -> str:
        return row.text if isinstance(row, Script) else row.title

    @override
    def heard_of(self, row: ScriptRow) -> str:
        return read_out(row)


class ScriptList(RowList):
    """Phrases, of which one is chosen.

    Signals:
        opened: Enter, F2 or a double click; what that does is the owner's.
        chosen_changed: another phrase is chosen, or it became another one.
    """

    opened = Signal()

    def __init__(self, accessible_name: str, *, name: str) -> None:
        super().__init__(accessible_name, name=name)
        self._model: ScriptModel = ScriptModel(self)
        self.use(self._model, ScriptDelegate(self))
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
        kept = None if current is None or from_top else self._model.number_of(current.id)
        number = self._near(0 if from_top else row) if kept is None else kept
        if number is not None:
            self._go_to(number)
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
        if number is not None:
            self._go_to(number)
        return number is not None

    def step(self, by: int) -> None:
        """Go so many phrases on, or back."""
        number, step = self.currentIndex().row(), 1 if by > 0 else -1
        for _each in range(abs(by)):
            number = self._next_from(number + step, step).row()
            if number >= 0:
                self._go_to(number)

    def _near(self, row: int) -> int | None:
        """Return the first phrase from a row on, or else the last one before it."""
        last = self._model.rowCount() - 1
        rows = (*range(max(0, row), last + 1), *range(min(row, last), -1, -1))
        found = (number for number in rows if isinstance(self._model.row_at(number), Script))
        return next(found, None)

    def _open(self, index: QModelIndex) -> None:
        if isinstance(index.data(ROW_ROLE), Script):
            self.opened.emit()

    # --- what Qt asks of a view -----------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _OPENING and self.current() is not None:
            self.opened.emit()
        else:
            super().keyPressEvent(event)
