"""Trends over ten years: what is read, what is drawn, and how the page comes up."""

import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure
from bench.mood_twin import draw_twin
from proofs import journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment

from caregiver_journal.base.clock import system_clock
from caregiver_journal.base.look import read_look
from caregiver_journal.charts.picture import draw_picture
from caregiver_journal.domain.day import day_of
from caregiver_journal.domain.mood_trend import MoodTrend
from caregiver_journal.domain.period import Period, Span, period_of
from caregiver_journal.journal import doors, trends
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample
from caregiver_journal.ui.pages.trends.drawings import DRAWINGS

ENTRIES, DAYS = 20_000, 3_652
_DATA, _DRAWING = 3.0, 1.5
_BLOCK = 0.1
_SECONDS = 180
PAGE = (
    ("frame", "Trends, first visit: frame painted", 0.15),
    ("filling", "Trends, first visit: longest block while it fills", _BLOCK),
    ("switch", "Trends: another period, three months drawn", 0.3),
    ("all", "Trends: ten years, longest block while it fills", _BLOCK),
    ("year", "Trends: the year of days shown and painted", 0.02),
)
"""What the guest notes, what that is, and its limit in seconds."""
_WIDTH, _HEIGHT = 760, 230
"""How large the card of the mood is drawn, in device-independent pixels."""

Read = Callable[[Journal, Period], object]
READS: dict[str, Read] = {
    "counts": trends.summary_counts,
    "stands out": trends.read_scan,
    "compare": lambda journal, period: trends.read_sides(journal, "mood", "day_off:", 1, period),
    **{name: drawn.read for name, drawn in DRAWINGS.items()},
}
Statement = tuple[str, Any]
"""The SQL and its values."""


def measure(quick: bool) -> list[Figure]:
    """Read, draw and visit Trends with the entries of ten years."""
    runs = 5 if quick else 15
    with journals.workshop("trends") as place:
        folder = place / "journal"
        make_ten_years(folder)
        with opened(folder) as journal:
            figures = [*_reading(journal, runs), _drawing(journal, runs)]
        visits = [_visit(place) for _number in range(4 if quick else 8)]
    return [*figures, *_page(visits[1:])]  # the first one fills the caches


def make_ten_years(folder: Path) -> None:
    """Make a journal with the entries of ten years, up to now."""
    opened = journals.make(folder)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        fill_with_sample(journal, days=DAYS, entries=ENTRIES)


@contextmanager
def opened(folder: Path) -> Iterator[Journal]:
    """Open such a journal."""
    opened = doors.unlock(folder, journals.PASSPHRASE, journals.CHEAP)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        yield journal


# --- reading ------------------------------------------------------------------------------------


def _reading(journal: Journal, runs: int) -> list[Figure]:
    """Read all cards over ten years, and send the same statements with nothing around them."""
    recorded = {name: _record(journal, read) for name, read in READS.items()}
    ours: dict[str, list[float]] = {name: [] for name in READS}
    bare: dict[str, list[float]] = {name: [] for name in READS}
    for _run in range(runs):
        for name, read in READS.items():
            ours[name].append(_timed(partial(read, journal, Period())))
            bare[name].append(_timed(partial(_send, journal, recorded[name])))
    mine = {name: median(taken) for name, taken in ours.items()}
    theirs = {name: median(taken) for name, taken in bare.items()}
    whole, least = sum(mine.values()), sum(theirs.values())
    worst = max(READS, key=lambda name: mine[name] / theirs[name])
    longest = max(READS, key=lambda name: mine[name])
    return [
        Figure(
            what=f"data of all cards of Trends, {ENTRIES:,} entries of ten years",
            measured=f"{whole * 1000:.0f} ms = {whole / least:.2f} ×",
            limit=f"{_DATA:g} ×",
            beside=f"bare SQL {least * 1000:.0f} ms; worst “{worst}” "
            f"{mine[worst] / theirs[worst]:.2f} ×, median of {runs}",
            holds=whole <= _DATA * least,
        ),
        Figure(
            what="data of one card of Trends: longest block",
            measured=f"{mine[longest] * 1000:.0f} ms",
            limit=f"{_BLOCK * 1000:.0f} ms",
            beside=f"“{longest}”, the longest of {len(READS)}, median of {runs}",
            holds=mine[longest] <= _BLOCK,
        ),
    ]


def _record(journal: Journal, read: Read) -> list[Statement]:
    """Return the statements a read sends."""
    database: Any = journal.database
    real, recorded = database.rows, []

    def record(sql: str, values: Any = ()) -> Any:
        recorded.append((sql, values))
        return real(sql, values)

    database.rows = record
    try:
        read(journal, Period())
    finally:
        del database.rows
    return recorded


def _send(journal: Journal, statements: list[Statement]) -> None:
    connection: Any = journal.database._connection
    for sql, values in statements:
        connection.execute(sql, values).fetchall()


# --- drawing ------------------------------------------------------------------------------------


def _drawing(journal: Journal, runs: int) -> Figure:
    """Draw the mood of three months, and the same lines and words with matplotlib alone."""
    today = day_of(journal.clock(), journal.start_of_day)
    data, look = trends.read_mood(journal, period_of(Span.QUARTER, today)), read_look("light")
    ours, twins = [], []
    for _run in range(runs + 1):
        ours.append(_timed(partial(draw_picture, data, look, _WIDTH, _HEIGHT)))
        twins.append(_timed(partial(draw_twin, data, look, _WIDTH, _HEIGHT)))
    mine, theirs = median(ours[1:]), median(twins[1:])  # the first ones load the fonts
    return Figure(
        what="drawing a card: the mood of three months",
        measured=f"{mine * 1000:.0f} ms = {mine / theirs:.2f} ×",
        limit=f"{_DRAWING:g} ×",
        beside=f"bare matplotlib {theirs * 1000:.0f} ms, {_say(data)}, median of {runs}",
        holds=mine <= _DRAWING * theirs,
    )


def _say(data: MoodTrend) -> str:
    return f"{len(data.series.days)} days"


# --- the page -----------------------------------------------------------------------------------


def _visit(place: Path) -> dict[str, float]:
    """Visit Trends in the real window, in a fresh process; return what the guest noted."""
    env = environment(place / "home", BENCH_FOLDER=str(place / "journal"))
    command = [sys.executable, "-P", "-m", "caregiver_journal", "--journal", str(place / "journal")]
    with tempfile.TemporaryDirectory() as notes:
        visit = invite("bench.trend_visits:look_at_trends", Path(notes))
        subprocess.run(command, env=env | visit, check=False, timeout=_SECONDS)
        noted: dict[str, Any] = {}
        for line in read_notebook(Path(notes)):
            noted |= line
    if "failed" in noted or "year" not in noted:
        raise RuntimeError(noted.get("failed", "the visit came to no end"))
    return noted


def _page(visits: Sequence[dict[str, float]]) -> list[Figure]:
    figures = []
    for name, what, limit in PAGE:
        took = median(visit[name] for visit in visits)
        slowest = max(visit[name] for visit in visits)
        figures.append(
            Figure(
                what=what,
                measured=f"{took * 1000:.0f} ms",
                limit=f"{limit * 1000:.0f} ms",
                beside=f"median of {len(visits)}, slowest {slowest * 1000:.0f} ms",
                holds=took <= limit,
            )
        )
    return figures


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
