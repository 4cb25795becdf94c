"""The page of trends: drawings of a period, what stands out in it, and comparisons."""

from collections import deque
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from itertools import filterfalse

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_period
from caregiver_journal.domain.preference import START_OF_DAY, TREND_CARDS
from caregiver_journal.domain.telling import Behind
from caregiver_journal.journal.card_placing import card_order, hide_card, move_card, show_card
from caregiver_journal.journal.trends import Counts, summary_counts
from caregiver_journal.ui.event_marks_sheet import EventMarksSheet
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.trends.cards import Cards, is_drawing
from caregiver_journal.ui.pages.trends.hidden_cards import HiddenCards
from caregiver_journal.ui.widgets.card_rows import CardRows
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.period_switch import PeriodSwitch
from caregiver_journal.ui.widgets.text import push_button

AT_ONCE = 2
"""How many cards stand there when the page is first seen; the rest follow one by one."""
_LATER = 30
"""Milliseconds after which it is looked again whether all drawings are there."""


class TrendsPage(Page):
    """Shows drawings, one card after the other, so that the window breathes between them."""

    shows = frozenset(
        {
            *Kind,
            Topic.EVENT_MARK,
            Topic.INSTRUMENT,
            Topic.PAUSE,
            Topic.SHIFT,
            Topic.TAG,
            Topic.WORKDAY,
            START_OF_DAY,
            TREND_CARDS,
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.period = PeriodSwitch(name="trends.period", today=self._today)
        self.header = PageHeader(_("Trends"), "", self.period)
        self.measures = push_button(_("Measures"), "link", name="trends.to_measures")
        self.marks = push_button(_("Mark a day…"), "link", name="trends.to_marks")
        self.rows = CardRows()
        self.hidden = HiddenCards()
        self.cards = Cards(context, self)
        self.empty = EmptyState(
            _(
                "After some check-ins your days will stand here as drawings, each with a line that "
                "says how to read it."
            ),
            _("Write a check-in"),
            icon_name="trends",
            name="trends.empty",
        )
        self._order: list[str] = []
        self._steps: deque[Callable[[], None]] = deque()
        self._next = QTimer(self)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._take_step)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        counts = summary_counts(journal, self._period())
        has_any = journal.entries.count()[0] > 0
        self.header.set_subtitle(self._say_counts(counts) if has_any else "")
        for part in (self.rows, self.measures, self.marks):
            part.setVisible(has_any)
        self.empty.setVisible(not has_any)
        order = card_order(journal)
        self.hidden.show_names([each.name for each in order if each.is_hidden and has_any])
        self._order = [each.name for each in order if not each.is_hidden and has_any]
        self._place_cards(*self._order[:AT_ONCE])
        self._steps = deque(self._plan(self._period()))
        self._next.start(0)

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.part == "marks":
            self._open_marks()

    @override
    def focus_first(self) -> None:
        self.period.setFocus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._next.stop()
        self._is_stale = True  # the day may be another one on coming back

    @property
    def is_settled(self) -> bool:
        """Whether all that is seen is what is wanted, so that nothing will change by itself."""
        return not self._steps and not self._next.isActive() and self.cards.are_settled

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        links = QWidget()
        flow = FlowLayout(links, gap=MEDIUM)
        flow.setContentsMargins(0, 0, 0, 0)
        flow.addWidget(self.measures)
        flow.addWidget(self.marks)
        top = QVBoxLayout()
        top.setSpacing(TINY)
        top.addWidget(self.header)
        top.addWidget(links)
        column.addLayout(top)
        column.addWidget(self.rows)
        column.addWidget(self.hidden)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        self.set_content(inside)

    def _connect(self) -> None:
        self.period.changed.connect(self._read_again)
        self.measures.clicked.connect(partial(self._go, Destination("measures")))
        self.marks.clicked.connect(self._open_marks)
        self.empty.step_requested.connect(partial(self._go, Destination("mood")))
        self.hidden.wanted.connect(self._show_card)
        self.cards.opened.connect(self._open)
        self.cards.moved.connect(self._move_card)
        self.cards.hidden.connect(self._hide_card)
        self.cards.grown.connect(self.rows.keep_order)

    # --- what is shown --------------------------------------------------------------------------

    def _today(self) -> date:
        journal = self.context.journal
        return day_of(journal.clock(), journal.start_of_day)

    def _period(self) -> Period:
        return self.period.period(self._today())

    def _place_cards(self, *new: str) -> None:
        """Show the cards that are made and new ones; the others come when it is their turn."""
        names = [name for name in self._order if name in new or self.cards.is_made(name)]
        self.rows.show_cards([self.cards.place(name) for name in names])
        for name in names:
            is_first, is_last = name == self._order[0], name == self._order[-1]
            self.cards.set_place(name, is_first=is_first, is_last=is_last)

    def _plan(self, period: Period) -> Iterator[Callable[[], None]]:
        """Yield what is left to do, in steps between which the window does what else there is.

        First all is read, while the worker rests: both at once would wait for one another.
        """
        for name in self._order:
            if not self.cards.is_made(name):
                yield partial(self._place_cards, name)
            yield partial(self.cards.read, name, period)
        yield self.rows.keep_order
        for name in filter(is_drawing, self._order):
            yield partial(self.cards.show, name)
        for name in filterfalse(is_drawing, self._order):
            yield partial(self._work_out, name)

    def _take_step(self) -> None:
        if not self._steps:
            return
        try:
            self._steps.popleft()()
        except JournalError as error:
            self._steps.clear()
            self.context.fail(error)
            return
        if not self._next.isActive():
            self._next.start(0)

    def _work_out(self, name: str) -> None:
        """Work something out once all drawings are there, which are waited for first."""
        if self.cards.are_settled:
            self.cards.work_out(name)
        else:
            self._steps.appendleft(partial(self._work_out, name))
            self._next.start(_LATER)

    def _say_counts(self, counts: Counts) -> str:
        moods = counts.by_kind.get(Kind.MOOD, 0)
        asked = counts.by_kind.get(Kind.BOUNDARY, 0)
        said = [
            ngettext("{count:,} check-in", "{count:,} check-ins", moods).format(count=moods),
            ngettext("{count:,} boundary moment", "{count:,} boundary moments", asked).format(
                count=asked
            ),
        ]
        return f"{say_period(counts.first, counts.last, self._today())} · {', '.join(said)}"

    # --- what is done ---------------------------------------------------------------------------

    def _go(self, destination: Destination) -> None:
        self.go_requested.emit(destination)

    def _open(self, behind: Behind) -> None:
        if behind.entry_id:
            self._go(Destination("journal", behind.entry_id))
        else:
            self._go(Destination("journal", query=behind.query))

    def _open_marks(self) -> None:
        EventMarksSheet(self.context, self._today())

    def _move_card(self, name: str, step: int) -> None:
        self._try(partial(move_card, self.context.journal, name, step))
        self.cards.take_keyboard(name)

    def _hide_card(self, name: str) -> None:
        try:
            show_again = hide_card(self.context.journal, name)
        except JournalError as error:
            self.context.fail(error)
            return
        self.period.setFocus()
        self.context.undo.offer(_("Card hidden"), show_again)

    def _show_card(self, name: str) -> None:
        self._try(partial(show_card, self.context.journal, name))
        self.cards.take_keyboard(name)
