"""Lay widgets out like words: line after line, mirrored where text runs right to left."""

from PySide6 import QtCore
from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QLayout, QLayoutItem, QSizePolicy, QWidget

from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override


def flowing_policy() -> QSizePolicy:
    """Return the policy of a widget whose height follows from its width."""
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


class FlowLayout(QLayout):
    """A layout whose height follows from its width.

    With ``joins`` the items stand without gaps while they fit into one line, as segments do. The
    last item may ask to take what is left of its line by an expanding size policy.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = SMALL, joins: bool = False
    ) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width; asked for many times before each showing
        self._gap = gap
        self._joins = joins
        self.setContentsMargins(0, 0, 0, 0)

    @override
    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    @override
    def invalidate(self) -> None:
        self._heights.clear()
        super().invalidate()

    def insert_widget(self, index: int, widget: QWidget) -> None:
        """Put a widget before the one at ``index``."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())
        self.invalidate()

    @override
    def count(self) -> int:
        return len(self._items)

    @override
    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    @override
    def takeAt(self, index: int) -> QLayoutItem | None:
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    @override
    def expandingDirections(self) -> "QtCore.Qt.Orientation":
        return QtCore.Qt.Orientation(0)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        height = self._heights.get(width)
        if height is None:
            height = self._heights[width] = self._arrange(QRect(0, 0, width, 0), move=False)
        return height

    @override
    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    @override
    def sizeHint(self) -> QSize:
        width = self._line_width(self._shown(), 0 if self._joins else self._gap)
        return self._grown(QSize(width, self.heightForWidth(width + self._margins_width())))

    @override
    def minimumSize(self) -> QSize:
        shown = self._shown()
        width = max((item.minimumSize().width() for item in shown), default=0)
        height = max((item.minimumSize().height() for item in shown), default=0)
        return self._grown(QSize(width, height))

    def fits_one_line(self, width: int) -> bool:
        """Tell whether everything fits into one line of this width."""
        gap = 0 if self._joins else self._gap
        return self._line_width(self._shown(), gap) <= width - self._margins_width()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _grown(self, size: QSize) -> QSize:
        margins = self.contentsMargins()
        height = margins.top() + margins.bottom()
        return QSize(size.width() + self._margins_width(), max(size.height(), height))

    def _margins_width(self) -> int:
        margins = self.contentsMargins()
        return margins.left() + margins.right()

    @staticmethod
    def _line_width(items: list[QLayoutItem], gap: int) -> int:
        return sum(item.sizeHint().width() for item in items) + gap * max(0, len(items) - 1)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        """Put the items line by line; return the height they take, margins included."""
        inner = rect.marginsRemoved(self.contentsMargins())
        gap = 0 if self._joins and self.fits_one_line(rect.width()) else self._gap
        left, top, line_height = inner.left(), inner.top(), 0
        for item in self._shown():
            hint = item.sizeHint().boundedTo(QSize(inner.width(), item.sizeHint().height()))
            if left > inner.left() and left + hint.width() > inner.right() + 1:
                left, top, line_height = inner.left(), top + line_height + self._gap, 0
            if item.expandingDirections() & QtCore.Qt.Orientation.Horizontal:
                hint.setWidth(inner.right() + 1 - left)
            if move:
                item.setGeometry(self._mirrored(QRect(QPoint(left, top), hint), inner))
            left += hint.width() + gap
            line_height = max(line_height, hint.height())
        return top + line_height - rect.top() + self.contentsMargins().bottom()

    def _mirrored(self, place: QRect, inner: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            place.moveLeft(inner.left() + inner.right() - place.right())
        return place
