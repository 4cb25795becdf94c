"""Read the mood on days with something beside the others: rest, practice, people, a few tags."""

from collections.abc import Sequence
from functools import partial

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.comparing import MOOD, compare
from caregiver_journal.domain.condition import Condition, Parting
from caregiver_journal.domain.numbers import LEAST
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.series import DailySeries
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Section
from caregiver_journal.domain.told_changes import INTERVAL_RULE, key_of, say_asked
from caregiver_journal.domain.told_comparison import (
    comparison_pieces,
    comparison_rule,
    say_compared,
)
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reader import Later, Offered
from caregiver_journal.journal.trends import read_scan

MOST_TAGS = 5
"""How many tags are offered: those on most days."""

_ORDER = (Parting.DAY_OFF, Parting.PRACTICE, Parting.PEOPLE, Parting.TAG)
"""What may be compared; kinds of shift stand in Trends."""


def offer_compared(journal: Journal, period: Period) -> Offered:
    """Return what can be compared in these days; none of it is in at first."""
    return tuple(map(_item, _read(journal, period)[1]))


def read_compared(journal: Journal, choice: Choice) -> Later[Section | None] | None:
    """Return the comparisons that were chosen; None where none was."""
    mood, conditions = _read(journal, choice.period)
    taken = [condition for condition in conditions if choice.takes(_item(condition))]
    return Later(partial(_say, mood, taken)) if taken else None


def _read(journal: Journal, period: Period) -> tuple[DailySeries, list[Condition]]:
    """Read the mood, and what parts it into two sides of which each can be told."""
    scan = read_scan(journal, period)
    known = [
        (condition, min(_sides(scan.mood, condition)))
        for condition in scan.conditions
        if condition.parting in _ORDER
    ]
    parting = [(condition, fewer) for condition, fewer in known if fewer >= LEAST]
    parting.sort(key=lambda pair: (_ORDER.index(pair[0].parting), -pair[1]))
    found = [condition for condition, _fewer in parting]
    rest = sum(condition.parting is not Parting.TAG for condition in found)
    return scan.mood, found[: rest + MOST_TAGS]


def _sides(mood: DailySeries, condition: Condition) -> tuple[int, int]:
    """Return on how many days with a mood it was and was not."""
    parted = [condition.has(value.day) for value in mood.days]
    return parted.count(True), parted.count(False)


def _say(mood: DailySeries, taken: Sequence[Condition]) -> Section:
    return Section(
        Block.COMPARED,
        _(BLOCK_WORDS[Block.COMPARED]),
        comparison_pieces([compare(mood, MOOD, condition) for condition in taken]),
        counted=say_asked(mood),
        rules=(comparison_rule(), _(INTERVAL_RULE)),
    )


def _item(condition: Condition) -> Item:
    return Item(f"{Block.COMPARED}/{key_of(condition)}", say_compared(condition))
