"""Give the invented person a support card, and questions, an exercise and a card of their own."""

from caregiver_journal.base.content import read_tables
from caregiver_journal.domain.card import Card
from caregiver_journal.domain.exercise import Exercise
from caregiver_journal.domain.support import SupportLine
from caregiver_journal.journal.exercising import add_exercise, favour_exercise, read_steps
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.learning import add_card, mark_card, shipped_cards
from caregiver_journal.journal.prompts import add_deck, add_prompt
from caregiver_journal.journal.supporting import write_line

FAVOURITES = ("self-compassion-break", "end-of-shift")
_READ = 4
"""So many of the program's cards were read."""


def prepare_own(journal: Journal) -> None:
    """Write what is the person's own beside entries."""
    content = read_tables("sample_prepared", "support", "decks", "exercises", "cards")
    for line in content["support"]:
        write_line(journal, SupportLine(**line))
    for deck in content["decks"]:
        theme = add_deck(journal, deck["title"])
        for question in deck["questions"]:
            add_prompt(journal, question, theme.id)
    for own in content["exercises"]:
        minutes, steps = own.pop("minutes"), read_steps(own.pop("steps"))
        exercise = Exercise("", minutes=(minutes,), is_timed=True, steps=steps, **own)
        add_exercise(journal, exercise)
    for exercise_id in FAVOURITES:
        favour_exercise(journal, exercise_id, favourite=True)
    for card in content["cards"]:
        add_card(journal, Card("", **card))
    for shipped in shipped_cards()[:_READ]:
        mark_card(journal, shipped, is_read=True)
