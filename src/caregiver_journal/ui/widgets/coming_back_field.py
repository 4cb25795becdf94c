"""Say when something that was written comes back to be read again."""

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.coming_back import COMING_BACK_WORDS, ComingBack, come_back_on
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.day_field import DayField
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.text import plain_label

_USUAL = timedelta(days=21)
"""What the field for a day begins with."""


class ComingBackField(QWidget):
    """One of a few times, or a day; "not at all" to begin with, or nothing where it ``asks``.

    Signals:
        changed(): the person chose otherwise.
    """

    changed = Signal()

    def __init__(self, today: date, *, name: str, asks: bool = False) -> None:
        """Count from this day on; the day's field is ``<name>.day_field``."""
        super().__init__()
        self.setObjectName(name)
        self._today = today
        self._asks = asks
        words = [(choice.value, _(word)) for choice, word in COMING_BACK_WORDS.items()]
        self.choice = Segmented(words, name=f"{name}.choice", as_chips=True, keeps_one=True)
        self.day = DayField(today + _USUAL, name=f"{name}.day_field")
        self.day.setAccessibleName(_("The day it comes back"))
        self.where = plain_label(_("It waits on Today then, quietly."), "small", wrap=True)
        self.question = plain_label(
            _("When would you like to read it again? Not at all is fine."), wrap=True
        )
        self.question.setObjectName(f"{name}.question")
        self.question.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self.question)
        column.addWidget(self.choice)
        column.addWidget(self.day, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.where)
        self.setFocusProxy(self.choice)
        self.choice.changed.connect(self._take)
        self.day.dateChanged.connect(self._take)
        self.set_day(None)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the choice."""
        super().setAccessibleName(name)
        self.choice.setAccessibleName(name)

    def chosen(self) -> ComingBack:
        """Return what was chosen."""
        return ComingBack(self.choice.value() or ComingBack.NEVER)

    def ask(self) -> bool:
        """Ask once, quietly, where nothing was chosen; return whether that was now."""
        if self.choice.value() is not None or not self.question.isHidden():
            return False
        self.question.show()
        self.setFocus()
        announce(self, self.question.text())
        return True

    def value(self) -> date | None:
        """Return the day on which it comes back; None for not at all."""
        return come_back_on(self.chosen(), self._today, self.day.day())

    def set_today(self, today: date) -> None:
        """Count from another day on."""
        self._today = today

    def set_day(self, day: date | None) -> None:
        """Show a day, or what it is to begin with, without a signal."""
        times = (ComingBack.WEEK, ComingBack.FORTNIGHT, ComingBack.MONTH)
        chosen = None if self._asks else ComingBack.NEVER
        if day is not None:
            chosen = next(
                (each for each in times if come_back_on(each, self._today) == day), ComingBack.DAY
            )
            self.day.blockSignals(True)
            self.day.setDate(QDate(day.year, day.month, day.day))
            self.day.blockSignals(False)
        self.choice.set_value(None if chosen is None else chosen.value)
        self._show()

    def _take(self) -> None:
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        self.day.setVisible(self.chosen() is ComingBack.DAY)
        self.where.setVisible(self.chosen() is not ComingBack.NEVER)
