"""Good moments and strengths in a summary, as the writer picked them."""

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.good_moment import is_good_moment
from caregiver_journal.domain.mood import Mood
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_counted_day, say_title
from caregiver_journal.domain.reflection_facts import Labels
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Quote, Section
from caregiver_journal.domain.told_entry import written_words
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.picked import (
    MOST_OFFERED,
    last_of,
    offer_entries,
    picked_entries,
    say_left_over,
)

MOST_MOMENTS = 3
"""How many good moments are told."""


def offer_good(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the last good moments of a period, newest first; none is in at first."""
    entries = journal.entries.good_moments(*period.bounds, MOST_OFFERED)
    return offer_entries(Block.GOOD, entries)


def read_good(journal: Journal, choice: Choice) -> Section | None:
    """Return the good moments that were picked; None where none was."""
    found = picked_entries(journal, choice, Block.GOOD)
    picked = [entry for entry in found if is_good_moment(entry)]
    if not picked:
        return None
    told, labels = last_of(picked, MOST_MOMENTS), part_labels()[0]
    return Section(
        Block.GOOD,
        _(BLOCK_WORDS[Block.GOOD]),
        (
            *(_quote(entry, labels, choice.period) for entry in told),
            *say_left_over(len(picked), MOST_MOMENTS),
        ),
        counted=_("{count:,} picked").format(count=len(told)),
        entry_ids=tuple(entry.id for entry in told),
    )


def _quote(entry: Entry, labels: Labels, period: Period) -> Quote:
    day = say_counted_day(entry, period.bounds[1])
    heading = day if isinstance(entry.detail, Mood) else f"{day} · {say_title(entry)}"
    return Quote(heading, written_words(entry, labels))
