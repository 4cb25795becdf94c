"""Read a summary as it was chosen, without a word of what is never exported."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.dates import say_days
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import LONG_BLOCKS, Block, Choice, Item, Section, Summary
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reader import Reader

READERS: dict[Block, Reader] = {}
"""How each block is read; the one list."""

LANGUAGE = "en"
"""The language the program's own sentences are written in."""


def offer_items(journal: Journal, period: Period) -> dict[Block, tuple[Item, ...]]:
    """Return what each block may hold in these days; blocks that hold no items are left out."""
    with journal.entries.without_private():
        offered = {block: reader.offer(journal, period) for block, reader in READERS.items()}
    return {block: items for block, items in offered.items() if items}


def read_summary(journal: Journal, choice: Choice) -> Summary:
    """Return what a summary says, as it was chosen; masks are not yet put on.

    Raises:
        JournalError: the journal cannot be read.
    """
    with journal.entries.without_private():
        sections = tuple(_read_sections(journal, choice))
    return Summary(
        title=_("Summary for session"),
        subtitle=_say_whose(choice),
        language=LANGUAGE,
        period=choice.period,
        made=day_of(journal.clock(), journal.start_of_day),
        sections=sections,
        limits=(),
        rules=tuple(dict.fromkeys(rule for section in sections for rule in section.rules)),
        foot="",
        paper=choice.paper,
    )


def _read_sections(journal: Journal, choice: Choice) -> Iterator[Section]:
    for long in (False, True):
        for block, reader in READERS.items():
            if block in choice.blocks and (block in LONG_BLOCKS) is long:
                section = reader.read(journal, choice)
                if section is not None:
                    yield section


def _say_whose(choice: Choice) -> str:
    days = say_days(*choice.period.bounds)
    made = _("made by the journal's owner, not a clinical record")
    return " · ".join(filter(None, (choice.name, days, made)))
