"""Say a number from 0 to 10, or nothing: empty until it is touched, and emptied again."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.base.look import FOCUS_WIDTH, RADIUS_CONTROL, SMALL, TARGET, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.arrow_keys import is_combined
from caregiver_journal.ui.widgets.text import plain_label, push_button

_TENTHS = 10
_TRACK = 4
_HANDLE = 20
_EDGE = 2
_DOT = 1.5
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: -1, Qt.Key.Key_Up: 1}
_PAGES = {Qt.Key.Key_PageDown: -2, Qt.Key.Key_PageUp: 2}
_SIDEWAYS = (Qt.Key.Key_Left, Qt.Key.Key_Right)
_EMPTYING = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)


@dataclass(frozen=True, slots=True)
class Scale:
    """The numbers a slider can say.

    Attributes:
        most: the largest; the smallest is 0.
        step: by how much an arrow moves it.
        words: how a number is said (untranslated), with ``{number}`` in it.
    """

    most: int
    step: int
    words: str

    def after(self, value: int | None, steps: int) -> int:
        """Return the number so many steps from another; the middle where there was none."""
        if value is None:
            return self.most // 2
        down = steps < 0
        even = -(-value // self.step) if down else value // self.step
        return max(0, min(self.most, (even + steps) * self.step))


TEN = Scale(10, 1, N_("{number} of 10"))


class TenSlider(QWidget):
    """A slider with the words at its ends, its number and a way to empty it below.

    Digits, arrows, Home and End move it; Delete and Backspace empty it, as *Clear* does.

    Signals:
        changed(): the person moved or emptied it.
    """

    changed = Signal()

    def __init__(
        self,
        least: str,
        most: str,
        *,
        name: str = "ten",
        parent: QWidget | None = None,
        scale: Scale = TEN,
    ) -> None:
        """Take the words for the smallest and the largest number; "" where none stand there."""
        super().__init__(parent)
        self._label = ""
        self._note = ""
        self._scale = scale
        self._track = _Track(scale, self)
        ends = (least or _("not at all"), most or _("as much as can be"))
        self._track.setAccessibleDescription(
            _("0 is {least}, {top} is {most}").format(least=ends[0], top=scale.most, most=ends[1])
        )
        self._said = plain_label("", "small", wrap=True)
        self.clear_button = push_button(_("Clear"), "link")
        kept = self.clear_button.sizePolicy()
        kept.setRetainSizeWhenHidden(True)
        self.clear_button.setSizePolicy(kept)
        self.setFocusProxy(self._track)
        self._arrange(least, most)
        self.setObjectName(name)
        self._track.moved.connect(self._on_moved)
        self.clear_button.clicked.connect(self._on_clear)
        self._show()

    @override
    def setObjectName(self, name: str) -> None:
        """Name it and its parts: ``<name>.slider``, ``<name>.said``, ``<name>.clear``."""
        super().setObjectName(name)
        self._track.setObjectName(f"{name}.slider")
        self._said.setObjectName(f"{name}.said")
        self.clear_button.setObjectName(f"{name}.clear")

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name it; what was said is read with it."""
        self._label = name
        self._show()

    def value(self) -> int | None:
        """Return the number that was said, or None."""
        return self._track.chosen

    def set_value(self, value: int | None) -> None:
        """Show a number, or none, without a signal.

        Raises:
            ValueError: the number is none of its scale.
        """
        if value is not None and value not in range(self._scale.most + 1):
            raise ValueError(f"this slider goes from 0 to {self._scale.most}")
        self._track.choose(value)
        self._show()

    def set_note(self, note: str) -> None:
        """Say something more behind the number, such as what it goes with."""
        self._note = note
        self._show()

    def text(self) -> str:
        """Return what stands below the slider."""
        return self._said.text()

    def _arrange(self, least: str, most: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._track)
        if least or most:
            column.addLayout(_ends(least, most))
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self._said, 1)
        foot.addWidget(self.clear_button)
        column.addLayout(foot)

    def _on_moved(self) -> None:
        self._show()
        self.changed.emit()

    def _on_clear(self) -> None:
        self._track.setFocus(Qt.FocusReason.OtherFocusReason)
        self._track.choose(None)
        self._on_moved()

    def _show(self) -> None:
        value = self._track.chosen
        said = _("not said") if value is None else _(self._scale.words).format(number=value)
        self._said.setText(f"{said} · {self._note}" if self._note else said)
        self.clear_button.setVisible(value is not None)
        self.clear_button.setAccessibleName(_("Clear {name}").format(name=self._label))
        super().setAccessibleName(self._label)
        self._track.setAccessibleName(f"{self._label}, {said}" if self._label else said)


class _Track(QSlider):
    """The slider itself; for assistive tools a slider like any other."""

    moved = Signal()

    def __init__(self, scale: Scale, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._scale = scale
        self.chosen: int | None = None
        self.setRange(0, scale.most)
        self.setSingleStep(scale.step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.valueChanged.connect(self._moved_from_outside)

    def choose(self, value: int | None) -> None:
        """Show a number or none, without a signal."""
        self.chosen = value
        self.blockSignals(True)
        self.setValue(value or 0)
        self.blockSignals(False)
        self.update()

    @override
    def sizeHint(self) -> QSize:
        return QSize(8 * TARGET, TARGET + TINY)

    @override
    def minimumSizeHint(self) -> QSize:
        return QSize(4 * TARGET, TARGET + TINY)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = None if is_combined(event) else self._wanted(event)
        if wanted is None:
            event.ignore()  # for the page: its own keys, and Tab
        else:
            self._take(None if wanted < 0 else wanted)

    def _wanted(self, event: QKeyEvent) -> int | None:
        """Return the number a key asks for, -1 for none of them, or None for another key."""
        key = event.key()
        if key in _EMPTYING:
            return -1
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return self._scale.most if key == Qt.Key.Key_End else 0
        if event.text().isdecimal():
            return int(event.text()[0]) * self._scale.most // _TENTHS
        step = (_STEPS | _PAGES).get(Qt.Key(key)) if key in (_STEPS | _PAGES) else None
        if step is None:
            return None
        if self.isRightToLeft() and key in _SIDEWAYS:
            step = -step
        return self._scale.after(self.chosen, step)

    @override
    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._take(self._at(event.position().x()))

    @override
    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._take(self._at(event.position().x()))

    @override
    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()

    @override
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # a page that is scrolled says nothing

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ends, middle = [FOCUS_WIDTH, self.width() - FOCUS_WIDTH], self.height() / 2
        self._draw_track(painter, ends[0], ends[1], look.line)
        if self.chosen is None:
            painter.setBrush(QColor(look.edge))
            for tenth in range(_TENTHS + 1):
                place = self._place(tenth * self._scale.most // _TENTHS)
                painter.drawEllipse(QPointF(place, middle), _DOT, _DOT)
        else:
            start = ends[self.isRightToLeft()]
            self._draw_track(painter, start, self._place(self.chosen), look.primary)
            painter.setPen(QPen(QColor(look.primary), _EDGE))
            painter.setBrush(QColor(look.card))
            radius = (_HANDLE - _EDGE) / 2
            painter.drawEllipse(QPointF(self._place(self.chosen), middle), radius, radius)
        if self.hasFocus():
            half = FOCUS_WIDTH / 2
            painter.setPen(QPen(QColor(look.focus), FOCUS_WIDTH))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = QRectF(self.rect()).adjusted(half, half, -half, -half)
            painter.drawRoundedRect(ring, RADIUS_CONTROL, RADIUS_CONTROL)

    def _draw_track(self, painter: QPainter, start: float, end: float, colour: str) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        half = _TRACK / 2
        left, right = min(start, end), max(start, end)
        shape = QRectF(left, self.height() / 2 - half, right - left, _TRACK)
        painter.drawRoundedRect(shape, half, half)

    def _place(self, number: int) -> float:
        """Return how far from the left a number lies."""
        room = self.width() - _HANDLE - 2 * FOCUS_WIDTH
        share = number / self._scale.most
        return self.width() / 2 + room * (0.5 - share if self.isRightToLeft() else share - 0.5)

    def _at(self, x: float) -> int:
        """Return the number nearest to a place."""
        numbers = range(0, self._scale.most + 1, self._scale.step)
        return min(numbers, key=lambda number: abs(self._place(number) - x))

    def _take(self, value: int | None) -> None:
        if value != self.chosen:
            self.choose(value)
            self.moved.emit()

    def _moved_from_outside(self, value: int) -> None:
        """Take what an assistive tool set."""
        self.chosen = value
        self.update()
        self.moved.emit()


def _ends(least: str, most: str) -> QHBoxLayout:
    ends = QHBoxLayout()
    ends.setSpacing(SMALL)
    low, high = plain_label(least, "small", wrap=True), plain_label(most, "small", wrap=True)
    high.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignTop)
    ends.addWidget(low, 1, Qt.AlignmentFlag.AlignTop)
    ends.addWidget(high, 1, Qt.AlignmentFlag.AlignTop)
    return ends
