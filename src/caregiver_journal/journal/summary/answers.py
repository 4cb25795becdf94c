"""Answers to questions in a summary, as the writer picked them."""

from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.kind import Kind
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.phrasing import say_date
from caregiver_journal.domain.query import Query
from caregiver_journal.domain.reflection import Reflection
from caregiver_journal.domain.summary import BLOCK_WORDS, Block, Choice, Item, Quote, Section
from caregiver_journal.domain.told_entry import answer_words
from caregiver_journal.journal.forms import part_labels
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.picked import key_of, picked_entries

MOST_ANSWERS = 100
"""How many of the last reflections are looked through for answers to offer."""

_LONGEST = 100


def offer_answers(journal: Journal, period: Period) -> tuple[Item, ...]:
    """Return the last answers to questions, newest first; none is in at first."""
    query = Query(kinds=frozenset({Kind.REFLECTION}), first=period.first, last=period.last)
    entries, _more = journal.entries.find(query, None, MOST_ANSWERS)
    return tuple(
        Item(key_of(Block.ANSWERS, entry.id), _say(entry, reflection), entry_id=entry.id)
        for entry, reflection in _answers(entries)
    )


def read_answers(journal: Journal, choice: Choice) -> Section | None:
    """Return the answers that were picked, the first one first; None where none was."""
    picked = _answers(picked_entries(journal, choice, Block.ANSWERS))[::-1]
    if not picked:
        return None
    labels, last = part_labels()[0], choice.period.bounds[1]
    counted = ngettext("{count:,} answer", "{count:,} answers", len(picked))
    return Section(
        Block.ANSWERS,
        _(BLOCK_WORDS[Block.ANSWERS]),
        tuple(
            Quote(
                _("{question} ({day})").format(
                    question=reflection.question, day=say_date(entry.day, last)
                ),
                answer_words(entry, reflection, labels),
            )
            for entry, reflection in picked
        ),
        counted=counted.format(count=len(picked)),
        entry_ids=tuple(entry.id for entry, _reflection in picked),
    )


def _answers(entries: list[Entry]) -> list[tuple[Entry, Reflection]]:
    return [
        (entry, entry.detail)
        for entry in entries
        if isinstance(entry.detail, Reflection) and entry.detail.question
    ]


def _say(entry: Entry, reflection: Reflection) -> str:
    words = f"{say_date(entry.day, entry.day)} · {reflection.question}"
    return shortened(words, _LONGEST)
