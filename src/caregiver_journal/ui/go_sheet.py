"""Go to anything: a page, an action, what has a name, or an entry by its words."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFrame, QListWidget, QListWidgetItem

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.match import find_words, search_words
from caregiver_journal.domain.phrasing import say_moment, say_text, say_title
from caregiver_journal.domain.query import Query
from caregiver_journal.ui.entry_rows import excerpt
from caregiver_journal.ui.page import Context, Destination
from caregiver_journal.ui.search_sheet import SearchSheet
from caregiver_journal.ui.sections import SECTIONS
from caregiver_journal.ui.widgets.text import line_field, plain_label

if TYPE_CHECKING:
    from caregiver_journal.ui.named_goals import NamedGoal

MOST_ENTRIES = 8
"""How many entries are offered."""
MOST_NAMED = 6
"""How many themes, exercises and cards are offered."""

_SHOWN = 8
"""How many rows the list is high."""


@dataclass(frozen=True)
class _Goal:
    """Something to go to: its words, what stands beside them, and how one gets there."""

    words: str
    beside: str
    go: Callable[[], None]


class GoSheet(SearchSheet):
    """One field; below it what its words lead to. Arrows walk, Enter goes.

    Signals:
        page_chosen: a ``Destination``.
    """

    page_chosen = Signal(object)

    def __init__(self, context: Context, actions: Sequence[QAction]) -> None:
        super().__init__(_("Go to anything"), context.ground, name="go")
        self._context = context
        self._actions = [action for action in actions if action.isEnabled() and action.text()]
        self._goals: list[_Goal] = []
        self._names: list[NamedGoal] | None = None
        self.watch(
            line_field(_("A page, an action, a card, or words of an entry"), name="go.field")
        )
        self.list = QListWidget()
        self.list.setObjectName("go.list")
        self.list.setAccessibleName(_("What the words lead to"))
        self.list.setProperty("role", "suggestions")
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.itemClicked.connect(self._take_item)
        self.list.itemActivated.connect(self._take_item)
        self.none = plain_label(_("Nothing reads like this."), "muted", wrap=True)
        self.card.add(self.field, self.list, self.none)
        self.begin()

    @override
    def _step(self, by: int) -> str:
        if not self.list.count():
            return ""
        row = self.list.currentRow() + by
        self.list.setCurrentRow(max(0, min(self.list.count() - 1, row)))
        return self.list.currentItem().text()

    @override
    def _offer(self, words: str) -> None:
        wanted = search_words(words)
        goals = [*self._pages(), *map(self._action, self._actions)]
        if wanted:
            goals = [goal for goal in goals if _fits(wanted, goal.words)]
            goals += self._named(wanted)
            goals += map(self._entry, self._find(words))
        self._goals = goals
        self.list.clear()
        for goal in goals:
            text = f"{goal.words}   {goal.beside}" if goal.beside else goal.words
            self.list.addItem(QListWidgetItem(text))
        self.list.setCurrentRow(0)
        self.list.setVisible(bool(goals))
        self.none.setVisible(not goals)
        self._fit_list()

    def _fit_list(self) -> None:
        rows = min(_SHOWN, self.list.count())
        height = max(0, self.list.sizeHintForRow(0)) * rows + 2 * (self.list.frameWidth() + 5)
        self.list.setFixedHeight(height)

    def _pages(self) -> list[_Goal]:
        """Return the pages that no action leads to."""
        by_action = {action.objectName() for action in self._actions}
        return [
            _Goal(_(section.name), "", partial(self._go_page, Destination(section.key)))
            for section in SECTIONS
            if f"go.{section.key}" not in by_action and section.name
        ]

    def _action(self, action: QAction) -> _Goal:
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        return _Goal(action.text(), keys, action.trigger)

    def _named(self, wanted: Sequence[str]) -> list[_Goal]:
        """Return what has a name with these words; what there is, is read once."""
        if self._names is None:
            self._names = self._read_names()
        fitting = (each for each in self._names if _fits(wanted, each.name))
        return [
            _Goal(each.name, each.what, partial(self._go_page, each.destination))
            for each in islice(fitting, MOST_NAMED)
        ]

    def _read_names(self) -> "list[NamedGoal]":
        # Here, because it takes the content of three pages, which the sheet need not wait for.
        from caregiver_journal.ui.named_goals import named_goals  # noqa: PLC0415

        there = {section.key for section in SECTIONS}
        try:
            goals = named_goals(self._context.journal)
        except JournalError as error:
            self._context.fail(error)
            return []
        return [goal for goal in goals if goal.destination.section in there]

    def _entry(self, entry: Entry) -> _Goal:
        today = self._context.journal.clock().date()
        note = excerpt(say_text(entry), self.field.text())
        beside = "  ".join(filter(None, (say_moment(entry.happened, today), note)))
        go = partial(self._go_page, Destination("journal", entry.id))
        return _Goal(say_title(entry), beside, go)

    def _find(self, typed: str) -> list[Entry]:
        try:
            return self._context.journal.entries.find(Query(typed), None, MOST_ENTRIES)[0]
        except JournalError as error:
            self._context.fail(error)
            return []

    def _go_page(self, destination: Destination) -> None:
        self.page_chosen.emit(destination)

    def _take_item(self, item: QListWidgetItem) -> None:
        self.list.setCurrentItem(item)
        self._take()

    @override
    def _take(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._goals) and not self.isHidden():
            goal = self._goals[row]
            self.go()
            goal.go()


def _fits(words: Sequence[str], text: str) -> bool:
    return all(find_words(word, text) for word in words)
