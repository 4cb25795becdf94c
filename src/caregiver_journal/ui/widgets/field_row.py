"""Fields side by side in equal shares, or below each other where there is no room."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.look import MEDIUM, SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.text import PlainLabel, field_label

_LEAST_EMS = 10
"""The least width of each field where they stand side by side, in widths of an em."""


class FieldRow(QWidget):
    """A row of fields with their labels above them; what belongs to a field stands below it."""

    def __init__(
        self, *fields: tuple[str, Sequence[QWidget]], least_ems: float = _LEAST_EMS
    ) -> None:
        """Take for each field its label, then the field and what stands below it."""
        super().__init__()
        self._least_ems = least_ems
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, SNUG)
        self._row.setSpacing(MEDIUM)
        self._groups: list[QWidget] = []
        self._labels: dict[QWidget, PlainLabel] = {}
        for label, (field, *below) in fields:
            group = QWidget()
            column = QVBoxLayout(group)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SMALL)
            self._labels[field] = field_label(label, field)
            column.addWidget(self._labels[field])
            for widget in (field, *below):
                column.addWidget(widget)
            column.addStretch(1)
            self._row.addWidget(group, 1)
            self._groups.append(group)

    def set_label(self, field: QWidget, text: str) -> None:
        """Label a field otherwise, for those who see it and for those who hear it."""
        self._labels[field].setText(text)
        field.setAccessibleName(text)

    @override
    def minimumSizeHint(self) -> QSize:
        """Return the least size; below each other they can be narrower than they are now."""
        width = max(group.minimumSizeHint().width() for group in self._groups)
        return QSize(width, super().minimumSizeHint().height())

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        em = self.fontMetrics().horizontalAdvance("M")
        count = len(self._groups)
        widest = max(group.minimumSizeHint().width() for group in self._groups)
        needed = count * max(widest, round(self._least_ems * em))
        is_narrow = event.size().width() < needed + (count - 1) * self._row.spacing()
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)
