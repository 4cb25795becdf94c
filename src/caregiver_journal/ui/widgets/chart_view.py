"""Show a drawing as a picture that was made on the worker thread, and let its spots be pointed at.

It is drawn when it is seen: painting it asks for a picture where there is none of these values,
this size and this look, so what is hidden or scrolled away costs nothing.
"""

from functools import partial
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFontInfo,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caregiver_journal.base.look import FOCUS_WIDTH, RADIUS_CONTROL, TARGET, Look
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.bubble import paint_bubble, place_bubble
from caregiver_journal.ui.widgets.nearest import Nearest
from caregiver_journal.ui.work import Work

if TYPE_CHECKING:
    from caregiver_journal.charts.picture import PlacedSpot

REACH = 16.0
"""How far from a spot the pointer still means it, in pixels."""
_SETTLE = 80
"""Milliseconds without another size before it is drawn anew."""
_POINTS = 0.75
"""Points to the pixel, 96 pixels to 72 points."""
_WIDE = 0.27
_HIGHEST = 1.35
"""A wide drawing grows to this share of its width, at most so many times as high as it asks for."""
_MARK = 7.0
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Wanted(NamedTuple):
    """What a picture is made for; a picture for the same is never made twice."""

    version: int
    look: Look
    width: int
    height: int
    scale: float
    points: float


class _Made(NamedTuple):
    wanted: _Wanted
    image: QImage
    spots: "tuple[PlacedSpot, ...]"


class ChartView(QAbstractButton):
    """A drawing; one stop for the Tab key.

    Arrows, Home and End walk from spot to spot; Enter, Space and a click open what is behind one.

    Signals:
        opened(Behind): the person wants to see what is behind a spot.
        drawn(): a picture of the values came.
    """

    opened = Signal(object)
    drawn = Signal()

    def __init__(self, work: Work, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._work = work
        self._data: object = None
        self._lines = 12.0
        self._is_over_time = True
        self._version = 0
        self._made: _Made | None = None
        self._timed: _Wanted | None = None
        self._begun: _Wanted | None = None
        self._is_under_way = False
        self._nearest = Nearest(())
        self._current: int | None = None
        self._hovered: int | None = None
        self._sentence = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._begin)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.clicked.connect(self._open_current)

    def tell(self, name: str, sentence: str) -> None:
        """Let it be heard what is drawn, in one sentence."""
        self.setAccessibleName(name)
        self._sentence = sentence
        self._describe()

    def show_data(self, data: object) -> None:
        """Draw values that ``chart_of`` knows; until they are, what was there before stays."""
        from caregiver_journal.charts.chart import chart_of  # noqa: PLC0415 - after the page is seen

        if data == self._data:
            return
        self._data = data
        self._version += 1
        chart = chart_of(data)
        self._lines, self._is_over_time = chart.lines_high(data), chart.is_over_time
        self._forget_spots()
        self.updateGeometry()
        self.update()

    def spots(self) -> "tuple[PlacedSpot, ...]":
        """Return what can be pointed at, where it lies; none until the values are drawn."""
        is_current = self._made is not None and self._made.wanted.version == self._version
        return self._made.spots if self._made is not None and is_current else ()

    def current(self) -> "PlacedSpot | None":
        """Return the spot the keyboard is on."""
        return None if self._current is None else self.spots()[self._current]

    @property
    def is_settled(self) -> bool:
        """Whether what is seen is what is wanted, so that nothing will change by itself."""
        return not self._is_under_way and not self._timer.isActive()

    # --- drawing --------------------------------------------------------------------------------

    def _want(self) -> _Wanted:
        points = round(QFontInfo(self.font()).pixelSize() * _POINTS, 2)
        size = self.size()
        return _Wanted(
            self._version,
            current_look(),
            size.width(),
            size.height(),
            self.devicePixelRatioF(),
            points,
        )

    def _ask(self) -> None:
        """Have it drawn soon where it is not, or not so."""
        wanted = self._want()
        if self._data is None or wanted in (self._begun, self._timed):
            return
        self._timed = wanted
        is_new = self._made is None or self._made.wanted.version != self._version
        self._timer.start(0 if is_new else _SETTLE)

    def _begin(self) -> None:
        if self._is_under_way:
            return  # it is asked for when that one came
        wanted = self._want()
        self._timed = None
        if wanted == self._begun or not self.isVisible():
            return
        self._begun = wanted
        self._is_under_way = True
        self._work.start(self, partial(_make, self._data, wanted), self._take, self._fail)

    def _take(self, made: _Made) -> None:
        self._is_under_way = False
        if made.wanted.version == self._version:
            at = self._current
            self._made = made
            self._forget_spots()
            self._nearest = Nearest([(spot.x, spot.y) for spot in made.spots])
            if made.spots and (at is not None or self.hasFocus()):
                has_place = at is not None and at < len(made.spots)
                self._current = at if has_place else self._first()
            self._describe()
            self.drawn.emit()
        self._timed = None
        self.update()

    def _fail(self, error: Exception) -> None:
        self._is_under_way = False
        self._timed = None
        self.update()  # another size may be wanted meanwhile; the same is not tried again
        raise error

    def _forget_spots(self) -> None:
        self._nearest = Nearest(())
        self._current = None
        self._hovered = None
        self._describe()

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        asked = self._lines * self.fontMetrics().height()
        return round(max(asked, min(width * _WIDE, asked * _HIGHEST)))

    @override
    def sizeHint(self) -> QSize:
        width = 14 * TARGET
        return QSize(width, self.heightForWidth(width))

    @override
    def minimumSizeHint(self) -> QSize:
        width = 7 * TARGET
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        self._ask()
        painter = QPainter(self)
        self._paint_picture(painter)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            half = FOCUS_WIDTH / 2
            painter.setPen(QPen(QColor(current_look().focus), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, RADIUS_CONTROL, RADIUS_CONTROL)
        self._paint_spots(painter)

    def _paint_picture(self, painter: QPainter) -> None:
        made = self._made
        if made is None or made.wanted.look != current_look():
            return  # in the colours of another look it would flash
        if (made.wanted.width, made.wanted.height) == (self.width(), self.height()):
            painter.drawImage(QPointF(0, 0), made.image)
        else:  # for the moment until it is drawn in this size
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.drawImage(QRectF(self.rect()), made.image)

    def _paint_spots(self, painter: QPainter) -> None:
        """Mark the spot the keyboard is on and the one the pointer is on, and say one of them."""
        spots, look = self.spots(), current_look()
        keys = self._current if self.hasFocus() else None
        for at, colour in ((keys, look.focus), (self._hovered, look.ink)):
            if at is not None and not (colour == look.ink and at == keys):
                self._paint_mark(painter, QPointF(spots[at].x, spots[at].y), colour)
        said = keys if self._hovered is None else self._hovered
        if said is not None:
            spot, inset = spots[said], FOCUS_WIDTH
            room = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            place = QPointF(spot.x, spot.y)
            panel = place_bubble(spot.words, self.font(), place, room, 2 * _MARK)
            paint_bubble(painter, panel, spot.words, self.font())

    @staticmethod
    def _paint_mark(painter: QPainter, place: QPointF, colour: str) -> None:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for tone, width in ((current_look().card, 2 * FOCUS_WIDTH), (colour, FOCUS_WIDTH)):
            painter.setPen(QPen(QColor(tone), width))
            painter.drawEllipse(place, _MARK, _MARK)

    # --- hands ----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        count, step = len(self.spots()), self._step(event.key())
        if is_combined(event) or not count:
            event.ignore()
        elif event.key() in _ENTER:
            self._open_current()
        elif event.key() in _ENDS:
            self._go_to(_ENDS[Qt.Key(event.key())] % count)
        elif step:
            here = self._first() - step if self._current is None else self._current
            self._go_to(max(0, min(count - 1, here + step)))
        else:
            super().keyPressEvent(event)

    def _step(self, key: int) -> int:
        """Return where an arrow leads: along time where it points, for time is not mirrored."""
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            return 1 if key == Qt.Key.Key_Down else -1
        if key not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return 0
        is_turned = self.isRightToLeft() and not self._runs_right()
        return 1 if (key == Qt.Key.Key_Left) == is_turned else -1

    def _first(self) -> int:
        """Return where the keyboard begins: at the newest day, or with the first of a list."""
        return len(self.spots()) - 1 if self._is_over_time and self._runs_right() else 0

    def _runs_right(self) -> bool:
        """Tell whether the spots follow one another to the right, as days do."""
        across = [spot.x for spot in self.spots()]
        return across == sorted(across) and across[:1] != across[-1:]

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() == Qt.FocusReason.MouseFocusReason
        if self.spots() and self._current is None and not by_mouse:
            self._current = self._first()
            self._describe()

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        at = self._at(event.position())
        if event.button() == Qt.MouseButton.LeftButton and at is not None:
            self._go_to(at)
            self._open_current()

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _at(self, place: QPointF) -> int | None:
        return self._nearest.find(place.x(), place.y(), REACH)

    def _hover(self, at: int | None) -> None:
        if at == self._hovered:
            return
        self._hovered = at
        opens = at is not None and self.spots()[at].behind is not None
        shape = Qt.CursorShape.PointingHandCursor if opens else Qt.CursorShape.ArrowCursor
        self.setCursor(shape)
        self.update()

    def _go_to(self, at: int) -> None:
        self._current = at
        self._describe()
        announce(self, self.spots()[at].words)
        self.update()

    def _open_current(self) -> None:
        """Open the spot the keyboard is on: Enter, Space, and the press of an assistive tool."""
        spot = self.current()
        if spot is not None and spot.behind is not None:
            self.opened.emit(spot.behind)

    def _describe(self) -> None:
        spot = self.current()
        said = (self._sentence, "" if spot is None else spot.words)
        self.setAccessibleDescription(" ".join(filter(None, said)))


def _make(data: object, wanted: _Wanted) -> _Made:
    """Draw on the worker thread."""
    from caregiver_journal.charts.picture import draw_picture  # noqa: PLC0415

    picture = draw_picture(
        data, wanted.look, wanted.width, wanted.height, wanted.scale, wanted.points
    )
    layout = QImage.Format.Format_RGBX8888
    view = QImage(picture.rgba, picture.width, picture.height, 4 * picture.width, layout)
    image = view.convertToFormat(QImage.Format.Format_RGB32)  # quicker to paint, and its own bytes
    image.setDevicePixelRatio(picture.scale)
    return _Made(wanted, image, picture.spots)
