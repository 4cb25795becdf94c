"""Say what the squares of days mean: the five levels, with the words for both ends."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QStyle, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL_SIZE, TARGET
from caregiver_journal.base.marks import override
from caregiver_journal.domain.mood import LEVELS, level_word
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.day_tile import DayTiles

_GAP = 2
_BESIDE = 6


class MoodLegend(QWidget):
    """*Very low* 1 2 3 4 5 *Very good*, in one line."""

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._height = TARGET
        self._tiles = DayTiles()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        said = _("From 1, {lowest}, to 5, {highest}")
        ends = (level_word(level).lower() for level in (LEVELS[0], LEVELS[-1]))
        lowest, highest = ends
        self.setAccessibleName(said.format(lowest=lowest, highest=highest))

    def set_height(self, height: int) -> None:
        """Be at least so high, as what stands beside it."""
        self._height = height
        self.updateGeometry()

    @override
    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        words = sum(metrics.horizontalAdvance(level_word(level)) + _BESIDE for level in (1, 5))
        squares = len(LEVELS) * (self._side() + _GAP) - _GAP
        return QSize(words + squares, max(self._height, metrics.height()))

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setFont(scaled_font(self.font(), SMALL_SIZE))
        painter.setPen(QColor(current_look().muted))
        self._tiles.dress(self._side(), self.devicePixelRatioF(), self.font())
        x = self._write(painter, 0, level_word(LEVELS[0])) + _BESIDE
        for level in LEVELS:
            side = self._side()
            place = self._mirrored(QRect(x, (self.height() - side) // 2, side, side))
            tile = self._tiles.tile(level, is_paused=False)
            painter.drawPixmap(QPoint(place.left(), place.top()), tile)
            x += side + _GAP
        self._write(painter, x - _GAP + _BESIDE, level_word(LEVELS[-1]))

    def _write(self, painter: QPainter, x: int, word: str) -> int:
        """Write a word; return where it ends."""
        wide = self._metrics().horizontalAdvance(word)
        place = self._mirrored(QRect(x, 0, wide, self.height()))
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
        return x + wide

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self.font(), SMALL_SIZE))

    def _side(self) -> int:
        return round(self._metrics().height() * 0.8)
