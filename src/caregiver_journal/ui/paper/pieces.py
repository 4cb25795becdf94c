"""Cut blocks into pieces that no page parts, each with its height and how it is drawn."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QApplication

from caregiver_journal.base.text import runs_from_right
from caregiver_journal.ui.paper.blocks import Block, Rules, Table, Words

BODY_POINTS = 11.0
_RULE_LINES = 1.9
"""Room above a line to write on, in lines of body text."""
_CELL = 0.35
"""Room between the edge of a cell and its words, in lines of body text."""
_RULE_POINTS = 0.5

Draw = Callable[[QPainter, float], None]
"""Draws a piece whose top lies at a height."""


@dataclass(frozen=True)
class Ground:
    """What blocks are drawn on.

    Attributes:
        width: in pixels of the paper.
        point: how many pixels a point has, smaller where more has to fit.
    """

    width: float
    point: float

    @property
    def line(self) -> float:
        """The height of a line of body text."""
        return BODY_POINTS * self.point * 1.3

    def font(self, size: float = 1.0, *, strong: bool = False) -> QFont:
        """Return the program's font in a size relative to the body text."""
        font = QFont(QApplication.font())
        font.setPixelSize(max(1, round(BODY_POINTS * self.point * size)))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    def pen(self) -> QPen:
        """Return what lines are drawn with."""
        return QPen(QColor("black"), max(1.0, _RULE_POINTS * self.point))


@dataclass(frozen=True)
class Piece:
    """Something no page parts.

    Attributes:
        height: in pixels of the paper, without the room below.
        draw: draws it.
        after: room below, which falls away at the foot of a page.
        stays: whether it stands on one page with the piece that follows.
        again: drawn first on a page that begins after it and before the next such piece.
    """

    height: float
    draw: Draw
    after: float = 0.0
    stays: bool = False
    again: "Piece | None" = None


def cut(blocks: Sequence[Block], ground: Ground) -> Iterator[Piece]:
    """Cut blocks into pieces."""
    for block in blocks:
        if isinstance(block, Words):
            yield from _cut_words(block, ground)
        elif isinstance(block, Rules):
            yield from _cut_rules(block, ground)
        else:
            yield from _cut_table(block, ground)


def lay_words(text: str, font: QFont, width: float) -> QTextLayout:
    """Set a text in lines of at most so wide; right-to-left text begins at the right."""
    layout = QTextLayout(text.replace("\n", "\N{LINE SEPARATOR}"), font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if runs_from_right(text):
        option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        option.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
    else:
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)
    layout.setTextOption(option)
    layout.beginLayout()
    top = 0.0
    while True:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        line.setPosition(QPointF(0, top))
        top += line.height()
    layout.endLayout()
    return layout


def _cut_words(block: Words, ground: Ground) -> Iterator[Piece]:
    font = ground.font(block.size, strong=block.strong)
    layout = lay_words(block.text, font, ground.width)
    count = layout.lineCount()
    for number in range(count):
        line = layout.lineAt(number)
        is_last = number == count - 1
        yield Piece(
            line.height(),
            _line_drawer(layout, line),
            block.after * ground.line if is_last else 0.0,
            stays=block.stays or (number == 0 and not is_last),
        )


def _line_drawer(layout: QTextLayout, line: QTextLine) -> Draw:
    top = line.y()

    def draw(painter: QPainter, y: float) -> None:
        assert layout.lineCount()  # noqa: S101 - a line lives as long as its layout is held
        line.draw(painter, QPointF(0, y - top))

    return draw


def _cut_rules(block: Rules, ground: Ground) -> Iterator[Piece]:
    height = _RULE_LINES * ground.line

    def draw(painter: QPainter, y: float) -> None:
        painter.setPen(ground.pen())
        painter.drawLine(QPointF(0, y + height), QPointF(ground.width, y + height))

    for number in range(block.count):
        is_last = number == block.count - 1
        yield Piece(height, draw, block.after * ground.line if is_last else 0.0)


def _cut_table(block: Table, ground: Ground) -> Iterator[Piece]:
    edges = [0.0, *accumulate(share * ground.width / sum(block.shares) for share in block.shares)]
    heads = None
    if block.heads:
        heads = _row_piece(block.heads, edges, ground, least=0.0, strong=True)
        yield replace(heads, stays=True)
    for number, cells in enumerate(block.rows):
        row = _row_piece(cells, edges, ground, least=block.row_lines * ground.line)
        is_last = number == len(block.rows) - 1
        yield replace(
            row,
            after=block.after * ground.line if is_last else 0.0,
            stays=block.together and not is_last,
            again=None if is_last else heads,
        )


def _row_piece(
    cells: Sequence[str],
    edges: Sequence[float],
    ground: Ground,
    *,
    least: float,
    strong: bool = False,
) -> Piece:
    """Return one row with its edges; in it stand words, or nothing."""
    room = _CELL * ground.line
    font = ground.font(0.9, strong=strong)
    layouts = [
        lay_words(text, font, max(1.0, right - left - 2 * room))
        for text, left, right in zip(cells, edges, edges[1:], strict=False)
    ]
    height = max(least, *(layout.boundingRect().height() + 2 * room for layout in layouts))

    def draw(painter: QPainter, y: float) -> None:
        painter.setPen(ground.pen())
        for left, right, layout in zip(edges, edges[1:], layouts, strict=False):
            painter.drawRect(QRectF(left, y, right - left, height))
            layout.draw(painter, QPointF(left + room, y + room))

    return Piece(height, draw)
