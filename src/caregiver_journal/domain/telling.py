"""What a drawing says in words: how to read it, how much is behind it, its table."""

from dataclasses import dataclass, field
from typing import NamedTuple

from caregiver_journal.domain.query import Query


class Behind(NamedTuple):
    """The entries behind one point of a drawing or one row of its table.

    Attributes:
        query: what finds them in the Journal.
        entry_id: the one entry, where it is one; "" where ``query`` finds them.
    """

    query: Query = Query()
    entry_id: str = ""


class Row(NamedTuple):
    """One row of the table behind a drawing.

    Attributes:
        cells: as many as the table has heads, written for the person; "" where nothing is known.
        behind: what a press on it opens; None where there is nothing to open.
    """

    cells: tuple[str, ...]
    behind: Behind | None = None


@dataclass(frozen=True, slots=True)
class Telling:
    """A drawing in words.

    Attributes:
        reading: one line that says how to read it.
        counted: how much is behind it, such as "78 check-ins on 61 days"; n always stands here.
        sentence: one sentence with what there is to see, for somebody who does not see it.
        heads: of the columns of the table.
        rows: of the table, in the order of the drawing.
        leading: how many of the first rows sum up the others, or matter most. Where there are more
            rows than a table shows, these stay, and of the others the last ones.
        is_enough: whether there is enough to draw; else ``sentence`` says what is missing.
    """

    reading: str
    counted: str
    sentence: str = field(repr=False)
    heads: tuple[str, ...]
    rows: tuple[Row, ...] = field(repr=False)
    is_enough: bool = True
    leading: int = 0
