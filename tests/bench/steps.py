"""Work that goes on in small steps: how long one keeps the window from its turn."""

import gc
import time
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import TypeVar

from bench.figures import Figure
from proofs import journals

from caregiver_journal.base.clock import system_clock
from caregiver_journal.domain.export_record import Format
from caregiver_journal.domain.progress import Progress
from caregiver_journal.journal import doors
from caregiver_journal.journal.data_file import DataChoice, export_data
from caregiver_journal.journal.importing import Incoming, bring_in, compare, read_file
from caregiver_journal.journal.journal import Journal

STEP = 0.03
COMMIT = 0.1
"""The one step that ends a transaction cannot be parted; no window is kept waiting longer."""
T = TypeVar("T")


@contextmanager
def without_collector() -> Iterator[None]:
    """Let Python collect no garbage by itself inside: the program does that between two steps."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def measure_steps(journal: Journal, place: Path, runs: int) -> list[Figure]:
    """Export a journal as tables and as text, and bring all of it into an empty one."""
    exports = ((Format.CSV, "CSV"), (Format.MARKDOWN, "Markdown"))
    figures = [
        say_step(f"all data as {name}", [_export(journal, form, place) for _run in range(runs)])
        for form, name in exports
    ]
    path = place / "all.json"
    choice = DataChoice(Format.JSON, everything=True)
    longest_step(export_data(journal, choice, path))
    incoming = read_file(path)
    brought = [_bring_in(incoming, place / "empty") for _run in range(runs)]
    empty, written, same = zip(*brought, strict=True)
    return [
        *figures,
        say_step("all data brought in, compared with an empty journal", empty),
        say_step("all data brought in, written", written, COMMIT),
        say_step("all data brought in, compared with the same journal", same),
    ]


def say_step(what: str, longest: Sequence[float], limit: float = STEP) -> Figure:
    """Return the figure of the longest step of each run."""
    step = median(longest)
    return Figure(
        what=f"{what}: longest step",
        measured=f"{step * 1000:.0f} ms",
        limit=f"{limit * 1000:.0f} ms",
        beside=f"of the processor; median of {len(longest)}, longest {max(longest) * 1000:.0f} ms",
        holds=step <= limit,
    )


def longest_step(steps: Generator[Progress, None, T]) -> tuple[float, T]:
    """Do work in steps to its end; return what the longest took, and what came of all."""
    longest = 0.0
    while True:
        began = time.thread_time()
        try:
            next(steps)
        except StopIteration as end:
            return max(longest, time.thread_time() - began), end.value
        longest = max(longest, time.thread_time() - began)


def _export(journal: Journal, form: Format, place: Path) -> float:
    choice = DataChoice(form, everything=True)
    return longest_step(export_data(journal, choice, place / f"{form.value}.zip"))[0]


def _bring_in(incoming: Incoming, folder: Path) -> tuple[float, float, float]:
    """Return what the longest steps took of looking at it, of writing it, and of looking again."""
    opened = journals.make(folder)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        empty, preview = longest_step(compare(journal, incoming))
        written, _preview = longest_step(bring_in(journal, preview))
        same, again = longest_step(compare(journal, incoming))
        if again.has_new or again.has_different:
            raise RuntimeError("what was brought in is not what was given out")
    rmtree(folder)
    return empty, written, same
