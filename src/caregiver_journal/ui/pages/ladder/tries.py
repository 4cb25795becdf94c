"""What is known of one situation: expected against actual over time, and each try."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.domain.ladder import ENOUGH, Try, compared
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.journal.ladder import LadderRow
from caregiver_journal.ui.pages.ladder.rows import TryRow
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.pair_chart import PairChart
from caregiver_journal.ui.widgets.pair_drawing import Pair, PairWords
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

MOST_TRIES = 12
"""So many tries are listed at once; the others are one button away."""
MOST_DRAWN = 60
"""So many of the last tries are drawn."""


def _words() -> PairWords:
    return PairWords(
        name=_("Distress, expected and as it was"),
        before=_("expected"),
        after=_("as it was"),
        summary=_(
            "{count} tries: {lower} easier than expected, {same} as expected, {higher} harder."
        ),
        moment=_("When"),
    )


class TriesCard(Card):
    """Shows the tries of the situation that is chosen.

    Signals:
        menu_chosen: a ``(number, key)`` pair of a try, the key being edit or delete.
        entry_opened(str): a boundary moment is wanted; its id.
    """

    menu_chosen = Signal(object)
    entry_opened = Signal(str)

    def __init__(self) -> None:
        super().__init__(name="ladder.tries")
        self._row: LadderRow | None = None
        self._today = date.min
        self._say_moment: Callable[[Try], str] = _nothing
        self._is_whole = False
        self.hint = plain_label("", "muted", wrap=True)
        self.hint.setObjectName("ladder.tries.hint")
        self.chart = PairChart(_words(), name="ladder.chart", least=ENOUGH)
        self._room = RowStack(gap=MEDIUM)
        self.rows: list[TryRow] = []
        self._said: tuple[list[tuple[Try, str]], date] = ([], date.min)
        self.rest = push_button("", "link", name="ladder.tries.all")
        self.rest.clicked.connect(self._show_all)
        self.chart.opened.connect(self._open_pair)
        self.add(self.hint, self.chart, self._room, self.rest)

    def show_row(
        self, row: LadderRow | None, today: date, say_moment: Callable[[Try], str] | None = None
    ) -> None:
        """Show the tries of a situation, or that none is chosen.

        Args:
            row: the situation with its tries.
            today: decides whether years are said.
            say_moment: returns the title of the boundary moment of a try; "" where it is gone.
        """
        if row is None or self._row is None or row.step.number != self._row.step.number:
            self._is_whole = False
        self._row, self._today, self._say_moment = row, today, say_moment or _nothing
        self.set_title("" if row is None else row.step.text)
        tries = () if row is None else row.tries
        if row is None:
            self.hint.setText(_("Choose a situation to see its tries."))
        else:
            self.hint.setText(_("Not tried yet. There is no hurry, and no order."))
        self.hint.setVisible(not tries)
        self.chart.setVisible(bool(tries))
        self._draw(tries)
        self._show_tries(tries)

    def _draw(self, tries: Sequence[Try]) -> None:
        both = compared(tries)
        pairs = tuple(
            Pair(
                str(tried.number), say_date(tried.happened.date(), self._today), tried.expected, was
            )
            for tried, was in both[-MOST_DRAWN:]
        )
        few = ngettext(
            "There are not enough tries yet for a drawing: {count} has both numbers.",
            "There are not enough tries yet for a drawing: {count} have both numbers.",
            len(both),
        ).format(count=len(both))
        more = _("The last {count} of {all}.").format(count=len(pairs), all=len(both))
        self.chart.show_pairs(pairs, few, more if len(both) > len(pairs) else "")

    def _show_tries(self, tries: Sequence[Try]) -> None:
        shown = tries if self._is_whole else tries[:MOST_TRIES]
        set_button_text(self.rest, _("Show all {count}").format(count=len(tries)))
        self.rest.setVisible(len(shown) < len(tries))
        said = [(tried, self._say_moment(tried) if tried.entry_id else "") for tried in shown]
        if (said, self._today) == self._said:
            return
        self._said = (said, self._today)
        self.rows = [TryRow(tried, moment, self._today) for tried, moment in said]
        for row in self.rows:
            row.menu_chosen.connect(self.menu_chosen)
            row.entry_opened.connect(self.entry_opened)
        self._room.show_rows(self.rows, [stop for row in self.rows for stop in row.stops()])

    def _show_all(self) -> None:
        self._is_whole = True
        had_keyboard = self.rest.hasFocus()
        at = len(self.rows)
        self._show_tries(() if self._row is None else self._row.tries)
        if had_keyboard and at < len(self.rows):
            self.rows[at].more.setFocus()

    def _open_pair(self, number: str) -> None:
        """Open the moment of a drawn try, or the try itself where it has none."""
        tries = () if self._row is None else self._row.tries
        tried = next((each for each in tries if str(each.number) == number), None)
        if tried is None:
            return
        if tried.entry_id and self._say_moment(tried):
            self.entry_opened.emit(tried.entry_id)
        else:
            self.menu_chosen.emit((tried.number, "edit"))


def _nothing(_tried: Try) -> str:
    return ""
