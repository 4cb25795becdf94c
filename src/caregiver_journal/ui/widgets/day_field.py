"""A field for a day."""

from datetime import date

from PySide6.QtCore import QDate
from PySide6.QtWidgets import QDateEdit, QWidget

from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.spin_box import pad_spin_box


class DayField(QDateEdit):
    """Shows a day as *Fri 20 Nov 2026*; the arrow keys change it, and Tab leaves it."""

    def __init__(self, day: date, *, name: str) -> None:
        super().__init__(QDate(day.year, day.month, day.day))
        self.setDisplayFormat("ddd d MMM yyyy")
        self.setObjectName(name)
        pad_spin_box(self)

    def show_day(self, day: date) -> None:
        """Show another day."""
        self.setDate(QDate(day.year, day.month, day.day))

    def day(self) -> date:
        """Return the day it shows."""
        shown = self.date()
        return date(shown.year(), shown.month(), shown.day())

    @override
    def stepBy(self, steps: int) -> None:
        """Step through days whatever week and month they lie in; Qt stops at their ends."""
        if self.currentSection() == QDateEdit.Section.DaySection:
            self.setDate(self.date().addDays(steps))
        else:
            super().stepBy(steps)

    @override
    def stepEnabled(self) -> QDateEdit.StepEnabledFlag:
        if self.isReadOnly() or self.currentSection() != QDateEdit.Section.DaySection:
            return super().stepEnabled()
        steps = QDateEdit.StepEnabledFlag
        return steps.StepUpEnabled | steps.StepDownEnabled

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return QWidget.focusNextPrevChild(self, next)  # not to its month and its year first
