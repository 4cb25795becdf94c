"""This week at a glance: one square a day, with its mean mood."""

from datetime import date

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import RADIUS_CONTROL, SMALL, SMALL_SIZE, mix
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.mood import level_word
from caregiver_journal.journal.today import WeekDay
from caregiver_journal.ui.theme import current_look, scaled_font

_LARGEST = 44
_INNER = 7
"""How far a mood stays inside the stripes of a pause."""
_STRIPES = Qt.BrushStyle.BDiagPattern


class WeekSquares(QWidget):
    """Seven squares, Monday first; a day without a mood is only outlined."""

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[WeekDay, ...] = ()
        self._today: date | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_week(self, days: tuple[WeekDay, ...], today: date) -> None:
        """Show these days."""
        self._days = days
        self._today = today
        self.setAccessibleName(_("This week"))
        self.setAccessibleDescription(", ".join(_say(day) for day in days))
        self.update()

    @override
    def sizeHint(self) -> QSize:
        height = QFontMetrics(scaled_font(self.font(), SMALL_SIZE)).height()
        return QSize(7 * _LARGEST + 6 * SMALL, _LARGEST + SMALL + height)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(7 * 24 + 6 * SMALL, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place, day in enumerate(self._days):
            self._paint_day(painter, place, day)

    def _paint_day(self, painter: QPainter, place: int, day: WeekDay) -> None:
        look = current_look()
        column = self.width() / 7
        side = min(_LARGEST, column - SMALL)
        at = 6 - place if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else place
        left = at * column + (column - side) / 2
        square = QRectF(left + 0.5, 0.5, side - 1, side - 1)
        painter.setPen(QPen(QColor(look.line), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if day.is_paused:
            square = self._paint_pause(painter, square, has_mood=day.mood is not None)
        if day.mood is not None:
            painter.setBrush(QColor(look.mood[round(day.mood) - 1]))
        if day.mood is not None or not day.is_paused:
            painter.drawRoundedRect(square, RADIUS_CONTROL, RADIUS_CONTROL)
        is_today = day.day == self._today
        painter.setFont(scaled_font(self.font(), SMALL_SIZE, strong=is_today))
        painter.setPen(QColor(look.ink if is_today else look.muted))
        below = QRectF(at * column, side + SMALL / 2, column, self.height() - side - SMALL / 2)
        name = _(WEEKDAYS[day.day.weekday()])[:3]
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop, name)
        if day.mood is not None:
            painter.setPen(QColor(look.on_mood[round(day.mood) - 1]))
            painter.drawText(square, Qt.AlignmentFlag.AlignCenter, f"{day.mood:.0f}")

    def _paint_pause(self, painter: QPainter, square: QRectF, *, has_mood: bool) -> QRectF:
        """Draw a day of a pause in grey stripes; return the room that a mood has on them."""
        look = current_look()
        painter.setBrush(QColor(look.background))
        painter.drawRoundedRect(square, RADIUS_CONTROL, RADIUS_CONTROL)
        painter.setBrush(QBrush(QColor(mix(look.muted, look.background, 0.75)), _STRIPES))
        painter.drawRoundedRect(square, RADIUS_CONTROL, RADIUS_CONTROL)
        inner = _INNER if has_mood else 0
        return square.adjusted(inner, inner, -inner, -inner)


def _say(day: WeekDay) -> str:
    name = _(WEEKDAYS[day.day.weekday()])
    if day.is_paused:
        name = _("{day}, in a pause").format(day=name)
    if day.mood is None:
        return _("{day}: nothing written").format(day=name)
    count = ngettext("{count} mood", "{count} moods", day.count).format(count=day.count)
    word = level_word(round(day.mood)).lower()
    return _("{day}: {word} on average of {count}").format(day=name, word=word, count=count)
