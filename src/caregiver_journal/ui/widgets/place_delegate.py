"""Paint places as cards, one below the other, with headings between them."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPen
from PySide6.QtWidgets import QStyle

from caregiver_journal.base.look import (
    FOCUS_WIDTH,
    HAIRLINE,
    MEDIUM,
    RADIUS_CARD,
    SMALL,
    SNUG,
    TINY,
    mix,
)
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.row_model import Index
from caregiver_journal.ui.widgets.row_sheet import RowSheet
from caregiver_journal.ui.widgets.wrapping_delegate import WrappingDelegate


@dataclass(frozen=True, slots=True)
class Place:
    """Something to go to: its id, its title, and a few words below it."""

    id: str
    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class PlaceHeading:
    """What the places below it are."""

    title: str


PlaceRow = Place | PlaceHeading


class PlaceDelegate(WrappingDelegate[PlaceRow]):
    """Paint each place as a card of its own; the chosen one is filled."""

    @override
    def measure(self, row: PlaceRow, width: int) -> int:
        if isinstance(row, PlaceHeading):
            return SMALL + self.text_height(row.title, self._small, width) + SMALL
        room = width - 2 * MEDIUM
        about = self.text_height(row.about, self._small, room)
        return SNUG + self.text_height(row.title, self._strong, room) + TINY + about + 2 * SNUG

    @override
    def paint_row(
        self, page: RowSheet, row: PlaceRow, state: QStyle.StateFlag, index: Index
    ) -> None:
        width = page.rect.width()
        if isinstance(row, PlaceHeading):
            place = QRect(TINY, SMALL, width - TINY, 0)
            self.write(page, place, row.title, self._small, page.look.muted)
            return
        self._paint_card(page, state)
        room = width - 2 * MEDIUM
        top = SNUG + self.write(
            page, QRect(MEDIUM, SNUG, room, 0), row.title, self._strong, page.look.ink
        )
        place = QRect(MEDIUM, top + TINY, room, 0)
        self.write(page, place, row.about, self._small, page.look.muted)

    def _paint_card(self, page: RowSheet, state: QStyle.StateFlag) -> None:
        look, painter = page.look, page.painter
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver)
        edge = look.primary if is_chosen else look.edge if is_hovered else look.line
        pen = QPen(QColor(edge), HAIRLINE)
        if state & QStyle.StateFlag.State_HasFocus:
            pen = QPen(QColor(look.focus), FOCUS_WIDTH)
        ground = mix(look.ink, look.card, 0.02) if is_hovered else look.card
        painter.setPen(pen)
        painter.setBrush(QColor(look.primary_soft if is_chosen else ground))
        shape = QRectF(page.rect).adjusted(1, 1, -1, -SMALL - 1)
        painter.drawRoundedRect(shape, RADIUS_CARD - 2, RADIUS_CARD - 2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
