"""The ladder: own situations from easy to hard, each tried as often as one likes."""

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, SMALL, SNUG
from caregiver_journal.base.marks import override
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.ladder import MAX_SITUATION, Step, Try
from caregiver_journal.domain.phrasing import say_title
from caregiver_journal.journal import ladder
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.ladder import LadderRow
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.ladder.drafts import draft_of, new_try
from caregiver_journal.ui.pages.ladder.rows import StepRow
from caregiver_journal.ui.pages.ladder.step_sheet import StepSheet, name_of
from caregiver_journal.ui.pages.ladder.tries import TriesCard
from caregiver_journal.ui.pages.ladder.trying import Trying
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.pick_row import keep_one
from caregiver_journal.ui.widgets.row_stack import RowStack
from caregiver_journal.ui.widgets.text import plain_label, push_button, set_button_text

STEP = "step:"
"""Begins the part of a destination that names a situation by its number."""


class LadderPage(Page):
    """Shows the situations and the tries of the one that is chosen."""

    shows: ClassVar[frozenset[Changed]] = frozenset({Topic.LADDER, Kind.BOUNDARY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._all: tuple[LadderRow, ...] = ()
        self._places: list[tuple[int | None, bool]] = []
        self._chosen: int | None = None
        self._shows_away = False
        self._sheet: StepSheet | None = None
        self.add = push_button(_("Add a situation"), "primary", name="ladder.add")
        about = _("Your own situations, from easy to hard. Nothing expires; any order, any number.")
        self.header = PageHeader(_("Ladder"), about, self.add)
        self.tabs = PageTabs("ladder")
        self.steps = Card(name="ladder.steps")
        self.rows: list[StepRow] = []
        self.tries = TriesCard()
        self.away = push_button("", "link", name="ladder.away")
        self.empty = EmptyState(
            _("A ladder begins with one situation, best an easy one: small things count."),
            _("Add a situation"),
            name="ladder.empty",
        )
        self.trying = Trying(context, self)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        focus = self._focused()
        self._all = ladder.read_ladder(self.context.journal)
        numbers = {row.step.number for row in self._all}
        if self._chosen not in numbers:
            self._chosen = None
        if self._chosen is None:
            first = next((row for row in self._all if not row.step.is_put_away), None)
            self._chosen = None if first is None else first.step.number
        self._show_steps()
        self._show_chosen()
        self.trying.show_begun()
        self._put_keyboard_back(focus)

    @override
    def open_at(self, destination: Destination) -> None:
        number = destination.part.removeprefix(STEP)
        if destination.part.startswith(STEP) and number.isdecimal():
            self._chosen = int(number)
            self._is_stale = True

    @override
    def focus_first(self) -> None:
        chosen = next((row for row in self.rows if row.number == self._chosen), None)
        (self._add_button() if chosen is None else chosen.pick).setFocus()

    @override
    def store_draft(self) -> None:
        self.trying.store_draft()

    def _add_button(self) -> QWidget:
        """Return the button that adds a situation, on this page or in its empty state."""
        step = self.empty.findChild(QPushButton)
        return step if not self._all and step is not None else self.add

    # --- what is shown --------------------------------------------------------------------------

    def _show_steps(self) -> None:
        today = self.context.journal.clock().date()
        here = [row for row in self._all if not row.step.is_put_away]
        away = [row for row in self._all if row.step.is_put_away]
        shown = [*here, *(away if self._shows_away else [])]
        places = [(row.step.number, row.step.is_put_away) for row in shown]
        if places == self._places:
            for step_row, row in zip(self.rows, shown, strict=True):
                step_row.show_row(row, today)
        else:
            self._places = places
            self._make_rows(shown, len(here), today)
        words = _("Hide what is put away") if self._shows_away else _("Put away: {count}")
        set_button_text(self.away, words.format(count=len(away)))
        self.away.setVisible(bool(away))
        self._none_here.setVisible(not here and bool(away))
        self._columns.setVisible(bool(self._all))
        self.empty.setVisible(not self._all)
        self.add.setVisible(bool(self._all))

    def _make_rows(self, shown: Sequence[LadderRow], here: int, today: date) -> None:
        """Make the rows anew; the first of them are those that are not put away."""
        self.rows = [StepRow(row, today) for row in shown]
        for row in self.rows:
            row.picked.connect(self._choose)
            row.log_wanted.connect(self._log)
            row.menu_chosen.connect(self._act_on_step)
        for place, row in enumerate(self.rows[:here]):
            row.pick.set_rail(above=place > 0, below=place < here - 1)
        for room, rows in ((self._here, self.rows[:here]), (self._away_rows, self.rows[here:])):
            room.show_rows(rows, [stop for row in rows for stop in row.stops()])

    def _show_chosen(self) -> None:
        keep_one(
            [row.pick for row in self.rows],
            next((row.pick for row in self.rows if row.number == self._chosen), None),
        )
        today = self.context.journal.clock().date()
        self.tries.show_row(self._row(self._chosen), today, self._title_of)

    def _row(self, number: int | None) -> LadderRow | None:
        return next((row for row in self._all if row.step.number == number), None)

    def _title_of(self, tried: Try) -> str:
        entry = ladder.linked_entry(self.context.journal, tried)
        return "" if entry is None else say_title(entry)

    def _focused(self) -> str:
        focus = cast("QWidget | None", self.window().focusWidget())  # None before anything had it
        return focus.objectName() if focus is not None and self.isAncestorOf(focus) else ""

    def _put_keyboard_back(self, name: str) -> None:
        """Put the keyboard where it was, or where the row was that is gone."""
        if not name.startswith("ladder."):
            return
        found = [w for w in self.findChildren(QWidget, name) if w.isVisibleTo(self)]
        if found:
            found[0].setFocus()
        else:
            self.focus_first()

    def _choose(self, number: int) -> None:
        self._chosen = number
        self._try(self._show_chosen)

    def _turn_away(self) -> None:
        self._shows_away = not self._shows_away
        self._try(self._show_steps)
        self._try(self._show_chosen)
        self.away.setFocus()

    # --- situations -----------------------------------------------------------------------------

    def _ask_for_step(self) -> None:
        self._open_sheet(None)

    def _open_sheet(self, step: Step | None, said: Content | None = None) -> None:
        """Open the sheet for a new situation, or for one to change."""
        suggestions, words = self._sources() if step is None else ((), [])
        known = {name_of(row.step) for row in self._all}
        self._sheet = StepSheet(self.context, step, suggestions, words, known=known, said=said)
        self._sheet.submitted.connect(self._save_step)
        self._sheet.put_away.connect(partial(self._offer_back, step))

    def _offer_back(self, step: Step | None, said: Content) -> None:
        bring_back = partial(self._bring_back, step, said)
        self.context.say(_("Not saved"), _("Bring it back"), bring_back)

    def _bring_back(self, step: Step | None, said: Content) -> None:
        """Open the sheet again; for a situation that is gone meanwhile, a new one."""
        row = None if step is None else self._row(step.number)
        self._open_sheet(None if row is None else row.step, said)

    def _sources(self) -> tuple[Sequence[Step], Sequence[str]]:
        """Return the suggestions, and the words of the log, that are not on the ladder yet."""
        try:
            suggestions = ladder.offered_suggestions(self.context.journal)
            moments = ladder.recent_moments(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return (), []
        asked = dict.fromkeys(_asked(entry) for entry in moments)
        there = {row.step.text for row in self._all}
        return suggestions, [text for text in asked if text and text not in there]

    def _save_step(self, step: Step) -> None:
        journal, sheet = self.context.journal, self._sheet
        if sheet is None:
            return
        draft = sheet.draft.name
        try:
            if step.number is None:
                self._chosen = ladder.add_step(journal, step, draft=draft).number
                take_back = partial(self._forget_step, self._chosen or 0)
            else:
                earlier = ladder.change_step(journal, step, draft=draft)
                take_back = partial(self._write_step, earlier)
        except JournalError as error:
            sheet.text_problem.tell(error)
            return
        sheet.draft.settle()
        sheet.go()
        self._show_chosen()
        self.focus_first()
        self.context.undo.offer(_("Saved"), take_back)

    def _forget_step(self, number: int) -> None:
        ladder.delete_step(self.context.journal, number)

    def _write_step(self, step: Step) -> None:
        ladder.change_step(self.context.journal, step)

    def _act_on_step(self, wanted: tuple[int, str]) -> None:
        number, key = wanted
        row = self._row(number)
        if row is None:
            return
        if key == "edit":
            self._open_sheet(row.step)
        elif key == "delete":
            self._try(partial(self._delete_step, number))
        else:
            self._try(partial(self._put_away, number, away=key == "away"))

    def _delete_step(self, number: int) -> None:
        journal = self.context.journal
        gone = ladder.delete_step(journal, number)
        count = len(gone.tries)
        said = ngettext("Deleted, with {count} try", "Deleted, with {count} tries", count).format(
            count=count
        )
        take_back = partial(ladder.put_step_back, journal, gone)
        self.context.undo.offer(said if count else _("Deleted"), take_back)

    def _put_away(self, number: int, *, away: bool) -> None:
        journal = self.context.journal
        earlier = ladder.put_step_away(journal, number, away=away)
        take_back = partial(self._write_step, earlier)
        self.context.undo.offer(_("Put away") if away else _("It is back"), take_back)

    # --- tries ----------------------------------------------------------------------------------

    def _log(self, number: int) -> None:
        row = self._row(number)
        if row is not None:
            self._choose(number)
            self.trying.open(row.step, new_try(row.step))

    def _act_on_try(self, wanted: tuple[int, str]) -> None:
        number, key = wanted
        row = self._row(self._chosen)
        tried = next((t for t in row.tries if t.number == number), None) if row else None
        if row is None or tried is None:
            return
        if key == "edit":
            self.trying.open(row.step, draft_of(tried))
        else:
            self._try(partial(self._delete_try, number))

    def _delete_try(self, number: int) -> None:
        journal = self.context.journal
        gone = ladder.delete_try(journal, number)
        self.context.undo.offer(_("Deleted"), partial(ladder.put_try_back, journal, gone))

    def _open_entry(self, entry_id: str) -> None:
        self.go_requested.emit(Destination("journal", entry_id))

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._none_here = plain_label(_("All situations are put away."), "muted", wrap=True)
        self._here, self._away_rows = RowStack(), RowStack()
        foot = QHBoxLayout()
        foot.setContentsMargins(SNUG, 0, SNUG, 0)
        foot.addWidget(self.away)
        foot.addStretch(1)
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._none_here)
        column.addWidget(self._here)
        column.addLayout(foot)
        column.addWidget(self._away_rows)
        self.steps.add_list(rows)
        self._columns = Columns((self.trying.begun, self.steps), (self.tries,), shares=(58, 42))
        inside = QWidget()
        outer = QVBoxLayout(inside)
        outer.setSpacing(MEDIUM)
        for part in (self.header, self.tabs, self._columns):
            outer.addWidget(part)
        outer.addWidget(self.empty, 1)
        outer.addStretch(0)
        self.set_content(inside)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._go_to_tab)
        self.add.clicked.connect(self._ask_for_step)
        self.empty.step_requested.connect(self._ask_for_step)
        self.away.clicked.connect(self._turn_away)
        self.tries.menu_chosen.connect(self._act_on_try)
        self.tries.entry_opened.connect(self._open_entry)
        self.trying.moment_wanted.connect(self._log_moment)
        self.trying.saved.connect(self._put_keyboard_back)
        save = QShortcut(QKeySequence("Esc"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self.left)

    def _go_to_tab(self, section: str) -> None:
        self.go_requested.emit(Destination(section))

    def _log_moment(self, number: int) -> None:
        self.go_requested.emit(Destination("boundary", part=f"try:{number}"))


def _asked(entry: Entry) -> str:
    """Return what was asked in a moment, as the name of a situation."""
    asked = entry.detail.asked if isinstance(entry.detail, Boundary) else ""
    return " ".join(asked.split())[:MAX_SITUATION]
