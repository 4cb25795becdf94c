"""Choose the zone a clock stands in: the near ones first, all others by typing."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.text import line_field
from caregiver_journal.ui.widgets.when_clock import list_zones, say_zone_fully

_KEY = Qt.ItemDataRole.UserRole
_LINES = 5
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ZoneList(QWidget):
    """A field to type into and the zones that fit; arrows walk, Enter or a click chooses.

    Signals:
        chosen(str): the name of the zone.
    """

    chosen = Signal(str)

    def __init__(self, near: Sequence[str], *, name: str, parent: QWidget | None = None) -> None:
        """Take the zones that come first."""
        super().__init__(parent)
        self.setObjectName(name)
        self._near = tuple(near)
        self._input = line_field(_("Type a place…"), name=f"{name}.input")
        self._list = QListWidget()
        self._list.setObjectName(f"{name}.list")
        self._list.setProperty("role", "suggestions")
        self._list.setAccessibleName(_("Time zones"))
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setTextElideMode(Qt.TextElideMode.ElideRight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._input)
        column.addWidget(self._list)
        self.setFocusProxy(self._input)
        self._input.textEdited.connect(self._fill)
        self._input.installEventFilter(self)
        self._list.itemClicked.connect(self._pick)
        self._list.itemActivated.connect(self._pick)
        self._fill("")
        self._list.setFixedHeight(_LINES * self._list.sizeHintForRow(0) + 2 * SMALL)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Walk through the list while the keyboard is in the field, and choose with Enter."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._pick(self._list.currentItem())
            return True
        if event.key() not in _STEPS:
            return False
        row = self._list.currentRow() + _STEPS[Qt.Key(event.key())]
        self._list.setCurrentRow(max(0, min(self._list.count() - 1, row)))
        return True

    def _fill(self, typed: str) -> None:
        self._list.clear()
        for key in list_zones(self._near, typed):
            item = QListWidgetItem(say_zone_fully(key), self._list)
            item.setData(_KEY, key)
        self._list.setCurrentRow(0)

    def _pick(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(str(item.data(_KEY)))
