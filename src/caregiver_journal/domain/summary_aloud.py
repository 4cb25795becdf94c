"""A summary as one text, for somebody who hears its pages instead of seeing them."""

from collections.abc import Iterator

from caregiver_journal.base.i18n import _
from caregiver_journal.domain.summary import (
    Drawing,
    Piece,
    Points,
    Quote,
    Section,
    Summary,
    Table,
    Words,
)


def say_aloud(summary: Summary) -> str:
    """Return all that its pages say, a line for each paragraph, point and row."""
    lines = [summary.title, summary.subtitle]
    for section in summary.sections:
        lines += _section_lines(section)
    lines += [*summary.limits, *summary.rules, summary.foot]
    return "\n".join(filter(None, lines))


def _section_lines(section: Section) -> Iterator[str]:
    yield _joined(section.title, section.counted)
    for piece in section.pieces:
        yield from _piece_lines(piece)


def _piece_lines(piece: Piece) -> Iterator[str]:
    match piece:
        case Words():
            yield piece.text
        case Points():
            yield from (_joined(*point) for point in piece.points)
        case Table():
            yield from _table_lines(piece)
        case Drawing():
            yield piece.sentence
        case Quote():
            yield piece.heading
            yield from (_joined(*part) for part in piece.parts)
        case _:
            yield _("Empty lines to write on.")


def _table_lines(table: Table) -> Iterator[str]:
    """Yield what it is called, then each row with the head of every cell before it."""
    yield table.caption
    for row in table.rows:
        cells = (_joined(*pair) for pair in zip(table.heads[1:], row[1:], strict=True) if pair[1])
        yield _joined(row[0], "; ".join(cells))


def _joined(before: str, behind: str) -> str:
    return ": ".join(filter(None, (before, behind)))
