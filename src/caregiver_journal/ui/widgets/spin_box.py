"""What number, date and time fields have in common."""

from PySide6.QtWidgets import QAbstractSpinBox

_SPIN_MARGIN = 10


def pad_spin_box(field: QAbstractSpinBox) -> None:
    """Give the text of a number, date or time field its room, which a style sheet cannot."""
    field.lineEdit().setTextMargins(_SPIN_MARGIN, 0, _SPIN_MARGIN, 0)
