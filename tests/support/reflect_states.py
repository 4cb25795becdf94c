"""Bring the states of the Reflect page into view that the tour leaves out."""

from collections.abc import Iterator
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from caregiver_journal.domain.entry import Content, make_entry
from caregiver_journal.domain.prompt import MAX_QUESTION, Prompt
from caregiver_journal.domain.reflection import Form, Reflection, Written
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.prompts import add_deck, add_prompt
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.reflect.page import ReflectPage
from caregiver_journal.ui.shell import Shell

LONG = "What did you carry home that nobody had given you, and where did you put it down? "
WORD = "Antidisestablishmentarianism" * 4


def show_reflect_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end an own deck and a few answers more are there."""
    journal = shell.context.journal
    deck = add_deck(journal, f"{WORD[:40]} أسئلتي أنا")
    own = add_prompt(journal, (LONG * 9)[:MAX_QUESTION], deck.id, is_deeper=True)
    for days in (3, 40, 90, 400):
        _answer(journal, own, days)
    shell.go_to(Destination("reflect", part=f"theme:{deck.id}"))
    page = shell.findChild(QWidget, "page.reflect")
    assert isinstance(page, ReflectPage)
    shell.strip.dismiss()
    yield "reflect-own-deeper"
    shell.go_to(Destination("reflect"))
    page._leave_for_list()
    yield "reflect-list"
    page._enter()
    page._go_to_place("form:experiment")
    page.form.submit()
    page.form._toggle_more()
    page.form.show_problem(LONG)
    yield "reflect-refused"
    detail = Reflection(Form.WEEK, (Written("helped", f"{WORD} {WORD}"), Written("later", "?")))
    content = Content(detail, tags=("night", "rota"), for_session=True)
    entry = make_entry(content, journal.clock(), journal.start_of_day)
    journal.add(entry)
    shell.go_to(Destination("reflect", entry.id))
    yield "reflect-change"
    page.form.cancel.click()
    shell.strip.dismiss()


def _answer(journal: Journal, prompt: Prompt, days: int) -> None:
    now = journal.clock()
    detail = Reflection(
        Form.FREE, (Written("answer", "A bag."),), prompt.text, prompt.id, prompt.theme
    )
    content = Content(detail, now - timedelta(days=days))
    journal.add(make_entry(content, now, journal.start_of_day))
