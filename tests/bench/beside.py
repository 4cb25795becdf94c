"""What work of ours takes beside the least that something like it has to take."""

import time
from collections.abc import Callable
from statistics import median

from bench.figures import Figure


def timed(work: Callable[[], object]) -> float:
    """Return how long some work keeps the processor, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def say_times(what: str, ours: list[float], than: str, bare: list[float], times: float) -> Figure:
    """Return the figure of several runs, which may take so many times as long as the bare ones."""
    mine, theirs = median(ours), median(bare)
    return Figure(
        what=what,
        measured=f"{mine:.2f} s = {mine / theirs:.2f} ×",
        limit=f"{times:g} ×",
        beside=f"{than} {theirs:.2f} s, median of {len(ours)}",
        holds=mine <= times * theirs,
    )
