"""Entries in full in a summary, as the writer picked them."""

from dataclasses import replace

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.instrument import Instrument
from caregiver_journal.domain.instrument_key import Keys
from caregiver_journal.domain.measure import Measure
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Quote, Section
from caregiver_journal.domain.told_entry import entry_heading, entry_in_full
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.measuring import all_instruments
from caregiver_journal.journal.summary.picked import offer_entries, picked_entries

MOST_ENTRIES = 300
"""How many entries are offered; others can be looked for."""


def offer_full(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the entries marked for a session, then the others, newest first; none is in at first.

    Of very many the last ones are offered.
    """
    entries = journal.entries.to_bring(*period.bounds, MOST_ENTRIES)
    offered = zip(entries, offer_entries(Block.ENTRIES, entries), strict=True)
    return tuple(_called(item) if entry.for_session else item for entry, item in offered)


def _called(item: Item) -> Item:
    return replace(item, words=_("For session · {entry}").format(entry=item.words))


def read_full(journal: Journal, choice: Choice) -> Section | None:
    """Return the entries that were picked, the first one first; None where none was."""
    picked = picked_entries(journal, choice, Block.ENTRIES)[::-1]
    if not picked:
        return None
    labels, instruments = part_labels()[0], _instruments(journal, picked)
    counted = ngettext("{count:,} entry", "{count:,} entries", len(picked))
    return Section(
        Block.ENTRIES,
        _(BLOCK_WORDS[Block.ENTRIES]),
        tuple(
            Quote(
                entry_heading(entry, choice.period.bounds[1]),
                entry_in_full(entry, labels, instruments.get(entry.id)),
            )
            for entry in picked
        ),
        counted=counted.format(count=len(picked)),
        entry_ids=tuple(entry.id for entry in picked),
    )


def _instruments(journal: Journal, entries: list[Entry]) -> dict[str, Instrument]:
    """Return the facts of the questionnaires that were filled in with them, by their entries."""
    filled = [(each.id, each.detail) for each in entries if isinstance(each.detail, Measure)]
    if not filled:
        return {}
    known = {each.id: each.instrument for each in all_instruments(journal).all}
    keys = Keys(known.values())
    return {
        entry_id: known[measure.instrument] for entry_id, measure in filled if keys.are_of(measure)
    }
