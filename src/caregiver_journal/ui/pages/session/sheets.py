"""The sheets of the Session page: they are opened, what they hold is kept, and it is taken back."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from uuid import uuid4

from PySide6.QtCore import QObject, Signal

from caregiver_journal.base.errors import JournalError
from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.phrasing import say_title
from caregiver_journal.domain.session import (
    Goal,
    Homework,
    HomeworkState,
    Session,
    TalkPoint,
    is_over,
    last_session,
)
from caregiver_journal.journal import sessions
from caregiver_journal.journal.session_overview import SessionOverview
from caregiver_journal.journal.sessions import TakeBack
from caregiver_journal.ui.draft_keeper import Content
from caregiver_journal.ui.page import Context
from caregiver_journal.ui.pages.session.how_sheet import HowSheet, how_name
from caregiver_journal.ui.pages.session.session_sheet import SessionSheet
from caregiver_journal.ui.pages.session.words_sheet import Asked, WordsAskedSheet
from caregiver_journal.ui.sheet_draft import DraftedSheet

_NEW = ("goal:new", "homework:new", "session:new")
Keep = Callable[[DraftedSheet], TakeBack]
"""Keeps what a sheet holds and forgets its draft; raises ``JournalError``."""


class SessionSheets(QObject):
    """Opens sheets and keeps what was written in them.

    Signals:
        opening: a sheet is about to be opened.
        kept: something was kept, and its sheet is gone.
    """

    opening = Signal()
    kept = Signal()

    def __init__(self, context: Context, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._known: frozenset[str] = frozenset()

    def know(self, found: SessionOverview) -> None:
        """Take what drafts can be about."""
        homework = (*found.homework, *found.ended)
        self._known = frozenset(
            (
                *_NEW,
                *(f"point:{each.id}" for each in (*found.points, *found.talked)),
                *(f"entry:{each.id}" for each in found.marked),
                *(f"goal:{each.id}" for each in (*found.goals, *found.reached)),
                *(f"homework:{each.id}" for each in homework),
                *map(how_name, homework),
                *(f"session:{each.id}" for each in found.sessions),
            )
        )

    # --- words ----------------------------------------------------------------------------------

    def open_point(self, point: TalkPoint) -> None:
        """Change something to talk about."""
        label = _("What you want to talk about, or to ask")
        asked = Asked(
            f"point:{point.id}", _("Change it"), label, point.text, is_question=point.is_question
        )
        self._ask(asked, partial(self._keep_point, point))

    def note_about(self, entry: Entry) -> None:
        """Note a point about an entry."""
        asked = Asked(
            f"entry:{entry.id}",
            _("A point about it"),
            _("What you want to say about it, or to ask"),
            more=say_title(entry),
            is_question=False,
        )
        self._ask(asked, partial(self._add_point, entry.id))

    def open_goal(self, goal: Goal | None) -> None:
        """Change a goal, or add one."""
        about = "goal:new" if goal is None else f"goal:{goal.id}"
        title = _("A goal") if goal is None else _("Change this goal")
        asked = Asked(
            about, title, _("What would be different?"), "" if goal is None else goal.text
        )
        self._ask(asked, partial(self._keep_goal, goal))

    def open_homework(self, homework: Homework | None) -> None:
        """Change homework, or add some."""
        about = "homework:new" if homework is None else f"homework:{homework.id}"
        title = _("Homework") if homework is None else _("Change this homework")
        text = "" if homework is None else homework.text
        asked = Asked(about, title, _("What was agreed, in one line"), text)
        self._ask(asked, partial(self._keep_homework, homework))

    def _ask(self, asked: Asked, keep: Keep, said: Content | None = None) -> None:
        self.opening.emit()
        sheet = WordsAskedSheet(self._context, asked, known=self._known, said=said)
        sheet.submitted.connect(partial(self._submit, sheet, keep))
        sheet.put_away.connect(partial(self._offer_back, partial(self._ask, asked, keep)))

    def _keep_point(self, point: TalkPoint, sheet: DraftedSheet) -> TakeBack:
        text, is_question = _words(sheet)
        changed = replace(point, text=text, is_question=is_question)
        return sessions.keep_point(self._context.journal, changed, draft=sheet.draft.name)

    def _add_point(self, entry_id: str, sheet: DraftedSheet) -> TakeBack:
        journal, (text, is_question) = self._context.journal, _words(sheet)
        point = sessions.make_point(journal, text, is_question=is_question, entry_id=entry_id)
        return sessions.keep_point(journal, point, draft=sheet.draft.name)

    def _keep_goal(self, goal: Goal | None, sheet: DraftedSheet) -> TakeBack:
        journal, (text, _is_question) = self._context.journal, _words(sheet)
        kept = sessions.make_goal(journal, text) if goal is None else replace(goal, text=text)
        return sessions.keep_goal(journal, kept, draft=sheet.draft.name)

    def _keep_homework(self, homework: Homework | None, sheet: DraftedSheet) -> TakeBack:
        journal, (text, _is_question) = self._context.journal, _words(sheet)
        if homework is None:
            kept = sessions.make_homework(journal, text)
        else:
            kept = replace(homework, text=text)
        return sessions.keep_homework(journal, kept, draft=sheet.draft.name)

    # --- how homework went ----------------------------------------------------------------------

    def open_how(
        self, homework: Homework, state: HomeworkState, said: Content | None = None
    ) -> None:
        """Ask how homework went."""
        self.opening.emit()
        sheet = HowSheet(self._context, homework, state=state, known=self._known, said=said)
        sheet.submitted.connect(partial(self._submit, sheet, self._end))
        sheet.put_away.connect(partial(self._offer_back, partial(self.open_how, homework, state)))

    def _end(self, sheet: DraftedSheet) -> TakeBack:
        assert isinstance(sheet, HowSheet)  # noqa: S101 - connected above
        journal = self._context.journal
        how = sheet.text.toPlainText()
        ended = sessions.end_homework(journal, sheet.homework, sheet.chosen(), how)
        return sessions.keep_homework(journal, ended, draft=sheet.draft.name)

    # --- sessions -------------------------------------------------------------------------------

    def open_session(
        self, session: Session | None, found: SessionOverview, said: Content | None = None
    ) -> None:
        """Open a session, or add one."""
        now = self._context.journal.clock()
        today = now.date()
        last = last_session(found.sessions, now)
        is_near = session is None or session == last or not is_over(session, now)
        self.opening.emit()
        sheet = SessionSheet(
            self._context,
            session or Session(str(uuid4()), today),
            today,
            _to_tick(found) if is_near else [],
            about="session:new" if session is None else f"session:{session.id}",
            known=self._known,
            said=said,
        )
        sheet.submitted.connect(partial(self._submit, sheet, partial(self._keep_session, found)))
        sheet.put_away.connect(
            partial(self._offer_back, partial(self.open_session, session, found))
        )

    def _keep_session(self, found: SessionOverview, sheet: DraftedSheet) -> TakeBack:
        assert isinstance(sheet, SessionSheet)  # noqa: S101 - connected above
        ticked = sheet.ticked()
        talked = [point for point in found.points if point.id in ticked]
        said_of = {point.entry_id for point in talked}
        return sessions.keep_session(
            self._context.journal,
            sheet.session(),
            talked=talked,
            brought=[each for each in found.marked if each.id in ticked or each.id in said_of],
            draft=sheet.draft.name,
        )

    # --- what all have in common ----------------------------------------------------------------

    def _submit(self, sheet: DraftedSheet, keep: Keep) -> None:
        try:
            take_back = keep(sheet)
        except JournalError as error:
            sheet.tell(error)
            return
        sheet.draft.settle()
        sheet.go()
        self.kept.emit()
        self._context.undo.offer(_("Saved"), take_back)

    def _offer_back(self, open_again: Callable[..., None], said: Content) -> None:
        bring_back = partial(open_again, said=said)
        self._context.say(_("Not saved"), _("Bring it back"), bring_back)


def _to_tick(found: SessionOverview) -> list[tuple[str, str]]:
    """Return what can be ticked as talked about: points, and entries without one."""
    entries = [each for each in found.marked if each.id not in found.sources]
    return [
        *((each.id, each.text) for each in found.points),
        *((each.id, say_title(each)) for each in entries),
    ]


def _words(sheet: DraftedSheet) -> tuple[str, bool]:
    assert isinstance(sheet, WordsAskedSheet)  # noqa: S101 - connected above
    return sheet.words()
