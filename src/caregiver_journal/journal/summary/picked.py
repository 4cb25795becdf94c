"""The entries that the writer of a summary picks by hand: how they are offered and found."""

from collections.abc import Iterable
from typing import TypeVar

from caregiver_journal.base.i18n import _
from caregiver_journal.base.text import shortened
from caregiver_journal.domain.entry import Entry
from caregiver_journal.domain.phrasing import say_date, say_text, say_title, say_when
from caregiver_journal.domain.summary import Block, Choice, Item, Words
from caregiver_journal.journal.journal import Journal

T = TypeVar("T")

MOST_OFFERED = 50
"""How many entries a block offers that shows a few of them."""

_LONGEST = 100
"""How many characters of an entry stand where it is offered."""


def key_of(block: Block, entry_id: str) -> str:
    """Return the key by which an entry is chosen for a block."""
    return f"{block.value}/entry/{entry_id}"


def offer_entries(block: Block, entries: Iterable[Entry]) -> tuple[Item, ...]:
    """Return entries as items of a block; none of them is in it at first."""
    return tuple(Item(key_of(block, each.id), _say(each), entry_id=each.id) for each in entries)


def picked_entries(journal: Journal, choice: Choice, block: Block) -> list[Entry]:
    """Return the entries that were chosen for a block and lie in its period, newest first.

    Call it where private entries cannot be seen: then none of them is found, whatever is chosen.
    """
    start = key_of(block, "")
    ids = [key.removeprefix(start) for key in choice.taken if key.startswith(start)]
    return journal.entries.chosen(ids, *choice.period.bounds) if ids else []


def last_of(picked: list[T], most: int) -> list[T]:
    """Return the last of what stands newest first, in the order it is read: the first one first."""
    return picked[:most][::-1]


def say_left_over(count: int, most: int) -> tuple[Words, ...]:
    """Say that more were picked than stand here, where that is so."""
    if count <= most:
        return ()
    words = _("{count:,} were picked; the last {most} stand here.")
    return (Words(words.format(count=count, most=most), is_small=True),)


def _say(entry: Entry) -> str:
    when = say_when(entry, entry.happened.date(), say_date)
    text = say_text(entry)
    said = f"{when} · {say_title(entry)}"
    return shortened(f"{said}: {text}" if text else said, _LONGEST)
