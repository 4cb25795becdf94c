"""Search finds entries by their words, takes any text for words, and never goes out of step."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.builders import a_mood, an_entry
from support.clock import START, FixedClock
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.search import match_expression

letters = st.characters(categories=["Lu", "Ll", "Lo", "Nd"], max_codepoint=0x1FFF)
awkward = st.text(st.sampled_from("\"'*^-+:(){}[]<>!|&\\/.,;\0\ud800\u0301 abNEARORT\n\t"))


@pytest.fixture
def notes(journal: Journal) -> dict[str, str]:
    """A journal with four entries; the id of each by its first word."""
    texts = {
        "Café": "Café on the corner; über alles naïve.",
        "Asked": "Asked: are you NOT well? AND why? NEAR the co-worker's desk.",
        "Körper": "Körper und Straße, 3,5 km.",
        "שלום": "שלום مرحبا 日本語 हिन्दी",
    }
    ids = {}
    for first, note in texts.items():
        entry = an_entry(note, mood=a_mood(words=("worn out",)), tags=("late shift",))
        journal.add(entry)
        ids[first] = entry.id
    return ids


def find(journal: Journal, notes: dict[str, str], words: str) -> set[str]:
    """Return the first words of what is found."""
    found = journal.search.find(words, 10)
    return {first for first, entry in notes.items() if entry in found}


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("cafe", "Café"),
        ("CAFÉ", "Café"),
        ("cafe\u0301", "Café"),
        ("corn", "Café"),
        ("corner über", "Café"),
        ("UBER", "Café"),
        ("not", "Asked"),
        ("AND", "Asked"),
        ("well NOT", "Asked"),
        ("near", "Asked"),
        ("NEAR(the desk)", "Asked"),
        ("NEAR(desk the)", None),
        ("co-worker", "Asked"),
        ("co worker's des", "Asked"),
        ('"asked"', "Asked"),
        ("asked:", "Asked"),
        ("körp", "Körper"),
        ("korper", "Körper"),
        ("straße", "Körper"),
        ("3,5", "Körper"),
        ("שלום", "שלום"),
        ("مرح", "שלום"),
        ("日本", "שלום"),
        ("हिन्दी", "שלום"),
        ("corne alles", None),
        ("body:café", None),
        ("asked OR corner", None),
        ("orner", None),
    ],
)
def test_words_are_found_and_operators_are_plain_words(
    journal: Journal, notes: dict[str, str], words: str, first: str | None
) -> None:
    assert find(journal, notes, words) == ({first} if first else set())


@pytest.mark.parametrize("words", ["worn", "worn ou", "late shift", "shift WORN"])
def test_feeling_words_and_tags_are_found_too(
    journal: Journal, notes: dict[str, str], words: str
) -> None:
    assert find(journal, notes, words) == set(notes)


@pytest.mark.parametrize("words", ["", "   ", "\n", "*", '"', '" "', "- ( ) :", "\0", "…", "🙂"])
def test_a_search_without_letters_or_digits_finds_nothing(
    journal: Journal, notes: dict[str, str], words: str
) -> None:
    assert match_expression(words) == ""
    assert journal.search.find(words, 10) == []


@quick
@given(words=st.one_of(anything, awkward))
@example(words="\ud800a")
@example(words='a"b"*')
@example(words="a " * 2_000)
@example(words="x" * 100_000)
def test_any_text_can_be_searched_for(journal: Journal, notes: dict[str, str], words: str) -> None:
    assert set(journal.search.find(words, 10)) <= set(notes.values())


@quick
@given(st.one_of(anything, awkward))
def test_an_expression_is_quoted_words_and_one_star(words: str) -> None:
    expression = match_expression(words)
    assert re.fullmatch(r'("([^"\0\s]|"")+"( "([^"\0\s]|"")+")*\*)?', expression)


@settings(quick, max_examples=25)
@given(text=st.text(letters, min_size=1))
def test_every_note_is_found_by_its_own_words(journal: Journal, text: str) -> None:
    entry = an_entry(text)
    journal.add(entry)
    assert entry.id in journal.search.find(text, 1_000)


def test_the_newest_entries_come_first_and_no_more_than_asked_for(
    journal: Journal, clock: FixedClock
) -> None:
    newest: list[str] = []
    for _number in range(5):
        entry = an_entry("the canal", clock())
        journal.add(entry)
        newest.insert(0, entry.id)
        clock.advance(hours=20)
    assert journal.search.find("canal", 10) == newest
    assert journal.search.find("canal", 2) == newest[:2]


def test_entries_of_one_moment_come_in_the_order_of_writing(journal: Journal) -> None:
    entries = [an_entry("canal", START) for _number in range(3)]
    for entry in entries:
        journal.add(entry)
    assert journal.search.find("canal", 10) == [entry.id for entry in reversed(entries)]


def test_what_lies_in_the_trash_is_not_found_until_it_is_restored(journal: Journal) -> None:
    entry = an_entry("the canal")
    journal.add(entry)
    journal.remove(entry)
    assert journal.search.find("canal", 10) == []
    journal.restore(entry)
    assert journal.search.find("canal", 10) == [entry.id]
