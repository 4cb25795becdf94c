"""Edit a list of one's own words: rename in place, hide, tick, add, and find in a long one."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QFrame,
    QListView,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.foot_row import FootRow
from caregiver_journal.ui.widgets.list_rows import Item, ItemDelegate, ItemModel
from caregiver_journal.ui.widgets.text import (
    line_field,
    plain_label,
    push_button,
    set_button_text,
)

__all__ = ["Item", "ListEditor"]

_LONG = 8
"""More items than these have a field to find one."""
_ROWS = 8
_LEAST_ROWS = 4
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ListEditor(QWidget):
    """A list and what may be done with the chosen item.

    It changes nothing by itself: it says what is wanted, and ``show_items`` shows what came of it.
    Arrows walk; F2, Enter and a double click rename.

    Signals:
        renamed: a ``(key, new name)`` pair.
        hidden: a ``(key, whether hidden)`` pair.
        ticked: a ``(key, whether ticked)`` pair.
        added: the words of a new item.
        change_requested: the key of an item that is changed elsewhere, in place of ``renamed``.
    """

    renamed = Signal(object)
    hidden = Signal(object)
    ticked = Signal(object)
    added = Signal(str)
    change_requested = Signal(str)

    def __init__(
        self,
        title: str,
        *,
        name: str,
        add_hint: str = "",
        tick: str = "",
        change: str = "",
    ) -> None:
        """Make an empty list.

        Args:
            title: what the list holds, for those who hear it.
            name: the object name; its parts are ``<name>.list``, ``<name>.rename`` and so on.
            add_hint: the hint of the field for a new item; no field when empty.
            tick: the words of the tick; none when empty.
            change: the words on a button in place of Rename, for items that are changed elsewhere.
        """
        super().__init__()
        self.setObjectName(name)
        self._changes_elsewhere = bool(change)
        self._model = ItemModel(self)
        self.search = line_field(_("Find in this list…"), name=f"{name}.search")
        self.list = _List(self._model, title)
        self.list.setObjectName(f"{name}.list")
        self.none = plain_label(_("Nothing here is called that."), "muted", wrap=True)
        self.rename = push_button(change or _("Rename"), name=f"{name}.rename")
        self.hide_button = push_button(_("Hide"), name=f"{name}.hide")
        self.tick = QCheckBox(tick)
        self.tick.setObjectName(f"{name}.tick")
        self.field = line_field(add_hint, name=f"{name}.new")
        self.add = push_button(_("Add"), name=f"{name}.add")
        self._arrange(has_tick=bool(tick), may_add=bool(add_hint))
        self._connect()
        self._show_choice()

    def show_items(self, items: Sequence[Item], select: str = "") -> None:
        """Show these items; stay on the one it was on, or go to the one of a key."""
        current = self.current()
        row = self.list.currentIndex().row()
        self._model.show_items(items)
        is_long = len(items) > _LONG
        self.search.setVisible(is_long)
        if not is_long and self.search.text():
            self.search.clear()
        wanted = select or (current.key if current is not None else "")
        self._go_to(self._model.place_of(wanted), otherwise=row)

    def current(self) -> Item | None:
        """Return the item the list is on, or None."""
        return self._model.item(self.list.currentIndex())

    def clear_field(self) -> None:
        """Empty the field for a new item, once it was added."""
        self.field.clear()

    def edit_current(self) -> None:
        """Rename the chosen item in its place, or ask for its change."""
        item = self.current()
        if item is None or not item.may_rename:
            return
        if self._changes_elsewhere:
            self.change_requested.emit(item.key)
        else:
            self.list.edit(self.list.currentIndex())

    def _arrange(self, *, has_tick: bool, may_add: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)
        column.addWidget(self.none)
        row = FlowLayout(gap=SMALL)
        row.addWidget(self.rename)
        row.addWidget(self.hide_button)
        column.addLayout(row)
        column.addWidget(self.tick)
        self.tick.setVisible(has_tick)
        new = FootRow((self.field,), (self.add,))
        column.addWidget(new)
        new.setVisible(may_add)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._narrow)
        self.list.selectionModel().currentChanged.connect(self._show_choice)
        self.list.edit_wanted.connect(self.edit_current)
        self.list.itemDelegate().closeEditor.connect(self._tell_renamed)
        self.rename.clicked.connect(self.edit_current)
        self.hide_button.clicked.connect(self._tell_hidden)
        self.tick.clicked.connect(self._tell_ticked)
        self.add.clicked.connect(self._tell_added)
        self.field.returnPressed.connect(self._tell_added)

    def _narrow(self, wanted: str) -> None:
        current = self.current()
        self._model.narrow(wanted)
        self._go_to(self._model.place_of(current.key) if current else -1, otherwise=0)

    def _go_to(self, row: int, *, otherwise: int) -> None:
        last = self._model.rowCount() - 1
        place = row if row >= 0 else max(0, min(otherwise, last))
        if last >= 0:
            self.list.setCurrentIndex(self._model.index(place, 0))
        self.none.setVisible(last < 0 and bool(self.search.text()))
        self._show_choice()

    def _show_choice(self, *_indexes: QModelIndex) -> None:
        item = self.current()
        self.rename.setEnabled(item is not None and item.may_rename)
        self.hide_button.setEnabled(item is not None)
        self.tick.setEnabled(item is not None)
        self.tick.setChecked(item is not None and item.is_ticked)
        is_hidden = item is not None and item.is_hidden
        set_button_text(self.hide_button, _("Offer again") if is_hidden else _("Hide"))
        named = item.name if item is not None else ""
        for part in (self.rename, self.hide_button, self.tick):
            part.setAccessibleDescription(named)

    def _tell_renamed(self) -> None:
        renamed, self._model.renamed = self._model.renamed, None
        if renamed is not None:
            self.renamed.emit(renamed)

    def _tell_hidden(self) -> None:
        item = self.current()
        if item is not None:
            self.hidden.emit((item.key, not item.is_hidden))

    def _tell_ticked(self) -> None:
        item = self.current()
        if item is not None:
            self.ticked.emit((item.key, self.tick.isChecked()))

    def _tell_added(self) -> None:
        words = " ".join(self.field.text().split())
        if words:
            self.added.emit(words)


class _List(QListView):
    """The list itself.

    Signals:
        edit_wanted: the chosen item is to be renamed.
    """

    edit_wanted = Signal()

    def __init__(self, model: ItemModel, title: str) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.setModel(model)
        self.setItemDelegate(ItemDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.doubleClicked.connect(self.edit_wanted)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_editing = self.state() == QAbstractItemView.State.EditingState
        if event.matches(QKeySequence.StandardKey.Copy):
            event.ignore()  # Qt would put the row on the clipboard without any care
        elif not is_editing and event.key() in (Qt.Key.Key_F2, *_ENTER):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    @override
    def sizeHint(self) -> QSize:
        rows = min(_ROWS, max(_LEAST_ROWS, self.model().rowCount()))
        return QSize(super().sizeHint().width(), self._high(rows))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self._high(_LEAST_ROWS))

    def _high(self, rows: int) -> int:
        return rows * (self.fontMetrics().height() + 16) + 2
