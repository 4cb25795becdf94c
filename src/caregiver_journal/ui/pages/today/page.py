"""The page one opens on: how are you now, what was written today, this week."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.phrasing import greet, say_day
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.journal.today import Today, read_today
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.entry_rows import make_row
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.today.quick_mood import QuickMood
from caregiver_journal.ui.pages.today.week import WeekSquares
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.page_header import PageHeader

DRAFT = "today.quick_mood"


class TodayPage(Page):
    """Shows today and takes a quick mood."""

    shows = frozenset({Kind.MOOD, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.header = PageHeader("", "")
        self.quick = QuickMood()
        self._rows: list[EntryRow | DayHeading] = []
        self.list = EntryList(
            self._fetch,
            accessible_name=_("Entries of today"),
            fit_contents=True,
            name="today.entries",
        )
        self.empty = EmptyState(_("What you write today will stand here."))
        self.week = WeekSquares()
        self._arrange()
        self.drafts = DraftKeeper(context.journal, DRAFT, self.quick.content, context.fail, self)
        self.quick.fill(self.drafts.kept())
        self.quick.edited.connect(self.drafts.touch)
        self.quick.submitted.connect(self._save)
        self.quick.detail_requested.connect(self._open_detail)
        self.list.activated_entry.connect(self._open_entry)
        self.list.delete_requested.connect(context.undo.delete)
        save = QShortcut(QKeySequence("Ctrl+Return"), self)
        save.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        save.activated.connect(self._save)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        now = journal.clock()
        today = read_today(journal)
        self.header.set_title(greet(now))
        self.header.set_subtitle(say_day(today.day, now.date()))
        self.week.show_week(today.week, today.day)
        self._show_entries(today)

    @override
    def focus_first(self) -> None:
        self.quick.discs.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    def _arrange(self) -> None:
        today = Card(_("Today"))
        today.add_list(self.list)
        today.add(self.empty)
        week = Card(_("This week"))
        week.add(self.week)
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(ROOMY)
        column.addWidget(self.header)
        column.addWidget(Columns((self.quick, today), (week,), shares=(6, 5)), 1)
        self.set_content(inside)

    def _show_entries(self, today: Today) -> None:
        self._rows = [make_row(entry) for entry in today.entries]
        self.list.reload()
        self.list.setVisible(bool(self._rows))
        self.empty.setVisible(not self._rows)

    def _fetch(self, _cursor: object) -> tuple[list[EntryRow | DayHeading], None]:
        return self._rows, None

    def _save(self) -> None:
        level = self.quick.discs.value()
        if level is None:
            return
        journal = self.context.journal
        try:
            content = Content(Mood(level), note=self.quick.line.text())
            entry = make_entry(content, journal.clock(), journal.start_of_day)
            journal.add(entry, draft=DRAFT)
        except JournalError as error:
            self.context.fail(error)
            return
        self.quick.fill({})
        self.drafts.settle()
        self.context.undo.offer_for_new(entry)
        self.quick.discs.setFocus()

    def _open_detail(self) -> None:
        self.go_requested.emit(Destination("mood"))

    def _open_entry(self, entry_id: str) -> None:
        self.go_requested.emit(Destination("journal", entry_id))
