"""The open journal's frame: sidebar, pages, and the message strip at the foot."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.journal.doors import Cost
from caregiver_journal.journal.journal import Journal
from caregiver_journal.ui.bridge import JournalBridge
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.quick_sheet import QuickSheet
from caregiver_journal.ui.sections import SECTIONS, Section
from caregiver_journal.ui.sidebar import Sidebar
from caregiver_journal.ui.undo import Undo
from caregiver_journal.ui.widgets.message_strip import MessageStrip
from caregiver_journal.ui.work import Work


class Shell(QWidget):
    """What one sees of an open journal.

    Signals:
        lock_requested: the journal is to be locked.
        renewal_requested: a new recovery code is wanted.
        rescue_requested: the file is damaged, and what can be read shall be saved.
    """

    lock_requested = Signal()
    renewal_requested = Signal()
    rescue_requested = Signal()

    def __init__(self, journal: Journal, work: Work, menu: QMenu, cost: Cost) -> None:
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._came_from = "today"
        self._stack = QStackedWidget()
        self.strip = MessageStrip(self._stack)
        self.undo = Undo(journal, self.strip.say, self.say_problem)
        self.context = Context(journal, work, self.strip.say, self.say_problem, self.undo, cost)
        self.bridge = JournalBridge(journal, self)
        self.sidebar = Sidebar(menu)
        self.sidebar.section_chosen.connect(self._on_section_chosen)
        self.sidebar.entry_requested.connect(self.write_entry)
        self.sidebar.lock_requested.connect(self.lock_requested)
        self._arrange()

    def go_to(self, destination: Destination) -> None:
        """Show a page, made on its first visit."""
        before = self.current_section()
        if before != destination.section:
            self._came_from = before or "today"
        page = self._pages.get(destination.section) or self._make_page(destination.section)
        page.open_at(destination)
        self._stack.setCurrentWidget(page)
        self.sidebar.show_current(destination.section)
        page.focus_first()

    def current_section(self) -> str:
        """Return the key of the section that is shown; "" before the first."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def write_entry(self) -> None:
        """Open an empty check-in."""
        self.go_to(Destination("mood"))

    def act(self, name: str) -> None:
        """Do one of the window's actions."""
        room, _dot, rest = name.partition(".")
        if room == "go":
            self.go_to(Destination(rest))
        elif name == "entry.new":
            self.write_entry()
        elif name == "entry.undo":
            self.undo.undo()
        elif name == "mood.quick":
            self._quick_mood()

    def _quick_mood(self) -> None:
        QuickSheet(self.context, self._stack)

    def store_drafts(self) -> None:
        """Keep every draft; raises ``JournalError`` when one cannot be."""
        for page in self._pages.values():
            page.store_draft()

    def say_problem(self, error: JournalError) -> None:
        """Show what went wrong and what may help, until it is closed."""
        text = f"{error.sentence} {error.next_step}".strip()
        if isinstance(error, DamagedError):
            self.strip.say(text, _("Save what can be read"), self.rescue_requested.emit, error=True)
        else:
            self.strip.say(text, error=True)

    def _arrange(self) -> None:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)

    def _make_page(self, key: str) -> Page:
        section: Section = next(s for s in SECTIONS if s.key == key)
        page = section.make(self.context)
        page.setObjectName(f"page.{key}")
        page.go_requested.connect(self.go_to)
        page.left.connect(self._on_left)
        page.renewal_requested.connect(self.renewal_requested)
        self.bridge.changed.connect(page.take_change)
        self._pages[key] = page
        self._stack.addWidget(page)
        return page

    def _on_section_chosen(self, key: str) -> None:
        self.go_to(Destination(key))

    def _on_left(self) -> None:
        self.go_to(Destination(self._came_from))
