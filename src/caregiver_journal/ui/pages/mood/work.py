"""The panel beside the form: which shift, how many hours, how heavy, on one day."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import InvalidValueError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import SMALL, TINY
from caregiver_journal.domain.day import WEEKDAYS
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.shift import Shift
from caregiver_journal.domain.workday import Workday
from caregiver_journal.ui.pages.mood.drafts import WorkDraft, work_of
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.hours_field import HoursField, read_hours
from caregiver_journal.ui.widgets.segmented import Segmented
from caregiver_journal.ui.widgets.ten_slider import TenSlider
from caregiver_journal.ui.widgets.text import field_label, plain_label

_WEEK = 7


@dataclass(frozen=True, slots=True)
class WorkNotes:
    """What the journal knows of a day's work.

    Attributes:
        workday: what is stored of the day.
        shifts: all kinds, hidden ones too.
        last_off: the last full day off before that day, or None.
    """

    workday: Workday
    shifts: tuple[Shift, ...]
    last_off: date | None


class WorkPanel(Card):
    """Shows the work of one day; what was said of other days is kept until it is saved.

    Signals:
        edited(): the person changed something.
    """

    edited = Signal()

    def __init__(self, read: Callable[[date], WorkNotes], *, name: str = "work") -> None:
        """Take what reads the notes of a day."""
        super().__init__(name=name)
        self._read = read
        self._notes: WorkNotes | None = None
        self._today: date | None = None
        self._stored: dict[date, WorkDraft] = {}
        self._typed: dict[date, WorkDraft] = {}
        self._shifts: dict[int, Shift] = {}
        self.shift = Segmented((), name=f"{name}.shift")
        self.hours = HoursField(name=f"{name}.hours")
        self.load = TenSlider(_("nothing to carry"), _("too much to carry"), name=f"{name}.load")
        self.problem = ProblemLine(f"{name}.problem")
        self.others = plain_label("", "small", wrap=True)
        self.others.setObjectName(f"{name}.others")
        self._shift_group = _group(_("Shift"), self.shift)
        self.body.setSpacing(SMALL + TINY)
        self.add(self._shift_group, _group(_("Hours"), self.hours, self.problem))
        self.add(_group(_("Load"), self.load), self.others)
        self.shift.changed.connect(self._on_edited)
        self.hours.textEdited.connect(self._on_hours)
        self.hours.editingFinished.connect(self.check)
        self.load.changed.connect(self._on_edited)

    @property
    def day(self) -> date | None:
        """The day that is shown; None before the first."""
        return None if self._notes is None else self._notes.workday.day

    def show_day(self, day: date, today: date) -> None:
        """Show the work of a day: what was typed of it, else what is stored.

        Raises:
            JournalError: it cannot be read.
        """
        notes = self._read(day)
        self._notes, self._today = notes, today
        self._stored[day] = work_of(notes.workday)
        self._shifts = {each.number: each for each in notes.shifts if each.number is not None}
        self.set_title(_say_title(day, today))
        self._fill(self._typed.get(day, self._stored[day]))
        self._show_others(today)

    def set_drafts(self, drafts: Iterable[WorkDraft]) -> None:
        """Take what was typed and not saved; it is shown with ``show_day``."""
        self._typed = {draft.day: draft for draft in drafts}
        self._stored.clear()

    def drafts(self) -> tuple[WorkDraft, ...]:
        """Return what was typed and is not what is stored, day by day."""
        changed = (work for day, work in self._typed.items() if work != self._stored.get(day))
        return tuple(sorted(changed, key=lambda work: work.day))

    def workdays(self) -> tuple[Workday, ...]:
        """Return the days to be saved.

        Raises:
            InvalidValueError: the hours of one make no sense; its day is said if it is another.
        """
        return tuple(self._workday(work) for work in self.drafts())

    def check(self) -> bool:
        """Say at the hours when they make no sense; return whether they do."""
        try:
            self.hours.hours()
        except InvalidValueError as error:
            self.hours.mark(wrong=True)
            self.problem.say(error.sentence)
            return False
        self.problem.say("")
        return True

    def _workday(self, work: WorkDraft) -> Workday:
        try:
            hours = read_hours(work.hours)
        except InvalidValueError as error:
            if work.day == self.day:
                raise
            day = say_day(work.day, self.day or work.day)
            sentence = _("The hours of {day} are no number from 0 to 24.").format(day=day)
            raise InvalidValueError(sentence, field="hours") from error
        shift = None if work.shift is None else self._shifts.get(work.shift)
        return Workday(work.day, shift, hours, work.load)

    def _fill(self, work: WorkDraft) -> None:
        chosen = None if work.shift is None else self._shifts.get(work.shift)
        kept = (self._stored[work.day].shift, work.shift)
        offered = [each for each in self._shifts.values() if not each.is_hidden]
        offered += [
            each for each in self._shifts.values() if each.is_hidden and each.number in kept
        ]
        self.shift.set_choices([(str(each.number), each.name) for each in offered])
        self.shift.set_value(None if chosen is None else str(chosen.number))
        self._shift_group.setVisible(bool(offered))
        if self.hours.text() != work.hours:
            self.hours.setText(work.hours)
        self.load.set_value(work.load)
        self.check()
        self._say_day_off()

    def _on_hours(self) -> None:
        self.problem.say("")
        self._on_edited()

    def _on_edited(self) -> None:
        day = self.day
        if day is None:
            return
        shift = self.shift.value()
        self._typed[day] = WorkDraft(
            day, None if shift is None else int(shift), self.hours.text(), self.load.value()
        )
        self._say_day_off()
        self.edited.emit()

    def _say_day_off(self) -> None:
        if self._notes is None:
            return
        key = self.shift.value()
        shift = None if key is None else self._shifts.get(int(key))
        day = self._notes.workday.day
        last = day if shift is not None and shift.is_off else self._notes.last_off
        is_today = day == self._today
        note = "" if last is None else _say_day_off((day - last).days, is_today=is_today)
        self.load.set_note(note)

    def _show_others(self, today: date) -> None:
        others = [say_day(work.day, today) for work in self.drafts() if work.day != self.day]
        self.others.setText(
            _("The work written for {days} is saved too.").format(days=", ".join(others))
            if others
            else ""
        )
        self.others.setVisible(bool(others))


def _group(text: str, field: QWidget, *below: QWidget) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, TINY)
    column.setSpacing(SMALL)
    column.addWidget(field_label(text, field))
    for widget in (field, *below):
        column.addWidget(widget)
    return group


def _say_title(day: date, today: date) -> str:
    days = (today - day).days
    if days == 0:
        return _("Work today")
    if 0 < days < _WEEK:
        return _("Work on {day}").format(day=_(WEEKDAYS[day.weekday()]))
    return _("Work on {day}").format(day=say_day(day, today))


def _say_day_off(days: int, *, is_today: bool) -> str:
    if days == 0:
        return _("last full day off today") if is_today else _("a full day off")
    if is_today:
        said = ngettext(
            "last full day off {days} day ago", "last full day off {days} days ago", days
        )
    else:
        said = ngettext(
            "last full day off {days} day before", "last full day off {days} days before", days
        )
    return said.format(days=days)
