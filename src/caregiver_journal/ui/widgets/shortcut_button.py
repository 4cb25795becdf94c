"""A button that also says which keys do the same."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QWidget,
)

from caregiver_journal.base.look import MEDIUM, SMALL_SIZE, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.ui.theme import current_look, scaled_font, set_role
from caregiver_journal.ui.widgets.text import set_button_text


class ShortcutButton(QPushButton):
    """Words at the start, keys at the end, as ``New entry    Ctrl+N``.

    The keys are shown only; the shortcut itself belongs to the window's actions.
    """

    def __init__(
        self,
        text: str,
        keys: QKeySequence,
        *,
        role: str = "primary",
        name: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._words = text
        self._keys = keys.toString(QKeySequence.SequenceFormat.NativeText)
        set_button_text(self, text)
        self.setAccessibleDescription(self._keys)
        set_role(self, role)

    @override
    def sizeHint(self) -> QSize:
        words = QFontMetrics(self._strong()).horizontalAdvance(self._words)
        keys = QFontMetrics(self._small()).horizontalAdvance(self._keys)
        return QSize(words + keys + 2 * SNUG + MEDIUM, super().sizeHint().height())

    @override
    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    @override
    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = ""
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        look = current_look()
        painter.setPen(look.on_primary if self.property("role") == "primary" else look.ink)
        area = self.rect().adjusted(SNUG, 0, -SNUG, 0)
        start, end = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
        painter.setFont(self._strong())
        self._write(painter, area, start, self._words)
        painter.setFont(self._small())
        self._write(painter, area, end, self._keys)

    def _write(self, painter: QPainter, area: QRect, side: Qt.AlignmentFlag, text: str) -> None:
        along = QStyle.visualAlignment(self.layoutDirection(), side)
        aligned = along | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        painter.drawText(area, aligned, text)

    def _strong(self) -> QFont:
        return scaled_font(self.font(), strong=True)

    def _small(self) -> QFont:
        return scaled_font(self.font(), SMALL_SIZE)
