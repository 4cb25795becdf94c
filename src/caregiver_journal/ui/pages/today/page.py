"""The page one opens on: how are you now, what was written today, this week, what waits."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import ROOMY, TINY
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.pause import Pause
from caregiver_journal.domain.phrasing import greet, say_day, say_time
from caregiver_journal.domain.preference import CODE_CONFIRMED, LOOK_BACK_DAY, START_OF_DAY
from caregiver_journal.domain.session import Session
from caregiver_journal.domain.waiting import (
    MOST_SHOWN,
    Later,
    Waiting,
    say_put_off,
    say_waiting,
)
from caregiver_journal.journal import pausing
from caregiver_journal.journal.practising import read_letter
from caregiver_journal.journal.sessions import session_today
from caregiver_journal.journal.today import Today, read_today
from caregiver_journal.journal.waiting import put_off, read_waiting
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.entry_rows import make_row
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.today.pause import PausedCard, PauseSheet
from caregiver_journal.ui.pages.today.question import QuestionCard
from caregiver_journal.ui.pages.today.quick_mood import QuickMood
from caregiver_journal.ui.pages.today.week import WeekSquares
from caregiver_journal.ui.widgets.card import Card
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.empty_state import EmptyState
from caregiver_journal.ui.widgets.entry_list import DayHeading, EntryList, EntryRow
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import push_button, set_button_text
from caregiver_journal.ui.widgets.waiting_card import WaitingCard

DRAFT = "today.quick_mood"


class TodayPage(Page):
    """Shows today and what waits, takes a quick mood, and pauses."""

    shows = frozenset(
        {
            *Kind,
            Topic.BACKUP,
            Topic.CHECK,
            Topic.INSTRUMENT,
            Topic.PAUSE,
            Topic.PROMPT,
            Topic.PUT_OFF,
            Topic.SESSION,
            Topic.WORKDAY,
            START_OF_DAY,
            LOOK_BACK_DAY,
            Topic.SUPPORT,
            CODE_CONFIRMED,
        }
    )

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.pause = push_button(_("Pause…"), "link", name="today.pause")
        self.header = PageHeader("", "", self.pause)
        self.session = push_button("", "link", name="today.session")
        self.quick = QuickMood()
        self._rows: list[EntryRow | DayHeading] = []
        self.list = EntryList(
            self._fetch,
            accessible_name=_("Entries of today"),
            fit_contents=True,
            name="today.entries",
        )
        self.empty = EmptyState(_("What you write today will stand here."), name="today.empty")
        self.week = WeekSquares()
        self.paused = PausedCard()
        self.waiting = tuple(WaitingCard(place + 1) for place in range(MOST_SHOWN))
        self.question = QuestionCard(context)
        self._arrange()
        self.question.answer_requested.connect(self._answer)
        self.pause.clicked.connect(self._ask_for_pause)
        self.session.clicked.connect(self._open_session)
        self.paused.back.clicked.connect(self._come_back)
        self.empty.step_requested.connect(self._open_detail)
        for card in self.waiting:
            card.followed.connect(self._follow)
            card.put_off.connect(self._put_off)
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
        waiting = read_waiting(journal)
        said = (say_day(today.day, now.date()), say_waiting(len(waiting)))
        self.header.set_subtitle(" · ".join(part for part in said if part))
        self._show_session(session_today(journal))
        self.week.show_week(today.week, today.day)
        self._show_entries(today)
        self._show_waiting(today, waiting)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_stale = True  # the hour, the day and what waits may be others on coming back

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
        head = QVBoxLayout()
        head.setSpacing(TINY)
        head.addWidget(self.header)
        head.addWidget(self.session, 0, Qt.AlignmentFlag.AlignLeading)
        column.addLayout(head)
        column.addWidget(
            Columns(
                (self.quick, today),
                (week, self.paused, *self.waiting, self.question),
                shares=(6, 5),
            ),
            1,
        )
        self.set_content(inside)

    def _show_session(self, session: Session | None) -> None:
        """Say that there is a session today; nothing else is said of it here."""
        if session is not None:
            said = _("Session today")
            if session.at is not None:
                said = _("Session today at {time}").format(time=say_time(session.at))
            set_button_text(self.session, said)
        self.session.setVisible(session is not None)

    def _open_session(self) -> None:
        self.go_requested.emit(Destination("session"))

    def _show_entries(self, today: Today) -> None:
        self._rows = [make_row(entry) for entry in today.entries]
        self.list.reload()
        self.list.setVisible(bool(self._rows))
        if today.is_first:
            self.empty.set_words(
                _("What you write will stand here. A disc and Save are enough to begin with."),
                _("Write the first entry"),
            )
        else:
            self.empty.set_words(_("What you write today will stand here."))
        self.empty.setVisible(not self._rows)

    def _show_waiting(self, today: Today, waiting: tuple[Waiting, ...]) -> None:
        focus = self.window().focusWidget()  # None before anything had it
        cards = (self.paused, *self.waiting, self.question)
        had_keyboard = bool(focus) and any(card.isAncestorOf(focus) for card in cards)
        self.pause.setVisible(today.pause is None)
        self.paused.show_pause(today.pause, today.day)
        for place, card in enumerate(self.waiting):
            card.show_waiting(waiting[place] if place < len(waiting) else None)
        self.question.refresh(is_wanted=today.pause is None)
        if had_keyboard and not focus.isVisibleTo(self):
            next_one = next((c.not_now for c in self.waiting if c.waiting is not None), None)
            (next_one or self.quick.discs).setFocus()

    # --- what waits, and pauses -----------------------------------------------------------------

    def _follow(self, waiting: Waiting) -> None:
        self._try(partial(self._mark_read, waiting))
        self.go_requested.emit(
            Destination(waiting.section, waiting.entry_id, waiting.part, waiting.day)
        )

    def _answer(self, prompt_id: str) -> None:
        self.go_requested.emit(Destination("reflect", part=f"prompt:{prompt_id}"))

    def _mark_read(self, waiting: Waiting) -> None:
        """Note that a letter that came back was read, where it is one."""
        take_back = read_letter(self.context.journal, waiting)
        if take_back is not None:
            self.context.undo.offer(_("It waits no more"), take_back)

    def _put_off(self, choice: tuple[Waiting, Later]) -> None:
        waiting, later = choice
        try:
            undo = put_off(self.context.journal, waiting.name, later)
        except JournalError as error:
            self.context.fail(error)
            return
        self.context.say(say_put_off(later), _("Undo"), partial(self._undo, undo))

    def _ask_for_pause(self) -> None:
        try:
            today = read_today(self.context.journal)
        except JournalError as error:
            self.context.fail(error)
            return
        sheet = PauseSheet(self.context.ground, today.day, today.coming)
        sheet.submitted.connect(self._begin_pause)
        sheet.taken_back.connect(self._forget_pause)

    def _begin_pause(self, pause: Pause) -> None:
        journal = self.context.journal
        if self._try(partial(pausing.begin_pause, journal, pause)):
            undo = partial(self._undo, partial(pausing.forget_pause, journal, pause))
            self.context.say(_("The pause is set"), _("Undo"), undo)

    def _forget_pause(self, pause: Pause) -> None:
        if self._try(partial(pausing.forget_pause, self.context.journal, pause)):
            self.context.say(_("Taken back"))

    def _come_back(self) -> None:
        if self._try(partial(pausing.end_pause, self.context.journal)):
            self.context.say(_("Welcome back"))

    def _undo(self, act: Callable[[], None]) -> None:
        if self._try(act):
            self.context.say(_("Taken back"))

    # --- today's entries ------------------------------------------------------------------------

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
