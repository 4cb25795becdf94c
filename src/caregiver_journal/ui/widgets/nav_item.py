"""A row of the sidebar that leads to a page."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL, SNUG, mix
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, pixmap
from caregiver_journal.ui.theme import current_look, scaled_font
from caregiver_journal.ui.widgets.row_button import RowButton

_PAD = 9


class NavItem(RowButton):
    """An icon and a word; marked while its page is shown.

    Up and Down go to the neighbours, as Tab does; Space and Enter open the page.
    """

    def __init__(
        self, text: str, icon_name: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(name=name, parent=parent)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon_name = icon_name
        self._is_current = False
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def is_current(self) -> bool:
        """Tell whether it is marked."""
        return self._is_current

    def set_current(self, *, current: bool) -> None:
        """Mark it, also for those who hear it; a check mark would be theirs to switch."""
        self._is_current = current
        self.setAccessibleDescription(_("You are on this page") if current else "")
        self.update()

    @override
    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(scaled_font(self.font(), strong=True))
        words = metrics.horizontalAdvance(self.text())
        icon = self._icon_size()
        return QSize(3 * SNUG + icon + words, max(icon, metrics.height()) + 2 * _PAD)

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        look = current_look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter, self._ground())
        colour = look.primary if self._is_current else look.ink
        size = self._icon_size()
        icon = QRect(SNUG, (self.height() - size) // 2, size, size)
        painter.drawPixmap(
            self._mirrored(icon), pixmap(self._icon_name, colour, size, self.devicePixelRatio())
        )
        painter.setPen(QColor(colour))
        painter.setFont(scaled_font(self.font(), strong=self._is_current))
        start = 2 * SNUG + size
        words = QRect(start, 0, self.width() - start - SMALL, self.height())
        self._write(painter, words, Qt.AlignmentFlag.AlignLeft, self.text())

    def _ground(self) -> str | None:
        look = current_look()
        if self._is_current:
            return look.primary_soft
        return mix(look.ink, look.sidebar, 0.06) if self._is_touched() else None

    def _icon_size(self) -> int:
        return max(ICON_SIZE, round(self.fontMetrics().height() * 0.92))
