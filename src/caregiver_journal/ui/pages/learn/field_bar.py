"""A field with buttons beside it, or below it where it would be too narrow."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QPushButton, QWidget

from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.flow_layout import FlowLayout, flowing_policy

_LEAST_FIELD = 12
"""Width of the field, in heights of a line, below which the buttons stand under it."""


class FieldBar(QWidget):
    """Keeps the field wide enough to type into."""

    def __init__(self, field: QWidget, *buttons: QPushButton) -> None:
        super().__init__()
        self._buttons = buttons
        self._beside = QWidget()
        self._beside.setSizePolicy(flowing_policy())
        flow = FlowLayout(self._beside, gap=SMALL)
        for button in buttons:
            flow.addWidget(button)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SMALL)
        self._row.addWidget(field, 1)
        self._row.addWidget(self._beside)

    def fold(self) -> None:
        """Arrange what is shown for the width there is."""
        shown = [button for button in self._buttons if not button.isHidden()]
        height = max((button.sizeHint().height() for button in shown), default=0)
        for button in shown:
            button.setMinimumHeight(height)  # so that the words of a link stand in one line
        needed = sum(button.sizeHint().width() + SMALL for button in shown) - SMALL
        is_narrow = self.width() - needed < _LEAST_FIELD * self.fontMetrics().height()
        self._beside.setMinimumWidth(0 if is_narrow else needed)
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fold()
