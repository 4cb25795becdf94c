"""Bring the states of the questions into view that the tour leaves out."""

from collections.abc import Iterator
from dataclasses import replace

from support.looking import settle

from caregiver_journal.domain.prompt import MAX_QUESTION
from caregiver_journal.journal.prompts import (
    add_deck,
    add_prompt,
    change_prompt,
    hide_deck,
    hide_prompt,
    shipped_prompts,
)
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.question_forms import DeckForm, QuestionForm
from caregiver_journal.ui.questions_sheet import QuestionsSheet
from caregiver_journal.ui.shell import Shell

LONG = "What did the corridor sound like at four in the morning, and who else heard it? " * 6
WORD = "Antidisestablishmentarianism" * 5


def show_question_states(shell: Shell) -> Iterator[str]:
    """Yield the name of each state; in the end a few questions more are there."""
    journal = shell.context.journal
    first, second, *_rest = shipped_prompts()
    shell.go_to(Destination("today"))
    deck = add_deck(journal, WORD[:80])
    add_prompt(journal, LONG, deck.id, is_deeper=True)
    add_prompt(journal, "ماذا سمعت اليوم؟\nWhat did I hear?", deck.id)
    change_prompt(journal, replace(first, text="Whose voice was it?"))
    hide_prompt(journal, second.id, hidden=True)
    hide_deck(journal, deck.id, hidden=True)
    sheet = QuestionsSheet(shell.context, deck.id)
    sheet._hide()
    yield "questions-own"
    sheet.bar.field.setText("xyzzy")
    yield "questions-none"
    sheet.bar.show_all()
    sheet.read(first.id, theme="")
    sheet._edit()
    form = shell.findChildren(QuestionForm)[-1]
    form.text.setPlainText("a" * (MAX_QUESTION + 1))
    form.submit()
    form.store_draft()  # so that nothing ticks
    yield "question-refused"
    form.draft.give_up()
    form.go()
    sheet._make_deck()
    deck_form = shell.findChildren(DeckForm)[-1]
    deck_form.submit()
    yield "deck-refused"
    deck_form.go()
    sheet.go()
    shell.strip.dismiss()
    settle()
