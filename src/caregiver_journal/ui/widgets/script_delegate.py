"""Paint the rows of a list of phrases: the phrase, when it fits, its way, and the situations."""

from dataclasses import dataclass

from PySide6.QtCore import QRect
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QStyle

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, ROOMY, SMALL, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.script import Script, way_word
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.widgets.row_delegate import ABOVE, BELOW, CHIP_GAP
from caregiver_journal.ui.widgets.row_model import ROW_ROLE, Index
from caregiver_journal.ui.widgets.row_sheet import CHIP_PAD, INSET, RowSheet
from caregiver_journal.ui.widgets.wrapping_delegate import WrappingDelegate

_LEAST_LINE = 26
"""Width of a phrase, in widths of an average letter, below which its chips stand under it."""


@dataclass(frozen=True, slots=True)
class SituationHeading:
    """The situation the phrases below it are for."""

    title: str
    about: str = ""


ScriptRow = Script | SituationHeading


def chip_words(script: Script) -> tuple[str, ...]:
    """Return the words of the chips of a phrase: its way, and whose it is."""
    whose = _("Own") if script.is_own else _("Changed") if script.is_changed else ""
    return tuple(filter(None, (way_word(script.way), whose)))


def read_out(row: ScriptRow) -> str:
    """Return a row as it is heard."""
    if isinstance(row, SituationHeading):
        return ". ".join(filter(None, (row.title, row.about)))
    marks = (
        _("Favourite") if row.is_favourite else "",
        _("Hidden") if row.is_hidden else "",
    )
    return ". ".join(filter(None, (row.text.rstrip("."), row.fits, *chip_words(row), *marks)))


class ScriptDelegate(WrappingDelegate[ScriptRow]):
    """Paint phrases in full; nothing of them is cut off."""

    @override
    def set_font(self, font: QFont) -> None:
        super().set_font(font)
        self._star = QFontMetrics(self._body).ascent() + 2
        self._least = _LEAST_LINE * QFontMetrics(self._body).averageCharWidth()

    @override
    def height(self, number: int, row: ScriptRow, width: int) -> int:
        known = super().height(number, row, width)
        return known - ROOMY if number == 0 and isinstance(row, SituationHeading) else known

    @override
    def paint_row(
        self, page: RowSheet, row: ScriptRow, state: QStyle.StateFlag, index: Index
    ) -> None:
        if isinstance(row, SituationHeading):
            self._paint_heading(page, row, top=0 if index.row() == 0 else ROOMY)
        else:
            self._paint_script(page, row, state, has_line=self._has_line(index))

    def _has_line(self, index: Index) -> bool:
        """Tell whether a hairline divides a row from the one above it."""
        follows_phrase = isinstance(self._above(index).data(ROW_ROLE), Script)
        return follows_phrase and not self._joins_choice(index)

    # --- measuring ------------------------------------------------------------------------------

    @override
    def measure(self, row: ScriptRow, width: int) -> int:
        if isinstance(row, SituationHeading):
            room = width - 2 * INSET
            about = self.text_height(row.about, self._small, room)
            return ROOMY + self.text_height(row.title, self._strong, room) + about + SMALL
        room, is_beside = self._room(row, width)
        height = ABOVE + self.text_height(row.text, self._body, room) + BELOW
        if row.fits:
            height += TINY + self.text_height(row.fits, self._small, room)
        if not is_beside:
            height += TINY + self._chip_height
        return height

    def _room(self, script: Script, width: int) -> tuple[int, bool]:
        """Return the width there is for the phrase, and whether its chips stand beside it."""
        inner, beside = width - 2 * INSET, self._chips_width(script)
        if not beside:
            return inner, True
        is_beside = inner - beside - MEDIUM >= self._least
        return (inner - beside - MEDIUM if is_beside else inner), is_beside

    def _chips_width(self, script: Script) -> int:
        widths = [self._chip_width(word) + CHIP_GAP for word in chip_words(script)]
        star = self._star + CHIP_GAP if script.is_favourite else 0
        return max(0, sum(widths) + star - CHIP_GAP)

    def _chip_width(self, word: str) -> int:
        return self.advance(word, self._small) + 2 * CHIP_PAD

    # --- painting -------------------------------------------------------------------------------

    def _paint_heading(self, page: RowSheet, row: SituationHeading, *, top: int) -> None:
        room = page.rect.width() - 2 * INSET
        place = QRect(INSET, top, room, 0)
        top += self.write(page, place, row.title, self._strong, page.look.ink)
        self.write(page, QRect(INSET, top, room, 0), row.about, self._small, page.look.muted)

    def _paint_script(
        self, page: RowSheet, script: Script, state: QStyle.StateFlag, *, has_line: bool
    ) -> None:
        look = page.look
        page.ground(state, has_line=has_line)
        room, is_beside = self._room(script, page.rect.width())
        colour = look.muted if script.is_hidden else look.ink
        bottom = ABOVE + self.write(
            page, QRect(INSET, ABOVE, room, 0), script.text, self._body, colour
        )
        if script.fits:
            place = QRect(INSET, bottom + TINY, room, 0)
            bottom += TINY + self.write(page, place, script.fits, self._small, look.muted)
        if is_beside:
            left = page.rect.width() - INSET - self._chips_width(script)
            self._paint_chips(page, script, left, ABOVE)
        else:
            self._paint_chips(page, script, INSET, bottom + TINY)

    def _paint_chips(self, page: RowSheet, script: Script, left: int, top: int) -> None:
        for word in chip_words(script):
            width = self._chip_width(word)
            page.chip(QRect(left, top, width, self._chip_height), word, self._small)
            left += width + CHIP_GAP
        if script.is_favourite:
            size = self._star
            place = page.place(QRect(left, top + (self._chip_height - size) // 2, size, size))
            ratio = page.painter.device().devicePixelRatioF()
            star = pixmap("star_filled", page.look.primary, size, ratio)
            page.painter.drawPixmap(place, star)
