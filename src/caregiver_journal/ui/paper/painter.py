"""Lay a sheet out on pages and draw it: on a printer, or into a PDF."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QLocale, QMarginsF, QPointF
from PySide6.QtGui import QPagedPaintDevice, QPageLayout, QPageSize, QPainter, QPdfWriter

from caregiver_journal.base.i18n import _
from caregiver_journal.ui.paper.blocks import Block, Rules
from caregiver_journal.ui.paper.pieces import Ground, Piece, cut, lay_words

_MARGIN_MM = 17.0
_POINTS_PER_INCH = 72
_FOOT_LINES = 1.5
"""Room kept free below the text for the number of the page, in lines of body text."""
_SIZES = (1.0, 0.93, 0.86, 0.8)
"""How much smaller everything may be written so that it fits one page."""
_EASY_SIZES = _SIZES[:3]
"""In these, lines to write on are worth more than a larger hand."""
_RESOLUTION = 600
_INK = "black"

Page = list[tuple[float, Piece]]


def set_paper(device: QPagedPaintDevice, *, is_wide: bool = False) -> None:
    """Choose the paper that is usual here, upright or on its side, with even margins."""
    is_letter = QLocale().measurementSystem() == QLocale.MeasurementSystem.ImperialUSSystem
    size = QPageSize.PageSizeId.Letter if is_letter else QPageSize.PageSizeId.A4
    turn = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    device.setPageLayout(QPageLayout(QPageSize(size), turn, margins, QPageLayout.Unit.Millimeter))


class Laid(NamedTuple):
    """Blocks laid out on pages.

    Attributes:
        height: of a page, in pixels of the paper.
    """

    ground: Ground
    pages: list[Page]
    height: float

    def draw_page(self, painter: QPainter, number: int) -> None:
        """Draw a page, the first being 0; with its number where there are several."""
        for top, piece in self.pages[number]:
            painter.setPen(_INK)
            piece.draw(painter, top)
        count = len(self.pages)
        if count > 1:
            words = _("{number} of {count}").format(number=number + 1, count=count)
            layout = lay_words(words, self.ground.font(0.8), self.ground.width)
            painter.setPen(_INK)
            layout.draw(painter, QPointF(0, self.height - layout.boundingRect().height()))


def draw_blocks(device: QPagedPaintDevice, blocks: Sequence[Block]) -> int:
    """Draw blocks, on one page where they fit it in a smaller hand; return how many pages.

    Nothing is drawn, and 0 returned, where the device cannot begin.
    """
    painter = QPainter()
    if not painter.begin(device):
        return 0
    laid = fit(blocks, device.width(), device.height(), device.logicalDpiY())
    for number in range(len(laid.pages)):
        if number:
            device.newPage()
        laid.draw_page(painter, number)
    painter.end()
    return len(laid.pages)


def make_pdf(blocks: Sequence[Block], *, is_wide: bool = False) -> bytes:
    """Return a PDF of blocks; nothing in it says whose it is."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setCreator("Caregiver Journal")
    set_paper(writer, is_wide=is_wide)
    draw_blocks(writer, blocks)
    buffer.close()
    return bytes(content.data())


def fit(blocks: Sequence[Block], width: float, height: float, dots: float) -> Laid:
    """Lay out in the largest hand in which all fits one page, or in the usual one on several.

    Args:
        blocks: what to lay out.
        width: of the page, without its margins, in pixels.
        height: as the width.
        dots: how many pixels an inch of it has.
    """
    spare = max((block.spare for block in blocks if isinstance(block, Rules)), default=0)

    def lay(size: float, fewer: int) -> Laid:
        ground = Ground(width, dots / _POINTS_PER_INCH * size)
        room = height - _FOOT_LINES * ground.line
        kept = [_with_fewer_rules(block, fewer) for block in blocks]
        return Laid(ground, lay_out(list(cut(kept, ground)), room), height)

    wide = [(size, fewer) for fewer in range(spare) for size in _EASY_SIZES]
    for size, fewer in [*wide, *((size, spare) for size in _SIZES)]:
        laid = lay(size, fewer)
        if len(laid.pages) == 1:
            return laid
    return lay(_SIZES[0], spare)


def _with_fewer_rules(block: Block, fewer: int) -> Block:
    if not isinstance(block, Rules):
        return block
    return replace(block, count=block.count - min(fewer, block.spare))


def lay_out(pieces: Sequence[Piece], room: float) -> list[Page]:
    """Put pieces on pages of a height; each page is a list of tops and pieces."""
    pages: list[Page] = [[]]
    top = 0.0
    again: Piece | None = None
    for group in _groups(pieces, room):
        height = sum(piece.height + piece.after for piece in group) - group[-1].after
        if pages[-1] and top + height > room:
            pages.append([])
            top = 0.0
            if again is not None:
                pages[-1].append((top, again))
                top += again.height
        for piece in group:
            pages[-1].append((top, piece))
            top += piece.height + piece.after
            again = piece.again
    return pages


def _groups(pieces: Sequence[Piece], room: float) -> Iterator[list[Piece]]:
    """Yield what may not be parted; what is higher than a page is parted all the same."""
    group: list[Piece] = []
    height = 0.0
    for piece in pieces:
        if group and height + piece.height > room:
            yield group
            group, height = [], 0.0
        group.append(piece)
        height += piece.height + piece.after
        if not piece.stays:
            yield group
            group, height = [], 0.0
    if group:
        yield group
