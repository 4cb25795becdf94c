"""Answers stand in a summary below the questions they belong to, where they were picked."""

from datetime import timedelta

from support.builders import a_reflection, an_entry
from support.clock import START
from support.summary_blocks import all_words, items_of, quotes_of, said_by, section_of

from caregiver_journal.domain.entry import Entry, Said
from caregiver_journal.domain.reflection import Form, Written
from caregiver_journal.domain.summary import Block
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.picked import key_of

ONE = Block.ANSWERS


def _add(
    journal: Journal, said: Said, *, note: str = "", days: int = 0, secret: bool = False
) -> Entry:
    at = START - timedelta(days=days)
    entry = an_entry(note, at, mood=said, never_export=secret)
    journal.add(entry)
    return entry


def _key(entry: Entry) -> str:
    return key_of(ONE, entry.id)


def test_only_answers_to_questions_are_offered_and_none_is_in(journal: Journal) -> None:
    assert items_of(journal, ONE) == ()
    _add(journal, a_reflection(question=""))
    long = "Which yes today was a real yes, " * 4
    last = _add(journal, a_reflection(question=long))
    first = _add(journal, a_reflection(question="What held?"), days=3)
    offered = items_of(journal, ONE)
    assert [(item.entry_id, item.is_in_at_first) for item in offered] == [
        (last.id, False),
        (first.id, False),
    ]
    assert offered[1].words == "17 November · What held?"
    assert offered[0].words.startswith("20 November · Which yes today")
    assert len(offered[0].words) <= 100
    assert section_of(journal, ONE) is None


def test_an_answer_stands_below_its_question(journal: Journal) -> None:
    entry = _add(journal, a_reflection("x" * 50_000, question="What held?"), note="לא קל")
    early = _add(journal, a_reflection(question="Early?"), days=92)
    section = said_by(journal, ONE, taken=map(_key, [entry, early]))
    assert (section.title, section.counted) == ("Answers to questions", "1 answer")
    (quote,) = quotes_of(section)
    assert quote.heading == "What held? (20 November)"
    assert quote.parts == (("", "x" * 50_000), ("Note", "לא קל"))
    assert section.entry_ids == (entry.id,)


def test_the_parts_of_a_form_are_called_by_their_names(journal: Journal) -> None:
    texts = (Written("situation", "At handover"), Written("kinder", "You **stayed**."))
    entry = _add(journal, a_reflection(form=Form.THOUGHT, texts=texts, question="Which?"))
    (quote,) = quotes_of(said_by(journal, ONE, taken=[_key(entry)]))
    assert [text for _title, text in quote.parts] == ["At handover", "You stayed."]
    assert all(title for title, _text in quote.parts)


def test_the_first_answer_stands_first(journal: Journal) -> None:
    entries = [_add(journal, a_reflection(question=f"{each}?"), days=each) for each in range(3)]
    section = said_by(journal, ONE, taken=map(_key, entries))
    assert section.counted == "3 answers"
    assert section.entry_ids == tuple(entry.id for entry in reversed(entries))


def test_none_that_is_private_deleted_or_no_answer_can_be_picked(journal: Journal) -> None:
    seen = _add(journal, a_reflection(question="Seen?"))
    gone = _add(journal, a_reflection(question="SECRET gone"))
    journal.remove(gone)
    secret = _add(journal, a_reflection(question="SECRET"), secret=True)
    free = _add(journal, a_reflection("SECRET free"))
    mood = an_entry("SECRET mood")
    journal.add(mood)
    taken = [*map(_key, (seen, gone, secret, free, mood)), key_of(Block.GOOD, seen.id)]
    section = said_by(journal, ONE, taken=taken)
    assert section.entry_ids == (seen.id,)
    assert "SECRET" not in all_words((section, items_of(journal, ONE)))
