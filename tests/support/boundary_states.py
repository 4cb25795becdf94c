"""Bring the states of the form for a boundary moment into view that the tour leaves out."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget
from support.looking import settle

from caregiver_journal.domain.boundary import Answer, Boundary, FollowUp, Relationship, Wanted
from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.boundary.page import BoundaryPage
from caregiver_journal.ui.shell import Shell

LONG_WORD = "the voice my mother had when I came home too late"


def show_boundary_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the journal has one moment more."""
    journal = shell.context.journal
    now = journal.clock()
    happened = now - timedelta(days=6)
    follow_ups = (
        FollowUp((now - timedelta(days=5)).date(), now - timedelta(days=4), 3),
        FollowUp(now.date()),
        FollowUp((now + timedelta(days=2)).date()),
    )
    moment = Boundary(
        "Stay two hours longer, because nobody had planned the handover.",
        Answer.OTHER_TERMS,
        Wanted.NO,
        "Ward manager",
        "the day room",
        "a kind of limit with rather a long name",
        ("guilt", LONG_WORD),
        "That I am not asked again.",
        65,
        "Half an hour",
        "The whole evening",
        "I can stay until seven.",
        7,
        5,
        10,
        0,
        35,
        "I said it once.",
        "Say it earlier.",
        "They found another way.",
        10,
        Relationship.BETTER,
        follow_ups,
    )
    content = Content(moment, happened, "A long day before that.", ("handover",), False, True)
    entry = make_entry(content, now)
    journal.add(entry)
    shell.go_to(Destination("boundary", entry.id))
    page = shell.findChild(QWidget, "page.boundary")
    assert isinstance(page, BoundaryPage)
    form = page.form
    yield "boundary-change"
    form.pulls.own.click()
    form.pulls.word.setText("another one")
    form.asker.set_text("x" * 70)
    form.asked.clear()
    form.answer.set_value(None)
    form.when.field.set_value(now + timedelta(hours=2))
    assert form.more is not None
    form.more.minutes.setText("a long while")
    form.submit()
    settle()
    page.drafts.settle()
    yield "boundary-refused"
    page._empty()
    form.limit.setFocus()
    form.limit._offer_all()
    yield "boundary-kinds"
    form.limit._popup.hide()
