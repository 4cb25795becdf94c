"""Paint rows of text in full under headings: the text, a line below it, and chips beside it."""

from dataclasses import dataclass
from typing import Generic

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.widgets.row_delegate import ABOVE, BELOW, CHIP_GAP
from caregiver_journal.ui.widgets.row_model import ROW_ROLE, Index, R
from caregiver_journal.ui.widgets.row_sheet import CHIP_PAD, INSET, RowSheet
from caregiver_journal.ui.widgets.wrapping_delegate import WrappingDelegate

_LEAST_LINE = 26
"""Width of a text, in widths of an average letter, below which its chips stand under it."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the rows it is about, with a line of its own."""

    title: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class TextParts:
    """What a row shows.

    Attributes:
        text: shown in full.
        under: a small line below it, or nothing.
        chips: short words beside it, or below where there is no room.
        is_starred: whether a star stands behind the chips.
        is_faded: whether the text is written more softly.
    """

    text: str
    under: str = ""
    chips: tuple[str, ...] = ()
    is_starred: bool = False
    is_faded: bool = False


class TextDelegate(WrappingDelegate[R], Generic[R]):
    """Paint texts in full; nothing of them is cut off."""

    def parts_of(self, row: R) -> TextParts | Heading:
        """Return what a row shows."""
        raise NotImplementedError

    @override
    def set_font(self, font: QFont) -> None:
        super().set_font(font)
        self._star = QFontMetrics(self._body).ascent() + 2
        self._least = _LEAST_LINE * QFontMetrics(self._body).averageCharWidth()

    @override
    def height(self, number: int, row: R, width: int) -> int:
        known = super().height(number, row, width)
        is_first = number == 0 and isinstance(self.parts_of(row), Heading)
        return known - ROOMY if is_first else known

    @override
    def measure(self, row: R, width: int) -> int:
        return self._measure(self.parts_of(row), width)

    @override
    def paint_row(self, page: RowSheet, row: R, state: QStyle.StateFlag, index: Index) -> None:
        parts = self.parts_of(row)
        if isinstance(parts, Heading):
            self._paint_heading(page, parts, top=0 if index.row() == 0 else ROOMY)
        else:
            self._paint_text(page, parts, state, has_line=self._has_line(index))

    def _has_line(self, index: Index) -> bool:
        """Tell whether a hairline divides a row from the one above it."""
        if index.row() == 0:
            return False
        above = self.parts_of(self._above(index).data(ROW_ROLE))
        return isinstance(above, TextParts) and not self._joins_choice(index)

    # --- measuring ------------------------------------------------------------------------------

    def _measure(self, row: TextParts | Heading, width: int) -> int:
        if isinstance(row, Heading):
            room = width - 2 * INSET
            about = self.text_height(row.about, self._small, room)
            return ROOMY + self.text_height(row.title, self._strong, room) + about + SMALL
        room, is_beside = self._room(row, width)
        height = ABOVE + self.text_height(row.text, self._body, room) + BELOW
        if row.under:
            height += TINY + self.text_height(row.under, self._small, room)
        if not is_beside:
            height += TINY + self._chip_height
        return height

    def _room(self, parts: TextParts, width: int) -> tuple[int, bool]:
        """Return the width there is for the text, and whether its chips stand beside it."""
        inner, beside = width - 2 * INSET, self._chips_width(parts)
        if not beside:
            return inner, True
        is_beside = inner - beside - MEDIUM >= self._least
        return (inner - beside - MEDIUM if is_beside else inner), is_beside

    def _chips_width(self, parts: TextParts) -> int:
        widths = [self._chip_width(word) + CHIP_GAP for word in parts.chips]
        star = self._star + CHIP_GAP if parts.is_starred else 0
        return max(0, sum(widths) + star - CHIP_GAP)

    def _chip_width(self, word: str) -> int:
        return self.advance(word, self._small) + 2 * CHIP_PAD

    # --- painting -------------------------------------------------------------------------------

    def _paint_heading(self, page: RowSheet, row: Heading, *, top: int) -> None:
        room = page.rect.width() - 2 * INSET
        place = QRect(INSET, top, room, 0)
        top += self.write(page, place, row.title, self._strong, page.look.ink)
        self.write(page, QRect(INSET, top, room, 0), row.about, self._small, page.look.muted)

    def _paint_text(
        self, page: RowSheet, parts: TextParts, state: QStyle.StateFlag, *, has_line: bool
    ) -> None:
        look = page.look
        page.ground(state, has_line=has_line)
        room, is_beside = self._room(parts, page.rect.width())
        colour = look.muted if parts.is_faded else look.ink
        bottom = ABOVE + self.write(
            page, QRect(INSET, ABOVE, room, 0), parts.text, self._body, colour
        )
        if parts.under:
            place = QRect(INSET, bottom + TINY, room, 0)
            bottom += TINY + self.write(page, place, parts.under, self._small, look.muted)
        if is_beside:
            left = page.rect.width() - INSET - self._chips_width(parts)
            self._paint_chips(page, parts, left, ABOVE)
        else:
            self._paint_chips(page, parts, INSET, bottom + TINY)

    def _paint_chips(self, page: RowSheet, parts: TextParts, left: int, top: int) -> None:
        for word in parts.chips:
            width = self._chip_width(word)
            page.chip(QRect(left, top, width, self._chip_height), word, self._small)
            left += width + CHIP_GAP
        if parts.is_starred:
            size = self._star
            place = page.place(QRect(left, top + (self._chip_height - size) // 2, size, size))
            ratio = page.painter.device().devicePixelRatioF()
            star = pixmap("star_filled", page.look.primary, size, ratio)
            page.painter.drawPixmap(place, star)
