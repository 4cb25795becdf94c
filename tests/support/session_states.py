"""Bring the states of the Session page into view that the tour leaves out."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time, timedelta
from typing import TypeVar
from uuid import UUID

from PySide6.QtWidgets import QWidget
from support.builders import an_entry

from caregiver_journal.domain.kind import Topic
from caregiver_journal.domain.session import Homework, HomeworkState, Session, TalkPoint
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.session_overview import MOST_MARKED
from caregiver_journal.journal.sessions import make_goal, make_homework, make_point
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.session.how_sheet import HowSheet
from caregiver_journal.ui.pages.session.page import SessionPage
from caregiver_journal.ui.pages.session.session_sheet import SessionSheet
from caregiver_journal.ui.pages.session.shelf import MOST_EARLIER
from caregiver_journal.ui.pages.session.words_sheet import WordsAskedSheet
from caregiver_journal.ui.shell import Shell

W = TypeVar("W", bound=QWidget)
LONG = (
    "Why I still say yes to the Saturday shifts, though on Friday I know that I will not like it. "
)
WORD = "Antidisestablishmentarianism" * 3
HEBREW = "למה אני אומרת כן למשמרות של שבת"
ARABIC = "لماذا أقول نعم لمناوبات يوم السبت، مع أنني لا أريد ذلك"


def show_session_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end sessions and what belongs to them are as before."""
    journal = shell.context.journal
    before = _ids(journal)
    shell.go_to(Destination("session"))
    page = _current(shell, SessionPage)
    page.quick.add.click()
    yield "session-refused"
    page.quick.problem.be_quiet()
    _write_many(journal)
    yield "session-many"
    for shelf in (page.points, page.homework, page.sessions):
        shelf.fold.click()
    yield "session-many-earlier"
    for shelf in (page.points, page.homework, page.sessions):
        shelf.fold.click()
    yield from _show_sheets(shell, page)
    _forget_others(journal, before)


def _show_sheets(shell: Shell, page: SessionPage) -> Iterator[str]:
    page.add_goal.click()
    words = _current(shell, WordsAskedSheet)
    words.save.click()
    yield "session-words-refused"
    words.cancel.click()
    page.points.rows[0].menu_chosen.emit((page.points.rows[0].thing.key, "edit"))
    yield "session-point"
    _current(shell, WordsAskedSheet).cancel.click()
    ended = page.homework.rows[0].thing.key
    page.homework.menu_chosen.emit((ended, "drop"))
    how = _current(shell, HowSheet)
    how.text.setPlainText(LONG * 12)
    shell.store_drafts()
    yield "session-how-long"
    how.cancel.click()
    page.add_session.click()
    sheet = _current(shell, SessionSheet)
    sheet.note.setPlainText(f"{HEBREW}\n{LONG * 20}")
    shell.store_drafts()
    yield "session-notes-long"
    sheet.cancel.click()
    shell.strip.dismiss()


def _write_many(journal: Journal) -> None:
    now, today = journal.clock(), journal.clock().date()
    entries = [
        an_entry(f"{LONG}{number}", now - timedelta(hours=number), for_session=True)
        for number in range(1, MOST_MARKED + 4)
    ]
    entries[0] = replace(entries[0], never_export=True)
    for entry in entries:
        journal.add(entry)
    with journal.writing(Topic.SESSION):
        for text in (LONG * 3, WORD, HEBREW, ARABIC):
            journal.talk_points.write(make_point(journal, text, entry_id=entries[0].id))
            journal.homework.write(make_homework(journal, text))
            journal.goals.write(make_goal(journal, text))
        for number in range(MOST_EARLIER + 2):
            day = today - timedelta(days=7 * number + 1)
            name = str(UUID(int=number + 1))
            journal.talk_points.write(TalkPoint(name, f"{HEBREW} {number}", now, talked=day))
            journal.homework.write(_ended(name, now.date() - timedelta(days=number), number))
            journal.sessions.write(Session(name, day, time(9, 30), LONG * 4))


def _ended(name: str, day: date, number: int) -> Homework:
    made = an_entry("").happened
    return Homework(name, f"Breathe, {number}", made, day, HomeworkState.DONE, day, LONG * 3)


def _ids(journal: Journal) -> frozenset[str]:
    """Return the ids of all that is there now."""
    stores = (journal.talk_points, journal.homework, journal.goals, journal.sessions)
    return frozenset(thing.id for store in stores for thing in store.all())


def _forget_others(journal: Journal, kept: frozenset[str]) -> None:
    stores = (journal.talk_points, journal.homework, journal.goals, journal.sessions)
    with journal.writing(Topic.SESSION):
        for thing_id in _ids(journal) - kept:
            for store in stores:
                store.forget(thing_id)


def _current(ground: QWidget, kind: type[W]) -> W:
    return ground.findChildren(kind)[-1]
