"""Draw days as squares in the colour of their mood, each with its number.

Time runs as the reader reads, so the whole drawing is mirrored where text runs right to left: there
calendars and tables begin at the right too.
"""

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL_SIZE, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.dates import SHORT_MONTHS
from caregiver_journal.domain.year_of_days import YearOfDays, behind_day, level_of, say_day_mood
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.bubble import paint_bubble, place_bubble
from caregiver_journal.ui.widgets.day_grid import WEEKS, DayGrid, monday_of, weeks_between
from caregiver_journal.ui.widgets.day_tile import DayTiles

_LEAST, _MOST = 0.76, 1.3
"""The pitch of the squares, in heights of a line."""
_RING = 1.5
_WEEK = timedelta(days=7)
_DAY = timedelta(days=1)
_MONTH_DAYS = 28
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class DaySquares(QAbstractButton):
    """The latest weeks of a period, as many as fit; days outside it have no square.

    Up and Down walk by day, Left and Right by week, Page Up and Page Down by month, Home and End to
    the first and the last day; Enter, Space and a click open a day.

    Signals:
        opened(Behind): the person wants to see the entries of a day.
        walked(): other days are seen.
    """

    opened = Signal(object)
    walked = Signal()

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._year: YearOfDays | None = None
        self._levels: dict[date, int] = {}
        self._end = date.max
        self._current: date | None = None
        self._hovered: date | None = None
        self._sentence = ""
        self._tiles = DayTiles()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open_current)

    def tell(self, name: str, sentence: str) -> None:
        """Let it be heard what is shown, in one sentence."""
        self.setAccessibleName(name)
        self._sentence = sentence
        self._describe()

    def show_year(self, year: YearOfDays) -> None:
        """Show the latest days of a period; the keyboard stays on its day where that is in it."""
        self._year = year
        self._levels = {value.day: level_of(value.mean) for value in year.series.days}
        self._end = year.last
        self._hovered = None
        if self._current is None or not year.holds(self._current):
            self._current = min(max(year.today, year.first), year.last)
        self._describe()
        self.updateGeometry()
        self.update()

    def current(self) -> date | None:
        """Return the day the keyboard is on."""
        return self._current

    def seen(self) -> tuple[date, date] | None:
        """Return the first and the last day that are seen."""
        if self._year is None:
            return None
        grid = self._grid(self.width())
        return max(grid.start, self._year.first), min(grid.last, self._year.last)

    def walk(self, step: int) -> None:
        """Show earlier (-1) or later (1) days, as many weeks on as are seen but one."""
        if self._year is None:
            return
        weeks = max(1, self._grid(self.width()).weeks - 1)
        self._show_until(self._end + step * weeks * _WEEK)

    def _show_until(self, end: date) -> None:
        if self._year is None:
            return
        least = self._year.first + (self._grid(self.width()).weeks - 1) * _WEEK
        self._end = min(max(end, least), self._year.last)
        self._hovered = None
        self.update()
        self.walked.emit()

    # --- where things lie -----------------------------------------------------------------------

    def grid(self) -> DayGrid:
        """Return where the days lie now."""
        return self._grid(self.width())

    def _grid(self, width: int) -> DayGrid:
        line = self.fontMetrics().height()
        year = self._year
        every = weeks_between(year.first, year.last) if year else WEEKS
        weeks = max(1, min(every, WEEKS, int(width / (line * _LEAST))))
        pitch = max(6.0, min(width / weeks, line * _MOST))
        end = self._end if year else date(2000, 12, 31)
        start = monday_of(end) - (weeks - 1) * _WEEK
        return DayGrid(start, weeks, pitch, width, is_mirrored=self.isRightToLeft())

    def _small(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self.font(), SMALL_SIZE))

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._grid(width).height + TINY + self._small().height()

    @override
    def sizeHint(self) -> QSize:
        width = round(WEEKS * self.fontMetrics().height() * _LEAST)
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = 10 * self.fontMetrics().height()
        return QSize(width, self.heightForWidth(width))

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.walked.emit()

    # --- what is seen ---------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        year = self._year
        if year is None:
            return
        grid, dirty = self._grid(self.width()), event.rect()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._tiles.dress(grid.side, self.devicePixelRatioF(), self.font())
        for day, left, top in grid.squares(dirty):
            if year.first <= day <= year.last:
                is_paused = bool(year.pauses) and year.is_paused(day)
                tile = self._tiles.tile(self._levels.get(day), is_paused=is_paused)
                painter.drawPixmap(left, top, tile)
        self._paint_months(painter, grid)
        self._ring(painter, grid, year.today, current_look().ink)
        self._paint_pointed(painter, grid)

    def _ring(self, painter: QPainter, grid: DayGrid, day: date | None, colour: str) -> None:
        if day is None or self._year is None:
            return
        if grid.holds(day) and self._year.holds(day):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(colour), _RING if colour != current_look().focus else 2.0))
            out = 1.0
            place = QRectF(grid.place(day)).adjusted(-out, -out, out, out)
            painter.drawRoundedRect(place, out + grid.side * 0.2, out + grid.side * 0.2)

    def _paint_months(self, painter: QPainter, grid: DayGrid) -> None:
        painter.setFont(scaled_font(self.font(), SMALL_SIZE))
        painter.setPen(QColor(current_look().muted))
        metrics = painter.fontMetrics()
        taken: QRect | None = None
        for month, left in grid.months():
            word = _(SHORT_MONTHS[month - 1])
            place = QRect(
                left, grid.height + TINY, metrics.horizontalAdvance(word), metrics.height()
            )
            if grid.is_mirrored:
                place.moveRight(left + grid.side - 1)
            room = place.adjusted(-TINY, 0, TINY, 0)
            if self.rect().contains(place) and (taken is None or not taken.intersects(room)):
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, word)
                taken = room

    def _paint_pointed(self, painter: QPainter, grid: DayGrid) -> None:
        """Mark the day the pointer or the keyboard is on and say it."""
        day = self._pointed()
        if day is None or not grid.holds(day) or self._year is None:
            return
        if self.hasFocus():
            self._ring(painter, grid, self._current, current_look().focus)
        if self._hovered is not None:
            self._ring(painter, grid, day, current_look().ink)
        paint_bubble(painter, self._bubble(grid, day), say_day_mood(self._year, day), self.font())

    def _pointed(self) -> date | None:
        if self._hovered is not None:
            return self._hovered
        return self._current if self.hasFocus() else None

    def _bubble(self, grid: DayGrid, day: date) -> QRectF:
        words = say_day_mood(self._year, day) if self._year else ""
        middle = QRectF(grid.place(day)).center()
        return place_bubble(words, self.font(), middle, QRectF(self.rect()), grid.pitch)

    def _repaint_day(self, day: date | None) -> None:
        """Paint one square anew, and what stands beside it."""
        grid = self._grid(self.width())
        if day is not None and grid.holds(day):
            self.update(grid.place(day).adjusted(-3, -3, 3, 3))
            self.update(self._bubble(grid, day).toAlignedRect().adjusted(-1, -1, 1, 1))

    # --- hands ----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        year, here = self._year, self._current
        if is_combined(event) or year is None or here is None:
            event.ignore()
        elif event.key() in _ENTER:
            self._open_current()
        else:
            there = self._led(Qt.Key(event.key()), here, year)
            if there is None:
                super().keyPressEvent(event)
            else:
                self._go_to(min(max(there, year.first), year.last))

    def _led(self, key: Qt.Key, here: date, year: YearOfDays) -> date | None:
        """Return the day a key leads to; None for keys that lead nowhere."""
        before, after = Qt.Key.Key_Left, Qt.Key.Key_Right
        if self.isRightToLeft():
            before, after = after, before
        led = {
            Qt.Key.Key_Up: here - _DAY,
            Qt.Key.Key_Down: here + _DAY,
            before: here - _WEEK,
            after: here + _WEEK,
            Qt.Key.Key_Home: year.first,
            Qt.Key.Key_End: year.last,
            Qt.Key.Key_PageUp: _same_day(here, -1),
            Qt.Key.Key_PageDown: _same_day(here, 1),
        }
        return led.get(key)

    def _go_to(self, day: date) -> None:
        before, self._current = self._pointed(), day
        self._hovered = None
        grid = self._grid(self.width())
        if day < grid.start:
            self._show_until(day + (grid.weeks - 1) * _WEEK)
        elif day > grid.last:
            self._show_until(day)
        self._repaint_day(before)
        self._repaint_day(day)
        self._describe()
        if self._year is not None:
            announce(self, say_day_mood(self._year, day))

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._repaint_day(self._current)

    @override
    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._repaint_day(self._current)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and day is not None:
            self._go_to(day)
            self._open_current()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._day_at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _day_at(self, place: QPointF) -> date | None:
        day = self._grid(self.width()).day_at(place.toPoint())
        return day if day is not None and self._year and self._year.holds(day) else None

    def _hover(self, day: date | None) -> None:
        if day == self._hovered:
            return
        before, self._hovered = self._pointed(), day
        shape = Qt.CursorShape.ArrowCursor if day is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)
        self._repaint_day(before)
        self._repaint_day(self._pointed())

    def _open_current(self) -> None:
        """Open the day the keyboard is on: Enter, Space, and the press of an assistive tool."""
        if self._current is not None:
            self.opened.emit(behind_day(self._current))

    def _describe(self) -> None:
        said = [self._sentence] if self._sentence else []
        if self._year is not None and self._current is not None:
            said.append(say_day_mood(self._year, self._current))
        self.setAccessibleDescription(" ".join(said))


def _same_day(day: date, step: int) -> date:
    """Return about the same day of the month before or after, always the same weekday."""
    return day + step * timedelta(days=_MONTH_DAYS)
