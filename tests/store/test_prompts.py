"""What was decided about questions is kept, and what each day was offered."""

from datetime import date

from caregiver_journal.domain.prompt import Prompt, Theme
from caregiver_journal.journal.journal import Journal

TODAY = date(2026, 11, 20)
BEFORE = date(2026, 11, 19)


def test_words_are_kept_only_where_they_are_the_persons(journal: Journal) -> None:
    with journal.writing():
        journal.prompts.write_prompt(Prompt("own.1", "yes", "Who?", is_own=True))
        journal.prompts.write_prompt(Prompt("yes.1", "yes", "What?", is_hidden=True))
        journal.prompts.write_prompt(Prompt("yes.2", "yes", "Where?"))
        journal.prompts.write_deck(Theme("own.2", "Nights", is_own=True))
        journal.prompts.write_deck(Theme("yes", "The real yes", is_hidden=True))
        journal.prompts.write_deck(Theme("no", "The real no"))
    assert journal.prompts.prompts() == {
        "own.1": ("yes", "Who?", False, True, False),
        "yes.1": ("yes", "", False, False, True),
    }
    assert journal.prompts.decks() == {
        "own.2": ("Nights", True, False),
        "yes": ("", False, True),
    }
    with journal.writing():
        journal.prompts.delete_prompt("own.1")
        journal.prompts.delete_deck("own.2")
    assert list(journal.prompts.prompts()) == ["yes.1"]
    assert list(journal.prompts.decks()) == ["yes"]


def test_offers_keep_their_order_and_are_forgotten_in_time(journal: Journal) -> None:
    with journal.writing():
        for day, name in ((BEFORE, "a"), (TODAY, "b"), (TODAY, "c"), (TODAY, "b")):
            journal.prompts.offer(day, name)
    assert journal.prompts.offered(TODAY) == ["b", "c", "b"]
    assert journal.prompts.last_offered() == {"a": BEFORE, "b": TODAY, "c": TODAY}
    with journal.writing():
        journal.prompts.forget_offers(3)
    assert journal.prompts.offered(BEFORE) == []
    assert journal.prompts.offered(TODAY) == ["b", "c", "b"]
