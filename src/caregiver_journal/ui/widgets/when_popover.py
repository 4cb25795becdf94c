"""Choose a day, a time and the zone of the clock."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDateEdit, QHBoxLayout, QTimeEdit, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.ui.widgets.popover import Popover
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.spin_box import pad_spin_box
from caregiver_journal.ui.widgets.text import (
    field_label,
    plain_label,
    push_button,
    set_button_text,
)
from caregiver_journal.ui.widgets.when_clock import (
    is_ahead,
    is_skipped,
    is_twice,
    on_clock,
    say_zone,
    zone_key,
)
from caregiver_journal.ui.widgets.when_zone import ZoneList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class WhenPopover(Popover):
    """Day, time and zone with Now, Yesterday and Done; what is changed counts at once.

    Escape brings back what was there before.

    Signals:
        changed(object): the moment as it is now, an aware datetime, or None for now.
    """

    changed = Signal(object)

    def __init__(
        self,
        moment: datetime | None,
        now: Callable[[], datetime],
        zones: Sequence[str],
        field: QWidget,
    ) -> None:
        """Take the moment, what tells the time, and the zones that are offered first."""
        super().__init__(field)
        self.setAccessibleName(_("Day and time"))
        name = self.objectName()
        self._now = now
        self._before = moment
        self._is_now = moment is None
        self._moment = now() if moment is None else moment
        self._day = QDateEdit()
        self._day.setDisplayFormat("ddd d MMM yyyy")
        self._day.setObjectName(f"{name}.day")
        self._time = QTimeEdit()
        self._time.setDisplayFormat("HH:mm")
        self._time.setObjectName(f"{name}.time")
        pad_spin_box(self._day)
        pad_spin_box(self._time)
        which = [("0", _("The first")), ("1", _("The second"))]
        self._which = Segmented(which, name=f"{name}.which")
        self._which.setAccessibleName(_("Which of the two"))
        self._hint = plain_label("", "small", wrap=True)
        self._hint.setObjectName(f"{name}.hint")
        self._zone = push_button("", "link", name=f"{name}.zone")
        near = (zone_key(now().tzinfo), zone_key(self._moment.tzinfo), *zones)
        self._near = tuple(dict.fromkeys(key for key in near if key))
        self._zones: ZoneList | None = None
        self._whole = QVBoxLayout(self)
        self._arrange()
        self._show()
        self._day.dateChanged.connect(self._edited)
        self._time.timeChanged.connect(self._edited)
        self._which.changed.connect(self._edited)
        self._zone.clicked.connect(self._open_zones)

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
        self._whole.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        self._whole.setSpacing(SNUG)
        self._whole.addLayout(fields)
        self._whole.addWidget(self._hint)
        self._whole.addWidget(self._which)
        self._whole.addWidget(self._zone)
        self._whole.addLayout(buttons)

    def _show(self) -> None:
        """Show the moment without taking that for an edit."""
        moment = self._moment
        for part in (self._day, self._time):
            part.blockSignals(True)
        self._day.setDate(QDate(moment.year, moment.month, moment.day))
        self._time.setTime(QTime(moment.hour, moment.minute))
        for part in (self._day, self._time):
            part.blockSignals(False)
        self._explain()

    def _explain(self) -> None:
        """Say what is odd about the time that is shown."""
        moment, shown = self._moment, self._shown()
        self._which.setVisible(is_twice(moment))
        self._which.set_value(str(moment.fold))
        if is_skipped(shown):
            hint = _("The clocks skip {time} that night; it is kept as {kept}.").format(
                time=shown.strftime("%H:%M"), kept=moment.strftime("%H:%M")
            )
        elif is_twice(moment):
            hint = _("The clocks show this time twice that night. Which was it?")
        elif is_ahead(moment, self._now()):
            hint = _("This moment has not come yet.")
        else:
            hint = ""
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
        place = say_zone(moment.tzinfo, moment)
        set_button_text(self._zone, _("Time in {place}").format(place=place))
        if self.isVisible():
            self.place()

    def _shown(self) -> datetime:
        """Return what the fields show, whether or not the clock ever does."""
        day, time = self._day.date(), self._time.time()
        return self._moment.replace(
            year=day.year(),
            month=day.month(),
            day=day.day(),
            hour=time.hour(),
            minute=time.minute(),
        )

    def _edited(self) -> None:
        day, time = self._day.date(), self._time.time()
        self._is_now = False
        self._moment = on_clock(
            self._moment,
            (day.year(), day.month(), day.day()),
            (time.hour(), time.minute()),
            fold=int(self._which.value() or 0),
        )
        self._explain()
        self.changed.emit(self._moment)

    def _take_now(self) -> None:
        self._moment = self._now()
        self._show()
        self.changed.emit(None)
        self.leave()

    def _take_yesterday(self) -> None:
        day = self._now().astimezone(self._moment.tzinfo).date() - timedelta(days=1)
        self._day.setDate(QDate(day.year, day.month, day.day))

    def _open_zones(self) -> None:
        if self._zones is None:
            self._zones = ZoneList(self._near, name=f"{self.objectName()}.zones")
            self._zones.chosen.connect(self._take_zone)
            self._whole.insertWidget(self._whole.indexOf(self._zone) + 1, self._zones)
            self._zones.hide()
        self._zones.setVisible(self._zones.isHidden())
        self.place()
        if not self._zones.isHidden():
            self._zones.setFocus()

    def _take_zone(self, key: str) -> None:
        """Stand in another zone: *now* stays the same moment, a time that was set stays as set."""
        zone = ZoneInfo(key)
        if self._is_now:
            self._moment = self._now().astimezone(zone)
        else:
            moment = self._moment
            day = (moment.year, moment.month, moment.day)
            clock = (moment.hour, moment.minute)
            self._moment = on_clock(moment.replace(tzinfo=zone), day, clock, fold=moment.fold)
        if self._zones is not None:
            self._zones.hide()
        self._show()
        self._zone.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit(self._moment)
