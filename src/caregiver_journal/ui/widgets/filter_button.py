"""A button that opens a filter and says what it filters by."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStyle, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.icons import pixmap
from caregiver_journal.ui.theme import current_look, set_role
from caregiver_journal.ui.widgets.text import button_text

_CHEVRON = 16
_LONGEST = 24


class FilterButton(QPushButton):
    """Reads "Any time", or what is filtered by; then it stands out."""

    _icon_name = "chevron_down"

    def __init__(self, words: str, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAutoDefault(False)
        self._words = words
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Minimum, policy.Fixed)
        self.show_filter("")

    def show_filter(self, words: str) -> None:
        """Say what is filtered by; "" when nothing is."""
        self.is_on = bool(words)
        shown = words or self._words
        if len(shown) > _LONGEST:
            shown = f"{shown[: _LONGEST - 1].rstrip()}…"
        self.setText(button_text(shown))
        self.setAccessibleName(self._name_for(words) if words else self._words)
        set_role(self, "filter_on" if words else "filter")
        self.updateGeometry()

    def _name_for(self, words: str) -> str:
        return _("Filter: {words}").format(words=words)

    @override
    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width() + self._chevron() + SMALL, hint.height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        size = self._chevron()
        place = QRect(self.width() - size - 10, (self.height() - size) // 2, size, size)
        where = QStyle.visualRect(self.layoutDirection(), self.rect(), place)
        look = current_look()
        colour = look.primary if self.is_on else look.muted
        picture = pixmap(self._icon_name, colour, size, self.devicePixelRatio())
        QPainter(self).drawPixmap(where, picture)

    def _chevron(self) -> int:
        return max(_CHEVRON, round(self.fontMetrics().height() * 0.8))


class RemovableFilter(FilterButton):
    """Says what is filtered by, and takes that away when it is pressed; hidden without it."""

    _icon_name = "close"

    def __init__(self, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__("", name=name, parent=parent)

    @override
    def show_filter(self, words: str) -> None:
        super().show_filter(words)
        self.setVisible(bool(words))

    @override
    def _name_for(self, words: str) -> str:
        return _("Take this filter away: {words}").format(words=words)
