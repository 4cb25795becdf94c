"""Bring the states of the page of boundaries into view that the tour leaves out."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from support.boundaries import add_moment, due_on

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.period import Span
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.following import name_of
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.boundaries.page import BoundariesPage
from caregiver_journal.ui.pages.journal.page import JournalPage
from caregiver_journal.ui.shell import Shell

LONG = "A rather long kind of limit, in words of my own, to the brim"


def show_follow_up_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the journal is as it was."""
    journal = shell.context.journal
    now = journal.clock()
    entries = [
        add_moment(
            journal,
            now - timedelta(minutes=minutes),
            asked=f"Take over the notes of ward {minutes} as well, " * 12,
            answer=answer,
            asker="The deputy of the team lead of the other ward",
            limit=LONG,
            feared="They will say that I am no part of the team. " * 4,
            guilt=7,
            follow_ups=due_on(now.date()),
        )
        for minutes, answer in ((9, Answer.AGAINST), (8, Answer.OTHER_TERMS), (7, Answer.LATER))
    ]
    shell.go_to(Destination("boundaries"))
    page = shell.findChild(QWidget, "page.boundaries")
    assert isinstance(page, BoundariesPage)
    yield "boundaries-due"
    shell.go_to(Destination("boundaries", part=name_of(entries[0].id, 0)))
    sheet = page._open_sheet()
    assert sheet is not None
    sheet.guilt.set_value(3)
    sheet.came_true.set_value(35)
    sheet.problem.tell(DiskFullError())
    yield "follow-up-refused"
    sheet._cancel()
    shell.strip.dismiss()
    page.counts.period.segments.set_value(Span.MONTH.value)
    page.counts.period._choose(Span.MONTH.value)
    page.counts.guilt.show_pairs((), "Not enough moments yet.")
    yield "boundaries-few"
    page.counts.period.segments.set_value(Span.QUARTER.value)
    page.counts.period._choose(Span.QUARTER.value)
    query = Query(limits=frozenset({LONG}), first=now.date() - timedelta(days=90), last=now.date())
    shell.go_to(Destination("journal", query=query))
    journal_page = shell.findChild(QWidget, "page.journal")
    assert isinstance(journal_page, JournalPage)
    journal_page._show_rest()
    yield "journal-of-boundaries"
    journal_page.search.clear_all()
    journal_page._show_rest()
    journal.remove(*entries)
    journal.delete_for_good(*entries)
