"""The rows of a list whose items can be renamed and hidden: what they hold and how they look."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import (
    FOCUS_WIDTH,
    MEDIUM,
    RADIUS_CONTROL,
    SMALL_SIZE,
    SNUG,
    TARGET,
)
from caregiver_journal.base.marks import override
from caregiver_journal.base.text import holds_words
from caregiver_journal.ui.theme import current_look, scaled_font

Index = QModelIndex | QPersistentModelIndex
_Role = Qt.ItemDataRole
_ROOM = 16
"""What a row is higher than its words."""


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a list.

    Attributes:
        key: what its owner knows it by.
        name: its words.
        about: a few words beside them, such as how often it is used.
        is_hidden: whether it is offered no more.
        is_ticked: whether what the list's tick says holds of it.
        may_rename: whether it may be called something else.
    """

    key: str = field(repr=False)
    name: str = field(repr=False)
    about: str = field(default="", repr=False)
    is_hidden: bool = False
    is_ticked: bool = False
    may_rename: bool = True

    def beside(self) -> str:
        """Return the words beside its name."""
        return " · ".join(part for part in (self.about, self.is_hidden and _("hidden")) if part)


class ItemModel(QAbstractListModel):
    """Items, or those of them that hold some words.

    Attributes:
        renamed: the key and the new name of the item that was edited last, or None.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._all: tuple[Item, ...] = ()
        self._shown: list[Item] = []
        self._wanted = ""
        self.renamed: tuple[str, str] | None = None

    def show_items(self, items: Sequence[Item]) -> None:
        """Hold these items."""
        self._all = tuple(items)
        self.narrow(self._wanted)

    def narrow(self, wanted: str) -> None:
        """Show only those that hold these words."""
        self.beginResetModel()
        self._wanted = wanted
        self._shown = [item for item in self._all if holds_words(item.name, wanted)]
        self.endResetModel()

    def item(self, index: Index) -> Item | None:
        """Return the item of an index."""
        is_there = index.isValid() and index.row() < len(self._shown)
        return self._shown[index.row()] if is_there else None

    def place_of(self, key: str) -> int:
        """Return the row of an item, or -1."""
        return next((row for row, item in enumerate(self._shown) if item.key == key), -1)

    @override
    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    @override
    def data(self, index: Index, role: int = _Role.DisplayRole) -> object:
        item = self.item(index)
        if item is None:
            return None
        if role in (_Role.DisplayRole, _Role.EditRole):
            return item.name
        if role == _Role.AccessibleTextRole:
            return ", ".join(part for part in (item.name, item.beside()) if part)
        return item if role == _Role.UserRole else None

    @override
    def setData(self, index: Index, value: object, role: int = _Role.EditRole) -> bool:
        item = self.item(index)
        if item is None or role != _Role.EditRole or value == item.name:
            return False
        self.renamed = (item.key, str(value))  # whoever owns the list decides whether it may be
        return True

    @override
    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        item = self.item(index)
        if item is not None and item.may_rename:
            flags |= Qt.ItemFlag.ItemIsEditable
        return flags


class ItemDelegate(QStyledItemDelegate):
    """Paints an item as its name with a few quiet words at the end of the line."""

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        height = max(TARGET, option.fontMetrics.height() + _ROOM)
        return QSize(option.fontMetrics.averageCharWidth() * 12, height)

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        item = index.data(_Role.UserRole)
        if not isinstance(item, Item):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option)
        self._paint_words(painter, option, item)
        painter.restore()

    @override
    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setObjectName("list.name")
        editor.setAccessibleName(_("New name"))
        return editor

    @override
    def setEditorData(self, editor: QWidget, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            editor.setText(str(index.data(_Role.EditRole)))
            editor.selectAll()

    @override
    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        if isinstance(editor, QLineEdit):
            model.setData(index, editor.text(), _Role.EditRole)

    @override
    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: Index
    ) -> None:
        editor.setGeometry(option.rect)

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        look = current_look()
        area = option.rect.adjusted(1, 1, -1, -1)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        has_keyboard = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if is_chosen or has_keyboard:
            line = QPen(QColor(look.focus), FOCUS_WIDTH) if has_keyboard else Qt.PenStyle.NoPen
            painter.setPen(line)
            painter.setBrush(QColor(look.primary_soft if is_chosen else look.card))
            painter.drawRoundedRect(area, RADIUS_CONTROL, RADIUS_CONTROL)

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        look = current_look()
        small = scaled_font(option.font, SMALL_SIZE)
        inner = option.rect.adjusted(SNUG, 0, -SNUG, 0)
        wide = QFontMetrics(option.font).horizontalAdvance(item.name)
        most = max(inner.width() // 2, inner.width() - MEDIUM - wide)
        beside = QFontMetrics(small).elidedText(item.beside(), Qt.TextElideMode.ElideRight, most)
        width = QFontMetrics(small).horizontalAdvance(beside)
        room = max(0, inner.width() - (width + MEDIUM if beside else 0))
        direction = option.direction
        first = QStyle.visualRect(
            direction, option.rect, QRect(inner.left(), inner.top(), room, inner.height())
        )
        last = QStyle.visualRect(
            direction,
            option.rect,
            QRect(inner.right() + 1 - width, inner.top(), width, inner.height()),
        )
        start = QStyle.visualAlignment(direction, Qt.AlignmentFlag.AlignLeft)
        along = start | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.setFont(option.font)
        painter.setPen(QColor(look.muted if item.is_hidden else look.ink))
        name = QFontMetrics(option.font).elidedText(
            item.name, Qt.TextElideMode.ElideRight, first.width()
        )
        painter.drawText(first, along, name)
        painter.setFont(small)
        painter.setPen(QColor(look.muted))
        painter.drawText(last, along, beside)
