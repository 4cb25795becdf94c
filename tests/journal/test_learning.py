"""Cards to learn from: shipped and own, read marks, and each change with its way back."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from support.clock import FixedClock
from support.content import read_tables

from caregiver_journal.base.errors import InvalidValueError, NothingFoundError
from caregiver_journal.domain.card import Card
from caregiver_journal.domain.kind import Topic
from caregiver_journal.journal.begun import DraftName
from caregiver_journal.journal.exercising import find_exercise
from caregiver_journal.journal.journal import Changes, Journal
from caregiver_journal.journal.learning import (
    ROWS,
    add_card,
    all_cards,
    change_card,
    clear_marks,
    delete_card,
    mark_card,
    restore_card,
    restore_marks,
    shipped_cards,
    shipped_subjects,
    subject_titles,
)

FIRST = shipped_cards()[0]
FEATURES = frozenset[str]()
"""Rows that the program answers by what it does only, without a card."""


def read_ids(journal: Journal) -> set[str]:
    return {card.id for card in all_cards(journal) if card.is_read}


def own(journal: Journal, title: str = "From supervision") -> Card:
    return add_card(journal, Card("", title, "Two things can be true."))


# --- what comes with the program ------------------------------------------------------------------


def test_there_are_enough_cards_on_every_subject_and_each_takes_a_minute() -> None:
    cards = shipped_cards()
    assert len(cards) >= 24
    assert {card.minutes for card in cards} == {1}
    assert all(2 <= len(card.paragraphs) <= 4 for card in cards)
    count = Counter(card.subject for card in cards)
    assert list(count) == list(subject_titles()) == [each.id for each in shipped_subjects()]
    assert min(count.values()) >= 3


def test_every_card_has_something_to_try_in_few_words() -> None:
    assert all(
        re.fullmatch(r"(theme|form|exercise|page):[\w-]+", c.try_at) for c in shipped_cards()
    )
    assert all(2 <= len(card.try_text.split()) <= 8 for card in shipped_cards())


def test_what_leads_to_an_exercise_names_it_by_its_title() -> None:
    leading = [card for card in shipped_cards() if card.try_at.startswith("exercise:")]
    assert leading
    for card in leading:
        title = find_exercise(card.try_at.removeprefix("exercise:")).title
        assert title.casefold() in card.try_text.casefold(), card.id


def test_every_theme_of_the_source_texts_is_covered() -> None:
    covered = {row for card in read_tables("learn.toml")["cards"] for row in card["covers"]}
    assert len(ROWS) == len(set(ROWS)) == 62
    assert covered | FEATURES == set(ROWS)


# --- own cards ------------------------------------------------------------------------------------


def test_an_own_card_comes_first_and_its_draft_is_forgotten(
    journal: Journal, clock: FixedClock, told: list[Changes]
) -> None:
    journal.save_draft("card.form", {"new": {"title": "From"}, "other": {"title": "Stays"}})
    first = add_card(
        journal, Card("", "From  supervision", " Two things. "), draft=DraftName("card.form", "new")
    )
    assert (first.title, first.text) == ("From supervision", "Two things.")
    assert set(journal.drafts.read("card.form")) == {"other"}
    assert told[-1] == {Topic.CARD}
    clock.advance(minutes=1)
    second = own(journal, "Later")
    cards = all_cards(journal)
    assert cards[:2] == (second, first)
    assert cards[2:] == shipped_cards()


def test_an_own_card_is_changed_deleted_and_restored(journal: Journal) -> None:
    card = own(journal)
    mark_card(journal, card, is_read=True)
    changed = change_card(journal, Card(card.id, "Another title", "Other words."))
    assert changed == replace(card, title="Another title", text="Other words.", is_read=True)
    assert all_cards(journal)[0] == changed
    restore_card(journal, card)
    assert all_cards(journal)[0] == card
    assert delete_card(journal, card.id) == card
    assert all_cards(journal) == shipped_cards()
    restore_card(journal, card)
    assert all_cards(journal)[0] == card


@pytest.mark.parametrize("card_id", [FIRST.id, "own.gone"])
def test_only_own_cards_that_are_there_are_changed_or_deleted(
    journal: Journal, card_id: str
) -> None:
    with pytest.raises(NothingFoundError):
        change_card(journal, Card(card_id, "Title", "Text"))
    with pytest.raises(NothingFoundError):
        delete_card(journal, card_id)
    assert all_cards(journal) == shipped_cards()


@pytest.mark.parametrize(
    ("title", "text", "field"), [(" ", "Text", "title"), ("Title", "\n", "text")]
)
def test_a_card_needs_a_title_and_a_text(title: str, text: str, field: str) -> None:
    with pytest.raises(InvalidValueError) as error:
        Card("", title, text)
    assert error.value.field == field


# --- read marks -----------------------------------------------------------------------------------


def test_marks_are_set_and_cleared_one_by_one(journal: Journal, told: list[Changes]) -> None:
    card = own(journal)
    for each in (FIRST, card):
        mark_card(journal, each, is_read=True)
    assert read_ids(journal) == {FIRST.id, card.id}
    assert told[-1] == {Topic.CARD}
    mark_card(journal, FIRST, is_read=False)
    assert read_ids(journal) == {card.id}


def test_an_own_card_that_is_gone_is_not_marked_back_to_life(journal: Journal) -> None:
    card = own(journal)
    delete_card(journal, card.id)
    with pytest.raises(NothingFoundError):
        mark_card(journal, card, is_read=True)
    assert all_cards(journal) == shipped_cards()


def test_all_marks_are_cleared_and_come_back(journal: Journal) -> None:
    card = own(journal)
    gone = own(journal, "Gone soon")
    for each in (FIRST, card, gone):
        mark_card(journal, each, is_read=True)
    read = clear_marks(journal)
    assert set(read) == {FIRST.id, card.id, gone.id}
    assert read_ids(journal) == set()
    delete_card(journal, gone.id)
    restore_marks(journal, read)
    assert read_ids(journal) == {FIRST.id, card.id}


def test_a_mark_outlives_a_card_that_this_version_lacks(journal: Journal) -> None:
    with journal.writing(Topic.CARD):
        journal.cards.write(Card("from-a-later-version", "Later", "Later.", is_read=True))
    assert read_ids(journal) == set()
    assert clear_marks(journal) == ("from-a-later-version",)
