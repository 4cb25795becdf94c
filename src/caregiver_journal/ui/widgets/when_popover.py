"""Choose a day and a time."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.spin_box import pad_spin_box
from caregiver_journal.ui.widgets.text import field_label, push_button

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WhenPopover(Popover):
    """Day and time with Now, Yesterday and Done; what is changed counts at once, Escape undoes it.

    Signals:
        changed(object): the moment as it is now, an aware datetime, or None for now.
    """

    changed = Signal(object)

    def __init__(
        self, moment: datetime | None, now: Callable[[], datetime], field: QWidget
    ) -> None:
        super().__init__(field)
        self.setAccessibleName(_("Day and time"))
        self._now = now
        self._before = moment
        self._moment = now() if moment is None else moment
        self._day = QDateEdit()
        self._day.setDisplayFormat("ddd d MMM yyyy")
        self._day.setObjectName(f"{self.objectName()}.day")
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm")
        self._time.setObjectName(f"{self.objectName()}.time")
        pad_spin_box(self._day)
        pad_spin_box(self._time)
        self._show()
        self._day.dateChanged.connect(self._edited)
        self._time.timeChanged.connect(self._edited)
        self._arrange()

    @override
    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.changed.emit(self._before)
        if event.key() in _ENTER:
            self.leave()
        else:
            super().keyPressEvent(event)

    def _arrange(self) -> None:
        name = self.objectName()
        fields = QHBoxLayout()
        fields.setSpacing(SNUG)
        for text, part in ((_("Day"), self._day), (_("Time"), self._time)):
            column = QVBoxLayout()
            column.setSpacing(TINY)
            column.addWidget(field_label(text, part))
            column.addWidget(part)
            fields.addLayout(column)
        now = push_button(_("Now"), name=f"{name}.now")
        yesterday = push_button(_("Yesterday"), name=f"{name}.yesterday")
        done = push_button(_("Done"), "primary", name=f"{name}.done")
        now.clicked.connect(self._take_now)
        yesterday.clicked.connect(self._take_yesterday)
        done.clicked.connect(self.leave)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(now)
        buttons.addWidget(yesterday)
        buttons.addStretch(1)
        buttons.addWidget(done)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        whole.setSpacing(SNUG)
        whole.addLayout(fields)
        whole.addLayout(buttons)

    def _show(self) -> None:
        """Show the moment without taking that for an edit."""
        moment = self._moment
        for part in (self._day, self._time):
            part.blockSignals(True)
        self._day.setDate(QDate(moment.year, moment.month, moment.day))
        self._time.setTime(QTime(moment.hour, moment.minute))
        for part in (self._day, self._time):
            part.blockSignals(False)

    def _edited(self) -> None:
        day, time = self._day.date(), self._time.time()
        self._moment = on_clock(
            self._moment,
            (day.year(), day.month(), day.day()),
            (time.hour(), time.minute()),
        )
        self.changed.emit(self._moment)

    def _take_now(self) -> None:
        self._moment = self._now()
        self._show()
        self.changed.emit(None)
        self.leave()

    def _take_yesterday(self) -> None:
        day = self._now().astimezone(self._moment.tzinfo).date() - timedelta(days=1)
        self._day.setDate(QDate(day.year, day.month, day.day))


def on_clock(moment: datetime, day: tuple[int, int, int], time: tuple[int, int]) -> datetime:
    """Return the moment that a wall clock in the same zone shows as this day and time.

    A time that the clock skipped is moved to the one that exists.
    """
    year, month, date = day
    hour, minute = time
    wanted = moment.replace(
        year=year, month=month, day=date, hour=hour, minute=minute, second=0, microsecond=0
    )
    return wanted.astimezone(UTC).astimezone(moment.tzinfo)
