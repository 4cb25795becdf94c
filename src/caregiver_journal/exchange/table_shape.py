"""Find how wide the columns of a table are to be."""

import re
from typing import NamedTuple

from caregiver_journal.domain.summary import Table

_LINE = 92
"""So many signs fit a line of the page, with a little to spare."""
_APART = 4
"""And so many are as wide as what parts two columns."""
_SHORT = 24
"""Where not all fit one line, columns with no longer cells are still as wide as they need."""
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
    numbers = tuple(all(map(_NUMBER.fullmatch, cells)) for cells in columns)
    is_roomy = sum(longest) + _APART * (len(longest) - 1) > _LINE
    short = _SHORT if is_roomy else _LINE
    shares = [0 if length <= short else min(length, _LONGEST) for length in longest]
    if shares and not any(shares):
        shares[0 if sum(numbers) > 1 or longest[0] == max(longest) else -1] = 1
    return Shape(tuple(shares), numbers, is_roomy)
