"""Say a number from 0 to 100 per cent in steps of 5, or nothing: empty until it is touched."""

from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import N_
from caregiver_journal.ui.widgets.ten_slider import Scale, TenSlider

PERCENT = Scale(100, 5, N_("{number} %"))


class PercentSlider(TenSlider):
    """A slider as the one from 0 to 10; a digit says so many tenths of the whole.

    A number between two steps is shown as it is, and the next step leads to an even one.
    """

    def __init__(
        self, least: str, most: str, *, name: str = "percent", parent: QWidget | None = None
    ) -> None:
        """Take the words for 0 and for 100 per cent."""
        super().__init__(least, most, name=name, parent=parent, scale=PERCENT)
