"""The support card in a summary, section by section."""

from caregiver_journal.base.content import ContentError
from caregiver_journal.base.i18n import _, ngettext
from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import (
    BLOCK_WORDS,
    Block,
    Choice,
    Item,
    Piece,
    Points,
    Section,
    Words,
)
from caregiver_journal.domain.support import Part
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.supporting import read_bare_card, read_card


def offer_support(journal: Journal, _period: Period) -> tuple[Item, ...]:
    """Return the sections of the card in which something stands; none is in at first."""
    return tuple(map(_item, _written(journal)))


def read_support(journal: Journal, choice: Choice) -> Section | None:
    """Return the sections of the card that were picked; None where none was."""
    parts = [part for part in _written(journal) if choice.takes(_item(part))]
    if not parts:
        return None
    count = sum(len(part.lines) for part in parts)
    return Section(
        Block.SUPPORT,
        _(BLOCK_WORDS[Block.SUPPORT]),
        tuple(piece for part in parts for piece in _pieces(part)),
        counted=ngettext("{count:,} line", "{count:,} lines", count).format(count=count),
    )


def _item(part: Part) -> Item:
    return Item(f"support/section/{part.section}", part.title)


def _written(journal: Journal) -> list[Part]:
    try:
        card = read_card(journal)
    except ContentError:
        card = read_bare_card(journal)
    return [part for part in card if part.lines]


def _pieces(part: Part) -> tuple[Piece, ...]:
    lines = tuple((" – ".join(filter(None, (line.text, line.detail))), "") for line in part.lines)
    note = (Words(part.note, is_small=True),) if part.note else ()
    return (Words(_("{title}:").format(title=part.title), is_own=True), Points(lines), *note)
