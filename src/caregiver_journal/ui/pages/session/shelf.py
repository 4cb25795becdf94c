"""A card of the Session page: rows, what stands there while there are none, and earlier ones."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, SMALL, SNUG
from caregiver_journal.ui.pages.session.rows import Thing, ThingRow
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.flow_layout import FlowLayout
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

MOST_EARLIER = 30
"""So many of the earlier ones are listed; the others stay in the journal."""


@dataclass(frozen=True, slots=True)
class ShelfWords:
    """What a card says.

    Attributes:
        title: what it is called.
        none: what will be here, while nothing is.
        earlier: the words that unfold the earlier ones, with ``{count}``.
    """

    title: str
    none: str
    earlier: str = ""


class Shelf(Card):
    """Shows things, and below a quiet button those of before.

    Signals:
        ticked, linked, opened(str), menu_chosen: as of ``ThingRow``, for any row.
    """

    ticked = Signal(str)
    linked = Signal(str)
    opened = Signal(str)
    menu_chosen = Signal(object)

    def __init__(
        self,
        words: ShelfWords,
        buttons: Sequence[QPushButton] = (),
        lead: Sequence[QWidget] = (),
        *,
        name: str,
    ) -> None:
        """Take its words, the buttons that stand below its rows, and what stands above them."""
        super().__init__(words.title, name=name)
        self._words = words
        self._buttons = tuple(buttons)
        self._is_open = False
        self._shown: tuple[tuple[Thing, ...], tuple[Thing, ...]] | None = None
        self._earlier: tuple[Thing, ...] = ()
        self.rows: list[ThingRow] = []
        self.none = plain_label(words.none, "muted", wrap=True)
        self.none.setObjectName(f"{name}.none")
        self._here, self._before = RowStack(), RowStack()
        self.fold = push_button("", "link", name=f"{name}.earlier")
        self.last = plain_label("", "small", wrap=True)
        self.last.setObjectName(f"{name}.last")
        self._arrange(buttons, lead)
        self.fold.clicked.connect(self._turn)

    def show_things(self, things: Sequence[Thing], earlier: Sequence[Thing] = ()) -> None:
        """Show these; rows that would show the same stay as they are."""
        shown = (tuple(things), tuple(earlier))
        if shown == self._shown:
            return
        self._shown, self._earlier = shown, shown[1]
        self.none.setVisible(not things)
        self._show_rows()

    def fit_foot(self) -> None:
        """Take no room below the rows while no button stands there."""
        buttons = (*self._buttons, self.fold)
        self.foot.setVisible(any(not button.isHidden() for button in buttons))

    def take_keyboard(self, place: int = 0) -> bool:
        """Put the keyboard on the row at a place, or near it; tell whether it could be put."""
        rows = [row for row in self.rows if row.isVisibleTo(self)]
        if rows:
            rows[min(place, len(rows) - 1)].stops()[0].setFocus()
            return True
        button = next((each for each in self._buttons if each.isVisibleTo(self)), None)
        if button is not None:
            button.setFocus()
        return button is not None

    def _show_rows(self) -> None:
        here = () if self._shown is None else self._shown[0]
        before = self._earlier[:MOST_EARLIER] if self._is_open else ()
        self.rows = [self._make_row(thing) for thing in (*here, *before)]
        for room, rows in (
            (self._here, self.rows[: len(here)]),
            (self._before, self.rows[len(here) :]),
        ):
            room.show_rows(rows, [stop for row in rows for stop in row.stops()])
        count = len(self._earlier)
        words = _("Fold them away") if self._is_open else self._words.earlier
        set_button_text(self.fold, words.format(count=count))
        self.fold.setVisible(count > 0)
        self.fit_foot()
        is_cut = bool(before) and count > len(before)
        self.last.setText(_("The last {count} of {all}.").format(count=len(before), all=count))
        self.last.setVisible(is_cut)

    def _make_row(self, thing: Thing) -> ThingRow:
        row = ThingRow(thing, _("More to do with it"), name=f"{self.objectName()}.{thing.key}")
        row.ticked.connect(self._tell_ticked)
        row.linked.connect(self.linked)
        row.opened.connect(self.opened)
        row.menu_chosen.connect(self.menu_chosen)
        return row

    def _tell_ticked(self, key: str) -> None:
        for row in self.rows:
            if row.thing.key == key:
                row.untick()
        self.ticked.emit(key)

    def _turn(self) -> None:
        self._is_open = not self._is_open
        self._show_rows()

    def _arrange(self, buttons: Sequence[QPushButton], lead: Sequence[QWidget]) -> None:
        self.add(*lead, self.none)
        foot = QWidget()
        flow = FlowLayout(foot, gap=SNUG)
        flow.setContentsMargins(SNUG, SMALL, SNUG, 0)
        for button in (*buttons, self.fold):
            flow.addWidget(button)
        self.foot = foot
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for part in (self._here, foot, self._before):
            column.addWidget(part)
        self.last.setContentsMargins(SNUG, 0, ROOMY, 0)
        column.addWidget(self.last)
        column.addStretch(1)
        self.add_list(inside)
