"""A practice comes back as it was, is counted with what it changed, and a letter waits."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from support.builders import a_letter, a_mood, a_practice, an_entry
from support.clock import START
from support.strategies import practices
from support.vaults import quick

from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.practice import Part, Practice
from caregiver_journal.domain.query import Query
from caregiver_journal.journal.journal import Journal
from caregiver_journal.store.practices import _USED, _WAITING, Ratings, Use

TODAY = START.date()
LETTER = Practice(
    "letter",
    "A letter to myself",
    900,
    15,
    6,
    6,
    7,
    5,
    2,
    6,
    (Part("blame", "What I blame myself for", "The stairs"), Part("answer", "Dear", "You came")),
    date(2026, 12, 20),
    START,
)


def add(journal: Journal, days_ago: int = 0, **said: Any) -> Entry:
    entry = an_entry(at=START - timedelta(days=days_ago), mood=a_practice(**said))
    journal.add(entry)
    return entry


def due_ids(journal: Journal, limit: int, away: set[str] | None = None) -> list[str]:
    return [letter.entry_id for letter in journal.practices.back(TODAY, limit, away or ())]


def add_letter(journal: Journal, days_ago: int = 0, **said: Any) -> Entry:
    entry = an_entry(at=START - timedelta(days=days_ago), mood=a_letter(**said))
    journal.add(entry)
    return entry


def test_it_comes_back_as_it_was(journal: Journal) -> None:
    for practice in (LETTER, a_practice(), a_practice(distress_before=0)):
        entry = an_entry(mood=practice)
        journal.add(entry)
        assert journal.entries.get(entry.id).detail == practice


@quick
@given(practices)
def test_any_comes_back_as_it_was(journal: Journal, practice: Practice) -> None:
    with journal.writing():
        journal.entries.add(an_entry(mood=a_practice()))
        number = journal.database.rows("SELECT max(number) FROM entries")[0][0]
        journal.practices.write(number, practice)
    assert journal.practices.read([number]) == {number: practice}


def test_a_new_one_takes_the_place_of_the_old_one(journal: Journal) -> None:
    journal.add(an_entry(mood=LETTER))
    with journal.writing():
        journal.practices.write(1, a_practice())
    assert journal.practices.read([1]) == {1: a_practice()}
    assert journal.database.rows("SELECT count(*) FROM practice_texts") == [(0,)]


def test_use_counts_pairs_of_ratings_and_nothing_that_was_left_out(journal: Journal) -> None:
    add(journal, 3, distress_before=6, distress_after=4)
    add(journal, 1, distress_before=7, distress_after=3, kindness_before=2, kindness_after=2)
    add(journal, 5, distress_before=10)
    journal.remove(add(journal, distress_before=0, distress_after=0))
    add(journal, exercise="body-scan")
    assert journal.practices.used() == {
        "grounding": Use(3, TODAY - timedelta(1), Ratings(2, 6.5, 3.5), Ratings(1, 2, 2)),
        "body-scan": Use(1, TODAY, Ratings(0, None, None), Ratings(0, None, None)),
    }


def test_a_letter_waits_from_its_day_on_until_it_was_read(journal: Journal) -> None:
    due = add_letter(journal, 30, back_on=TODAY)
    older = add_letter(journal, 60, back_on=TODAY - timedelta(days=9))
    add_letter(journal, back_on=TODAY + timedelta(days=1))
    add_letter(journal, back_on=TODAY, read_again=START)
    journal.remove(add_letter(journal, back_on=TODAY))
    assert due_ids(journal, 5) == [older.id, due.id]
    assert due_ids(journal, 1) == [older.id]
    assert due_ids(journal, 1, {f"{older.id}:{TODAY - timedelta(days=9)}"}) == [due.id]
    assert due_ids(journal, 5, {f"{due.id}:2026-01-01"}) == [older.id, due.id]
    assert journal.practices.waiting() == {"letter": 3}


def test_no_letter_waits_whose_words_are_gone(journal: Journal) -> None:
    add_letter(journal, back_on=TODAY)
    with journal.writing():
        journal.database.write("DELETE FROM practice_texts")
    assert due_ids(journal, 5) == []
    assert journal.practices.waiting() == {}


def test_the_exercise_is_a_filter_and_every_word_is_found(journal: Journal) -> None:
    journal.add(an_entry(mood=LETTER))
    add(journal)
    journal.add(an_entry(mood=a_mood()))
    query = Query(exercises=frozenset({"letter"}))
    assert query.has_filters
    assert journal.entries.count_found(query) == 1
    for word in ("letter", "stairs", "came"):
        assert len(journal.search.find(word, 9)) == 1, word
    assert len(journal.search.find("things", 9)) == 1, "its title"


def test_where_only_words_are_left_they_can_be_read(journal: Journal) -> None:
    entry = an_entry(mood=LETTER)
    journal.add(entry)
    with journal.writing():
        journal.database.write("DELETE FROM practices")
    assert journal.entries.get(entry.id).detail == Lost(Kind.PRACTICE, "The stairs\nYou came")


def test_use_is_counted_and_what_waits_is_found_from_indexes_alone(journal: Journal) -> None:
    for query, index in ((_USED, "COVERING INDEX entries_by_kind"), (_WAITING, "practices_back")):
        plan = str(journal.database.rows(f"EXPLAIN QUERY PLAN {query}"))
        assert index in plan


@pytest.mark.parametrize("table", ["reflections", "practices"])
def test_what_waits_and_what_is_asked_for_often_has_an_index(journal: Journal, table: str) -> None:
    found = {
        "reflections": "SELECT entry FROM reflections WHERE prompt = 'x' AND prompt <> ''",
        "practices": (
            "SELECT entry FROM practices WHERE back_on <= '2026-01-01'"
            " AND back_on IS NOT NULL AND read_again IS NULL"
        ),
    }[table]
    plan = " ".join(str(row) for row in journal.database.rows(f"EXPLAIN QUERY PLAN {found}"))
    assert "USING" in plan
    assert "INDEX" in plan
