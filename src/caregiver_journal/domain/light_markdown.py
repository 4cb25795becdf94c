"""Read the little Markdown one may write with: bold words and lists, and nothing else.

A line that begins with a hyphen and a blank, or with a number, a full stop and a blank, is an item
of a list; words between two pairs of asterisks are bold. All else stands for itself.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto

from caregiver_journal.domain.match import Span

_OPENING = re.compile(r"\*\*(?=\S)")
_CLOSING = re.compile(r"(?<=\S)(?=\*\*)")
_MARK = 2
"""How many asterisks stand on each side of bold words."""
_ITEM = re.compile(r"(?P<mark>- |(?:0|[1-9]\d{0,8})\. )")
_BULLET = "• "


class Style(Enum):
    """What a line is."""

    PARAGRAPH = auto()
    BULLET = auto()
    NUMBER = auto()


@dataclass(frozen=True, slots=True)
class Run:
    """Words of a line that look alike."""

    text: str = field(repr=False)
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a text.

    Attributes:
        mark: what it begins with as an item of a list, as it was written; "" for a paragraph.
    """

    style: Style
    mark: str
    runs: tuple[Run, ...]

    @property
    def sign(self) -> str:
        """What stands before an item when it is shown."""
        return _BULLET if self.style is Style.BULLET else self.mark

    @property
    def source(self) -> str:
        """The line as it was written."""
        return self.mark + "".join(
            f"**{run.text}**" if run.is_bold else run.text for run in self.runs
        )


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown.

    Attributes:
        text: without the marks; an item begins with its sign.
        bold: where it is bold.
        items: where items begin, and how long the sign of each is.
    """

    text: str = field(repr=False)
    bold: tuple[Span, ...] = ()
    items: tuple[tuple[int, int], ...] = ()


def parse(text: str) -> tuple[Line, ...]:
    """Return the lines of a text."""
    return tuple(_parse_line(line) for line in text.split("\n"))


def show(text: str) -> Shown:
    """Return a text as it is shown; nothing of it is lost but the marks."""
    lines: list[str] = []
    bold: list[Span] = []
    items: list[tuple[int, int]] = []
    start = 0
    for line in parse(text):
        sign = line.sign
        if sign:
            items.append((start, len(sign)))
        at = start + len(sign)
        for run in line.runs:
            if run.is_bold:
                bold.append((at, at + len(run.text)))
            at += len(run.text)
        lines.append(sign + "".join(run.text for run in line.runs))
        start = at + 1
    return Shown("\n".join(lines), tuple(bold), tuple(items))


def item_mark(line: str) -> str:
    """Return what makes a line an item of a list; "" where it is none."""
    found = _ITEM.match(line)
    return found["mark"] if found else ""


def bold_spans(line: str, start: int = 0) -> list[Span]:
    """Return where bold words stand in a line, with the asterisks around them."""
    if line.find("**", start) == -1:  # as most lines are
        return []
    closing = [found.start() for found in _CLOSING.finditer(line)]
    spans: list[Span] = []
    while (found := _OPENING.search(line, start)) is not None:
        place = bisect_left(closing, found.end() + 1)
        if place == len(closing):
            break
        start = closing[place] + _MARK
        spans.append((found.start(), start))
    return spans


def _parse_line(line: str) -> Line:
    mark = item_mark(line)
    style = Style.PARAGRAPH
    if mark:
        style = Style.BULLET if mark.startswith("-") else Style.NUMBER
    return Line(style, mark, tuple(_runs(line, len(mark))))


def _runs(line: str, at: int) -> Iterator[Run]:
    for start, end in bold_spans(line, at):
        if start > at:
            yield Run(line[at:start])
        yield Run(line[start + _MARK : end - _MARK], is_bold=True)
        at = end
    if at < len(line):
        yield Run(line[at:])
