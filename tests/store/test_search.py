"""Search finds entries by their words, takes any text for words, and never goes out of step."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.builders import a_mood, an_entry
from support.clock import START, FixedClock
from support.strategies import anything
from support.vaults import quick

from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store import search
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


# --- queries --------------------------------------------------------------------------------------

CANAL = an_entry("the canal", START, tags=("walk", "work"), for_session=True)
WARD = an_entry("the ward", START - timedelta(days=1), tags=("work",), never_export=True)
HOME = an_entry("at home", START - timedelta(days=9), tags=("walk",))


@pytest.fixture
def written(journal: Journal) -> Journal:
    """A journal of three entries."""
    with journal.writing():
        for entry in (CANAL, WARD, HOME):
            journal.entries.add(entry)
    return journal


@pytest.mark.parametrize(
    ("query", "found"),
    [
        (Query(), [CANAL, WARD, HOME]),
        (Query("the"), [CANAL, WARD]),
        (Query("…"), [CANAL, WARD, HOME]),
        (Query("nowhere"), []),
        (Query(kinds=frozenset({Kind.MOOD})), [CANAL, WARD, HOME]),
        (Query(first=WARD.day), [CANAL, WARD]),
        (Query(last=WARD.day), [WARD, HOME]),
        (Query(first=WARD.day, last=WARD.day), [WARD]),
        (Query(tags=("work",)), [CANAL, WARD]),
        (Query(tags=("WALK", "work")), [CANAL]),
        (Query(tags=("nobody's",)), []),
        (Query(for_session=True), [CANAL]),
        (Query(never_export=True), [WARD]),
        (Query("wal", tags=("walk",), last=WARD.day), [HOME]),
        (Query("the", for_session=True, never_export=True), []),
    ],
)
def test_words_and_filters_together(written: Journal, query: Query, found: list[Entry]) -> None:
    assert written.entries.find(query, None, 10) == (found, None)
    assert written.entries.count_found(query) == len(found)


def test_what_is_found_comes_page_by_page(written: Journal) -> None:
    first, place = written.entries.find(Query("the"), None, 1)
    second, _place = written.entries.find(Query("the"), place, 1)
    assert [*first, *second] == [CANAL, WARD]


def test_the_trash_has_the_last_deleted_first(written: Journal, clock: FixedClock) -> None:
    query = Query(in_trash=True)
    assert written.entries.find(query, None, 10) == ([], None)
    for entry in (CANAL, HOME, WARD):
        written.remove(entry)
        clock.advance(hours=1)
    read: list[str] = []
    place = None
    while len(read) < 3:
        (entry,), place = written.entries.find(query, place, 1)
        read.append(entry.id)
    assert read == [WARD.id, HOME.id, CANAL.id]
    assert written.entries.count_found(query) == 3
    assert written.entries.count_found(Query("the", in_trash=True)) == 2
    assert written.entries.count_found(Query("the")) == 0
    written.restore(WARD)
    assert written.entries.count_found(Query("the")) == 1


@quick
@given(words=st.one_of(anything, awkward))
def test_any_text_can_be_asked_for(written: Journal, words: str) -> None:
    found, _place = written.entries.find(Query(words, tags=(words[:60],)), None, 10)
    assert len(found) == written.entries.count_found(Query(words, tags=(words[:60],)))


@pytest.mark.parametrize("rare", [0, 3, 10_000])
def test_rare_words_and_common_ones_are_found_alike(
    journal: Journal, monkeypatch: pytest.MonkeyPatch, rare: int
) -> None:
    for number in range(6):
        journal.add(an_entry(f"the team, {number}", START - timedelta(hours=number)))
    journal.add(an_entry("nothing of it", START - timedelta(hours=9)))
    monkeypatch.setattr(search, "_RARE", rare)
    assert journal.search.is_rare("team") is (rare == 10_000)
    assert not journal.search.is_rare("?!")
    found, place = journal.entries.find(Query("team"), None, 4)
    more, end = journal.entries.find(Query("team"), place, 4)
    assert [entry.note for entry in (*found, *more)] == [f"the team, {n}" for n in range(6)]
    assert end is None


def test_check_ins_are_found_by_the_word_for_a_feeling_and_not_by_their_notes(
    journal: Journal,
) -> None:
    felt = an_entry("quiet", mood=Mood(2, words=("tired", "torn")))
    said = an_entry("tired of it", mood=Mood(2))
    for entry in (felt, said):
        journal.add(entry)
    query = Query(feelings=frozenset({"tired"}))
    assert query.has_filters
    found, _place = journal.entries.find(query, None, 10)
    assert [entry.id for entry in found] == [felt.id]


def test_entries_are_found_by_weekday_and_by_the_hour_of_the_wall(journal: Journal) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    monday = an_entry(at=datetime(2026, 11, 2, 12, 30, tzinfo=UTC))
    sunday = an_entry(at=datetime(2026, 11, 8, 23, 30, tzinfo=berlin))
    for entry in (monday, sunday):
        journal.add(entry)

    def ids(query: Query) -> list[str]:
        assert query.has_filters
        return [entry.id for entry in journal.entries.find(query, None, 10)[0]]

    assert ids(Query(weekdays=frozenset({0}))) == [monday.id]
    assert ids(Query(weekdays=frozenset({6}))) == [sunday.id]
    assert ids(Query(weekdays=frozenset({1, 2, 3}))) == []
    assert ids(Query(hours=frozenset({12}))) == [monday.id]
    assert ids(Query(hours=frozenset({22, 23}))) == [sunday.id]


def test_check_ins_that_say_how_belonging_was_are_found(journal: Journal) -> None:
    said = an_entry(mood=Mood(3, belonging=0))
    for entry in (said, an_entry(mood=Mood(3))):
        journal.add(entry)
    query = Query(with_belonging=True)
    assert query.has_filters
    assert [entry.id for entry in journal.entries.find(query, None, 10)[0]] == [said.id]


def test_what_is_written_over_while_it_waits_to_be_indexed_is_found_by_its_last_words(
    journal: Journal,
) -> None:
    journal.add(old := an_entry("heron"))
    with journal.writing(), journal.search.filling():
        new = an_entry("plover", START - timedelta(hours=1))
        journal.entries.add(new)
        journal.entries.replace(replace(old, note="egret"))
        journal.entries.replace(replace(new, note="avocet"))
        assert list(journal.search.put_together())
    found = {word: journal.search.find(word, 5) for word in ("heron", "plover", "egret", "avocet")}
    assert found == {"heron": [], "plover": [], "egret": [old.id], "avocet": [new.id]}
    assert journal.database.check(deep=True) == []
