"""Read a summary as it was chosen, without a word of what is never exported."""

from collections.abc import Callable, Iterable
from datetime import date, time
from functools import partial
from typing import TypeVar
from unicodedata import bidirectional

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import say_days, short_date
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import LONG_BLOCKS, Block, Choice, Item, Section, Summary
from caregiver_journal.domain.summary_limits import foot_of, limits, rules_of
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.answers import offer_answers, read_answers
from caregiver_journal.journal.summary.boundaries import (
    MOST_EPISODES,
    offer_boundaries,
    read_boundaries,
)
from caregiver_journal.journal.summary.changes import offer_changes, read_changes
from caregiver_journal.journal.summary.compared import offer_compared, read_compared
from caregiver_journal.journal.summary.entries import offer_full, read_full
from caregiver_journal.journal.summary.glance import read_glance
from caregiver_journal.journal.summary.good import MOST_MOMENTS, offer_good, read_good
from caregiver_journal.journal.summary.measures import offer_measures, read_measures
from caregiver_journal.journal.summary.mood import offer_mood, read_mood_block
from caregiver_journal.journal.summary.practice import offer_practice, read_practice
from caregiver_journal.journal.summary.reader import Begun, Later, Offered, Reader
from caregiver_journal.journal.summary.support import offer_support, read_support
from caregiver_journal.journal.summary.talk import offer_talk, read_talk

T = TypeVar("T")

READERS: dict[Block, Reader] = {
    Block.TALK: Reader(read_talk, offer_talk),
    Block.GLANCE: Reader(read_glance),
    Block.MOOD: Reader(read_mood_block, offer_mood),
    Block.CHANGES: Reader(read_changes, offer_changes),
    Block.BOUNDARIES: Reader(read_boundaries, offer_boundaries, MOST_EPISODES),
    Block.PRACTICE: Reader(read_practice, offer_practice),
    Block.MEASURES: Reader(read_measures, offer_measures),
    Block.GOOD: Reader(read_good, offer_good, MOST_MOMENTS),
    Block.ENTRIES: Reader(read_full, offer_full),
    Block.COMPARED: Reader(read_compared, offer_compared),
    Block.ANSWERS: Reader(read_answers, offer_answers),
    Block.SUPPORT: Reader(read_support, offer_support),
}
"""How each block is read; the one list."""

_FROM_LEFT = "\N{LEFT-TO-RIGHT MARK}"

LANGUAGE = "en"
"""The language the program's own sentences are written in."""


def blocks_in_order(choice: Choice) -> tuple[Block, ...]:
    """Return the chosen blocks as they stand in a summary: what is long behind all else."""
    chosen = [block for block in READERS if block in choice.blocks]
    return tuple(sorted(chosen, key=LONG_BLOCKS.__contains__))


def begin_items(journal: Journal, block: Block, period: Period) -> Offered | Later[Offered]:
    """Return what ``offer_items`` does, or what works it out in any thread."""
    with journal.entries.without_private():
        return READERS[block].offer(journal, period)


def offer_items(journal: Journal, block: Block, period: Period) -> tuple[Item, ...]:
    """Return what a block may hold in these days, in the order of choosing."""
    return finish(begin_items(journal, block, period))


def begin_section(journal: Journal, block: Block, choice: Choice) -> Begun:
    """Return what ``read_section`` does, or what works it out in any thread; raises as it does."""
    with journal.entries.without_private():
        return READERS[block].read(journal, choice)


def finish(begun: T | Later[T]) -> T:
    """Return what was begun, worked out where that was left for later; in any thread."""
    return begun.work_out() if isinstance(begun, Later) else begun


def read_section(journal: Journal, block: Block, choice: Choice) -> Section | None:
    """Return what a block says; None where there is nothing to say.

    Raises:
        JournalError: the journal cannot be read.
    """
    return finish(begin_section(journal, block, choice))


def read_summary(journal: Journal, choice: Choice) -> Summary:
    """Return a whole summary; masks are not yet put on. Raises as ``read_section`` does."""
    read = [read_section(journal, block, choice) for block in blocks_in_order(choice)]
    return join_sections(journal, choice, filter(None, read))


def join_sections(journal: Journal, choice: Choice, read: Iterable[Section]) -> Summary:
    """Return the summary of sections that were read one by one."""
    return joining(journal, choice)(read)


def joining(journal: Journal, choice: Choice) -> Callable[[Iterable[Section]], Summary]:
    """Return what joins sections to a summary in any thread; the journal is read before."""
    made, start = day_of(journal.clock(), journal.start_of_day), journal.start_of_day
    return partial(_join, choice, made, start)


def _join(choice: Choice, made: date, start: time, read: Iterable[Section]) -> Summary:
    sections = tuple(read)
    rules = rules_of(sections, start)
    return Summary(
        title=_("Summary for session"),
        subtitle=_say_whose(choice, made),
        language=LANGUAGE,
        period=choice.period,
        made=made,
        sections=sections,
        limits=limits(),
        rules=rules,
        foot=foot_of(rules),
        paper=choice.paper,
    )


def _say_whose(choice: Choice, made: date) -> str:
    days = say_days(*choice.period.bounds)
    by = _("made {day} by the journal's owner, not a clinical record")
    said = by.format(day=short_date(made))
    return " · ".join(filter(None, (_from_left(choice.name), days, said)))


def _from_left(name: str) -> str:
    """Return a name so that what stands behind it stays in order, whichever way it is written."""
    ways = map(bidirectional, name)
    return f"{_FROM_LEFT}{name}{_FROM_LEFT}" if {"R", "AL"} & set(ways) else name
