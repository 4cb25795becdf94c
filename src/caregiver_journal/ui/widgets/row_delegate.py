"""Paint the rows of a list: the fonts they share, and a sheet for each of them."""

from typing import Generic

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from caregiver_journal.base.look import SMALL_SIZE
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.row_model import ROW_ROLE, Index, R
from caregiver_journal.ui.widgets.row_sheet import RowSheet

ABOVE = 11
BELOW = 13
CHIP_GAP = 6


class RowDelegate(QStyledItemDelegate, Generic[R]):
    """Paints rows under headings; each kind sets its font when it is made."""

    def __init__(self, view: QAbstractItemView) -> None:
        super().__init__(view)
        self._view = view

    def set_font(self, font: QFont) -> None:
        """Measure anew for a base font."""
        self._body = QFont(font)
        self._strong = scaled_font(font, strong=True)
        self._small = scaled_font(font, SMALL_SIZE)
        self._small_metrics = QFontMetrics(self._small)
        self._chip_height = self._small_metrics.height() + 2
        self.forget()

    # --- what each list does in its own way -----------------------------------------------------

    def forget(self) -> None:
        """Forget what was measured."""
        raise NotImplementedError

    def height(self, number: int, row: R, width: int) -> int:
        """Return the height of a row in a list of this width."""
        raise NotImplementedError

    def paint_row(self, page: RowSheet, row: R, state: QStyle.StateFlag, index: Index) -> None:
        """Paint a row, or a heading, onto its sheet."""
        raise NotImplementedError

    # --- the same for all -----------------------------------------------------------------------

    @override
    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(0, self.height(index.row(), index.data(ROW_ROLE), width))

    @override
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        page = RowSheet(painter, option.rect, option.direction, current_look())
        self.paint_row(page, index.data(ROW_ROLE), option.state, index)
        painter.restore()

    def _above(self, index: Index) -> Index:
        """Return the row above one."""
        return self._view.model().index(index.row() - 1, 0)

    def _joins_choice(self, index: Index) -> bool:
        """Tell whether a row or the one above it is chosen, so that no line lies between them."""
        is_chosen = self._view.selectionModel().isSelected
        return is_chosen(index) or is_chosen(self._above(index))
