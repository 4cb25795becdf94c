"""A silent circle that grows and shrinks, to breathe with or only to watch."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import mix
from caregiver_journal.base.marks import override
from caregiver_journal.domain.pacing import Breath, breath_at
from caregiver_journal.ui.theme import current_look, may_move, scaled_font

LARGEST = 220
SMALLEST = 132
"""Its diameter in pixels, depending on the room there is."""
_FILLED = 0.84
"""Most that the words take of the width of the inner circle."""
_INNER = 0.9
"""How much of its own colour the inner circle has; its words stay legible."""
_LEAST_SHARE = 0.55
_MOST_SHARE = 0.92
_STILL_SHARE = 0.68
"""Shares of the diameter that the inner circle takes."""


class Pacer(QWidget):
    """Draws where a breath is; where less motion is wished only its words change.

    It has no clock of its own: whoever has one tells it how much time has passed.
    """

    def __init__(self, *, name: str) -> None:
        super().__init__()
        self.setObjectName(name)
        self._pace = (4, 6)
        self._breath = Breath(is_in=True, share=0.0)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._diameter = LARGEST
        self._say()

    def set_pace(self, inhale: int, exhale: int) -> None:
        """Take how many seconds breathing in and out take."""
        self._pace = (inhale, exhale)

    def set_room(self, height: int) -> None:
        """Be as large as fits into a window of such a height."""
        diameter = max(SMALLEST, min(LARGEST, height * 11 // 40))
        if diameter != self._diameter:
            self._diameter = diameter
            self.updateGeometry()

    def show_second(self, seconds: float) -> None:
        """Show the breath so many seconds after the first one began."""
        before, self._breath = self._breath, breath_at(seconds, *self._pace)
        turned = before.is_in != self._breath.is_in
        if turned:
            self._say()
        if turned or may_move():
            self.update()

    @property
    def breath(self) -> Breath:
        """The breath that is shown."""
        return self._breath

    def words(self) -> str:
        """Return what stands in the circle."""
        return _("breathe in") if self._breath.is_in else _("breathe out")

    @override
    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        ground = QRectF(self.rect())
        painter.setBrush(QColor(look.primary_soft))
        painter.drawEllipse(ground)
        radius = ground.width() / 2 * self._share()
        painter.setBrush(QColor(mix(look.primary, look.primary_soft, _INNER)))
        painter.drawEllipse(QPointF(ground.center()), radius, radius)
        painter.setPen(QColor(look.on_primary))
        painter.setFont(scaled_font(self.font(), self._shrinking()))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, self.words())

    def _shrinking(self) -> float:
        """Return how much smaller its words are, so that the smallest circle still holds them."""
        words = (_("breathe in"), _("breathe out"))
        widest = max(self.fontMetrics().horizontalAdvance(each) for each in words)
        room = self.width() * (_LEAST_SHARE if may_move() else _STILL_SHARE) * _FILLED
        return min(1.0, room / widest)

    def _share(self) -> float:
        if not may_move():
            return _STILL_SHARE
        return _LEAST_SHARE + (_MOST_SHARE - _LEAST_SHARE) * self._breath.fullness

    def _say(self) -> None:
        self.setAccessibleName(_("Breathing circle: {words}").format(words=self.words()))
