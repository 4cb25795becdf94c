"""Makes the cards of the page when they are first wanted, and fills each for a period."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from caregiver_journal.base.i18n import N_, _
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.trend import StandsOut, what_stands_out
from caregiver_journal.journal.trends import read_scan
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.trends.compare import CompareCard
from caregiver_journal.ui.pages.trends.drawings import DRAWINGS
from caregiver_journal.ui.pages.trends.stands_out import StandsOutCard
from caregiver_journal.ui.picture_saving import save_picture
from caregiver_journal.ui.widgets.card_rows import Share
from caregiver_journal.ui.widgets.chart_card import ChartCard
from caregiver_journal.ui.widgets.chart_view import ChartView
from caregiver_journal.ui.widgets.placed_card import PlacedCard
from caregiver_journal.ui.widgets.year_days import YearDays

if TYPE_CHECKING:
    from caregiver_journal.ui.work import Ticket

T = TypeVar("T")

_STANDS_OUT = "stands-out"
_COMPARE = "compare"
_WORDS = {_STANDS_OUT: N_("What stands out"), _COMPARE: N_("Compare")}
_SHARES = {_STANDS_OUT: Share.NARROW, _COMPARE: Share.WHOLE}


def is_drawing(name: str) -> bool:
    """Tell whether a card is a drawing; the others are worked out when all drawings are there."""
    return name in DRAWINGS


def card_title(name: str) -> str:
    """Return what a card is called."""
    if name in _WORDS:
        return _(_WORDS[name])
    return _(DRAWINGS[name].title)


class Cards(QObject):
    """All cards of the page.

    Signals:
        opened(Behind): the entries behind a point shall be seen.
        moved(str, int): a card shall stand one place earlier or later.
        hidden(str): a card shall go.
        grown(): a card has other parts than before.
    """

    opened = Signal(object)
    moved = Signal(str, int)
    hidden = Signal(str)
    grown = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._made: dict[str, PlacedCard] = {}
        self._tickets: dict[str, Ticket] = {}
        self._data: dict[str, Any] = {}
        self._shown: dict[str, object] = {}
        self._period = Period()

    def place(self, name: str) -> tuple[QWidget, Share]:
        """Return a card, and how much of a row it takes."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name], _SHARES[name] if name in _SHARES else DRAWINGS[name].share

    def is_made(self, name: str) -> bool:
        """Return whether there is a card already."""
        return name in self._made

    def set_place(self, name: str, *, is_first: bool, is_last: bool) -> None:
        """Say where among the others a card stands."""
        self._made[name].set_place(is_first=is_first, is_last=is_last)

    def take_keyboard(self, name: str) -> None:
        """Give the keyboard to what can be done with a card."""
        if name in self._made:
            self._made[name].more.setFocus()

    @property
    def are_settled(self) -> bool:
        """Whether nothing is being told, drawn or worked out."""
        charts = (card for card in self._made.values() if isinstance(card, ChartCard))
        return not self._tickets and all(map(_is_settled, charts))

    def read(self, name: str, period: Period) -> None:
        """Read what a card is to show; raises ``JournalError``."""
        card, journal = self._made[name], self._context.journal
        self._period = period
        if isinstance(card, CompareCard):
            card.read_period(period)
        elif isinstance(card, StandsOutCard):
            self._data[name] = read_scan(journal, period)
        else:
            self._data[name] = DRAWINGS[name].read(journal, period)

    def show(self, name: str) -> None:
        """Show what was read for a drawing, once it was said in words, off the window's thread."""
        data, card = self._data[name], self._made[name]
        if isinstance(card, ChartCard) and data != self._shown.get(name):
            self._shown[name] = data
            self._start(name, partial(DRAWINGS[name].tell, data), partial(card.show_data, data))

    def work_out(self, name: str) -> None:
        """Begin to work out what was read for a card of words."""
        card = self._made[name]
        if isinstance(card, CompareCard):
            card.work_out()
        elif isinstance(card, StandsOutCard) and self._data[name] != self._shown.get(name):
            scan = self._shown[name] = self._data[name]
            card.show_found(None)
            self._start(name, partial(what_stands_out, scan), partial(self._found, card))

    def _start(self, name: str, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Do something on the worker for a card; what it did before is wanted no more."""
        if name in self._tickets:
            self._tickets[name].cancel()

        def take(result: T) -> None:
            del self._tickets[name]
            done(result)

        self._tickets[name] = self._context.work.start(self, work, take, _raise)

    def _found(self, card: StandsOutCard, found: StandsOut) -> None:
        card.show_found(found)
        self.grown.emit()

    def _make(self, name: str) -> PlacedCard:
        card: PlacedCard
        if name == _STANDS_OUT:
            card = StandsOutCard()
        elif name == _COMPARE:
            card = self._connected(CompareCard(self._context), name)
        else:
            card = self._connected(self._make_chart(name), name)
        card.moved.connect(partial(self.moved.emit, name))
        card.hidden.connect(partial(self.hidden.emit, name))
        return card

    def _make_chart(self, name: str) -> ChartCard:
        view = YearDays(name="trends.year.view") if name == "year" else None
        title = _(DRAWINGS[name].title)
        return ChartCard(self._context.work, title, name=f"trends.{name}", view=view)

    def _connected(self, card: ChartCard, name: str) -> ChartCard:
        card.opened.connect(self.opened)
        card.save_requested.connect(partial(self._save, card, name))
        return card

    def _save(self, card: ChartCard, name: str) -> None:
        save_picture(self._context, partial(self._read, card, name), name=name)

    def _read(self, card: ChartCard, name: str) -> object:
        if isinstance(card, CompareCard):
            return card.read()
        return DRAWINGS[name].read(self._context.journal, self._period)


def _is_settled(card: ChartCard) -> bool:
    if isinstance(card, CompareCard) and card.is_working:
        return False
    return not isinstance(card.view, ChartView) or card.view.is_settled


def _raise(error: Exception) -> None:
    raise error
