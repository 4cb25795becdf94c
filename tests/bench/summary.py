"""A summary for a session: from the click to the file."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure
from bench.trends import make_ten_years, opened
from proofs import journals

from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.period import Period, Span, period_of
from caregiver_journal.domain.summary import ON_AT_FIRST, Block, Choice
from caregiver_journal.exchange import drawn, typesetting
from caregiver_journal.journal.exporting import write_out
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.masking import masked
from caregiver_journal.journal.summary.files import make_laid_out, page_pictures, pdf_of
from caregiver_journal.journal.summary.reading import (
    begin_items,
    begin_section,
    blocks_in_order,
    read_summary,
)

_SECONDS, _SHARE = 1.5, 0.4
_BLOCK = 0.1
_SCREEN = 96.0
"""Pixels to the inch of the pages that are shown."""


def measure(quick: bool) -> list[Figure]:
    """Make summaries of three months from a journal of ten years."""
    runs = 5 if quick else 15
    with journals.workshop("summary") as place:
        folder = place / "journal"
        make_ten_years(folder)
        with opened(folder) as journal:
            return [
                *_to_file(journal, place / "summary.pdf", ON_AT_FIRST, "usual blocks", runs),
                *_to_file(journal, place / "summary.pdf", frozenset(Block), "all blocks", runs),
                _longest_block(journal, runs),
                _preview(journal, runs),
            ]


def _choice(journal: Journal, blocks: frozenset[Block]) -> Choice:
    today = day_of(journal.clock(), journal.start_of_day)
    return Choice(Period(*period_of(Span.QUARTER, today).bounds), blocks)


def _to_file(
    journal: Journal, path: Path, blocks: frozenset[Block], what: str, runs: int
) -> list[Figure]:
    """Read, put masks on, draw, set and write: all that lies between the click and the file.

    With every block in it what stands out is asked of chance, which takes as long as the drawing;
    there the share is one of the seconds that a file may take, not of those it took.
    """
    choice = _choice(journal, blocks)
    took, shares = [], []
    for _run in range(runs + 1):
        with _clocked() as inside:
            began = time.perf_counter()
            ready = make_laid_out(masked(journal, read_summary(journal, choice)))
            write_out(journal, path, pdf_of(ready).content)
            took.append(time.perf_counter() - began)
        shares.append(1 - sum(inside) / took[-1])
    whole, share = median(took[1:]), median(shares[1:])  # the first one loads what draws and sets
    outside = whole * share
    most = _SHARE * (whole if blocks == ON_AT_FIRST else _SECONDS)
    return [
        Figure(
            what=f"summary of three months as PDF, {what}: click to file",
            measured=f"{whole * 1000:.0f} ms",
            limit=f"{_SECONDS * 1000:.0f} ms",
            beside=f"the first {took[0] * 1000:.0f} ms, median of {runs}",
            holds=whole <= _SECONDS,
        ),
        Figure(
            what=f"the same, {what}: share outside typst and drawing",
            measured=f"{outside * 1000:.0f} ms = {share:.0%}",
            limit=f"{most * 1000:.0f} ms = {most / whole:.0%}",
            beside=f"median of {runs}",
            holds=outside <= most,
        ),
    ]


@contextmanager
def _clocked() -> Iterator[list[float]]:
    """Note how long typst and the drawing of charts take inside the block."""
    inside: list[float] = []
    rooms: list[tuple[Any, str]] = [(typesetting, "_compile"), (drawn, "write_svg")]
    real = [getattr(room, name) for room, name in rooms]
    for (room, name), function in zip(rooms, real, strict=True):
        setattr(room, name, partial(_timed_call, inside, function))
    try:
        yield inside
    finally:
        for (room, name), function in zip(rooms, real, strict=True):
            setattr(room, name, function)


def _timed_call(inside: list[float], function: Callable[..., Any], *args: Any, **more: Any) -> Any:
    began = time.perf_counter()
    try:
        return function(*args, **more)
    finally:
        inside.append(time.perf_counter() - began)


def _longest_block(journal: Journal, runs: int) -> Figure:
    """Read each block as the window does, one a turn; what is slowest is what it may freeze for."""
    choice = _choice(journal, frozenset(Block))
    slowest = {
        block: median(_timed(partial(_read_block, journal, block, choice)) for _ in range(runs))
        for block in blocks_in_order(choice)
    }
    worst = max(slowest, key=slowest.__getitem__)
    return Figure(
        what="summary of three months: longest read in one turn",
        measured=f"{slowest[worst] * 1000:.0f} ms",
        limit=f"{_BLOCK * 1000:.0f} ms",
        beside=f"“{worst}”, the longest of {len(slowest)}, median of {runs}",
        holds=slowest[worst] <= _BLOCK,
    )


def _read_block(journal: Journal, block: Block, choice: Choice) -> None:
    begin_items(journal, block, choice.period)
    begin_section(journal, block, choice)


def _preview(journal: Journal, runs: int) -> Figure:
    """Make the pages that are shown beside what is chosen."""
    summary = masked(journal, read_summary(journal, _choice(journal, ON_AT_FIRST)))
    took = median(
        _timed(lambda: page_pictures(make_laid_out(summary), _SCREEN)) for _ in range(runs)
    )
    return Figure(
        what="summary of three months: pages drawn anew, on the worker",
        measured=f"{took * 1000:.0f} ms",
        limit=f"{_SECONDS * 1000:.0f} ms",
        beside=f"usual blocks, median of {runs}",
        holds=took <= _SECONDS,
    )


def _timed(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
