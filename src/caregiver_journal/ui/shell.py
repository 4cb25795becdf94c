"""The open journal's frame: sidebar, pages, and the message strip at the foot."""

import time
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from caregiver_journal.base.errors import DamagedError, JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import SMALL
from caregiver_journal.base.marks import override
from caregiver_journal.domain.phrasing import say_day
from caregiver_journal.domain.preference import (
    COVER_SECONDS,
    LOOK,
    MOTION,
    TEXT_SIZE,
    words_for,
)
from caregiver_journal.journal.check_words import say_mended
from caregiver_journal.journal.checking import mended_at_opening
from caregiver_journal.journal.doors import Cost
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.ui.backing_up import BackingUp
from caregiver_journal.ui.bridge import JournalBridge
from caregiver_journal.ui.go_sheet import GoSheet
from caregiver_journal.ui.one_by_one import OneByOne
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.quick_sheet import QuickSheet
from caregiver_journal.ui.reading_only import ReadingOnly, is_for_writing
from caregiver_journal.ui.sections import SECTIONS, Section
from caregiver_journal.ui.sidebar import Sidebar
from caregiver_journal.ui.stepwise import Stepwise
from caregiver_journal.ui.support_sheet import SupportSheet
from caregiver_journal.ui.undo import Undo
from caregiver_journal.ui.widgets.message_strip import MessageStrip
from caregiver_journal.ui.work import Work

_STRIP_CHANGES = {
    QEvent.Type.DynamicPropertyChange,
    QEvent.Type.Hide,
    QEvent.Type.Move,
    QEvent.Type.Resize,
    QEvent.Type.Show,
}


WRITES = {
    "entry.new": "mood",
    "boundary.new": "boundary",
    "reflection.new": "reflect",
    "practice.new": "practice",
}
"""Where an action leads by which something new is written."""


class Shell(QWidget):
    """What one sees of an open journal.

    Signals:
        lock_requested: the journal is to be locked.
        renewal_requested: a new recovery code is wanted.
        rescue_requested: the file is damaged, and what can be read shall be saved.
        restore_requested: the ``Path`` of a backup that is to take the journal's place.
        view_requested: the ``Path`` of a backup, to look around in.
        look_wanted: the appearance and the text size in per cent that the person has set.
        stillness_wanted: whether everything shall keep still.
        stay_wanted: for how many seconds somebody is there without a key or a click.
        cover_wanted: after how many seconds the cover locks, and the words for that.
    """

    lock_requested = Signal()
    renewal_requested = Signal()
    rescue_requested = Signal()
    restore_requested = Signal(object)
    view_requested = Signal(object)
    look_wanted = Signal(str, int)
    stillness_wanted = Signal(bool)
    stay_wanted = Signal(float)
    cover_wanted = Signal(int, str)

    def __init__(
        self,
        journal: Journal,
        work: Work,
        menu: QMenu,
        cost: Cost | None,
        seconds: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the open journal, and what tells the seconds of the steady clock."""
        super().__init__()
        self._pages: dict[str, Page] = {}
        self._came_from: dict[str, str] = {}  # for each section the one before it
        self._stack = QStackedWidget()
        self._room = QWidget()
        self.strip = MessageStrip(self._room)
        self.strip.installEventFilter(self)
        self.undo = Undo(journal, self.strip.say, self.say_problem)
        self.backups = BackingUp(journal, work, self)
        self.context = Context(
            journal,
            work,
            self.strip.say,
            self.say_problem,
            self.undo,
            self.backups,
            cost,
            ground=self,
            seconds=seconds,
            stay=self.stay_wanted.emit,
            follow=self.follow,
            keep_drafts=self.store_drafts,
            restore=self.restore_requested.emit,
            view=self.view_requested.emit,
        )
        self.bridge = JournalBridge(journal, self)
        self._menu = menu
        self.sidebar = Sidebar(menu)
        self.sidebar.section_chosen.connect(self._on_section_chosen)
        self.sidebar.entry_requested.connect(self.write_entry)
        self.sidebar.lock_requested.connect(self.lock_requested)
        QShortcut(QKeySequence("F10"), self, self.sidebar.open_menu)
        self._arrange()

    def open(self) -> None:
        """Show Today, and say what is odd about the journal or the clock."""
        if self.context.journal.is_read_only:
            ReadingOnly(self)
        self._tell_look()
        self._tell_cover()
        if self.context.journal.setting(MOTION) == "still":
            self._tell_stillness()
        self.bridge.changed.connect(self._on_changed)
        self.go_to(Destination("today"))
        journal = self.context.journal
        last = journal.clock_is_behind()
        if journal.folder.is_for_viewing:
            return  # what stands above it all the time says enough
        if journal.is_read_only:
            text = _("This journal's folder cannot be written to. You can read, but not write.")
            self.strip.say(text, error=True)
        elif mended := say_mended(mended_at_opening(journal)):
            self.strip.say(mended)
        elif last is not None:
            now = journal.clock().date()
            text = _(
                "This computer's clock says {now}, but your last entry is of {last}. "
                "Look at the clock before you write."
            ).format(now=say_day(now, last.date()), last=say_day(last.date(), now))
            self.strip.say(text, error=True)

    def go_to(self, destination: Destination) -> None:
        """Show a page, made on its first visit; raises ``JournalError`` when it cannot be read."""
        self._put_sheets_away()
        before = self.current_section()
        if before != destination.section:
            self._came_from[destination.section] = before or "today"
        page = self._pages.get(destination.section) or self._make_page(destination.section)
        page.open_at(destination)
        self._stack.setCurrentWidget(page)
        section = next(s for s in SECTIONS if s.key == destination.section)
        self.sidebar.show_current(section.under or section.key)
        page.focus_first()
        if self.context.journal.is_read_only:
            self._put_keyboard_somewhere(page)

    def follow(self, destination: Destination) -> None:
        """Show a page, or say why it cannot be shown."""
        if self.context.journal.is_read_only and is_for_writing(destination):
            self.refuse_writing()
            return
        try:
            self.go_to(destination)
        except JournalError as error:
            self.say_problem(error)

    def current_section(self) -> str:
        """Return the key of the section that is shown; "" before the first."""
        shown = self._stack.currentWidget()
        return next((key for key, page in self._pages.items() if page is shown), "")

    def write_entry(self) -> None:
        """Open an empty check-in."""
        self.follow(Destination("mood"))

    def refuse_writing(self) -> None:
        """Say that nothing can be written, before anybody has typed a word for nothing."""
        self.strip.say(_("This journal can only be read now, so nothing new is begun."))

    def act(self, name: str) -> None:
        """Do one of the window's actions."""
        over_sheets = {"go.support": self._show_support, "entry.undo": self._take_back}
        if name in over_sheets:
            over_sheets[name]()
            return
        self._put_sheets_away()
        room, _dot, rest = name.partition(".")
        if room == "go":
            self.follow(Destination(rest))
        elif name in WRITES:
            self.follow(Destination(WRITES[name]))
        elif name == "mood.quick":
            self._ask_for_mood()
        elif name == "find.words":
            self._search()
        elif name == "find.anything":
            GoSheet(self.context, self._menu.actions()).page_chosen.connect(self.follow)

    def _ask_for_mood(self) -> None:
        if self.context.journal.is_read_only:
            self.refuse_writing()
        else:
            QuickSheet(self.context)

    def _show_support(self) -> None:
        """Show the support card over all other sheets, once, and put none of them away."""
        if not any(sheet.isVisible() for sheet in self.findChildren(SupportSheet)):
            SupportSheet(self.context)

    def _take_back(self) -> None:
        """Take back what was last done in the sheet on top, or else in the journal."""
        sheets = [sheet for sheet in self.findChildren(Overlay) if sheet.isVisible()]
        if not (sheets and sheets[-1].take_back()):
            self._put_sheets_away()
            self.undo.undo()

    def _search(self) -> None:
        """Go to the search of the page that is shown, or to the journal's."""
        section = self.current_section()
        page = self._pages.get(section)
        has_search = page is not None and page.has_search
        self.follow(Destination(section if has_search else "journal", part="search"))

    def stop_work(self) -> None:
        """Stop what goes on in small steps, so that nothing of it stays behind on the disk."""
        for work in self.findChildren(Stepwise):
            work.cancel()
        self.backups.stop()
        for chain in self.findChildren(OneByOne):
            chain.stop()

    def store_drafts(self) -> None:
        """Keep every draft; raises ``JournalError`` when one cannot be.

        Sheets come first: one that is bringing in a file lets go of the journal.
        """
        for sheet in self.findChildren(Overlay):
            sheet.store_draft()
        for page in self._pages.values():
            page.store_draft()

    def say_problem(self, error: JournalError) -> None:
        """Show what went wrong and what may help, until it is closed."""
        text = f"{error.sentence} {error.next_step}".strip()
        if isinstance(error, DamagedError):
            self.strip.say(text, _("Save what can be read"), self.rescue_requested.emit, error=True)
        else:
            self.strip.say(text, error=True)

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the page make way for what went wrong: that stays, and may hide nothing."""
        if event.type() in _STRIP_CHANGES:
            stays = self.strip.isVisible() and self.strip.property("role") == "strip_error"
            taken = self._room.height() - self.strip.y() + SMALL if stays else 0
            self._room.setContentsMargins(0, 0, 0, taken)
        focus = QApplication.focusWidget()
        if event.type() == QEvent.Type.Hide and focus and self.strip.isAncestorOf(focus):
            self._give_keyboard_back()
        return False

    def _put_keyboard_somewhere(self, page: Page) -> None:
        """Put it on the first thing there is, where the page wanted what is not shown now."""
        focused: QWidget | None = page.focusWidget()
        if not (focused and focused.isVisibleTo(page)):
            page.focusNextChild()

    def _give_keyboard_back(self) -> None:
        """Let the keyboard return from the strip to where it was in the page."""
        page = self._pages.get(self.current_section())
        before = page.focusWidget() if page is not None else None
        if before is not None and before.isVisible():
            before.setFocus()
        elif page is not None:
            page.focus_first()

    def _arrange(self) -> None:
        column = QVBoxLayout(self._room)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._stack)
        self.strip.raise_()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addWidget(self._room, 1)

    def _on_changed(self, changes: Changes) -> None:
        try:
            if changes & {LOOK, TEXT_SIZE}:
                self._tell_look()
            if MOTION in changes:
                self._tell_stillness()
            if COVER_SECONDS in changes:
                self._tell_cover()
        except JournalError as error:
            self.say_problem(error)

    def _tell_look(self) -> None:
        setting = self.context.journal.setting
        self.look_wanted.emit(str(setting(LOOK)), int(str(setting(TEXT_SIZE))))

    def _tell_stillness(self) -> None:
        self.stillness_wanted.emit(self.context.journal.setting(MOTION) == "still")

    def _tell_cover(self) -> None:
        seconds = self.context.journal.setting(COVER_SECONDS)
        self.cover_wanted.emit(int(str(seconds)), words_for(COVER_SECONDS, seconds))

    def _make_page(self, key: str) -> Page:
        section: Section = next(s for s in SECTIONS if s.key == key)
        page = section.make(self.context)
        page.setObjectName(f"page.{key}")
        page.go_requested.connect(self.follow)
        page.left.connect(self._on_left)
        page.renewal_requested.connect(self.renewal_requested)
        self.bridge.changed.connect(page.take_change)
        self._pages[key] = page
        self._stack.addWidget(page)
        self._put_strip_last()
        return page

    def _put_strip_last(self) -> None:
        """Let Tab come to the strip after the page, as the eye does."""
        stops = [stop for stop in self.strip.findChildren(QWidget) if _is_stop(stop)]
        last = self.window().previousInFocusChain()
        while last is not None and (last in stops or not _is_stop(last)):
            last = last.previousInFocusChain()
        for before, stop in pairwise([last, *stops]):
            if before is not None and stop is not None:
                self.setTabOrder(before, stop)

    def _put_sheets_away(self) -> None:
        for sheet in self.findChildren(Overlay):
            sheet.go()

    def _on_section_chosen(self, key: str) -> None:
        self.follow(Destination(key))

    def _on_left(self) -> None:
        """Go back to where one came from; that page still leads back to where one was before it."""
        before = self._came_from.get(self.current_section(), "today")
        further = self._came_from.get(before, "today")
        self.follow(Destination(before))
        self._came_from[before] = further


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
