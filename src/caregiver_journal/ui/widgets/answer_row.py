"""One row of an answer sheet: what the item is called, and its codes side by side."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QEvent, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QSlider, QStyle, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import (
    FOCUS_WIDTH,
    MEDIUM,
    RADIUS_CONTROL,
    SMALL,
    SNUG,
    TARGET,
    TINY,
    Look,
    mix,
)
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font

MOST_CELLS = 16
"""With more codes there is one field for the number, and a line to click on."""

_MOST_KNOWN = 8
"""A layout asks for so few widths again and again."""
_PAD = SMALL
_LEAST_TEXT_EMS = 14
"""Width of the words of an item, in widths of an em, below which the codes stand under them."""
_TRACK = 4
_HOVERED = 0.05
_WRAP = Qt.TextFlag.TextWordWrap


@dataclass(frozen=True, slots=True)
class Codes:
    """What can be answered.

    Attributes:
        codes: lowest first.
        words: what each stands for, as far as that is known; empty where none is.
    """

    codes: tuple[int, ...]
    words: tuple[str, ...] = field(default=(), repr=False)

    def say(self, code: int) -> str:
        """Return a code with its words."""
        word = self.words[self.codes.index(code)] if self.words else ""
        return f"{code}, {word}" if word else str(code)

    def say_all(self) -> str:
        """Return what can be answered, in one line."""
        if len(self.codes) > MOST_CELLS:
            ends = (self.say(self.codes[0]), self.say(self.codes[-1]))
            return _("{lowest} to {highest}").format(lowest=ends[0], highest=ends[1])
        return "; ".join(map(self.say, self.codes)) if self.words else self._bare()

    def nearest(self, value: int) -> int:
        """Return the code nearest to a number."""
        return min(self.codes, key=lambda code: abs(code - value))

    def _bare(self) -> str:
        return ", ".join(map(str, self.codes))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the parts of a row lie, from left to right, before it is mirrored."""

    label: QRect
    cells: tuple[QRect, ...]
    height: int


class AnswerRow(QSlider):
    """Shows an item and its codes; for assistive tools a slider like any other.

    Attributes:
        label: what the item is called.
        answer: the code that was chosen, or None.

    Signals:
        answered: a code was chosen, or taken back, by hand or by an assistive tool.
        focused: the keyboard came here; the row.
        pressed_key: a ``QKeyEvent`` that may be the sheet's.
    """

    answered = Signal()
    focused = Signal(object)
    pressed_key = Signal(object)

    def __init__(self, parent: QWidget, *, name: str) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setObjectName(name)
        self.label = ""
        self.answer: int | None = None
        self._codes = Codes((0, 1))
        self._text_width = 0
        self._hovered: int | None = None
        self._known: dict[tuple[int, str], _Places] = {}
        self._cells: dict[str, QSize] = {}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMouseTracking(True)
        self.valueChanged.connect(self._set_from_outside)

    def ask(self, label: str, codes: Codes, text_width: int) -> None:
        """Ask for another item, or for other codes; what was answered is forgotten.

        Args:
            label: what the item is called.
            codes: what can be answered.
            text_width: of the label where all are short; 0 where it takes what room there is.
        """
        self.label, self._codes, self._text_width = label, codes, text_width
        self._known.clear()
        self._cells.clear()
        self.blockSignals(True)
        self.setRange(codes.codes[0], codes.codes[-1])
        self.setSingleStep(codes.codes[1] - codes.codes[0])
        self.blockSignals(False)
        self.setAccessibleDescription(codes.say_all())
        self.set_answer(None)

    def set_text_width(self, text_width: int) -> None:
        """Give the label another width, as its font is another one."""
        self._text_width = text_width
        self._known.clear()
        self.update()

    def set_answer(self, code: int | None) -> None:
        """Show an answer, or none, without a signal."""
        self.answer = code
        self.blockSignals(True)
        self.setValue(self._codes.codes[0] if code is None else code)
        self.blockSignals(False)
        said = _("not answered") if code is None else self._codes.say(code)
        self.setAccessibleName(f"{self.label}, {said}")
        self.update()

    def take(self, code: int | None) -> None:
        """Take an answer, or take it back, and tell."""
        if code != self.answer:
            self.set_answer(code)
            self.answered.emit()

    def step(self, by: int) -> None:
        """Go so many codes on; without an answer to the nearer end."""
        codes = self._codes.codes
        if self.answer is None:
            self.take(codes[0] if by > 0 else codes[-1])
        else:
            place = codes.index(self.answer) + by
            self.take(codes[max(0, min(len(codes) - 1, place))])

    @property
    def codes(self) -> Codes:
        """What can be answered."""
        return self._codes

    def natural_width(self) -> int:
        """Return how wide it is with everything in one line."""
        return self._text_width + MEDIUM + self._cells_width() + 2 * _PAD

    # --- geometry -------------------------------------------------------------------------------

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._places(width).height

    @override
    def sizeHint(self) -> QSize:
        return QSize(self.natural_width(), self.heightForWidth(max(1, self.width())))

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * TARGET, TARGET)

    def _is_wide(self) -> bool:
        return len(self._codes.codes) > MOST_CELLS

    def _cell(self) -> QSize:
        font = self.font().key()
        if font not in self._cells:
            self._cells = {font: self._measure_cell()}
        return self._cells[font]

    def _measure_cell(self) -> QSize:
        metrics = QFontMetrics(scaled_font(self.font(), strong=True))
        widest = max(metrics.horizontalAdvance(str(code)) for code in self._ends())
        height = max(TARGET, metrics.height() + 2 * TINY + 2)
        return QSize(max(TARGET + TINY, widest + 2 * SNUG), height)

    def _ends(self) -> Sequence[int]:
        codes = self._codes.codes
        return (codes[0], codes[-1]) if self._is_wide() else codes

    def _cells_width(self) -> int:
        cell = self._cell().width()
        return cell + MEDIUM + 6 * TARGET if self._is_wide() else cell * len(self._codes.codes)

    def _places(self, width: int) -> _Places:
        key = width, self.font().key()
        if key not in self._known:
            if len(self._known) == _MOST_KNOWN:
                self._known.clear()
            self._known[key] = self._lay_out(width)
        return self._known[key]

    def _lay_out(self, width: int) -> _Places:
        """Put the codes behind the label, or below it where there is too little room."""
        room, cells = width - 2 * _PAD, self._cells_width()
        beside = self._text_width or room - MEDIUM - cells
        least = self._text_width or _LEAST_TEXT_EMS * self.fontMetrics().horizontalAdvance("M")
        is_beside = beside >= least and beside + MEDIUM + cells <= room
        text_room = beside if is_beside else room
        box = QRect(0, 0, max(1, text_room), 100_000)
        text = self.fontMetrics().boundingRect(box, _WRAP, self.label).height()
        cell = self._cell().height()
        if is_beside:
            line = max(text, cell)
            label = QRect(_PAD, TINY + (line - text) // 2, text_room, text)
            placed = self._place_cells(_PAD + beside + MEDIUM, TINY + (line - cell) // 2, cells)
            return _Places(label, placed, line + 2 * TINY)
        placed = self._place_cells(_PAD, TINY + text + TINY, room)
        label = QRect(_PAD, TINY, text_room, text)
        return _Places(label, placed, placed[-1].bottom() + 1 + TINY)

    def _place_cells(self, left: int, top: int, room: int) -> tuple[QRect, ...]:
        """Return where the codes lie, in several lines if need be; of many only two parts."""
        size = self._cell()
        if self._is_wide():
            gap = left + size.width() + MEDIUM
            track = QRect(gap, top, max(TARGET, left + room - gap), size.height())
            return QRect(left, top, size.width(), size.height()), track
        line = max(1, room // size.width())
        return tuple(
            QRect(
                left + (place % line) * size.width(),
                top + (place // line) * (size.height() + TINY),
                size.width(),
                size.height(),
            )
            for place in range(len(self._codes.codes))
        )

    def _seen(self, part: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), part)

    # --- mouse and keys -------------------------------------------------------------------------

    @override
    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(self)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.ignore()  # what the sheet does not take is the page's
        self.pressed_key.emit(event)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        code = self._code_at(event)
        if event.button() == Qt.MouseButton.LeftButton and code is not None:
            is_again = code == self.answer and not self._is_wide()
            self.take(None if is_again else code)

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._is_wide():
            if event.buttons() & Qt.MouseButton.LeftButton:
                self.take(self._code_at(event) if self._code_at(event) is not None else self.answer)
            return
        hovered = self._code_at(event)
        if hovered != self._hovered:
            self._hovered = hovered
            self.update()

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def leaveEvent(self, event: QEvent) -> None:
        self._hovered = None
        self.update()
        super().leaveEvent(event)

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that is scrolled says nothing

    def _code_at(self, event: QMouseEvent) -> int | None:
        """Return the code at a place, or None."""
        codes, cells = self._codes.codes, self._places(self.width()).cells
        place = event.position().toPoint()
        if not self._is_wide():
            found = (n for n, cell in enumerate(cells) if self._seen(cell).contains(place))
            number = next(found, None)
            return None if number is None else codes[number]
        track = self._seen(cells[1])
        if not track.adjusted(-SMALL, 0, SMALL, 0).contains(place):
            return None
        share = (place.x() - track.left()) / max(1, track.width())
        share = 1 - share if self.isRightToLeft() else share
        return self._codes.nearest(round(codes[0] + share * (codes[-1] - codes[0])))

    def _set_from_outside(self, value: int) -> None:
        """Take what an assistive tool set."""
        self.take(self._codes.nearest(value))

    # --- painting -------------------------------------------------------------------------------

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = self._places(self.width())
        if self.hasFocus():
            self._draw_keyboard(painter, look)
        painter.setPen(QColor(look.ink))
        side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        flags = int(side | Qt.AlignmentFlag.AlignAbsolute | Qt.AlignmentFlag.AlignTop) | int(_WRAP)
        painter.drawText(self._seen(places.label), flags, self.label)
        if self._is_wide():
            self._draw_number(painter, look, places.cells)
        else:
            self._draw_cells(painter, look, places.cells)

    def _draw_keyboard(self, painter: QPainter, look: Look) -> None:
        half = FOCUS_WIDTH / 2
        painter.setPen(QPen(QColor(look.focus), FOCUS_WIDTH))
        painter.setBrush(QColor(mix(look.primary_soft, look.card, 0.4)))
        ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ring, RADIUS_CONTROL, RADIUS_CONTROL)

    def _draw_cells(self, painter: QPainter, look: Look, cells: Sequence[QRect]) -> None:
        """Draw the codes as one bar for each line; the chosen one lies on top."""
        lines: dict[int, QRect] = {}
        for cell in cells:
            lines[cell.top()] = lines.get(cell.top(), cell).united(cell)
        for line in lines.values():
            self._draw_box(painter, self._seen(line), look.card, look.edge)
        for code, cell in zip(self._codes.codes, cells, strict=True):
            self._draw_cell(painter, look, code, cell, lines[cell.top()])

    def _draw_cell(
        self, painter: QPainter, look: Look, code: int, cell: QRect, line: QRect
    ) -> None:
        shape = self._seen(cell)
        if cell.left() > line.left():
            painter.setPen(QPen(QColor(look.line), 1))
            edge = shape.right() + 1 if self.isRightToLeft() else shape.left()
            painter.drawLine(edge, shape.top() + 1, edge, shape.bottom() - 1)
        if code == self.answer:
            self._draw_box(painter, shape, look.primary, look.primary)
        elif code == self._hovered:
            path = QPainterPath()
            path.addRoundedRect(QRectF(shape).adjusted(2, 2, -2, -2), TINY, TINY)
            painter.fillPath(path, QColor(mix(look.ink, look.card, _HOVERED)))
        self._write_code(painter, look, shape, code)

    def _write_code(self, painter: QPainter, look: Look, shape: QRect, code: int | None) -> None:
        is_chosen = code is not None and code == self.answer
        font = QFont(scaled_font(self.font(), strong=is_chosen))
        painter.setFont(font)
        painter.setPen(QColor(look.on_primary if is_chosen else look.ink))
        words = "–" if code is None else str(code).replace("-", "\N{MINUS SIGN}")
        painter.drawText(shape, Qt.AlignmentFlag.AlignCenter, words)
        painter.setFont(self.font())

    def _draw_number(self, painter: QPainter, look: Look, cells: Sequence[QRect]) -> None:
        """Draw the field for a number, and the line to click on."""
        field_, track = (self._seen(cell) for cell in cells)
        is_empty = self.answer is None
        ground = look.card if is_empty else look.primary
        self._draw_box(painter, field_, ground, look.edge if is_empty else look.primary)
        self._write_code(painter, look, field_, self.answer)
        middle = track.center().y()
        bar = QRectF(track.left(), middle - _TRACK / 2, track.width(), _TRACK)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(look.edge))
        painter.drawRoundedRect(bar, _TRACK / 2, _TRACK / 2)
        if self.answer is not None:
            low, high = self._codes.codes[0], self._codes.codes[-1]
            share = (self.answer - low) / (high - low)
            share = 1 - share if self.isRightToLeft() else share
            painter.setBrush(QColor(look.primary))
            at = track.left() + share * track.width()
            painter.drawEllipse(QRectF(at - SMALL, middle - SMALL, 2 * SMALL, 2 * SMALL))

    def _draw_box(self, painter: QPainter, shape: QRect, ground: str, edge: str) -> None:
        painter.setPen(QPen(QColor(edge), 1))
        painter.setBrush(QColor(ground))
        inner = QRectF(shape).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(inner, RADIUS_CONTROL - 2, RADIUS_CONTROL - 2)
