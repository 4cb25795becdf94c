"""Say when something was, what is wrong with that, and which day it counts to."""

from collections.abc import Callable, Sequence
from datetime import date, datetime, time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.clock import Clock
from caregiver_journal.base.look import TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import DEFAULT_START, day_of
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.when_day import WhenDay, may_count_to
from caregiver_journal.ui.widgets.when_field import WhenField


class MomentField(QWidget):
    """A moment, with what is wrong with it and its day below, where there is something to say.

    Signals:
        changed(): the person changed the moment or the day.
    """

    changed = Signal()

    def __init__(
        self,
        now: Clock,
        zones: Callable[[], Sequence[str]] = tuple,
        *,
        name: str = "form",
        shortens: bool = False,
    ) -> None:
        """Take what tells the time and knows the zones used lately.

        Its parts are named ``<name>.when``, ``<name>.when.problem`` and ``<name>.day``.
        """
        super().__init__()
        self._now = now
        self._start = DEFAULT_START
        self._day: date | None = None
        self.field = WhenField(now, zones, name=f"{name}.when", shortens=shortens)
        self.problem = ProblemLine(f"{name}.when.problem")
        self.counts_to = WhenDay(name=f"{name}.day")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TINY)
        for part in (self.field, self.problem, self.counts_to):
            column.addWidget(part)
        self.setFocusProxy(self.field)
        self.field.changed.connect(self._on_moment)
        self.counts_to.changed.connect(self._on_day)

    @override
    def setAccessibleName(self, name: str) -> None:
        """Name the field; the moment it shows is read with it."""
        self.field.setAccessibleName(name)

    def set_moment(self, moment: datetime | None, day: date | None) -> None:
        """Show a moment, or now, and the day chosen for it by hand, without a signal."""
        self.field.set_value(moment)
        self._day = day
        self.check()
        self._show_day()

    def moment(self) -> datetime | None:
        """Return the chosen moment; None means now."""
        return self.field.chosen()

    def chosen_day(self) -> date | None:
        """Return the day it counts to where that was said by hand."""
        return self._day

    def day(self) -> date:
        """Return the day it counts to."""
        return self._day or day_of(self.field.value(), self._start)

    def is_of_earlier_day(self) -> bool:
        """Tell whether it counts to a day before today."""
        return self.day() < day_of(self._now(), self._start)

    def set_start_of_day(self, start: time) -> None:
        """Count by days that start then."""
        self._start = start
        self._show_day()

    def check(self) -> bool:
        """Say below the field why its moment cannot be saved; return whether it can."""
        self.problem.say(self.field.problem())
        return not self.field.problem()

    def _on_moment(self) -> None:
        """Let the day follow the moment; one that was chosen by hand was of the earlier one."""
        self._on_day(None)
        self.check()

    def _on_day(self, day: object) -> None:
        self._day = day if isinstance(day, date) else None
        self._show_day()
        self.changed.emit()

    def _show_day(self) -> None:
        moment = self.field.value()
        if self.field.chosen() is None and self._day and not may_count_to(self._day, moment):
            self._day = None  # it was chosen another day
        rule = day_of(moment, self._start)
        today = self._now().astimezone(moment.tzinfo).date()
        self.counts_to.show_day(moment, rule, self._day, today)
