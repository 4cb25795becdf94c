"""Choose how far to look back."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.period import (
    DATES_WORD,
    SESSION_WORD,
    SPAN_WORDS,
    Period,
    Span,
    period_of,
)
from caregiver_journal.ui.widgets.dates_popover import DatesPopover
from caregiver_journal.ui.widgets.flow_layout import flowing_policy
from caregiver_journal.ui.widgets.segmented import Segmented


class PeriodSwitch(QWidget):
    """Month, 3 months, Year or All, or other spans; one of them is always chosen.

    Signals:
        changed(Span): another one was chosen, or other dates.
    """

    changed = Signal(object)

    def __init__(
        self,
        span: Span = Span.QUARTER,
        *,
        name: str = "period",
        today: Callable[[], date] | None = None,
        dates: Period | None = None,
        spans: Sequence[Span] = tuple(SPAN_WORDS),
    ) -> None:
        """Make it.

        Args:
            span: what is chosen.
            name: the object name.
            today: tells the day it is; with it, days from one date to another are offered too.
            dates: the days chosen before, for ``Span.DATES``.
            spans: what is offered before the dates.
        """
        super().__init__()
        self.setObjectName(name)
        self._since = Period()
        self._has_session = False
        self._spans = tuple(spans)
        self._today = today
        self._dates = dates or Period()
        self._span = span
        self.segments = Segmented(self._choices(), name=f"{name}.span")
        self.segments.setAccessibleName(_("Period"))
        self.segments.set_value(span.value)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.segments)
        self.setSizePolicy(flowing_policy())
        self.setFocusProxy(self.segments)
        self.segments.chosen.connect(self._choose)
        self.segments.emptied.connect(self._stay)

    def span(self) -> Span:
        """Return what is chosen."""
        return self._span

    def period(self, today: date) -> Period:
        """Return the days that are chosen."""
        since = self._span is Span.SESSION
        return period_of(self._span, today, self._since if since else self._dates)

    def set_since(self, period: Period | None) -> None:
        """Tell the days since the last session, without a signal; None if there was none yet."""
        self._since = period or Period()
        self._has_session = period is not None
        if self._span is Span.SESSION and period is None:
            self._span = Span.MONTH
        self.segments.set_choices(self._choices())
        self.segments.set_value(self._span.value)

    def set_period(self, span: Span, dates: Period | None = None) -> None:
        """Choose a span, or the days from one date to another, without a signal."""
        self._span, self._dates = span, dates or Period()
        self.segments.set_value(span.value)

    def _choices(self) -> list[tuple[str, str]]:
        words = {**SPAN_WORDS, Span.SESSION: SESSION_WORD}
        spans = [each for each in self._spans if each is not Span.SESSION or self._has_session]
        choices = [(each.value, _(words[each])) for each in spans]
        if self._today is not None:
            choices.append((Span.DATES.value, _(DATES_WORD)))
        return choices

    def _choose(self, key: str) -> None:
        if key == Span.DATES:
            self._ask()
            return
        self._span = Span(key)
        self.changed.emit(self._span)

    def _stay(self) -> None:
        """Keep what was chosen; a second press on dates asks for others."""
        self.segments.set_value(self._span.value)
        if self._span is Span.DATES:
            self._ask()

    def _ask(self) -> None:
        if self._today is None:
            return
        today = self._today()
        field = self.segments.buttons()[-1]
        popover = DatesPopover(field, self.period(today), today, name=f"{self.objectName()}.dates")
        popover.gone.connect(self._take)
        popover.open_below()

    def _take(self, dates: Period | None) -> None:
        """Look at these dates; without an answer what was chosen before holds."""
        had_focus = any(segment.hasFocus() for segment in self.segments.buttons())
        if dates is not None:
            self._span, self._dates = Span.DATES, dates
        self.segments.set_value(self._span.value)
        if had_focus:
            self.segments.setFocus()
        if dates is not None:
            self.changed.emit(self._span)
