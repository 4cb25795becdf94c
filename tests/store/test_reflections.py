"""A reflection comes back as it was written, and is counted by theme, form and question."""

from datetime import timedelta

import pytest
from hypothesis import given
from support.builders import a_mood, a_reflection, an_entry
from support.clock import START
from support.strategies import reflections
from support.vaults import quick

from caregiver_journal.domain.entry import Entry, Lost
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Form, Reflection, Whose, Worry, Written
from caregiver_journal.journal.journal import Journal

THOUGHT = Reflection(
    Form.THOUGHT,
    (Written("thought", "They will leave"), Written("kinder", "They are tired")),
    belief_before=80,
    belief_after=0,
)
SORTED = Reflection(
    Form.SORTER,
    worries=(Worry("The rota", Whose.MINE, "Ask"), Worry("Rain", Whose.NOBODY), Worry("His mood")),
)
ANSWER = a_reflection("No.", question="Was it real?", prompt="pleasing.real", theme="pleasing")


def add(journal: Journal, reflection: Reflection, days_ago: int = 0) -> Entry:
    entry = an_entry(at=START - timedelta(days=days_ago), mood=reflection)
    journal.add(entry)
    return entry


@pytest.mark.parametrize("reflection", [THOUGHT, SORTED, ANSWER])
def test_it_comes_back_as_it_was(journal: Journal, reflection: Reflection) -> None:
    entry = add(journal, reflection)
    assert journal.entries.get(entry.id).detail == reflection


@quick
@given(reflections)
def test_any_comes_back_as_it_was(journal: Journal, reflection: Reflection) -> None:
    with journal.writing():
        journal.entries.add(an_entry(mood=a_reflection()))
        number = journal.database.rows("SELECT max(number) FROM entries")[0][0]
        journal.reflections.write(number, reflection)
    assert journal.reflections.read([number]) == {number: reflection}


def test_a_new_one_takes_the_place_of_the_old_one(journal: Journal) -> None:
    add(journal, SORTED)
    with journal.writing():
        journal.reflections.write(1, ANSWER)
    assert journal.reflections.read([1]) == {1: ANSWER}
    assert journal.database.rows("SELECT count(*) FROM worries") == [(0,)]


def test_they_are_counted_by_theme_and_form_and_the_trash_counts_for_nothing(
    journal: Journal,
) -> None:
    add(journal, THOUGHT)
    add(journal, ANSWER)
    add(journal, ANSWER, 3)
    journal.remove(add(journal, ANSWER))
    found = journal.reflections.count_answered()
    assert found.themes == {"pleasing": 2}
    assert found.forms == {Form.THOUGHT: 1, Form.FREE: 2}


def test_the_answers_to_a_question_are_found_newest_first(journal: Journal) -> None:
    older, newer = add(journal, ANSWER, 9), add(journal, ANSWER, 2)
    journal.remove(add(journal, ANSWER, 1))
    add(journal, THOUGHT)
    store = journal.reflections
    assert store.answers_to("pleasing.real", 5) == [newer.id, older.id]
    assert store.answers_to("pleasing.real", 1) == [newer.id]
    assert store.answers_to("guilt.then", 5) == []
    assert store.answered_since(older.day) == {"pleasing.real": newer.day.isoformat()}


def test_the_last_of_a_form_is_known_by_its_day(journal: Journal) -> None:
    assert journal.reflections.last_of(Form.WEEK) is None
    entry = add(journal, a_reflection("Sleep.", Form.WEEK), 4)
    add(journal, ANSWER)
    assert journal.reflections.last_of(Form.WEEK) == entry.day.isoformat()


@pytest.mark.parametrize(
    ("query", "count"),
    [
        (Query(forms=frozenset({Form.THOUGHT})), 1),
        (Query(forms=frozenset({Form.THOUGHT, Form.FREE})), 2),
        (Query(themes=frozenset({"pleasing"})), 1),
        (Query(prompts=frozenset({"pleasing.real"})), 1),
        (Query(prompts=frozenset({"guilt.then"})), 0),
        (Query(themes=frozenset({"pleasing"}), kinds=frozenset({Kind.MOOD})), 0),
        (Query("tired", forms=frozenset({Form.THOUGHT})), 1),
        (Query(kinds=frozenset({Kind.REFLECTION})), 3),
    ],
)
def test_form_theme_and_question_are_filters(journal: Journal, query: Query, count: int) -> None:
    for detail in (THOUGHT, SORTED, ANSWER, a_mood()):
        journal.add(an_entry(mood=detail))
    assert query.has_filters
    assert journal.entries.count_found(query) == count


@pytest.mark.parametrize("word", ["leave", "tired", "rota", "Ask", "mood", "real"])
def test_every_word_of_it_is_found(journal: Journal, word: str) -> None:
    for reflection in (THOUGHT, SORTED, ANSWER):
        add(journal, reflection)
    assert len(journal.search.find(word, 9)) == 1


def test_where_only_words_are_left_they_can_be_read(journal: Journal) -> None:
    thought, worries = add(journal, THOUGHT), add(journal, SORTED)
    with journal.writing():
        journal.database.write("DELETE FROM reflections")
    lost = Lost(Kind.REFLECTION, "They are tired\nThey will leave")
    assert journal.entries.get(thought.id).detail == lost
    assert journal.entries.get(worries.id).detail == Lost(
        Kind.REFLECTION, "The rota\nAsk\nRain\nHis mood"
    )
