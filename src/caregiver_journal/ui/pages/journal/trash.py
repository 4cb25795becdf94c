"""What was deleted: it can come back for some days, or go for good."""

from dataclasses import replace
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.phrasing import say_day, say_moment, say_title
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.measuring import instrument_of
from caregiver_journal.ui.confirm_sheet import ConfirmSheet
from caregiver_journal.ui.entry_rows import make_row
from caregiver_journal.ui.everywhere_sheet import look_everywhere
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.journal.detail import MOST_NAMED, EntryDetail
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import plain_label, push_button

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAGE = 50
_TRASH = Query(in_trash=True)


class TrashPage(Page):
    """Lists what was deleted, the last first."""

    shows = frozenset(Kind)

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._chosen: tuple[Entry, ...] = ()
        self._count = 0
        self._today = context.journal.clock().date()
        self.back = push_button(_("Back to the journal"), "link", name="trash.back")
        self.clear = push_button(_("Empty the trash…"), "danger", name="trash.empty")
        self.header = PageHeader(_("Trash"), "", self.back)
        self.about = plain_label("", "muted", wrap=True)
        self.list = EntryList(
            self._fetch,
            accessible_name=_("Deleted entries, the last first"),
            many=True,
            name="trash.entries",
        )
        self.restore = push_button(_("Restore"), name="trash.restore")
        self.delete = push_button(_("Delete for good…"), "danger", name="trash.delete")
        self.detail = EntryDetail(self.restore, self.delete, name="trash.detail")
        self.empty = EmptyState("", name="trash.none")
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        had_keyboard = self.isAncestorOf(self.window().focusWidget())
        self._today = self.context.journal.clock().date()
        self._count = self.context.journal.entries.count_found(_TRASH)
        days = self.context.journal.trash_days
        self.about.setText(
            _("What you delete stays here for {days} days, then it goes for good.").format(
                days=days
            )
        )
        self._panes.setVisible(self._count > 0)
        self.clear.setVisible(self._count > 0)
        self.empty.setVisible(self._count == 0)
        self.list.reload()
        if not self.list.chosen_ids():
            self.list.select_first()
        self._show_chosen()
        if had_keyboard and self._panes.isHidden():
            self.focus_first()

    @override
    def focus_first(self) -> None:
        (self.back if self._panes.isHidden() else self.list).setFocus()

    def _fetch(self, cursor: object) -> tuple[list[EntryRow | DayHeading], object]:
        place, day = cursor if isinstance(cursor, tuple) else (None, None)
        try:
            entries, after = self.context.journal.entries.find(_TRASH, place, _PAGE)
        except JournalError as error:
            self.context.fail(error)
            return [], None
        rows: list[EntryRow | DayHeading] = []
        for entry in entries:
            deleted = self._day_of_deletion(entry)
            if deleted != day:
                day = deleted
                said = say_day(deleted, self._today)
                rows.append(DayHeading(_("Deleted on {day}").format(day=said)))
            row = make_row(entry)
            rows.append(replace(row, chips=(self._say_days_left(entry), *row.chips)))
        return rows, (after, day) if after is not None else None

    def _day_of_deletion(self, entry: Entry) -> date:
        zone = self.context.journal.clock().tzinfo
        return (entry.deleted or entry.changed).astimezone(zone).date()

    def _say_days_left(self, entry: Entry) -> str:
        left = self.context.journal.days_left(entry)
        return ngettext("{count} day left", "{count} days left", left).format(count=left)

    # --- what is chosen -------------------------------------------------------------------------

    def _show_chosen(self) -> None:
        get = self.context.journal.entries.get
        try:
            self._chosen = tuple(get(entry_id) for entry_id in self.list.chosen_ids())
        except JournalError as error:
            self._chosen = ()
            self.context.fail(error)
        for button in (self.restore, self.delete):
            button.setVisible(bool(self._chosen))
        if not self._chosen:
            self.detail.show_nothing()
        elif len(self._chosen) == 1:
            left = self._say_days_left(self._chosen[0])
            instrument = instrument_of(self.context.journal, self._chosen[0])
            self.detail.show_entry(self._chosen[0], self._today, more=left, instrument=instrument)
        else:
            self.detail.show_many(self._chosen, self._today)

    def _restore(self) -> None:
        if self._chosen:
            self.context.undo.restore(*(entry.id for entry in self._chosen))

    def _ask_to_delete(self) -> None:
        if not self._chosen:
            return
        chosen = self._chosen
        title = ngettext(
            "Delete this entry for good?", "Delete {count} entries for good?", len(chosen)
        ).format(count=len(chosen))
        self._ask(title, chosen, _("Delete for good"), len(chosen)).confirmed.connect(
            partial(self._destroy, chosen)
        )

    def _ask_to_empty(self) -> None:
        try:
            named, _after = self.context.journal.entries.find(_TRASH, None, MOST_NAMED)
        except JournalError as error:
            self.context.fail(error)
            return
        sheet = self._ask(_("Empty the trash?"), named, _("Empty the trash"), self._count)
        sheet.confirmed.connect(self._empty)

    def _ask(self, title: str, entries: "Sequence[Entry]", action: str, count: int) -> ConfirmSheet:
        """Ask before entries go for good, naming the first of them."""
        gone = [
            f"{say_title(entry)} ({say_moment(entry.happened, self._today)})"
            for entry in entries[:MOST_NAMED]
        ]
        rest = count - len(gone)
        if rest > 0:
            gone.append(ngettext("and {count} more", "and {count} more", rest).format(count=rest))
        gone.append(
            _(
                "Nothing of this stays in the journal, and it cannot be taken back. Backups that "
                "hold it are looked for next; what you exported before is not touched."
            )
        )
        return ConfirmSheet(title, gone, action, self.context.ground, name="trash.confirm")

    def _destroy(self, entries: tuple[Entry, ...]) -> None:
        try:
            self.context.journal.delete_for_good(*entries)
        except JournalError as error:
            self.context.fail(error)
            return
        self._say_gone([entry.id for entry in entries])

    def _empty(self) -> None:
        try:
            gone = self.context.journal.entries.ids_in_trash()
            self.context.journal.empty_trash()
        except JournalError as error:
            self.context.fail(error)
            return
        self._say_gone(gone)

    def _say_gone(self, gone: "Sequence[str]") -> None:
        """Say that entries are gone for good, and look for them in the backups."""
        self.context.undo.forget()
        text = ngettext("Deleted for good", "{count} entries deleted for good", len(gone))
        self.context.say(text.format(count=len(gone)))
        if gone:
            look_everywhere(self.context, gone)

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.empty.set_words(_("The trash is empty."))
        left = Card(name="trash.list")
        left.add_list(self.list)
        self._panes = Columns((left,), (self.detail,), shares=(1, 1), fills=True)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.about)
        column.addWidget(self.clear, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._panes, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside, scrolls=False)

    def _connect(self) -> None:
        self.back.clicked.connect(self._go_back)
        self.clear.clicked.connect(self._ask_to_empty)
        self.list.chosen_changed.connect(self._show_chosen)
        self.list.delete_requested.connect(self._ask_to_delete)
        self.restore.clicked.connect(self._restore)
        self.delete.clicked.connect(self._ask_to_delete)
        leave = QShortcut(QKeySequence("Esc"), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self._go_back)

    def _go_back(self) -> None:
        self.go_requested.emit(Destination("journal"))
