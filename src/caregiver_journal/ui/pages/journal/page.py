"""All entries by day, newest first, and one of them in full."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.phrasing import say_count
from caregiver_journal.ui.entry_rows import make_rows
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.journal.detail import EntryDetail
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.entry_model import ROW_ROLE
from caregiver_journal.ui.widgets.page_header import PageHeader

if TYPE_CHECKING:
    from caregiver_journal.domain.entry import Entry

_PAGE = 50


class JournalPage(Page):
    """Lists entries and shows the chosen one."""

    shows = frozenset({Kind.MOOD})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._shown: Entry | None = None
        self._wanted = ""
        self.header = PageHeader(_("Journal"), "")
        self.list = EntryList(
            self._fetch, accessible_name=_("All entries, newest first"), name="journal.entries"
        )
        self.detail = EntryDetail()
        self.empty = EmptyState(
            _("Everything you write will stand here, by day."), _("Write the first entry")
        )
        self._arrange()
        self.list.current_changed.connect(self._show)
        self.list.delete_requested.connect(context.undo.delete)
        self.detail.edit_requested.connect(self._edit)
        self.detail.session_requested.connect(self._toggle_session)
        self.detail.delete_requested.connect(self._delete)
        self.empty.step_requested.connect(self._write_first)
        for keys in ("Return", "Enter", "F2"):
            shortcut = QShortcut(QKeySequence(keys), self.list)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self._edit)

    @override
    def refresh(self) -> None:
        count, first = self.context.journal.entries.count()
        self.header.set_subtitle(say_count(count, first))
        had_keyboard = self._panes.isAncestorOf(self.window().focusWidget())
        self._panes.setVisible(count > 0)
        self.empty.setVisible(count == 0)
        wanted, row = self._wanted, self.list.currentIndex().row()
        self.list.reload()
        if count and not self.list.select(wanted):
            self._select_near(row)
        if had_keyboard and not count:
            self.focus_first()

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.entry_id:
            self._wanted = destination.entry_id
            self.list.select(destination.entry_id)

    @override
    def focus_first(self) -> None:
        step = self.empty.findChild(QWidget, "empty.step")
        is_empty = step is not None and self._panes.isHidden()
        (step if step is not None and is_empty else self.list).setFocus()

    def _select_near(self, row: int) -> None:
        """Go to the entry that has moved up to a row, or else to the one above it."""
        model = self.list.model()
        last = model.rowCount() - 1
        for number in (*range(max(0, row), last + 1), *range(min(row, last), -1, -1)):
            entry = model.index(number, 0).data(ROW_ROLE)
            if isinstance(entry, EntryRow):
                self.list.select(entry.id)
                return

    def _arrange(self) -> None:
        left = Card(name="journal.list")
        left.add_list(self.list)
        self._panes = Columns((left,), (self.detail,), shares=(1, 1), fills=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside, scrolls=False)

    def _fetch(self, cursor: object) -> tuple[list[EntryRow | DayHeading], object]:
        place, day = cursor if isinstance(cursor, tuple) else (None, None)
        try:
            entries, after = self.context.journal.entries.page(place, _PAGE)
        except JournalError as error:
            self.context.fail(error)
            return [], None
        today = self.context.journal.clock().date()
        rows = make_rows(entries, today, day)
        return rows, (after, entries[-1].day) if after is not None else None

    def _show(self, entry_id: str) -> None:
        try:
            self._shown = self.context.journal.entries.get(entry_id)
        except JournalError as error:
            self._shown = None
            self.context.fail(error)
            return
        self._wanted = entry_id
        self.detail.show_entry(self._shown, self.context.journal.clock().date())

    def _edit_id(self, entry_id: str) -> None:
        self.go_requested.emit(Destination("mood", entry_id))

    def _edit(self) -> None:
        if self._shown:
            self._edit_id(self._shown.id)

    def _delete(self) -> None:
        if self._shown:
            self.context.undo.delete(self._shown.id)

    def _toggle_session(self) -> None:
        if self._shown is None:
            return
        changed = replace(self._shown, for_session=not self._shown.for_session)
        try:
            self.context.journal.change(changed)
        except JournalError as error:
            self.context.fail(error)

    def _write_first(self) -> None:
        self.go_requested.emit(Destination("mood"))
