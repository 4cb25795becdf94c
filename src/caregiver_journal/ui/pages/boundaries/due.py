"""The follow-ups that wait, each on a card."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.domain.waiting import MOST_SHOWN, Later, Waiting, say_put_off
from caregiver_journal.journal.boundary_overview import BoundaryOverview
from caregiver_journal.journal.following import (
    dont_ask_again,
    find_follow_up,
    take_back,
    waiting_for,
)
from caregiver_journal.journal.waiting import put_off
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.widgets.waiting_card import WaitingCard


class DueCards(QWidget):
    """Cards for what waits; each leads to its answer, or is put off, or not asked any more.

    Signals:
        answer_wanted(str): the name of a follow-up.
        emptied: the keyboard was on a card, and there is none any more.
    """

    answer_wanted = Signal(str)
    emptied = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        words = _("Don't ask again")
        self.cards = tuple(
            WaitingCard(place + 1, part="follow_up", for_good=words) for place in range(MOST_SHOWN)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        for card in self.cards:
            column.addWidget(card)
            card.followed.connect(self._follow)
            card.put_off.connect(self._put_off)

    def show_overview(self, found: BoundaryOverview) -> None:
        """Show what waits; the keyboard goes on to the next card where its own is gone."""
        focus = self.window().focusWidget()  # None before anything had it
        had_keyboard = bool(focus) and self.isAncestorOf(focus)
        waiting = [waiting_for(asking, found.today) for asking in found.due]
        for place, card in enumerate(self.cards):
            card.show_waiting(waiting[place] if place < len(waiting) else None)
        self.setVisible(bool(waiting))
        if had_keyboard and not focus.isVisibleTo(self.window()) and not self.take_keyboard():
            self.emptied.emit()

    def take_keyboard(self) -> bool:
        """Put the keyboard on the last card's first button; tell whether there is one."""
        shown = [card for card in self.cards if card.waiting is not None]
        if shown:
            shown[-1].action.setFocus()
        return bool(shown)

    def _follow(self, waiting: Waiting) -> None:
        self.answer_wanted.emit(waiting.name)

    def _put_off(self, choice: tuple[Waiting, Later]) -> None:
        waiting, later = choice
        try:
            wait_longer(self._context, waiting.name, later)
        except JournalError as error:
            self._context.fail(error)


def wait_longer(context: Context, name: str, later: Later) -> None:
    """Put a follow-up off and offer to take that back; raises ``JournalError``."""
    undo = put_off(context.journal, name, later)
    context.undo.offer(say_put_off(later), undo)


def end_follow_up(context: Context, name: str) -> None:
    """Ask about it no more and offer to take that back; raises ``JournalError``."""
    journal = context.journal
    ended = dont_ask_again(journal, find_follow_up(journal, name))
    context.undo.offer(_("This is not asked again"), partial(take_back, journal, ended))
