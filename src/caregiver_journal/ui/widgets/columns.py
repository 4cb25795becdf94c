"""Two columns of cards beside each other, or below each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override

_LEAST_EMS = 46
"""Below this width, in widths of an em, the columns stand below each other."""


class Columns(QWidget):
    """Two columns; ``shares`` are their parts of the width.

    Signals:
        turned(bool): whether they stand below each other now.
    """

    turned = Signal(bool)

    def __init__(
        self,
        first: Sequence[QWidget],
        second: Sequence[QWidget],
        shares: tuple[int, int],
        *,
        fills: bool = False,
    ) -> None:
        """Take the widgets of each column; with ``fills`` they take all the height there is."""
        super().__init__()
        self._shares = shares
        self._fills = fills
        self._is_narrow = False
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(MEDIUM)
        self._columns = (QVBoxLayout(), QVBoxLayout())
        for column, widgets, share in zip(self._columns, (first, second), shares, strict=True):
            column.setSpacing(MEDIUM)
            for widget in widgets:
                column.addWidget(widget)
            if not fills:
                column.addStretch(1)
            self._row.addLayout(column, share)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size; below each other the columns can be narrower than they are now."""
        width = max(column.minimumSize().width() for column in self._columns)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        beside = sum(column.minimumSize().width() for column in self._columns) + MEDIUM
        least = _LEAST_EMS * em if self._fills else max(_LEAST_EMS * em, beside)
        is_narrow = event.size().width() < least
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
        for place, share in enumerate(self._shares):
            self._row.setStretch(place, place if is_narrow and not self._fills else share)
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self.turned.emit(is_narrow)
