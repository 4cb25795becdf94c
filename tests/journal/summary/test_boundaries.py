"""What a summary says of boundary moments."""

from datetime import date, datetime, timedelta

import pytest
from support.boundaries import add_moment, asked_again
from support.builders import a_boundary, an_entry
from support.clock import LONDON, START
from support.summary_blocks import (
    AUTUMN,
    all_words,
    items_of,
    quotes_of,
    said_by,
    section_of,
    table_of,
)

from caregiver_journal.domain.boundary import Answer
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Block, Words
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.picked import MOST_OFFERED, key_of

ONE = Block.BOUNDARIES


def _at(month: int, day: int) -> datetime:
    return datetime(2026, month, day, 12, tzinfo=LONDON)


def _key(entry: Entry) -> str:
    return key_of(ONE, entry.id)


def test_nothing_is_said_without_a_moment(journal: Journal) -> None:
    journal.add(an_entry("a mood"))
    assert section_of(journal, ONE) is None
    assert items_of(journal, ONE) == ()


def test_answers_stand_by_month_and_guilt_as_medians_of_pairs(journal: Journal) -> None:
    for day, answer, then, later in (
        (_at(8, 22), Answer.AGAINST, 8, 6),
        (_at(8, 30), Answer.AGAINST, 4, 3),
        (_at(9, 3), Answer.NO, 6, None),
        (_at(9, 9), Answer.TIME, None, 2),
        (_at(10, 1), Answer.OTHER_TERMS, 6, 1),
        (_at(10, 2), Answer.PARTLY, 2, 2),
        (_at(10, 3), Answer.GLADLY, 1, 0),
        (_at(11, 20), Answer.LATER, None, None),
    ):
        again = () if later is None else (asked_again(day, guilt=later),)
        add_moment(journal, day, answer=answer, guilt=then, follow_ups=again)
    add_moment(journal, _at(8, 20), answer=Answer.AGAINST, guilt=9)
    section = said_by(journal, ONE)
    assert (section.title, section.counted) == ("Boundaries", "8 moments")
    table = table_of(section)
    assert table.heads == ("", "21–31 Aug", "Sep", "Oct", "1–20 Nov", "In all")
    assert table.rows == (
        ("Agreed against my wish", "2", "0", "0", "0", "2"),
        ("No, or on other terms", "0", "2", "2", "0", "4"),
        ("Agreed gladly", "0", "0", "1", "0", "1"),
        ("Left, or noticed only later", "0", "0", "0", "1", "1"),
        ("All moments", "2", "2", "3", "1", "8"),
        ("Guilt, then → later (n)", "6 → 4.5 (2)", "–", "2 → 1 (3)", "–", "4 → 2 (5)"),
    )
    assert [rule.split()[0] for rule in section.rules] == ["Boundaries:", "Guilt"]
    assert section.entry_ids == ()


def test_one_moment_of_one_day_is_one_column(journal: Journal) -> None:
    add_moment(journal, answer=Answer.AGAINST)
    section = said_by(journal, ONE, period=Period(START.date(), START.date()))
    assert section.counted == "1 moment"
    assert table_of(section).heads == ("", "20 Nov")
    assert table_of(section).rows == (
        ("Agreed against my wish", "1"),
        ("No, or on other terms", "0"),
        ("All moments", "1"),
    )
    assert len(section.rules) == 1


def test_a_moment_that_is_picked_is_told_in_words(journal: Journal) -> None:
    entry = add_moment(
        journal,
        asker="team lead",
        asked="לכסות את המשמרת",
        words="I can come on Friday.",
        next_time="x" * 50_000,
        answer=Answer.OTHER_TERMS,
        respect="not told here",
    )
    (item,) = items_of(journal, ONE)
    assert (item.key, item.is_in_at_first, item.entry_id) == (_key(entry), False, entry.id)
    assert item.words == (
        "20 November, 17:52 · Boundary · offered other terms · team lead: לכסות את המשמרת"
    )
    section = said_by(journal, ONE, taken=[item.key])
    (quote,) = quotes_of(section)
    assert quote.heading == "Friday 20 November · offered other terms · team lead"
    assert quote.parts == (
        ("What was asked of me", "לכסות את המשמרת"),
        ("Words, said or wished for", "I can come on Friday."),
        ("Next time", "x" * 50_000),
    )
    assert section.entry_ids == (entry.id,)


def test_two_moments_at_most_and_it_is_said(journal: Journal) -> None:
    entries = [add_moment(journal, START - timedelta(days=each)) for each in range(3)]
    section = said_by(journal, ONE, taken=map(_key, entries))
    assert section.entry_ids == (entries[1].id, entries[0].id), "the last two, in their order"
    said = [piece for piece in section.pieces if isinstance(piece, Words)]
    assert [piece.text for piece in said] == ["3 were picked; the last 2 stand here."]
    assert len(quotes_of(section)) == 2


def test_the_last_moments_are_offered_newest_first(journal: Journal) -> None:
    entries = [
        add_moment(journal, START - timedelta(hours=each)) for each in range(MOST_OFFERED + 2)
    ]
    offered = items_of(journal, ONE)
    assert [item.entry_id for item in offered] == [each.id for each in entries[:MOST_OFFERED]]
    section = said_by(journal, ONE, taken=[_key(entries[-1])])
    assert section.entry_ids == (entries[-1].id,), "what was found otherwise can be picked too"


def test_what_is_never_exported_is_in_no_count_and_cannot_be_picked(journal: Journal) -> None:
    seen = add_moment(journal)
    moment = a_boundary("SECRET", Answer.AGAINST, guilt=9, follow_ups=(asked_again(START),))
    secret = an_entry(mood=moment, never_export=True)
    journal.add(secret)
    offered = items_of(journal, ONE)
    assert [item.entry_id for item in offered] == [seen.id]
    section = said_by(journal, ONE, taken=[_key(secret)])
    assert table_of(section).rows[0][-1] == "0"
    assert "Guilt" not in all_words(section)
    assert section.counted == "1 moment"
    assert "SECRET" not in all_words((section, offered))
    assert section.entry_ids == ()


@pytest.mark.parametrize("key", ["boundaries/entry/", "boundaries/entry/none", "good/entry/{id}"])
def test_what_is_no_moment_of_the_period_cannot_be_picked(journal: Journal, key: str) -> None:
    seen = add_moment(journal)
    gone = add_moment(journal, START - timedelta(hours=1))
    journal.remove(gone)
    early = add_moment(journal, _at(8, 20))
    mood = an_entry("a mood")
    journal.add(mood)
    taken = [*map(_key, (gone, early, mood)), key.format(id=seen.id)]
    section = said_by(journal, ONE, taken=taken)
    assert quotes_of(section) == []
    assert section.counted == "1 moment"


def test_the_year_is_said_where_it_is_not_the_last_one(journal: Journal) -> None:
    entry = add_moment(journal, START - timedelta(days=365))
    period = Period(date(2025, 11, 1), AUTUMN.last)
    (quote,) = quotes_of(said_by(journal, ONE, taken=[_key(entry)], period=period))
    assert quote.heading == "Thursday 20 November 2025 · said no"


def test_a_moment_of_the_night_names_its_day_and_the_one_it_counts_to(journal: Journal) -> None:
    entry = add_moment(journal, datetime(2026, 1, 1, 1, tzinfo=LONDON), answer=Answer.NO)
    period = Period(date(2025, 12, 31), date(2026, 1, 31))
    (item,) = items_of(journal, ONE, period)
    when = "1 January, 01:00 (counts to 31 December 2025)"
    assert item.words.startswith(f"{when} · Boundary")
    (quote,) = quotes_of(said_by(journal, ONE, taken=[item.key], period=period))
    assert quote.heading == f"Thursday {when} · said no"
    assert item.entry_id == entry.id
