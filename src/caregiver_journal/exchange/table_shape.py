"""Find how wide the columns of a table are to be."""

import re
from typing import NamedTuple

from caregiver_journal.domain.summary import Table

_SHORT = 18
"""Columns with no longer cells are as wide as they need."""
_LONGEST = 60
"""Cells longer than this fill several lines anyway."""
_NUMBER = re.compile(r"[\d\s.,:;+×−–—→%/()<>≤≥±-]*")


class Shape(NamedTuple):
    """How a table is laid out.

    Attributes:
        shares: of the room that is left, for each column; 0 where it takes what it needs.
        is_number: for each column, whether all its cells are numbers.
        is_roomy: whether rows may be several lines high, so that something has to part them.
    """

    shares: tuple[int, ...]
    is_number: tuple[bool, ...]
    is_roomy: bool


def shape_of(table: Table) -> Shape:
    """Return the shape of a table by what stands in its cells."""
    columns = [[row[place] for row in table.rows] for place in range(len(table.heads))]
    longest = [
        max(map(len, (head, *cells))) for head, cells in zip(table.heads, columns, strict=True)
    ]
    shares = [0 if length <= _SHORT else min(length, _LONGEST) for length in longest]
    numbers = tuple(all(map(_NUMBER.fullmatch, cells)) for cells in columns)
    is_roomy = sum(share > 0 for share in shares) > 1
    if shares and not any(shares):
        shares[0 if sum(numbers) > 1 else -1] = 1
    return Shape(tuple(shares), numbers, is_roomy)
