"""A summary for a session: what it is made of, and what it says.

Every format says the same, because each only lays out what stands here: sections of pieces.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from caregiver_journal.base.i18n import N_
from caregiver_journal.domain.period import Period


class Block(StrEnum):
    """A part of a summary that can be left out, in its order; its value is stored."""

    TALK = "talk"
    GLANCE = "glance"
    MOOD = "mood"
    CHANGES = "changes"
    BOUNDARIES = "boundaries"
    PRACTICE = "practice"
    MEASURES = "measures"
    GOOD = "good"
    ENTRIES = "entries"
    COMPARED = "compared"
    ANSWERS = "answers"
    SUPPORT = "support"


BLOCK_WORDS = {
    Block.TALK: N_("What I want to talk about"),
    Block.GLANCE: N_("At a glance"),
    Block.MOOD: N_("Mood"),
    Block.CHANGES: N_("What stands out"),
    Block.BOUNDARIES: N_("Boundaries"),
    Block.PRACTICE: N_("Practice and homework"),
    Block.MEASURES: N_("Measures"),
    Block.GOOD: N_("Good moments"),
    Block.ENTRIES: N_("Entries in full"),
    Block.COMPARED: N_("Compared"),
    Block.ANSWERS: N_("Answers to questions"),
    Block.SUPPORT: N_("Support card"),
}

ON_AT_FIRST = frozenset({Block.TALK, Block.GLANCE, Block.MOOD})
"""What is in a summary until the person chooses otherwise, below its title."""

LONG_BLOCKS = frozenset({Block.ENTRIES, Block.COMPARED, Block.ANSWERS, Block.SUPPORT})
"""What stands behind the first pages."""


class Paper(StrEnum):
    """A size of paper; its value is what typst calls it."""

    A4 = "a4"
    LETTER = "us-letter"


@dataclass(frozen=True, slots=True)
class Item:
    """One thing that a block may hold or leave out.

    Attributes:
        key: names it among all items of all blocks, such as *talk/point/<id>*.
        words: what it is called where the person chooses.
        is_in_at_first: whether it is in until the person chooses otherwise; entries never are.
        entry_id: the entry it shows; "" where it shows none.
    """

    key: str = field(repr=False)
    words: str = field(repr=False)
    is_in_at_first: bool = False
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """What the person wants in a summary.

    Attributes:
        period: the days it is about; both ends set.
        blocks: which of them are in it.
        name: what the writer is called in it; "" for nobody by name.
        taken, left: keys of items that are in, or are not, other than at first.
        paper: its size.
    """

    period: Period
    blocks: frozenset[Block] = ON_AT_FIRST
    name: str = field(default="", repr=False)
    taken: frozenset[str] = field(default=frozenset(), repr=False)
    left: frozenset[str] = field(default=frozenset(), repr=False)
    paper: Paper = Paper.A4

    def takes(self, item: Item) -> bool:
        """Tell whether an item is in it."""
        return item.key in self.taken or (item.is_in_at_first and item.key not in self.left)


# --- what a summary says -----------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph.

    Attributes:
        is_own: whether the person wrote it, so that names may stand in it.
        is_small: whether it explains something in passing.
    """

    text: str = field(repr=False)
    is_own: bool = False
    is_small: bool = False


@dataclass(frozen=True, slots=True)
class Points:
    """A list without numbers; each point may have a line below it."""

    points: tuple[tuple[str, str], ...] = field(repr=False)
    is_own: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """A table; its first column names each row.

    Attributes:
        caption: what it is called for somebody who does not see it.
        heads: one for each column, the first of them perhaps "".
        rows: as many cells each.
        is_own: whether the names in it are the person's own.
    """

    caption: str
    heads: tuple[str, ...] = field(repr=False)
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing.

    Attributes:
        data: values that ``charts.chart.chart_of`` knows.
        sentence: what there is to see, for somebody who does not see it.
        lines_high: how high it stands on paper, in lines of body text.
    """

    data: object = field(repr=False)
    sentence: str = field(repr=False)
    lines_high: float = 11.0


@dataclass(frozen=True, slots=True)
class Quote:
    """An entry in the person's own words.

    Attributes:
        heading: when and what it was.
        parts: what it is called, "" for the note, and the text.
    """

    heading: str = field(repr=False)
    parts: tuple[tuple[str, str], ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Ruled:
    """Empty lines to write on by hand."""

    lines: int


Piece = Words | Points | Table | Drawing | Quote | Ruled


@dataclass(frozen=True, slots=True)
class Section:
    """A block as it stands in the summary.

    Attributes:
        title: its heading.
        counted: how much is behind it, beside the heading; n always stands there.
        pieces: from top to bottom.
        rules: how its numbers were made, a sentence each; printed once, at the end.
        entry_ids: the entries whose words stand in it.
    """

    block: Block
    title: str
    pieces: tuple[Piece, ...] = field(repr=False)
    counted: str = ""
    rules: tuple[str, ...] = ()
    entry_ids: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Summary:
    """What a summary says, in whatever format.

    Attributes:
        title: of the document.
        subtitle: whose, of which days, made on which day, and by whom.
        language: such as *en*.
        period: both ends set.
        made: the day it was made.
        sections: in their order.
        limits: what it is and is not; sentences.
        rules: how its numbers were made; sentences.
        foot: one line on every page.
    """

    title: str
    subtitle: str = field(repr=False)
    language: str
    period: Period
    made: date
    sections: tuple[Section, ...] = field(repr=False)
    limits: tuple[str, ...]
    rules: tuple[str, ...]
    foot: str
    paper: Paper = Paper.A4

    @property
    def entry_ids(self) -> frozenset[str]:
        """The entries whose words stand in it."""
        return frozenset(each for section in self.sections for each in section.entry_ids)
