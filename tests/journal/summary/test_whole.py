"""A whole summary: whose it is, in which order its blocks stand, and what it says of itself."""

from datetime import date, time

import pytest
from support.builders import an_entry
from support.clock import LONDON, FixedClock
from support.journals import Place
from support.summary_blocks import all_words
from support.trends import TODAY, add_mood, ago, noon

from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.preference import START_OF_DAY
from caregiver_journal.domain.summary import LONG_BLOCKS, Block, Choice, Paper
from caregiver_journal.domain.summary_limits import DAY_BEGINS, FOOT, FOOT_WITH_RULES, limits
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reading import (
    READERS,
    blocks_in_order,
    offer_items,
    read_summary,
)
from caregiver_journal.vault.folder import JournalFolder

AUTUMN = Period(date(2026, 8, 22), TODAY)
OWNER = "made 20 Nov 2026 by the journal's owner, not a clinical record"


def test_it_says_whose_it_is_and_of_which_days(journal: Journal) -> None:
    summary = read_summary(journal, Choice(AUTUMN, name="J.", paper=Paper.LETTER))
    assert summary.title == "Summary for session"
    assert summary.subtitle == f"J. · 22 Aug – 20 Nov 2026 · {OWNER}"
    assert (summary.language, summary.period, summary.made) == ("en", AUTUMN, TODAY)
    assert summary.paper is Paper.LETTER
    assert summary.limits == limits()
    nameless = read_summary(journal, Choice(Period(AUTUMN.first, ago(9))))
    assert nameless.subtitle == f"22 Aug – 11 Nov 2026 · {OWNER}"


@pytest.mark.parametrize("name", ["ש.", "ليلى"])
def test_a_name_from_right_to_left_leaves_the_days_in_order(journal: Journal, name: str) -> None:
    mark = "\N{LEFT-TO-RIGHT MARK}"
    summary = read_summary(journal, Choice(AUTUMN, name=name))
    assert summary.subtitle == f"{mark}{name}{mark} · 22 Aug – 20 Nov 2026 · {OWNER}"


def test_where_nobody_can_write_it_is_read_all_the_same(
    place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = place.open()
    add_mood(journal, ago(1), 3)
    journal.close()
    monkeypatch.setattr(JournalFolder, "is_writable", lambda _folder: False)
    journal = place.open()
    assert journal.is_read_only
    summary = read_summary(journal, Choice(AUTUMN))
    assert "entries on 1 of 91 days" in all_words(summary)


def test_what_has_no_numbers_has_no_rules(journal: Journal) -> None:
    summary = read_summary(journal, Choice(AUTUMN))
    assert [section.block for section in summary.sections] == [
        Block.TALK,
        Block.GLANCE,
        Block.MOOD,
    ]
    assert (summary.rules, summary.foot) == ((), FOOT)


def test_rules_stand_once_and_begin_with_the_day(journal: Journal) -> None:
    journal.set(START_OF_DAY, time(5))
    for days in range(5):
        add_mood(journal, ago(days), 3)
    summary = read_summary(journal, Choice(AUTUMN))
    assert summary.rules[0] == DAY_BEGINS.format(start="05:00")
    assert len(set(summary.rules)) == len(summary.rules)
    assert summary.foot == FOOT_WITH_RULES


def test_it_is_made_on_the_day_that_began_yesterday(journal: Journal, clock: FixedClock) -> None:
    clock.set(noon(ago(-1)).replace(hour=3, tzinfo=LONDON))
    assert read_summary(journal, Choice(AUTUMN)).made == TODAY


def test_blocks_keep_their_order_with_the_long_ones_last() -> None:
    assert list(READERS) == [block for block in Block if block in READERS]
    ordered = blocks_in_order(Choice(AUTUMN, frozenset(Block)))
    assert [block in LONG_BLOCKS for block in ordered] == sorted(
        block in LONG_BLOCKS for block in ordered
    )


def test_no_block_sees_what_is_never_exported(journal: Journal) -> None:
    entries = [
        an_entry(
            "Wendelmuth",
            at=noon(ago(days)),
            mood=Mood(1 + days % 5, 2, ("Wendelmuth",)),
            tags=("Wendelmuth",),
            never_export=True,
        )
        for days in range(40)
    ]
    for entry in entries:
        journal.add(entry)
    for block in READERS:
        items = offer_items(journal, block, AUTUMN)
        known = (f"{block}/entry/{entries[0].id}", f"{block}/tag:Wendelmuth")
        keys = (*known, *(item.key for item in items))
        summary = read_summary(journal, Choice(AUTUMN, frozenset({block}), taken=frozenset(keys)))
        assert "Wendelmuth" not in all_words((items, summary)), block
        assert not summary.entry_ids
