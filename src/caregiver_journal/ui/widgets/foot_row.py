"""The last line of a form: quiet things at its start, actions at its end; two lines if need be."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.flow_layout import FlowLayout


class FootRow(QWidget):
    """Stands in one line where there is room, else the actions stand below the rest."""

    def __init__(self, start: Sequence[QWidget], end: Sequence[QWidget]) -> None:
        super().__init__()
        self._start = QWidget()
        flow = FlowLayout(self._start, gap=MEDIUM)
        flow.setContentsMargins(0, 0, 0, 0)
        for widget in start:
            flow.addWidget(widget)
        self._end = QWidget()
        row = QHBoxLayout(self._end)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addStretch(1)
        for widget in end:
            row.addWidget(widget)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(MEDIUM)
        self._box.addWidget(self._start, 1)
        self._box.addWidget(self._end)

    @override
    def minimumSizeHint(self) -> QSize:
        hint = super().minimumSizeHint()
        widest = max(self._start.minimumSizeHint().width(), self._end.minimumSizeHint().width())
        return QSize(widest, hint.height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    @override
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()  # what stands there may have come or gone
        return super().event(event)

    def _turn(self) -> None:
        needed = self._start.sizeHint().width() + MEDIUM + self._end.sizeHint().width()
        direction = QBoxLayout.Direction
        is_narrow = self.width() < needed
        self._box.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
