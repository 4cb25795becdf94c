"""The page of boundaries: what waits to be asked about once more, the last moments, and counts."""

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.boundary_overview import BoundaryOverview, read_boundaries
from caregiver_journal.journal.following import find_follow_up
from caregiver_journal.ui.entry_rows import make_rows
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.boundaries.counts import Counts
from caregiver_journal.ui.pages.boundaries.due import DueCards
from caregiver_journal.ui.pages.boundaries.follow_up import Begun, FollowUpSheet
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.page_tabs import PageTabs
from caregiver_journal.ui.widgets.text import push_button


class BoundariesPage(Page):
    """Shows moments in which something was asked, and asks about them once more."""

    shows = frozenset({Kind.BOUNDARY, Topic.PAUSE, Topic.PUT_OFF, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._rows: list[EntryRow | DayHeading] = []
        self._sheet: FollowUpSheet | None = None
        self.log = push_button(_("Log a moment"), "primary", name="boundaries.log")
        about = _("What was asked of you, what you wanted, and what you did.")
        self.header = PageHeader(_("Boundaries"), about, self.log)
        self.tabs = PageTabs("boundaries")
        self.due = DueCards(context)
        self.list = EntryList(
            self._fetch,
            accessible_name=_("The last moments, newest first"),
            fit_contents=True,
            name="boundaries.entries",
        )
        self.all = push_button(_("All of them in the Journal"), "link", name="boundaries.all")
        self.counts = Counts()
        self.empty = EmptyState(
            _("Moments in which something was asked of you will stand here, by day."),
            _("Write the first one"),
            icon_name="boundaries",
            name="boundaries.empty",
        )
        self._arrange()
        self._connect()

    @override
    def refresh(self) -> None:
        found = read_boundaries(self.context.journal, self.counts.period.span())
        self.due.show_overview(found)
        self._show_moments(found)
        self.counts.show_overview(found)
        self._columns.setVisible(not found.is_empty)
        self.empty.setVisible(found.is_empty)

    @override
    def open_at(self, destination: Destination) -> None:
        if destination.part:
            self._open_follow_up(destination.part)

    @override
    def focus_first(self) -> None:
        sheet = self._open_sheet()
        if sheet is not None:
            sheet.guilt.setFocus()
        else:
            self.log.setFocus()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_stale = True  # the day, and what waits, may be others on coming back

    @override
    def store_draft(self) -> None:
        sheet = self._open_sheet()
        if sheet is not None:
            sheet.drafts.store()

    # --- how it is made -------------------------------------------------------------------------

    def _arrange(self) -> None:
        moments = Card(_("Moments"), name="boundaries.moments")
        moments.add_list(self.list)
        foot = QWidget()
        row = QHBoxLayout(foot)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.all)
        row.addStretch(1)
        moments.add_foot(foot)
        self._columns = Columns((self.due, moments), (self.counts,), shares=(6, 5))
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(self.tabs)
        column.addWidget(self._columns, 1)
        column.addWidget(self.empty, 1)
        self.set_content(inside)

    def _connect(self) -> None:
        self.log.clicked.connect(self._log)
        self.empty.step_requested.connect(self._log)
        self.tabs.chosen.connect(self._open_section)
        self.due.answer_wanted.connect(self._open_follow_up)
        self.due.emptied.connect(self.focus_first)
        self.list.activated_entry.connect(self._open_entry)
        self.list.delete_requested.connect(self.context.undo.delete)
        self.all.clicked.connect(self._open_all)
        self.counts.period_changed.connect(self._read_again)
        self.counts.query_wanted.connect(self._open_query)
        self.counts.entry_wanted.connect(self._open_entry)

    # --- what is shown --------------------------------------------------------------------------

    def _show_moments(self, found: BoundaryOverview) -> None:
        self._rows = make_rows(list(found.recent), found.today, None)
        self.list.reload()

    def _fetch(self, _cursor: object) -> tuple[list[EntryRow | DayHeading], None]:
        return self._rows, None

    # --- where one goes from here ---------------------------------------------------------------

    def _log(self) -> None:
        self.go_requested.emit(Destination("boundary"))

    def _open_section(self, key: str) -> None:
        self.go_requested.emit(Destination(key))

    def _open_entry(self, entry_id: str) -> None:
        self.go_requested.emit(Destination("journal", entry_id))

    def _open_all(self) -> None:
        self._open_query(Query(kinds=frozenset({Kind.BOUNDARY})))

    def _open_query(self, query: Query) -> None:
        self.go_requested.emit(Destination("journal", query=query))

    # --- asking once more -----------------------------------------------------------------------

    def _open_sheet(self) -> FollowUpSheet | None:
        sheet = self._sheet
        return sheet if sheet is not None and isValid(sheet) and not sheet.isHidden() else None

    def _open_follow_up(self, name: str, said: dict[str, object] | None = None) -> None:
        try:
            asking = find_follow_up(self.context.journal, name)
        except JournalError as error:
            self.context.fail(error)
            return
        self._sheet = FollowUpSheet(self.context, asking, said)
        self._sheet.put_away.connect(self._offer_to_bring_back)
        self._sheet.gone.connect(self._take_keyboard_back)

    def _offer_to_bring_back(self, begun: Begun) -> None:
        self.context.say(
            _("Not saved"),
            _("Bring it back"),
            lambda: self._open_follow_up(begun.name, begun.said),
        )

    def _take_keyboard_back(self) -> None:
        """Go on where the sheet was opened, or with what waits next."""
        focus = self.window().focusWidget()
        has_it = bool(focus) and focus.isVisible() and self.isAncestorOf(focus)
        if self.isVisible() and not has_it and not self.due.take_keyboard():
            self.log.setFocus()
