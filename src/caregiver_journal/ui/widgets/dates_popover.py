"""Ask from which day to which one looks."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import YEARS
from caregiver_journal.domain.period import Period
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.text import field_label, plain_label, push_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_QUARTER = timedelta(days=91)


class DatesPopover(Popover):
    """Two days, in either order.

    Signals:
        gone(object): it was left with the days from one to the other, a Period, or with None.
    """

    gone = Signal(object)

    def __init__(self, field: QWidget, period: Period, today: date, *, name: str) -> None:
        """Hang it below a field; it begins with a period, whose open ends are guessed."""
        super().__init__(field)
        self.setObjectName(name)
        self.setAccessibleName(_("Dates"))
        self._today = today
        self._answer: Period | None = None
        last = period.last or today
        first = period.first or last - _QUARTER
        self.first = DayField(first, name=f"{name}.first")
        self.last = DayField(last, name=f"{name}.last")
        for part in (self.first, self.last):
            part.setDateRange(QDate(YEARS[0], 1, 1), QDate(YEARS[-1], 12, 31))
            part.dateChanged.connect(self._forget_error)
        self.error = plain_label("", "error_small", wrap=True)
        self.error.setObjectName(f"{name}.error")
        self.error.hide()
        self.done = push_button(_("Show"), "primary", name=f"{name}.done")
        self.done.clicked.connect(self._submit)
        self._arrange()

    @override
    def leave(self) -> None:
        was_open = self._is_open
        super().leave()
        if was_open:
            self.gone.emit(self._answer)

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER:
            self._submit()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(SNUG)
        for text, part in ((_("From"), self.first), (_("To"), self.last)):
            column = QVBoxLayout()
            column.setSpacing(TINY)
            column.addWidget(field_label(text, part))
            column.addWidget(part)
            fields.addLayout(column)
        foot = QHBoxLayout()
        foot.setSpacing(SMALL)
        foot.addWidget(self.error, 1)
        foot.addStretch(0)
        foot.addWidget(self.done, 0, Qt.AlignmentFlag.AlignBottom)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        whole.setSpacing(SNUG)
        whole.addLayout(fields)
        whole.addLayout(foot)

    def _submit(self) -> None:
        first, last = sorted((self.first.day(), self.last.day()))
        if first > self._today:
            self._refuse(_("These days have not come yet. Choose at least one that has."))
            return
        self._answer = Period(first, last)
        self.leave()

    def _refuse(self, sentence: str) -> None:
        self.error.setText(sentence)
        self.error.show()
        self.place()
        announce(self.error, sentence)
        field = self.first if self.first.day() > self._today else self.last
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _forget_error(self) -> None:
        if not self.error.isHidden():
            self.error.hide()
            self.place()
