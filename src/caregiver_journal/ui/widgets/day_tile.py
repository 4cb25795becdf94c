"""Paint each kind of square once and keep it, for a year has hundreds of a few kinds."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QPainter, QPen, QPixmap

from caregiver_journal.base.look import HAIRLINE, Look, mix
from caregiver_journal.ui.theme import current_look

_ROUND = 0.2
_NUMERAL = 0.72
"""Height of the digits' font and radius of the corners, in sides of a square."""
_INNER = 0.14
"""How far a mood stays inside the stripes of a pause, in sides of a square."""
_STRIPES = Qt.BrushStyle.BDiagPattern


class DayTiles:
    """Squares of one size in one look."""

    def __init__(self) -> None:
        self._side = 0
        self._ratio = 1.0
        self._font = QFont()
        self._look: Look | None = None
        self._tiles: dict[tuple[int | None, bool], QPixmap] = {}

    def dress(self, side: int, ratio: float, font: QFont) -> None:
        """Take a size in device-independent pixels, the density of the screen and a font."""
        look = current_look()
        if (side, ratio, font, look) != (self._side, self._ratio, self._font, self._look):
            self._side, self._ratio, self._font, self._look = side, ratio, QFont(font), look
            self._tiles.clear()

    def tile(self, level: int | None, *, is_paused: bool) -> QPixmap:
        """Return the square of a day with a level, 1–5, or with none."""
        found = self._tiles.get((level, is_paused))
        if found is None:
            found = self._tiles[level, is_paused] = self._paint(level, is_paused=is_paused)
        return found

    def _paint(self, level: int | None, *, is_paused: bool) -> QPixmap:
        look, side = current_look(), self._side
        tile = QPixmap(QSize(side, side) * self._ratio)
        tile.setDevicePixelRatio(self._ratio)
        tile.fill(Qt.GlobalColor.transparent)
        painter = QPainter(tile)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        half = HAIRLINE / 2
        square = QRectF(0, 0, side, side).adjusted(half, half, -half, -half)
        painter.setPen(QPen(QColor(look.line), HAIRLINE))
        if is_paused:
            painter.setBrush(QBrush(QColor(mix(look.muted, look.card, 0.6)), _STRIPES))
        painter.drawRoundedRect(square, side * _ROUND, side * _ROUND)
        if level is not None:
            self._paint_level(painter, level, side * _INNER if is_paused else 0.0)
        painter.end()
        return tile

    def _paint_level(self, painter: QPainter, level: int, inset: float) -> None:
        look, side = current_look(), self._side
        square = QRectF(0, 0, side, side).adjusted(inset, inset, -inset, -inset)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.mood[level - 1]))
        painter.drawRoundedRect(square, side * _ROUND, side * _ROUND)
        font = QFont(self._font)
        font.setPixelSize(max(7, round(side * _NUMERAL)))
        painter.setFont(font)
        painter.setPen(QColor(look.on_mood[level - 1]))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, str(level))
