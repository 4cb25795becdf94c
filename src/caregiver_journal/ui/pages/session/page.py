"""What to bring to the next session, and what came of the last ones."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import partial
from typing import ClassVar, TypeVar, cast

from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import MEDIUM
from caregiver_journal.base.marks import override
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind, Topic
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.session import Goal, Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.journal import sessions
from caregiver_journal.journal.journal import Changed
from caregiver_journal.journal.session_overview import SessionOverview, read_session_overview
from caregiver_journal.journal.sessions import TakeBack
from caregiver_journal.ui.draft_keeper import DraftKeeper
from caregiver_journal.ui.page import Context, Destination, Page
from caregiver_journal.ui.pages.session.quick import QuickPoint
from caregiver_journal.ui.pages.session.said import (
    DELETE,
    DROP,
    HOW,
    NOTE,
    goal_thing,
    homework_thing,
    marked_thing,
    point_thing,
    say_next,
    session_thing,
    sessions_shown,
    shelf_words,
)
from caregiver_journal.ui.pages.session.sheets import SessionSheets
from caregiver_journal.ui.pages.session.shelf import Shelf
from caregiver_journal.ui.widgets.columns import Columns
from caregiver_journal.ui.widgets.page_header import PageHeader
from caregiver_journal.ui.widgets.text import push_button, set_button_text

DRAFT = "session.quick"
"""The name under which the quick line keeps its draft."""

HOMEWORK = "homework:"
"""Begins the part of a destination that asks how homework went, by its id."""

N = TypeVar("N", Entry, TalkPoint, Homework, Goal, Session)


class SessionPage(Page):
    """Shows what to talk about, entries to bring, homework, goals and sessions."""

    shows: ClassVar[frozenset[Changed]] = frozenset({*Kind, Topic.SESSION, START_OF_DAY})

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._found: SessionOverview | None = None
        self._part = ""
        self._before = ("", 0)
        self.exported = push_button(_("What was exported"), "link", name="session.exported")
        self.make = push_button(_("Make a summary…"), "primary", name="session.make")
        self.header = PageHeader(_("Session"), "", self.make)
        self.quick = QuickPoint()
        self.add_session = push_button(_("Add a date…"), name="session.sessions.add")
        self.add_homework = push_button(_("Add homework…"), name="session.homework.add")
        self.add_goal = push_button(_("Add a goal…"), name="session.goals.add")
        self.all_marked = push_button("", "link", name="session.marked.all")
        self._make_shelves()
        self.sheets = SessionSheets(context, self)
        self._arrange()
        self._connect()
        self.drafts = DraftKeeper(context.journal, DRAFT, self.quick.content, context.fail, self)
        self.quick.fill(self.drafts.kept())
        self.quick.edited.connect(self.drafts.touch)

    @override
    def refresh(self) -> None:
        journal = self.context.journal
        had_keyboard = self._remember_keyboard()
        found = self._found = read_session_overview(journal)
        now = journal.clock()
        self.sheets.know(found)
        self.header.set_subtitle(say_next(found.next, now.date()))
        sources = found.sources
        self.points.show_things(
            [point_thing(each, sources.get(each.entry_id), found.today) for each in found.points],
            [point_thing(each, None, found.today) for each in found.talked],
        )
        self.marked.show_things([marked_thing(each, now.date()) for each in found.marked])
        self._say_marked(found)
        self.homework.show_things(
            [homework_thing(each, found.today) for each in found.homework],
            [homework_thing(each, found.today) for each in found.ended],
        )
        self.goals.show_things(
            [goal_thing(each, found.today) for each in found.goals],
            [goal_thing(each, found.today) for each in found.reached],
        )
        shown, earlier = sessions_shown(found.sessions, now)
        self.sessions.show_things(
            [session_thing(each, now) for each in shown],
            [session_thing(each, now) for each in earlier],
        )
        if had_keyboard:
            self._put_keyboard_back()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._is_stale = True  # a session may be over on coming back

    @override
    def open_at(self, destination: Destination) -> None:
        self._part = destination.part

    @override
    def focus_first(self) -> None:
        part, self._part = self._part, ""
        if part.startswith(HOMEWORK):
            homework = self._homework(part.removeprefix(HOMEWORK))
            self.homework.take_keyboard()
            if homework is not None:
                self.sheets.open_how(homework, HomeworkState.DONE)
            return
        shelf = self._shelves.get(part)
        if shelf is None or not shelf.take_keyboard():
            self.quick.line.setFocus()

    @override
    def store_draft(self) -> None:
        self.drafts.store()

    # --- what is shown --------------------------------------------------------------------------

    def _say_marked(self, found: SessionOverview) -> None:
        """Offer the others where not all entries are shown, or the Journal where there is none."""
        words = _("Open the Journal")
        if found.marked:
            words = _("Show all {count} in the Journal").format(count=found.marked_count)
        set_button_text(self.all_marked, words)
        self.all_marked.setVisible(len(found.marked) < found.marked_count or not found.marked)
        self.marked.fit_foot()

    def _remember_keyboard(self) -> bool:
        """Remember where on the page the keyboard is; tell whether it is there."""
        focus = cast("QWidget | None", self.window().focusWidget())  # None before anything had it
        if focus is None or not self.isAncestorOf(focus):
            return False
        place = 0
        for shelf in self._shelves.values():
            place = next((n for n, row in enumerate(shelf.rows) if row.has(focus)), place)
        self._before = (focus.objectName(), place)
        return True

    def _put_keyboard_back(self) -> None:
        """Put the keyboard where it was, or onto what stands there now."""
        name, place = self._before
        found = [widget for widget in self.findChildren(QWidget, name) if widget.isVisibleTo(self)]
        shelf = next(
            (s for key, s in self._shelves.items() if name.startswith(f"session.{key}")), None
        )
        if found:
            found[-1].setFocus()
        elif shelf is None or not shelf.take_keyboard(place):
            self.quick.line.setFocus()

    # --- what is done ---------------------------------------------------------------------------

    def _add_point(self) -> None:
        text, journal = self.quick.line.text(), self.context.journal
        try:
            point = sessions.make_point(
                journal, text, is_question=self.quick.is_question.isChecked()
            )
            take_back = sessions.keep_point(journal, point)
            journal.save_draft(DRAFT, {})
        except JournalError as error:
            self.quick.tell(error)
            return
        self.quick.fill({})
        self.drafts.settle()
        self.quick.line.setFocus()
        self.context.undo.offer(_("Saved"), take_back)

    def _do(self, said: str, act: Callable[[], TakeBack]) -> None:
        try:
            take_back = act()
        except JournalError as error:
            self.context.fail(error)
            return
        self.context.undo.offer(said, take_back)

    def _tick_point(self, key: str) -> None:
        point, journal = self._point(key), self.context.journal
        if point is None:
            return
        if point.talked is None:
            self._do(_("Talked about"), partial(sessions.talk_about, journal, point))
        else:
            waiting = replace(point, talked=None)
            self._do(_("It waits again"), partial(sessions.keep_point, journal, waiting))

    def _act_on_point(self, wanted: tuple[str, str]) -> None:
        key, choice = wanted
        point = self._point(key)
        if point is None:
            return
        if choice == DELETE:
            act = partial(sessions.delete_point, self.context.journal, point)
            self._do(_("Deleted"), act)
        else:
            self.sheets.open_point(point)

    def _open_source(self, key: str) -> None:
        point = self._point(key)
        if point is not None:
            self._open_entry(point.entry_id)

    def _act_on_marked(self, wanted: tuple[str, str]) -> None:
        key, choice = wanted
        entry = _by_id(key, () if self._found is None else self._found.marked)
        if entry is None:
            return
        if choice == NOTE:
            self.sheets.note_about(entry)
        else:
            act = partial(sessions.take_off, self.context.journal, entry)
            self._do(_("Taken off; the entry stays"), act)

    def _open_entry(self, entry_id: str) -> None:
        self.go_requested.emit(Destination("journal", entry_id))

    def _show_marked(self) -> None:
        has_some = self._found is not None and bool(self._found.marked)
        query = Query(for_session=True) if has_some else Query()
        self.go_requested.emit(Destination("journal", query=query))

    def _tick_homework(self, key: str) -> None:
        homework = self._homework(key)
        if homework is not None:
            self.sheets.open_how(homework, HomeworkState.DONE)

    def _act_on_homework(self, wanted: tuple[str, str]) -> None:
        key, choice = wanted
        homework = self._homework(key)
        if homework is None:
            return
        if choice == DELETE:
            act = partial(sessions.delete_homework, self.context.journal, homework)
            self._do(_("Deleted"), act)
        elif choice in (DROP, HOW):
            state = HomeworkState.DROPPED if choice == DROP else homework.state
            self.sheets.open_how(homework, state)
        else:
            self.sheets.open_homework(homework)

    def _tick_goal(self, key: str) -> None:
        goal, found, journal = self._goal(key), self._found, self.context.journal
        if goal is None or found is None:
            return
        changed = replace(goal, reached=found.today if goal.reached is None else None)
        said = _("Reached") if goal.reached is None else _("It is worked on again")
        self._do(said, partial(sessions.keep_goal, journal, changed))

    def _act_on_goal(self, wanted: tuple[str, str]) -> None:
        key, choice = wanted
        goal = self._goal(key)
        if goal is None:
            return
        if choice == DELETE:
            self._do(_("Deleted"), partial(sessions.delete_goal, self.context.journal, goal))
        else:
            self.sheets.open_goal(goal)

    def _open_session(self, key: str) -> None:
        session = self._session(key)
        if session is not None and self._found is not None:
            self.sheets.open_session(session, self._found)

    def _act_on_session(self, wanted: tuple[str, str]) -> None:
        key, choice = wanted
        session = self._session(key)
        if session is None:
            return
        if choice == DELETE:
            act = partial(sessions.delete_session, self.context.journal, session)
            self._do(_("Deleted"), act)
        else:
            self._open_session(key)

    def _begin_session(self) -> None:
        if self._found is not None:
            self.sheets.open_session(None, self._found)

    def _begin_homework(self) -> None:
        self.sheets.open_homework(None)

    def _begin_goal(self) -> None:
        self.sheets.open_goal(None)

    def _make_summary(self) -> None:
        self.go_requested.emit(Destination("summary"))

    def _open_exported(self) -> None:
        from caregiver_journal.ui.export_log_sheet import ExportLogSheet  # noqa: PLC0415 - few do

        ExportLogSheet(self.context)

    # --- what a key names -----------------------------------------------------------------------

    def _point(self, key: str) -> TalkPoint | None:
        found = self._found
        return None if found is None else _by_id(key, (*found.points, *found.talked))

    def _homework(self, key: str) -> Homework | None:
        found = self._found
        return None if found is None else _by_id(key, (*found.homework, *found.ended))

    def _goal(self, key: str) -> Goal | None:
        found = self._found
        return None if found is None else _by_id(key, (*found.goals, *found.reached))

    def _session(self, key: str) -> Session | None:
        return None if self._found is None else _by_id(key, self._found.sessions)

    # --- how it is made -------------------------------------------------------------------------

    def _make_shelves(self) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        lead = {"points": (self.quick, line)}
        buttons = {
            "marked": (self.all_marked,),
            "sessions": (self.add_session, self.exported),
            "homework": (self.add_homework,),
            "goals": (self.add_goal,),
        }
        self._shelves = {
            key: Shelf(words, buttons.get(key, ()), lead.get(key, ()), name=f"session.{key}")
            for key, words in shelf_words().items()
        }
        self.points, self.marked, self.sessions, self.homework, self.goals = self._shelves.values()

    def _arrange(self) -> None:
        columns = Columns(
            (self.points, self.marked), (self.sessions, self.homework, self.goals), shares=(55, 45)
        )
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setSpacing(MEDIUM)
        column.addWidget(self.header)
        column.addWidget(columns)
        column.addStretch(1)
        self.set_content(inside)

    def _connect(self) -> None:
        clicks: tuple[tuple[QPushButton, Callable[[], None]], ...] = (
            (self.make, self._make_summary),
            (self.exported, self._open_exported),
            (self.add_session, self._begin_session),
            (self.add_homework, self._begin_homework),
            (self.add_goal, self._begin_goal),
            (self.all_marked, self._show_marked),
        )
        for button, act in clicks:
            button.clicked.connect(act)
        self.quick.submitted.connect(self._add_point)
        self.points.ticked.connect(self._tick_point)
        self.points.linked.connect(self._open_source)
        self.points.menu_chosen.connect(self._act_on_point)
        self.marked.opened.connect(self._open_entry)
        self.marked.menu_chosen.connect(self._act_on_marked)
        self.homework.ticked.connect(self._tick_homework)
        self.homework.menu_chosen.connect(self._act_on_homework)
        self.goals.ticked.connect(self._tick_goal)
        self.goals.menu_chosen.connect(self._act_on_goal)
        self.sessions.opened.connect(self._open_session)
        self.sessions.menu_chosen.connect(self._act_on_session)
        self.sheets.opening.connect(self._remember_keyboard)
        self.sheets.kept.connect(self._put_keyboard_back)


def _by_id(key: str, things: Iterable[N]) -> N | None:
    return next((thing for thing in things if thing.id == key), None)
