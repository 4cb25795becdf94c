"""Entries stand in full in a summary where they were picked; of each kind all that it says."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from support.boundaries import asked_again
from support.builders import a_practice, an_entry
from support.clock import LONDON, START
from support.measuring import a_scale, answer
from support.summary_blocks import all_words, items_of, quotes_of, said_by, section_of
from support.trends import ago

from caregiver_journal.domain.boundary import Answer, Boundary
from caregiver_journal.domain.entry import Content, Entry, Lost, Said, make_entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.measure import Measure, Score
from caregiver_journal.domain.mood import About, Mood
from caregiver_journal.domain.practice import Part
from caregiver_journal.domain.reflection import Form, Reflection, Written
from caregiver_journal.domain.summary import Block, Quote
from caregiver_journal.domain.told_entry import entry_in_full
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import add_own, delete_instrument
from caregiver_journal.journal.summary import entries
from caregiver_journal.journal.summary.picked import key_of

ONE = Block.ENTRIES
MOOD = "Energy: Drained · It had to do with: Between people · Belonging: 3 of 10 · Tags: night"
GUILT = (
    "Guilt then: 6 of 10 · Guilt later: 2 of 10, on Saturday 21 November 2026 at 17:52 · "
    "What pulled at me: Duty of care"
)
NOTE = "A questionnaire is a conversation starter, not a diagnosis."


def _add(journal: Journal, note: str, hours: int = 0, said: Said | None = None) -> Entry:
    entry = an_entry(note, START - timedelta(hours=hours), mood=said)
    journal.add(entry)
    return entry


def _key(entry: Entry) -> str:
    return key_of(ONE, entry.id)


def _told(journal: Journal, entry: Entry) -> Quote:
    (quote,) = quotes_of(said_by(journal, ONE, taken=[_key(entry)]))
    return quote


def test_nothing_picked_says_nothing(journal: Journal) -> None:
    assert items_of(journal, ONE) == ()
    _add(journal, "a mood")
    assert section_of(journal, ONE) is None


def test_those_for_a_session_are_offered_first_and_none_is_in(journal: Journal) -> None:
    marked = [_add(journal, f"bring {hours}", hours) for hours in (5, 9)]
    for entry in marked:
        journal.mark(entry, for_session=True)
    _add(journal, "the last one")
    _add(journal, "the first one", 20)
    offered = items_of(journal, ONE)
    assert [item.words.partition(": ")[::2] for item in offered] == [
        ("For session · 20 November, 12:52 · Mood · good", "bring 5"),
        ("For session · 20 November, 08:52 · Mood · good", "bring 9"),
        ("20 November, 17:52 · Mood · good", "the last one"),
        ("19 November, 21:52 · Mood · good", "the first one"),
    ]
    assert not any(item.is_in_at_first for item in offered)


def test_of_very_many_the_last_are_offered_and_those_for_a_session(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(entries, "MOST_ENTRIES", 3)
    for hours in range(5):
        _add(journal, f"entry {hours}", hours)
    old = _add(journal, "old", 50)
    journal.mark(old, for_session=True)
    offered = items_of(journal, ONE)
    assert [item.words.rpartition(" ")[2] for item in offered] == ["old", "0", "1"]


def test_entries_stand_in_the_order_of_time(journal: Journal) -> None:
    last, first = _add(journal, "last"), _add(journal, "first", 30)
    section = said_by(journal, ONE, taken=map(_key, (last, first)))
    assert (section.title, section.counted) == ("Entries in full", "2 entries")
    assert section.entry_ids == (first.id, last.id)
    assert [quote.heading for quote in quotes_of(section)] == [
        "Thursday 19 November, 11:52 · Mood · good",
        "Friday 20 November, 17:52 · Mood · good",
    ]


def test_a_mood_in_full(journal: Journal) -> None:
    mood = Mood(2, 1, ("tired", "עצוב"), About.PEOPLE, 3)
    night = datetime(2026, 11, 20, 1, 30, tzinfo=LONDON)
    entry = make_entry(Content(mood, night, "x" * 50_000, ("night",)), START, journal.start_of_day)
    journal.add(entry)
    quote = _told(journal, entry)
    (item,) = items_of(journal, ONE)
    assert item.words.startswith("20 November, 01:30 (counts to 19 November) · Mood · low")
    assert quote.heading == (
        "Friday 20 November, 01:30 (counts to 19 November) · Mood · low, tired, עצוב"
    )
    assert quote.parts == (
        (
            "",
            MOOD,
        ),
        ("", "x" * 50_000),
    )


def test_a_mood_without_a_word_is_its_heading(journal: Journal) -> None:
    assert _told(journal, _add(journal, "")).parts == ()


def test_a_boundary_moment_in_full(journal: Journal) -> None:
    boundary = Boundary(
        "Stay on",
        Answer.AGAINST,
        asker="lead",
        pulls=("duty",),
        guilt=6,
        outcome="Nobody minded.",
        follow_ups=(asked_again(START, guilt=2),),
    )
    quote = _told(journal, _add(journal, "**my** note", said=boundary))
    assert quote.heading.endswith("Boundary · agreed against my wish · lead")
    assert quote.parts == (
        (
            "",
            GUILT,
        ),
        ("What was asked of me", "Stay on"),
        ("What really happened", "Nobody minded."),
        ("", "my note"),
    )


def test_a_practice_in_full(journal: Journal) -> None:
    texts = (Part("answer", "Dear", "You **came**."), Part("bare", "", "no label"))
    practice = a_practice("letter", title="A letter", distress_before=6, texts=texts)
    quote = _told(journal, _add(journal, "", said=practice))
    assert quote.parts == (
        ("", "Took: 2 minutes · Distress: 6 of 10 before"),
        ("Dear", "You came."),
        ("bare", "no label"),
    )


@pytest.mark.parametrize("question", ["What held?", "What held? " * 10])
def test_a_reflection_in_full(journal: Journal, question: str) -> None:
    said = Reflection(Form.FREE, (Written("answer", "- I **did**."),), question)
    quote = _told(journal, _add(journal, "", said=said))
    asked = (("Question", question.strip()),) if len(question) > 70 else ()
    assert quote.parts == (*asked, ("", "• I did."))


def test_a_questionnaire_in_full_by_its_facts_or_without(journal: Journal) -> None:
    own = add_own(journal, a_scale())
    entry = answer(journal, ago(3), own.id, 1, 2, 3)
    known = ("Score: 2 (0–3) · Answers by item: 1: 1, 2: 2, 3: 3", NOTE)
    assert _told(journal, entry).parts == tuple(("", words) for words in known)
    delete_instrument(journal, own.id)
    assert _told(journal, entry).parts == tuple(("", words) for words in known)


def test_how_a_questionnaire_was_coded_is_told_in_words_where_they_are_known(
    journal: Journal,
) -> None:
    entry = answer(journal, ago(3), "core-10", *[1] * 10, form="printed")
    changed = replace(_measure(entry), key="of another time")
    other = _add(journal, "", said=changed)
    assert "Form: The printed numbers are copied" in _told(journal, entry).parts[0][1]
    assert "Form: printed" in _told(journal, other).parts[0][1]


def _measure(entry: Entry) -> Measure:
    assert isinstance(entry.detail, Measure)
    return entry.detail


def test_what_is_left_of_a_lost_entry_is_told(journal: Journal) -> None:
    entry = _add(journal, "the note")
    lost = make_lost(entry, "what was left")
    assert entry_in_full(lost, {}) == (
        ("What could still be read", "what was left"),
        ("", "the note"),
    )
    assert entry_in_full(make_lost(entry, ""), {}) == (("", "the note"),)


def make_lost(entry: Entry, words: str) -> Entry:
    """Return an entry of which a damaged file took what it was."""
    return Entry(
        id=entry.id,
        happened=entry.happened,
        day=entry.day,
        detail=Lost(Kind.MOOD, words),
        note=entry.note,
        created=entry.created,
        changed=entry.changed,
    )


def test_none_that_is_private_deleted_or_of_other_days_can_be_picked(journal: Journal) -> None:
    seen = _add(journal, "Seen.")
    gone = _add(journal, "SECRET gone")
    journal.remove(gone)
    private = [
        an_entry("SECRET", never_export=True),
        an_entry("SECRET", never_export=True, for_session=True),
        an_entry("SECRET", never_export=True, mood=_scored("SECRET scale")),
    ]
    for each in private:
        journal.add(each)
    early = _add(journal, "SECRET early", 24 * 92)
    taken = [*map(_key, (seen, gone, early, *private)), "entries/entry/foreign"]
    section = said_by(journal, ONE, taken=taken)
    assert section.entry_ids == (seen.id,)
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))


def _scored(title: str) -> Measure:
    scores = (Score("total", "", 3, 0, 9),)
    return Measure("own", title, is_total=True, scores=scores)
