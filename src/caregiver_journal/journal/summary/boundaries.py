"""Boundary moments in a summary: what one did, how guilt went on, and a moment or two in words."""

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.answer_groups import Answered, answer_rules, answers_table
from caregiver_journal.domain.boundary import Boundary, answer_word
from caregiver_journal.domain.boundary_facts import TEXT_TITLES
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_counted_day
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Quote, Section
from caregiver_journal.domain.time_columns import time_columns
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.picked import (
    MOST_OFFERED,
    last_of,
    offer_entries,
    picked_entries,
    say_left_over,
)

MOST_EPISODES = 2
"""How many moments are told in words."""

_TOLD = ("words", "outcome", "next_time")
"""What is told of a moment, behind what was asked; what one did stands above it."""


def offer_boundaries(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the last moments of a period, from which a few can be told in words."""
    query = Query(kinds=frozenset({Kind.BOUNDARY}), first=period.first, last=period.last)
    entries, _more = journal.entries.find(query, None, MOST_OFFERED)
    return offer_entries(Block.BOUNDARIES, entries)


def read_boundaries(journal: Journal, choice: Choice) -> Section | None:
    """Return what one did in boundary moments; None where there was none."""
    first, last = choice.period.bounds
    answered = [
        Answered(column, journal.boundaries.count_answers(column.first, column.last))
        for column in time_columns(first, last)
    ]
    count = sum(sum(each.counts.values()) for each in answered)
    if not count:
        return None
    pairs = journal.boundaries.guilt(first, last)
    picked = [
        (entry, entry.detail)
        for entry in picked_entries(journal, choice, Block.BOUNDARIES)
        if isinstance(entry.detail, Boundary)
    ]
    told = last_of(picked, MOST_EPISODES)
    return Section(
        Block.BOUNDARIES,
        _(BLOCK_WORDS[Block.BOUNDARIES]),
        (
            answers_table(answered, pairs),
            *(_quote(entry, boundary, choice.period) for entry, boundary in told),
            *say_left_over(len(picked), MOST_EPISODES),
        ),
        counted=ngettext("{count:,} moment", "{count:,} moments", count).format(count=count),
        rules=answer_rules(has_guilt=bool(pairs)),
        entry_ids=tuple(entry.id for entry, _boundary in told),
    )


def _quote(entry: Entry, boundary: Boundary, period: Period) -> Quote:
    parts = [
        (_(TEXT_TITLES["asked"]), boundary.asked),
        *((_(TEXT_TITLES[part]), getattr(boundary, part)) for part in _TOLD),
    ]
    day = say_counted_day(entry, period.bounds[1])
    heading = " · ".join(filter(None, (day, answer_word(boundary.answer).lower(), boundary.asker)))
    return Quote(heading, tuple((title, text) for title, text in parts if text))
