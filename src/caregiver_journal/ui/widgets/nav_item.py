"""A row of the sidebar that leads to a page."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QStyle, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import FOCUS_WIDTH, RADIUS_CONTROL, SMALL, SNUG, mix
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import ICON_SIZE, pixmap
from caregiver_journal.ui.theme import current_look, scaled_font

_PAD = 9


class NavItem(QAbstractButton):
    """An icon and a word; marked while its page is shown.

    Up and Down go to the neighbours, as Tab does; Space and Enter open the page.
    """

    def __init__(
        self, text: str, icon_name: str, *, name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setText(text)
        self.setAccessibleName(text)
        self._icon_name = icon_name
        self._is_current = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
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
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

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
        half = FOCUS_WIDTH / 2
        shape = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.setPen(
            QPen(QColor(look.focus), FOCUS_WIDTH) if self.hasFocus() else Qt.PenStyle.NoPen
        )
        painter.setBrush(self._ground())
        painter.drawRoundedRect(shape, RADIUS_CONTROL, RADIUS_CONTROL)
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
        start_side = QStyle.visualAlignment(self.layoutDirection(), Qt.AlignmentFlag.AlignLeft)
        aligned = start_side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(self._mirrored(words), aligned, self.text())

    def _ground(self) -> QColor:
        look = current_look()
        if self._is_current:
            return QColor(look.primary_soft)
        if self.underMouse() or self.isDown():
            return QColor(mix(look.ink, look.sidebar, 0.06))
        return QColor(Qt.GlobalColor.transparent)

    def _icon_size(self) -> int:
        return max(ICON_SIZE, round(self.fontMetrics().height() * 0.92))

    def _mirrored(self, place: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), place)
