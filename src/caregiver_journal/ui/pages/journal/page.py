"""All entries by day, newest first, those that are looked for among them, and one in full."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM, ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.boundary import Boundary
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.phrasing import say_count
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.filter_names import FilterNames, filter_names
from caregiver_journal.journal.measuring import instrument_of
from caregiver_journal.ui.entry_rows import make_row, make_rows
from caregiver_journal.ui.icons import icon
from caregiver_journal.ui.keeping import keep
from caregiver_journal.ui.page import Context, Destination, Page, to_change
from caregiver_journal.ui.pages.journal.detail import EntryDetail
from caregiver_journal.ui.pages.journal.search_bar import SearchBar
from caregiver_journal.ui.theme import current_look, look_changes
from caregiver_journal.ui.widgets.announce import announce
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.row_model import ROW_ROLE
from caregiver_journal.ui.widgets.text import push_button, set_button_text

_PAGE = 30
SEARCH = "search"
"""The part of the page that Ctrl+F goes to."""


class JournalPage(Page):
    """Lists entries, finds them, and shows the chosen ones."""

    shows = frozenset({*Kind, Topic.TAG})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen: tuple[Entry, ...] = ()
        self._shown: object = None
        self._wanted = self._goal = ""
        self._deleting: tuple[str, ...] = ()
        self._marking = False
        self._wants_search = False
        self._today = context.journal.clock().date()
        self.trash = push_button(_("Trash"), "link", name="journal.trash")
        self.header = PageHeader(_("Journal"), "", self.trash)
        self.search = SearchBar(self._present_day, self._tags, self._filter_names)
        self.list = EntryList(
            self._fetch,
            accessible_name=_("All entries, newest first"),
            many=True,
            name="journal.entries",
        )
        self.edit = push_button(_("Edit"), name="journal.edit")
        self.session = push_button(_("For session"), name="journal.session")
        self.private = push_button(_("Never export"), name="journal.private")
        self.keep = push_button(_("Keep these words"), name="journal.keep")
        self.delete = push_button(_("Delete"), name="journal.delete")
        buttons = (self.edit, self.session, self.private, self.keep, self.delete)
        self.detail = EntryDetail(*buttons, name="journal.detail")
        self.empty = EmptyState("", "")
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(0)
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        focus = self.window().focusWidget()
        had_keyboard = self._panes.isAncestorOf(focus)
        was_clear = self.empty.isAncestorOf(focus)
        self._today = self._present_day()
        wanted, row = self._wanted, self.list.currentIndex().row()
        self._read_rows()
        self._show_count()
        if self.list.entry_count() and not self.list.chosen_ids() and not self.list.select(wanted):
            self._select_near(row)
        self._reach_goal()
        self._show_chosen()
        if (had_keyboard and self._panes.isHidden()) or (was_clear and self.empty.isHidden()):
            self.focus_first()

    @override
    def open_at(self, destination: Destination) -> None:
        self._wants_search = destination.part == SEARCH
        self._goal = destination.entry_id
        if destination.query is not None:
            self.search.look_for(destination.query)
        if not self._is_stale:
            self._reach_goal()

    @override
    def focus_first(self) -> None:
        step = self.empty.findChild(QWidget, "empty.step")
        if self._wants_search and not self.search.isHidden():
            self._wants_search = False
            self.search.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
            self.search.field.selectAll()
        elif step is not None and self._panes.isHidden():
            step.setFocus()
        else:
            self.list.setFocus()

    # --- what is found --------------------------------------------------------------------------

    def _look(self) -> None:
        """Show what is looked for now: first the list, and in the next moment all about it."""
        self._rest.start()
        try:
            self.list.reload(from_top=True)
        except JournalError as error:
            self.context.fail(error)
            return
        self.list.select_first()

    def _show_rest(self) -> None:
        """Show how many were found, and the first of them in full."""
        try:
            self._show_count()
        except JournalError as error:
            self.context.fail(error)
        self._show_chosen()

    def _show_count(self) -> None:
        """Say how many entries there are, or how many were found; or why none is shown."""
        query, entries = self.search.query, self.context.journal.entries
        count, first = entries.count()
        text = say_count(count, first)
        found = count
        if not query.is_everything:
            found = entries.count_found(query)
            text = ngettext("{count:,} found", "{count:,} found", found).format(count=found)
            announce(self.header.subtitle, text)
        elif query.words.strip():
            text = _("A search begins with a letter or a digit.")
        self.header.set_subtitle(text)
        self.search.setVisible(count > 0)
        self._panes.setVisible(found > 0)
        self.empty.setVisible(found == 0)
        if count:
            self.empty.set_words(_("No entry fits this search."), _("Clear the search"))
        else:
            text = _("Everything you write will stand here, by day.")
            self.empty.set_words(text, _("Write the first entry"))

    def _fetch(self, cursor: object) -> tuple[list[EntryRow | DayHeading], object]:
        place, day = cursor if isinstance(cursor, tuple) else (None, None)
        query = self.search.query
        try:
            entries, after = self.context.journal.entries.find(query, place, _PAGE)
        except JournalError as error:
            self.context.fail(error)
            return [], None
        rows = make_rows(entries, self._today, day, self._words())
        return rows, (after, entries[-1].day) if after is not None else None

    def _reach_goal(self) -> None:
        """Go to the entry that is asked for; where it is not yet fetched, look at its day alone."""
        goal, self._goal = self._goal, ""
        if not goal or self.list.select(goal):
            return
        try:
            entry = self.context.journal.entries.get(goal)
        except JournalError as error:
            self.context.fail(error)
            return
        self.search.look_at(entry.day)
        self.list.select(goal)

    def _read_rows(self) -> None:
        """Read the rows again; only those that were deleted or marked here where that is all."""
        if self._deleting:
            self.list.drop(self._deleting)
        elif self._marking and not self.search.query.has_filters:
            self._show_marks()
        else:
            self.list.reload()

    def _show_marks(self) -> None:
        get = self.context.journal.entries.get
        for entry_id in self.list.chosen_ids():
            self.list.replace(make_row(get(entry_id), self._words()))

    def _words(self) -> str:
        """Return the words that are looked for; "" when there are none."""
        return self.search.query.words if self.search.query.has_words else ""

    def _select_near(self, row: int) -> None:
        """Go to the entry that has moved up to a row, or else to the one above it."""
        model = self.list.model()
        last = model.rowCount() - 1
        for number in (*range(max(0, row), last + 1), *range(min(row, last), -1, -1)):
            entry = model.index(number, 0).data(ROW_ROLE)
            if isinstance(entry, EntryRow):
                self.list.select(entry.id)
                return

    def _present_day(self) -> date:
        return self.context.journal.clock().date()

    def _tags(self) -> Sequence[str]:
        try:
            return self.context.journal.tags.names()
        except JournalError as error:
            self.context.fail(error)
            return ()

    def _filter_names(self, query: Query) -> FilterNames:
        try:
            return filter_names(self.context.journal, query)
        except JournalError as error:
            self.context.fail(error)
            return FilterNames()

    # --- what is chosen -------------------------------------------------------------------------

    def _take_choice(self) -> None:
        if not self._rest.isActive():
            self._show_chosen()

    def _show_chosen(self) -> None:
        get = self.context.journal.entries.get
        try:
            self._chosen = tuple(get(entry_id) for entry_id in self.list.chosen_ids())
        except JournalError as error:
            self._chosen = ()
            self.context.fail(error)
        words = self._words()
        shown = (self._chosen, words, self._today)
        if shown == self._shown:
            return
        self._shown = shown
        if not self._chosen:
            self.detail.show_nothing()
            return
        self._dress_buttons()
        if len(self._chosen) == 1:
            self._wanted = self._chosen[0].id
            instrument = instrument_of(self.context.journal, self._chosen[0])
            self.detail.show_entry(self._chosen[0], self._today, words, instrument=instrument)
        else:
            self.detail.show_many(self._chosen, self._today)

    def _dress_buttons(self) -> None:
        is_one = len(self._chosen) == 1
        is_marked, is_private = self._all_for_session(), self._all_private()
        self.edit.setVisible(is_one)
        self.private.setVisible(not is_one)
        self.keep.setVisible(is_one and bool(_said_words(self._chosen[0])))
        for button in (self.session, self.delete):
            button.show()
        set_button_text(self.session, _("Not for session") if is_marked else _("For session"))
        self._dress_star()
        set_button_text(self.private, _("May be exported") if is_private else _("Never export"))

    def _dress_star(self) -> None:
        look = current_look()
        is_marked = bool(self._chosen) and self._all_for_session()
        star = ("star_filled", look.primary) if is_marked else ("star", look.ink)
        self.session.setIcon(icon(*star))

    def _all_for_session(self) -> bool:
        return all(entry.for_session for entry in self._chosen)

    def _all_private(self) -> bool:
        return all(entry.never_export for entry in self._chosen)

    def _edit(self) -> None:
        if len(self._chosen) == 1:
            self.go_requested.emit(to_change(self._chosen[0]))

    def _keep(self) -> None:
        """Keep the words of a boundary moment among the phrases of the person's own."""
        try:
            keep(self.context, _said_words(self._chosen[0]), "")
        except JournalError as error:
            self.context.fail(error)

    def _delete(self) -> None:
        self._deleting = tuple(entry.id for entry in self._chosen)
        if self._deleting:
            self.context.undo.delete(*self._deleting)
        self._deleting = ()

    def _toggle_session(self) -> None:
        self._mark(for_session=not self._all_for_session())

    def _toggle_private(self) -> None:
        self._mark(never_export=not self._all_private())

    def _mark(self, *, for_session: bool | None = None, never_export: bool | None = None) -> None:
        self._marking = True
        try:
            take_back = self.context.journal.mark(
                *self._chosen, for_session=for_session, never_export=never_export
            )
        except JournalError as error:
            self.context.fail(error)
        else:
            said = _say_marked(for_session=for_session, never_export=never_export)
            self.context.undo.offer(said, take_back)
        self._marking = False

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        left = Card(name="journal.list")
        left.add_list(self.list)
        self._panes = Columns((left,), (self.detail,), shares=(1, 1), fills=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addSpacing(ROOMY - MEDIUM)
        column.addWidget(self.search)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside, scrolls=False)

    def _connect(self) -> None:
        self.trash.clicked.connect(self._open_trash)
        look_changes().changed.connect(self._dress_star)
        self.search.changed.connect(self._look)
        self.search.list_wanted.connect(self._go_to_list)
        self.list.chosen_changed.connect(self._take_choice)
        self._rest.timeout.connect(self._show_rest)
        self.list.delete_requested.connect(self._delete)
        self.edit.clicked.connect(self._edit)
        self.session.clicked.connect(self._toggle_session)
        self.private.clicked.connect(self._toggle_private)
        self.keep.clicked.connect(self._keep)
        self.delete.clicked.connect(self._delete)
        self.empty.step_requested.connect(self._take_step)
        for keys in ("Return", "Enter", "F2"):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._edit)

    def _go_to_list(self) -> None:
        self._wants_search = False
        self.focus_first()

    def _open_trash(self) -> None:
        self.go_requested.emit(Destination("trash"))

    def _take_step(self) -> None:
        if self.search.query.is_everything:
            self.go_requested.emit(Destination("mood"))
        else:
            self.search.clear_all()
            self.search.field.setFocus()


def _said_words(entry: Entry) -> str:
    return entry.detail.words if isinstance(entry.detail, Boundary) else ""


def _say_marked(*, for_session: bool | None, never_export: bool | None) -> str:
    if for_session is not None:
        return _("Marked for session") if for_session else _("Not for session any more")
    return _("Marked: never export") if never_export else _("May be exported again")
