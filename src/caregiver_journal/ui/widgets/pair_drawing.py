"""Draw pairs of numbers in the order of time: one before, one after, and a line between."""

from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import (
    FOCUS_WIDTH,
    RADIUS_CONTROL,
    SMALL,
    SMALL_SIZE,
    TARGET,
    TINY,
    mix,
)
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.arrow_keys import is_combined, step_of

MOST = 10
"""The largest number; the smallest is 0."""
_AXIS = (0, 5, 10)
_DOT = 5.0
_RING = 6.5
_LINE = 1.75
_LINES_HIGH = 8
"""How high the drawing is, in heights of a line."""
_ENDS = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two numbers from 0 to 10 that belong to one moment.

    Attributes:
        id: what is opened.
        label: when it was, or what it was about.
        before, after: the two numbers.
    """

    id: str
    label: str = field(repr=False)
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class PairWords:
    """How a drawing of pairs is spoken of; all words as they are read.

    Attributes:
        name: what is drawn, such as *Guilt, then and later*.
        before, after: the two series, such as *then* and *later*.
        summary: one sentence with ``{count}``, ``{lower}``, ``{same}`` and ``{higher}``, the last
            three counting pairs whose second number is so.
        moment: the head of the column of labels in a table.
    """

    name: str
    before: str
    after: str
    summary: str
    moment: str = ""


def summarise(pairs: tuple[Pair, ...], words: PairWords) -> str:
    """Return what the pairs show, in one sentence."""
    steps = [pair.after - pair.before for pair in pairs]
    return words.summary.format(
        count=len(pairs),
        lower=sum(step < 0 for step in steps),
        same=steps.count(0),
        higher=sum(step > 0 for step in steps),
    )


class PairDrawing(QAbstractButton):
    """Hollow dots for the first numbers, filled ones for the second; one stop for the Tab key.

    Arrows, Home and End walk from pair to pair; Enter, Space and a click open one.

    Signals:
        opened(str): the id of a pair.
    """

    opened = Signal(str)

    def __init__(self, words: PairWords, *, name: str = "pairs") -> None:
        super().__init__()
        self.setObjectName(name)
        self._words = words
        self._pairs: tuple[Pair, ...] = ()
        self._current = 0
        self._hovered: int | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self._open_current)
        self._tell()

    def show_pairs(self, pairs: tuple[Pair, ...]) -> None:
        """Draw these, in their order."""
        kept = self.current_id()
        self._pairs = pairs
        ids = [pair.id for pair in pairs]
        self._current = ids.index(kept) if kept in ids else max(0, len(pairs) - 1)
        self._hovered = None
        self._tell()
        self.updateGeometry()
        self.update()

    def pairs(self) -> tuple[Pair, ...]:
        """Return what is drawn."""
        return self._pairs

    def current_id(self) -> str:
        """Return the id of the pair the keyboard is on; "" where there is none."""
        return self._pairs[self._current].id if self._pairs else ""

    def say_pair(self, pair: Pair) -> str:
        """Return one pair in words."""
        return _("{label}: {before} {first}, {after} {second}").format(
            label=pair.label,
            before=self._words.before,
            first=pair.before,
            after=self._words.after,
            second=pair.after,
        )

    # --- hands ----------------------------------------------------------------------------------

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = step_of(event, self)
        if is_combined(event) or not self._pairs:
            event.ignore()
        elif event.key() in _ENTER:
            self._open(self._current)
        elif event.key() in _ENDS:
            self._go_to(_ENDS[Qt.Key(event.key())] % len(self._pairs))
        elif step:
            self._go_to(max(0, min(len(self._pairs) - 1, self._current + step)))
        else:
            super().keyPressEvent(event)

    def _open_current(self) -> None:
        """Open the pair the keyboard is on: Space, and the press of an assistive tool."""
        if self._pairs:
            self._open(self._current)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        place = self._at(event.position().x())
        if event.button() == Qt.MouseButton.LeftButton and place is not None:
            self._go_to(place)
            self._open(place)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._hover(self._at(event.position().x()))

    @override
    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(None)

    def _hover(self, place: int | None) -> None:
        if place != self._hovered:
            self._hovered = place
            shape = Qt.CursorShape.ArrowCursor
            self.setCursor(shape if place is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def _go_to(self, place: int) -> None:
        self._current = place
        self._tell()
        announce(self, self.say_pair(self._pairs[place]))
        self.update()

    def _open(self, place: int) -> None:
        self.opened.emit(self._pairs[place].id)

    def _tell(self) -> None:
        """Let it be heard what is drawn, and which pair one is on."""
        self.setAccessibleName(self._words.name)
        said = [summarise(self._pairs, self._words)] if self._pairs else []
        if self._pairs:
            said.append(self.say_pair(self._pairs[self._current]))
        self.setAccessibleDescription(" ".join(said))

    # --- what is seen ---------------------------------------------------------------------------

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(scaled_font(self.font(), SMALL_SIZE)).height()
        return QSize(12 * TARGET, _LINES_HIGH * self.fontMetrics().height() + words)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(6 * TARGET, self.sizeHint().height())

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_axis(painter)
        for place in range(len(self._pairs)):
            self._draw_pair(painter, place)
        self._draw_said(painter)
        if self.hasFocus():
            half = FOCUS_WIDTH / 2
            painter.setPen(QPen(QColor(current_look().focus), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, RADIUS_CONTROL, RADIUS_CONTROL)

    def _draw_axis(self, painter: QPainter) -> None:
        look, field_ = current_look(), self._field()
        painter.setFont(scaled_font(self.font(), SMALL_SIZE))
        height = painter.fontMetrics().height()
        for number in _AXIS:
            y = self._y(number)
            painter.setPen(QPen(QColor(look.line), 1))
            painter.drawLine(QPointF(field_.left(), y), QPointF(field_.right(), y))
            painter.setPen(QColor(look.muted))
            width = self._numbers_width() - SMALL
            left = SMALL if not self.isRightToLeft() else self.width() - SMALL - width
            place = QRectF(left, y - height / 2, width, height)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(number))

    def _draw_pair(self, painter: QPainter, place: int) -> None:
        look, pair, x = current_look(), self._pairs[place], self._x(place)
        field_ = self._field()
        is_marked = place == self._hovered or (self.hasFocus() and place == self._current)
        if is_marked:
            wide = min(TARGET, self._gap()) / 2
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(mix(look.ink, look.card, 0.09)))
            column = QRectF(x - wide, field_.top() - _RING, 2 * wide, field_.height() + 2 * _RING)
            painter.drawRoundedRect(column, TINY, TINY)
        before, after = QPointF(x, self._y(pair.before)), QPointF(x, self._y(pair.after))
        painter.setPen(QPen(QColor(look.edge), _LINE))
        painter.drawLine(before, after)
        painter.setBrush(QColor(look.card))
        painter.setPen(QPen(QColor(look.ink), _LINE))
        painter.drawEllipse(before, _RING, _RING)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.primary))
        is_same = pair.before == pair.after
        radius = _DOT - 2 if is_same else _DOT
        painter.drawEllipse(after, radius, radius)

    def _draw_said(self, painter: QPainter) -> None:
        """Say below the drawing which pair the mouse or the keyboard is on."""
        place = self._hovered if self._hovered is not None else self._current
        if not self._pairs or (self._hovered is None and not self.hasFocus()):
            return
        painter.setFont(scaled_font(self.font(), SMALL_SIZE))
        painter.setPen(QColor(current_look().muted))
        metrics = painter.fontMetrics()
        room = QRectF(SMALL, self.height() - metrics.height() - TINY, self.width() - 2 * SMALL, 0)
        room.setHeight(metrics.height())
        said = self.say_pair(self._pairs[place])
        short = metrics.elidedText(said, Qt.TextElideMode.ElideMiddle, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, short)

    def _field(self) -> QRectF:
        """Return the room between the numbers and the edges."""
        words = QFontMetrics(scaled_font(self.font(), SMALL_SIZE)).height()
        top, bottom = SMALL + words / 2, self.height() - 2 * TINY - words - words / 2 - SMALL
        numbers = self._numbers_width()
        left, right = (SMALL, numbers) if self.isRightToLeft() else (numbers, SMALL)
        return QRectF(left, top, max(1, self.width() - left - right), max(1, bottom - top))

    def _numbers_width(self) -> int:
        metrics = QFontMetrics(scaled_font(self.font(), SMALL_SIZE))
        return metrics.horizontalAdvance(str(MOST)) + 2 * SMALL

    def _y(self, number: int) -> float:
        room = self._field()
        return room.bottom() - room.height() * number / MOST

    def _gap(self) -> float:
        return self._field().width() / max(1, len(self._pairs))

    def _x(self, place: int) -> float:
        room, at = self._field(), (place + 0.5) * self._gap()
        return room.right() - at if self.isRightToLeft() else room.left() + at

    def _at(self, x: float) -> int | None:
        """Return the pair nearest to a place, or None where there is none near."""
        places = range(len(self._pairs))
        near = [place for place in places if abs(self._x(place) - x) <= max(self._gap() / 2, _RING)]
        return min(near, key=lambda place: abs(self._x(place) - x), default=None)
