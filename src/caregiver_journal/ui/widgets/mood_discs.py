"""Choose a mood from five discs, each with its numeral and its word."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from caregiver_journal.base.look import DISC, FOCUS_WIDTH, MOODS, SMALL_SIZE, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.one_of import OneOf

_RING = 3
_RING_GAP = 3
_ROOM = _RING + _RING_GAP + FOCUS_WIDTH
_WRAP = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_NUMERAL_SIZE = 1.2


class MoodDiscs(OneOf):
    """Five discs; keys 1–5 and arrows choose, Delete empties.

    Signals:
        chosen(int): the person chose a mood, 1–5.
        emptied(): the person took the choice back.
    """

    chosen = Signal(int)
    emptied = Signal()

    def __init__(
        self, words: Sequence[str], *, name: str = "mood.discs", parent: QWidget | None = None
    ) -> None:
        """Take the five words, lowest mood first.

        Raises:
            ValueError: there are not five words.
        """
        if len(words) != MOODS:
            raise ValueError("a mood has five words")
        super().__init__(parent)
        self.setObjectName(name)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        discs = [_Disc(number, word, self) for number, word in enumerate(words, 1)]
        for number, disc in enumerate(discs, 1):
            disc.setObjectName(f"{name}.{number}")
            row.addWidget(disc, 1)
        self.set_buttons(discs, digits=True)
        self.changed.connect(self._tell)

    def value(self) -> int | None:
        """Return the chosen mood, 1–5, or None."""
        index = self.index()
        return None if index is None else index + 1

    def set_value(self, value: int | None) -> None:
        """Choose a mood, 1–5, or none, without a signal."""
        self.set_index(None if value is None else value - 1)

    def _tell(self, index: int | None) -> None:
        if index is None:
            self.emptied.emit()
        else:
            self.chosen.emit(index + 1)


class _Disc(QAbstractButton):
    """One disc with its word below."""

    def __init__(self, number: int, word: str, group: MoodDiscs) -> None:
        super().__init__(group)
        self._number = number
        self._word = word
        self._group = group
        self.setAccessibleName(f"{number}, {word}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @override
    def hasHeightForWidth(self) -> bool:
        return True

    @override
    def heightForWidth(self, width: int) -> int:
        return self._top() + self._word_rect(width).height()

    @override
    def sizeHint(self) -> QSize:
        width = max(
            self._diameter() + 2 * _ROOM + TINY, self._metrics().horizontalAdvance(self._word)
        )
        return QSize(width + TINY, self.heightForWidth(width + TINY))

    @override
    def minimumSizeHint(self) -> QSize:
        longest = max(
            self._metrics().horizontalAdvance(part) for part in self._word.split() or [""]
        )
        width = max(self._diameter() + 2 * _ROOM, longest + TINY)
        return QSize(width, self.heightForWidth(width))

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_soft = self._group.index() is not None and not self.isChecked()
        disc = look.soft_mood(self._number) if is_soft else look.mood[self._number - 1]
        radius = self._diameter() / 2
        centre = QPointF(self.width() / 2, _ROOM + radius)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(disc))
        painter.drawEllipse(centre, radius, radius)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ring = radius + _RING_GAP + _RING / 2
        if self.isChecked():
            painter.setPen(QPen(QColor(look.primary), _RING))
            painter.drawEllipse(centre, ring, ring)
        if self.hasFocus():
            painter.setPen(QPen(QColor(look.focus), FOCUS_WIDTH))
            outer = radius + _ROOM - FOCUS_WIDTH / 2
            painter.drawEllipse(centre, outer, outer)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        look = current_look()
        painter.setPen(QColor(look.on_mood[self._number - 1]))
        painter.setFont(scaled_font(self.font(), _NUMERAL_SIZE, strong=True))
        disc = QRect(0, _ROOM, self.width(), self._diameter())
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, self.locale().toString(self._number))
        painter.setPen(QColor(look.ink if self.isChecked() else look.muted))
        painter.setFont(scaled_font(self.font(), SMALL_SIZE, strong=self.isChecked()))
        painter.drawText(self._word_rect(self.width()), _WRAP, self._word)

    def _diameter(self) -> int:
        return max(DISC, round(self.fontMetrics().height() * 1.6))

    def _top(self) -> int:
        return 2 * _ROOM + self._diameter()

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled_font(self.font(), SMALL_SIZE, strong=True))

    def _word_rect(self, width: int) -> QRect:
        room = QRect(0, 0, width, 10_000)
        found = self._metrics().boundingRect(room, _WRAP, self._word)
        return QRect(0, self._top(), width, found.height())
