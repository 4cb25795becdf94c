"""Say which day a moment counts to where that is not plain, and let it count to the other."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

_NOON = 12


class WhenDay(QWidget):
    """A sentence and a quiet button; takes no room while the day is the moment's date.

    In the morning the button alone is there, for those who come from a night shift.

    Signals:
        changed(object): the person chose a day by hand, or None for the day of the rule.
    """

    changed = Signal(object)

    def __init__(self, *, name: str = "when.day", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._offered: date | None = None
        self._sentence = plain_label("", "small", wrap=True)
        self._sentence.setObjectName(f"{name}.sentence")
        self._other = push_button("", "link", name=f"{name}.other")
        self._other.clicked.connect(self._take_other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._sentence)
        column.addWidget(self._other, 0, Qt.AlignmentFlag.AlignLeading)
        self.hide()

    def show_day(self, moment: datetime, rule: date, chosen: date | None, today: date) -> None:
        """Show the day a moment counts to.

        Args:
            moment: in its own zone.
            rule: the day it counts to by itself.
            chosen: the day the person chose, or None.
            today: the date here.
        """
        day = chosen or rule
        plain = moment.date()
        matters = day != plain or rule != plain
        is_morning = moment.hour < _NOON and plain > date.min
        self.setVisible(matters or is_morning)
        if not (matters or is_morning):
            return
        night_before = plain - timedelta(days=1) if is_morning else plain
        other = next(each for each in (rule, plain, night_before) if each != day)
        self._offered = None if other == rule else other
        self._sentence.setVisible(matters)
        self._sentence.setText(_("It counts to {day}.").format(day=say_day(day, today)))
        words = _("Count it to {day}").format(day=_(WEEKDAYS[other.weekday()]))
        set_button_text(self._other, words)

    def text(self) -> str:
        """Return the sentence; "" while none is needed."""
        return "" if self.isHidden() or self._sentence.isHidden() else self._sentence.text()

    def _take_other(self) -> None:
        self.changed.emit(self._offered)


def may_count_to(day: date, moment: datetime) -> bool:
    """Tell whether a day that was chosen for *now* still fits the moment."""
    return moment.date() - day in (timedelta(), timedelta(days=1))
