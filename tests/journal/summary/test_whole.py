"""A whole summary: whose it is, in which order its blocks stand, and what it says of itself."""

from datetime import date, time

import pytest
from support.clock import LONDON, FixedClock
from support.summary_blocks import all_words
from support.trends import TODAY, add_mood, ago, noon

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

AUTUMN = Period(date(2026, 8, 22), TODAY)
OWNER = "made by the journal's owner, not a clinical record"


def test_it_says_whose_it_is_and_of_which_days(journal: Journal) -> None:
    summary = read_summary(journal, Choice(AUTUMN, name="J.", paper=Paper.LETTER))
    assert summary.title == "Summary for session"
    assert summary.subtitle == f"J. · 22 Aug – 20 Nov 2026 · {OWNER}"
    assert (summary.language, summary.period, summary.made) == ("en", AUTUMN, TODAY)
    assert summary.paper is Paper.LETTER
    assert summary.limits == limits()
    nameless = read_summary(journal, Choice(AUTUMN))
    assert nameless.subtitle == f"22 Aug – 20 Nov 2026 · {OWNER}"


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


@pytest.mark.parametrize("block", list(READERS))
def test_no_block_sees_what_is_never_exported(journal: Journal, block: Block) -> None:
    for days in range(40):
        entry = add_mood(
            journal, ago(days), 1 + days % 5, energy=2, tags=("Wendelmuth",), words=("Wendelmuth",)
        )
        journal.mark(entry, never_export=True)
    items = offer_items(journal, block, AUTUMN)
    taken = frozenset({*(item.key for item in items), "compared/tag:Wendelmuth"})
    summary = read_summary(journal, Choice(AUTUMN, frozenset({block}), taken=taken))
    assert "Wendelmuth" not in all_words((items, summary))
    assert not summary.entry_ids
