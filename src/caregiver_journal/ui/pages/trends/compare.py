"""Lay two things side by side: something measured each day, and what parts the days."""

from functools import partial
from typing import TYPE_CHECKING

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.comparing import compare, tell_comparison
from caregiver_journal.domain.comparison import Comparison
from caregiver_journal.domain.condition import Parting
from caregiver_journal.domain.period import Period
from caregiver_journal.journal.trends import (
    Sides,
    condition_choices,
    measured_choices,
    read_sides,
)
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.calm_combo import CalmCombo
from caregiver_journal.ui.widgets.chart_card import ChartCard
from caregiver_journal.ui.widgets.field_row import FieldRow
from caregiver_journal.ui.widgets.segmented import Segmented

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

_SAME, _AFTER = "0", "1"
_WISHES = (f"{Parting.DAY_OFF.value}:", f"{Parting.TAG.value}:", "")


class CompareCard(ChartCard):
    """Chooses two things and the days between them, and shows them side by side.

    Attributes:
        is_working: whether a comparison is being worked out.
        comparison: what is shown; None before the first one.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context.work, _("Compare"), name="trends.compare")
        self._context = context
        self._period = Period()
        self._ticket: Ticket | None = None
        self._read: Sides | None = None
        self._compared: Sides | None = None
        self.is_working = False
        self.comparison: Comparison | None = None
        self.measured = CalmCombo(measured_choices(), name="trends.compare.measured")
        self.condition = CalmCombo(name="trends.compare.condition")
        self.condition.setSizeAdjustPolicy(
            CalmCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.condition.setMinimumContentsLength(22)
        self.lag = Segmented(
            [(_SAME, _("The same day")), (_AFTER, _("The day after"))], name="trends.compare.lag"
        )
        self.lag.set_value(_SAME)
        fields = (
            (_("What is measured"), (self.measured,)),
            (_("On days with and without"), (self.condition,)),
            (_("Which day"), (self.lag,)),
        )
        choosing = FieldRow(*fields, least_ems=12)
        self.body.insertWidget(0, choosing)
        choosing.lower()  # the order of the parts is that of the Tab key: these come second,
        self.more.lower()  # and what can be done with the card first
        self.measured.currentIndexChanged.connect(self._choose_measured)
        self.condition.currentIndexChanged.connect(self._work_out)
        self.lag.chosen.connect(self._work_out)
        self.lag.emptied.connect(self._stay)

    def read_period(self, period: Period) -> None:
        """Read the days of another period; raises ``JournalError``."""
        self._period = period
        self._offer_conditions()
        self._read = self._sides()

    def work_out(self) -> None:
        """Compare what was read, off the window's thread."""
        if self._read is None or self._read == self._compared:
            return
        if self._ticket is not None:
            self._ticket.cancel()
        sides = self._compared = self._read
        self.is_working = True
        self._ticket = self._context.work.start(self, partial(compare, *sides), self._take, _raise)

    def read(self) -> Comparison:
        """Read and compare again what is chosen; raises ``JournalError``."""
        return compare(*self._sides())

    def _offer_conditions(self) -> None:
        """Offer what can part the days now; stay with what was chosen, if it is still there."""
        journal, chosen = self._context.journal, self.condition.value()
        choices = condition_choices(journal, self.measured.value(), self._period)
        is_blocked = self.condition.blockSignals(True)
        self.condition.clear()
        for key, words in choices:
            self.condition.addItem(words, key)
        self.condition.set_value(chosen or _first_asked(choices))
        self.condition.blockSignals(is_blocked)

    def _choose_measured(self) -> None:
        try:
            self._offer_conditions()
        except JournalError as error:
            self._context.fail(error)
            return
        self._work_out()

    def _stay(self) -> None:
        self.lag.set_value(_SAME)
        self._work_out()

    def _work_out(self) -> None:
        try:
            self._read = self._sides()
        except JournalError as error:
            self._context.fail(error)
            return
        self.work_out()

    def _sides(self) -> Sides:
        return read_sides(
            self._context.journal,
            self.measured.value(),
            self.condition.value(),
            int(self.lag.value() or _SAME),
            self._period,
        )

    def _take(self, comparison: Comparison) -> None:
        self.is_working = False
        self.comparison = comparison
        self.show_data(comparison, tell_comparison(comparison))


def _first_asked(choices: tuple[tuple[str, str], ...]) -> str:
    """Return what is likeliest to be asked about: days off, then a tag, then anything."""
    keys = [key for key, _words in choices]
    return next((key for wish in _WISHES for key in keys if key.startswith(wish)), "")


def _raise(error: Exception) -> None:
    raise error
