"""All data as a file: how long it takes, how long a step is, and how much memory it asks for.

Times are those of the processor, and Python collects no garbage by itself, as in the program.
"""

import gc
import json
import subprocess
import sys
import time
from contextlib import closing
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.beside import timed
from bench.figures import Figure, failed
from bench.steps import measure_steps, say_step, without_collector
from proofs import journals
from proofs.surroundings import environment

from caregiver_journal.base.clock import system_clock
from caregiver_journal.journal import doors
from caregiver_journal.journal.all_data import write_pieces
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.sample import fill_with_sample

ENTRIES, MANY, DAYS = 20_000, 50_000, 3_652
_TIMES = 3.0
_MEMORY = 80
_SECONDS = 300

TABLES = (
    *("entries", "notes", "tags", "entry_tags", "moods", "mood_words"),
    *("boundaries", "boundary_texts", "boundary_pulls", "follow_ups"),
    *("reflections", "reflection_texts", "worries", "practices", "practice_texts"),
    *("measures", "measure_answers", "measure_scores"),
    *("shifts", "workdays", "pauses", "event_marks", "feelings", "scripts", "ladder_steps"),
    *("ladder_tries", "plans", "decks", "prompts", "exercises", "cards", "support_lines"),
    *("support_titles", "instruments", "goals", "talk_points", "homework", "sessions", "masks"),
    *("summary_presets", "preferences"),
)
"""What is read for a file with everything."""

Statement = tuple[str, Any]
"""The SQL and its values."""


def measure(quick: bool) -> list[Figure]:
    """Write all data of ten years, beside the same rows as they come."""
    with journals.workshop("exports") as place:
        make(place / "journal", ENTRIES)
        with closing(journals.open_again(place / "journal")) as journal, without_collector():
            figures = _times(journal, place, 5 if quick else 9)
            figures += measure_steps(journal, place, 2 if quick else 5)
        make(place / "many", MANY)
        figures.append(_memory(place))
    return figures


def make(folder: Path, entries: int) -> None:
    """Make a journal with the entries of ten years, up to now."""
    opened = journals.make(folder)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        fill_with_sample(journal, days=DAYS, entries=entries)


# --- time ---------------------------------------------------------------------------------------


def _times(journal: Journal, place: Path, runs: int) -> list[Figure]:
    recorded = _record(journal, place / "ours.json")
    ours, bare, least, steps = [], [], [], []
    for _run in range(runs):
        bare.append(timed(partial(_send, journal, recorded, place / "bare.json")))
        least.append(timed(partial(_write_tables, journal, place / "least.json")))
        longest: list[float] = []
        ours.append(timed(partial(_write_out, journal, place / "ours.json", longest)))
        steps.append(max(longest))
        gc.collect()
    mine, theirs = median(ours), median(bare)
    written = len(json.loads((place / "ours.json").read_bytes())["entries"])
    problem = "" if written == ENTRIES else f"; ONLY {written:,} entries"
    return [
        Figure(
            what=f"all data as JSON, {ENTRIES:,} entries of ten years",
            measured=f"{mine:.2f} s = {mine / theirs:.2f} ×",
            limit=f"{_TIMES:g} ×",
            beside=f"same SELECTs and json.dumps {theirs:.2f} s, one SELECT a table "
            f"{median(least):.2f} s, median of {runs}{problem}",
            holds=mine <= _TIMES * theirs and not problem,
        ),
        say_step("all data as JSON", steps),
    ]


def _write_out(journal: Journal, path: Path, steps: list[float]) -> None:
    before = time.thread_time()
    with path.open("wb") as file:
        for piece in write_pieces(journal, everything=True):
            file.write(piece.text.encode())
            now = time.thread_time()
            steps.append(now - before)
            before = now


def _record(journal: Journal, path: Path) -> list[Statement]:
    """Return the statements an export sends."""
    database: Any = journal.database
    real, recorded = database.rows, []

    def record(sql: str, values: Any = ()) -> Any:
        recorded.append((sql, values))
        return real(sql, values)

    database.rows = record
    try:
        _write_out(journal, path, [])
    finally:
        del database.rows
    return recorded


def _send(journal: Journal, statements: list[Statement], path: Path) -> None:
    """Send the same statements and write their rows with nothing around them."""
    connection: Any = journal.database._connection
    with path.open("wb") as file:
        for sql, values in statements:
            rows = connection.execute(sql, values).fetchall()
            file.write(json.dumps(rows, ensure_ascii=False).encode())


def _write_tables(journal: Journal, path: Path) -> None:
    """Read each table at once and write it: the least there can be, in unbounded memory."""
    connection: Any = journal.database._connection
    with path.open("wb") as file:
        for table in TABLES:
            rows = connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608
            file.write(json.dumps(rows, ensure_ascii=False).encode())


# --- memory -------------------------------------------------------------------------------------


def _memory(place: Path) -> Figure:
    """Write the data of many entries in a fresh process and ask how much more it took at most."""
    what = f"all data as JSON, {MANY:,} entries: memory over the open journal"
    if not sys.platform.startswith("linux"):
        return failed(what, "cannot be measured here")
    code = "import sys; from bench.exports import tell_memory; tell_memory(*sys.argv[1:])"
    paths = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2] / "src")]
    command = [sys.executable, "-c", f"import sys; sys.path[:0] = {paths!r}; {code}"]
    told = subprocess.run(
        [*command, str(place / "many"), str(place / "many.json")],
        env=environment(place / "home"),
        capture_output=True,
        text=True,
        check=False,
        timeout=_SECONDS,
    )
    if told.returncode:
        return failed(what, told.stderr.strip().splitlines()[-1])
    before, after, size = map(float, told.stdout.split())
    return Figure(
        what=what,
        measured=f"{after - before:.0f} MB",
        limit=f"{_MEMORY} MB",
        beside=f"{before:.0f} MB before, {after:.0f} MB at most; a file of {size:.0f} MB",
        holds=after - before <= _MEMORY,
    )


def tell_memory(folder: str, target: str) -> None:
    """Print the resident size before an export, the largest one in it, and the file's, in MB."""
    with closing(journals.open_again(Path(folder))) as journal, without_collector():
        journal.entries.page(None, 50)
        before = _resident()
        _write_out(journal, Path(target), [])
        after = _status("VmHWM")
    size = Path(target).stat().st_size / 1e6
    sys.stdout.write(f"{before} {after} {size}\n")


def _resident() -> float:
    """Return the resident size of this program, in MB; from now on the largest one is noted."""
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
    return _status("VmRSS")


def _status(name: str) -> float:
    lines = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(float(line.split()[1]) / 1e3 for line in lines if line.startswith(name))
