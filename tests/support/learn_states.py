"""Bring the states of the cards to learn from into view that the tour leaves out."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from support.looking import settle

from caregiver_journal.base.content import ContentError
from caregiver_journal.domain.card import Card
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.learning import add_card, delete_card
from caregiver_journal.journal.prompts import shipped_prompts
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.pages.learn.page import LearnPage
from caregiver_journal.ui.pages.learn.reading import MOST_SHOWN
from caregiver_journal.ui.shell import Shell

WORD = "Antidisestablishmentarianism" * 4
LONG = "One line of many, and then another one.\n\n" * (MOST_SHOWN // 20)


def show_learn_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end the cards are as before."""
    journal = shell.context.journal
    shell.go_to(Destination("learn"))
    page = shell.findChild(QWidget, "page.learn")
    assert isinstance(page, LearnPage)
    page.field.setText("xyzzy")
    yield "learn-none"
    page.field.clear()
    cards = [
        add_card(journal, Card("", "بطاقة من كلماتي", "لا أستطيع يوم الأحد.\n\nNot on Sunday.")),
        add_card(journal, Card("", WORD, LONG)),
    ]
    for number, card in enumerate(cards):
        page.list.select(card.id)
        yield f"learn-own-{number}"
    yield from _show_form(page)
    for card in cards:
        delete_card(journal, card.id)
    yield from _show_broken(page)
    yield from _show_filters(shell)


def _show_filters(shell: Shell) -> Iterator[str]:
    """Look for what only reflections and exercises have, and do away with it again."""
    for query in (
        Query(prompts=frozenset({shipped_prompts()[0].id})),
        Query(exercises=frozenset({"letter"})),
    ):
        shell.go_to(Destination("journal", query=query))
        yield "journal-prompt" if query.prompts else "journal-exercise"
    shell.go_to(Destination("journal", query=Query()))


def _show_form(page: LearnPage) -> Iterator[str]:
    page._write_own()
    form = page._form
    assert form is not None
    form._submit()
    form.store_draft()  # so that nothing ticks
    yield "learn-form-refused"
    form.draft.give_up()
    form.go()
    settle()


def _show_broken(page: LearnPage) -> Iterator[str]:
    cards = page._cards
    page._cards = ()
    page.problem.tell(ContentError("learn.toml, line 51: cards 'the-pause': a text is missing"))
    page._show()
    yield "learn-broken"
    page._cards = cards
    page.problem.be_quiet()
    page._show()
