"""Read single blocks of a summary in tests, and all that they say."""

from collections.abc import Iterable, Iterator
from dataclasses import fields, is_dataclass
from datetime import date

from caregiver_journal.domain.period import Period
from caregiver_journal.domain.summary import Block, Choice, Item, Quote, Section, Table
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.summary.reading import offer_items, read_summary

AUTUMN = Period(date(2026, 8, 21), date(2026, 11, 20))
"""The three months up to the day at which the clock of the tests stands."""


def items_of(journal: Journal, block: Block, period: Period = AUTUMN) -> tuple[Item, ...]:
    """Return what a block offers."""
    return offer_items(journal, block, period)


def section_of(
    journal: Journal,
    block: Block,
    *,
    taken: Iterable[str] = (),
    left: Iterable[str] = (),
    period: Period = AUTUMN,
) -> Section | None:
    """Return what a block says in a summary of its own; None where it says nothing."""
    blocks = frozenset({block})
    choice = Choice(period, blocks, taken=frozenset(taken), left=frozenset(left))
    sections = read_summary(journal, choice).sections
    return sections[0] if sections else None


def said_by(
    journal: Journal,
    block: Block,
    *,
    taken: Iterable[str] = (),
    left: Iterable[str] = (),
    period: Period = AUTUMN,
) -> Section:
    """Return what a block says that says something."""
    section = section_of(journal, block, taken=taken, left=left, period=period)
    assert section is not None
    return section


def table_of(section: Section) -> Table:
    """Return the one table of a section."""
    (table,) = [piece for piece in section.pieces if isinstance(piece, Table)]
    return table


def quotes_of(section: Section) -> list[Quote]:
    """Return what is quoted in a section."""
    return [piece for piece in section.pieces if isinstance(piece, Quote)]


def all_words(value: object) -> str:
    """Return every text in a value, also within what it holds."""
    return "\n".join(_texts(value))


def _texts(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple | frozenset):
        for each in value:
            yield from _texts(each)
    elif is_dataclass(value):
        for field in fields(value):
            yield from _texts(getattr(value, field.name))
