"""A row that can be chosen: a number in a square where it has one, words, and a quiet line."""

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import SMALL, SNUG, TINY, mix
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.line_width import LineWidth
from caregiver_journal.ui.widgets.row_button import RowButton
from caregiver_journal.ui.widgets.text import PlainLabel, plain_label

_SQUARE_LINES = 2
_RAIL = 2


class PickRow(RowButton):
    """Stays chosen until another one is; whoever holds several takes care of that.

    Up and Down go to the neighbours, as Tab does; Space, Enter and a click choose.

    Signals:
        picked(): the person chose it.
    """

    picked = Signal()

    def __init__(self, *, name: str) -> None:
        """Name it; its parts are ``<name>.square``, ``<name>.title`` and ``<name>.line``."""
        super().__init__(name=name)
        self.setCheckable(True)
        self.setSizePolicy(flowing_policy())
        self._has_rail = (False, False)
        self.square = self._label("square", "square", wrap=False)
        self.square.setAlignment(Qt.AlignmentFlag.AlignCenter)
        LineWidth(self.square, at_least=_SQUARE_LINES)
        self.title = self._label("title", "strong")
        self.line = self._label("line", "muted")
        words = QVBoxLayout()
        words.setSpacing(TINY)
        words.addWidget(self.title)
        words.addWidget(self.line)
        row = QHBoxLayout(self)
        row.setContentsMargins(SNUG, SMALL, SNUG, SMALL)
        row.setSpacing(SNUG)
        row.addWidget(self.square, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.toggled.connect(self._on_toggled)

    def show_words(self, title: str, line: str, square: str = "", heard: str = "") -> None:
        """Show other words.

        Args:
            title: what it is.
            line: what is said of it, more quietly.
            square: the number before it; none when empty.
            heard: what those hear who cannot see the square; the title when empty.
        """
        self.title.setText(title)
        self.line.setText(line)
        self.line.setVisible(bool(line))
        self.square.setText(square)
        self.square.setVisible(bool(square))
        self.setAccessibleName(f"{heard or title}, {line}" if line else heard or title)

    def set_rail(self, *, above: bool, below: bool) -> None:
        """Join the square to those of the rows above and below."""
        self._has_rail = (above, below)
        self.update()

    def set_chosen(self, *, chosen: bool) -> None:
        """Choose it or not, without a signal."""
        self.blockSignals(True)
        self.setChecked(chosen)
        self.blockSignals(False)
        self.update()

    @override
    def nextCheckState(self) -> None:
        self.setChecked(True)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, self._ground())
        self._draw_rail(painter)

    def _ground(self) -> str | None:
        look = current_look()
        if self.isChecked():
            return look.primary_soft
        return mix(look.ink, look.card, 0.03) if self._is_touched() else None

    def _draw_rail(self, painter: QPainter) -> None:
        above, below = self._has_rail
        square = QRectF(self.square.geometry())
        painter.setPen(QPen(QColor(current_look().line), _RAIL))
        x = square.center().x()
        if above:
            painter.drawLine(QPointF(x, 0), QPointF(x, square.top()))
        if below:
            painter.drawLine(QPointF(x, square.bottom()), QPointF(x, self.height()))

    def _label(self, part: str, role: str, *, wrap: bool = True) -> PlainLabel:
        label = plain_label("", role, wrap=wrap)
        label.setObjectName(f"{self.objectName()}.{part}")
        label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        label.setParent(self)
        return label

    def _on_toggled(self, checked: bool) -> None:  # noqa: FBT001 - Qt's signal
        if checked:
            self.picked.emit()


def keep_one(rows: Iterable[PickRow], chosen: QWidget | None) -> None:
    """Let one row of several be chosen, or none."""
    for row in rows:
        row.set_chosen(chosen=row is chosen)
