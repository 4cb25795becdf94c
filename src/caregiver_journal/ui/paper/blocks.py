"""Name what a sheet of paper is made of, from top to bottom."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph; a line feed in it begins a new line.

    Attributes:
        size: relative to the body text.
        after: room below it, in lines of body text.
        stays: whether it stands on one page with what follows.
    """

    text: str = field(repr=False)
    size: float = 1.0
    strong: bool = False
    after: float = 0.5
    stays: bool = False


@dataclass(frozen=True, slots=True)
class Rules:
    """Lines to write on by hand.

    Attributes:
        spare: how many of them there are only where all fits one page.
    """

    count: int
    after: float = 1.0
    spare: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """A table to fill in by hand, or with words in it.

    Attributes:
        heads: what stands above the columns; none when empty. They come again on each page.
        shares: the parts of the width that the columns take.
        row_lines: the least height of a row, in lines of body text.
        together: whether no page may part its rows.
    """

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...] = field(repr=False)
    shares: tuple[float, ...]
    row_lines: float = 2.2
    after: float = 1.0
    together: bool = False


Block = Words | Rules | Table


def title(text: str) -> Words:
    """Return what a sheet is called."""
    return Words(text, 1.6, strong=True, after=0.4, stays=True)


def heading(text: str) -> Words:
    """Return what a part of a sheet is called."""
    return Words(text, 1.12, strong=True, after=0.25, stays=True)


def small(text: str) -> Words:
    """Return something said in passing."""
    return Words(text, 0.85, after=0.8)
