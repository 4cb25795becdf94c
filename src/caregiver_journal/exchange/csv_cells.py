"""Write tables that spreadsheets open as what they are: texts and numbers, and never a formula.

UTF-8 with a byte order mark, so that no spreadsheet guesses; CRLF; every cell in quotes.
"""

import contextlib
import csv
import io
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from typing import BinaryIO

from caregiver_journal.base.text import clean_text

Cell = str | int | float | None
"""What stands in a table; None is an empty cell."""

_SIGNS = "=@+\N{FULLWIDTH EQUALS SIGN}\N{FULLWIDTH COMMERCIAL AT}\N{FULLWIDTH PLUS SIGN}"
_MINUS = r"\-" "\N{FULLWIDTH HYPHEN-MINUS}\N{MINUS SIGN}"
_UNSEEN = r"[\s\ufeff\u200b-\u200f\u202a-\u202e\u2060-\u2069\u00ad]*"
"""What a spreadsheet may drop before it looks at a cell."""

_MARK = re.compile(rf"[\t\r\n{_SIGNS}{_MINUS}]")
_BEGINS = re.compile(rf"[\t\r\n]|{_UNSEEN}[{_SIGNS}{_MINUS}]")
_SHORT = 40
_NUMBER = re.compile(r"[+-]?\d+(?:[.,]\d+)?", re.ASCII)
_INSIDE = re.compile(rf"(?<=[;\t\n])({_UNSEEN})(?=[{_SIGNS}]|[{_MINUS}](?!\s))")
"""Where a cell would begin for a program that takes semicolons, tabs or line ends for its ends. A
hyphen and a blank begin an item of a list, which people write a lot."""


def defuse(text: str) -> str:
    """Return a text as no spreadsheet takes it for a formula: with an apostrophe before it.

    So it is within the text too, where a cell would begin for somebody who opens the file with
    another separator. Numbers stay as they are.
    """
    if not _MARK.search(text) or _NUMBER.fullmatch(text):
        return text
    inside = _INSIDE.sub(r"\1'", text)
    return f"'{inside}" if _BEGINS.match(inside) else inside


def _say_text(text: str) -> str:
    return defuse(clean_text(text, sys.maxsize))


_say_short = lru_cache(2_000)(_say_text)  # the same few words and days come again and again


def _say(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, str):
        return _say_short(cell) if len(cell) <= _SHORT else _say_text(cell)
    return str(int(cell)) if cell == int(cell) else str(round(cell, 6))


@contextlib.contextmanager
def writing_rows(
    file: BinaryIO, headers: Sequence[str]
) -> Iterator[Callable[[Sequence[Cell]], None]]:
    """Write a table into an open file; what is yielded adds a row. The file stays open."""
    text = io.TextIOWrapper(file, encoding="utf-8", newline="")
    text.write("\N{ZERO WIDTH NO-BREAK SPACE}")
    rows = csv.writer(text, quoting=csv.QUOTE_ALL, lineterminator="\r\n")

    def add(cells: Sequence[Cell]) -> None:
        rows.writerow([_say(cell) for cell in cells])

    add(headers)
    try:
        yield add
    except BaseException:
        with contextlib.suppress(OSError):  # a full disk takes the rest of it no better now
            text.detach()
        raise
    text.detach()
