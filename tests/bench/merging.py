"""Looking at another copy of a journal of ten years and bringing it in, beside its bare rows.

Times are those of the processor, and Python collects no garbage by itself, as in the program.
"""

import gc
import time
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from shutil import rmtree
from typing import Any, NamedTuple

from bench.beside import say_times, timed
from bench.exports import ENTRIES, TABLES, make
from bench.figures import Figure
from bench.steps import COMMIT, longest_step, say_step, without_collector
from proofs import course, journals

from caregiver_journal.journal.backing_up import back_up_here, back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.merging import Choice, Decision, choose_all, compare, merge
from caregiver_journal.journal.other_copy import home_of, read_copy
from caregiver_journal.vault.copies import laid_out, open_copy
from caregiver_journal.vault.database import Database

_LOOKING, _MERGING = 5.0, 10.0
"""Both are read as entries and compared; to write over one is slow, because no word of it stays."""
_BESIDE = "the rows of both, read bare,"
_APART = 500
"""So many entries were changed in the other copy, and so many are new in it."""
_FIRST = 2_000_000


class Round(NamedTuple):
    """What one round took, in seconds: bare, in all, and the longest step of either part."""

    bare: float
    looking: float
    merging: float
    looking_step: float
    merging_step: float


def measure(quick: bool) -> list[Figure]:
    """Measure all of it, each round with a journal as it was."""
    return measure_copy(ENTRIES, _APART, 2 if quick else 5)


def measure_copy(entries: int, apart: int, runs: int) -> list[Figure]:
    """Measure it for a journal of some size, and a copy that is so far apart from it."""
    with journals.workshop("merging") as place:
        make(place / "journal", entries)
        path = _write_elsewhere(place, apart)
        rounds = []
        for _run in range(runs):
            journals.copy_into(place / "journal", place / "mine")
            with closing(journals.open_again(place / "mine")) as journal, without_collector():
                rounds.append(_go(journal, path, apart))
    looking, merging = [each.looking for each in rounds], [each.merging for each in rounds]
    bare = [each.bare for each in rounds]
    what = f"another copy of {entries:,} entries, {apart:,} changed and {apart:,} new"
    steps = [each.looking_step for each in rounds]
    writing = [each.merging_step for each in rounds]
    return [
        say_times(f"{what}: looked at", looking, _BESIDE, bare, _LOOKING),
        say_times(f"{what}: looked at and merged", merging, _BESIDE, bare, _MERGING),
        say_step("another copy compared, in the window's thread", steps, COMMIT),
        say_step("another copy merged, in the window's thread", writing, COMMIT),
    ]


def _write_elsewhere(place: Path, apart: int) -> Path:
    """Change entries on another computer, write new ones, and bring a backup along."""
    journals.copy_into(place / "journal", place / "other")
    path = place / "other.cjbackup"
    with closing(journals.open_again(place / "other")) as journal:
        some, _more = journal.entries.page(None, apart)
        with journal.writing():
            for entry in some:
                journal.entries.replace(replace(entry, note=f"{entry.note} (and more)"))
            for number in range(_FIRST, _FIRST + apart):
                journal.entries.add(course.entry(number))
        back_up_to(journal, path)
    course.entry.cache_clear()
    rmtree(place / "other")
    return path


def _go(journal: Journal, path: Path, apart: int) -> Round:
    bare = timed(partial(_read_bare, journal, path))
    backup = back_up_here(journal)
    gc.collect()
    began = time.process_time()
    copy = read_copy(path, home_of(journal))
    looking_step, found = longest_step(compare(journal, copy))
    looked = time.process_time()
    decision = Decision(choose_all(found, Choice.THEIRS))
    merging_step, done = longest_step(merge(journal, found, decision, backup))
    ended = time.process_time()
    if (done.entries, done.taken) != (apart, apart):
        raise RuntimeError("what came of it is not what was written there")
    return Round(bare, looked - began, ended - began, looking_step, merging_step)


def _read_bare(journal: Journal, path: Path) -> None:
    """Read each table of both copies at once; the other one is unpacked and checked before."""
    key, journal_id = journal.database.opening()
    with (
        laid_out(path, journal.folder.path, journal_id) as (work, _made),
        open_copy(work, key, journal_id) as database,
    ):
        for each in (database, journal.database):
            _read_tables(each)


def _read_tables(database: Database) -> None:
    connection: Any = database._connection
    for table in TABLES:
        connection.execute(f"SELECT * FROM {table}").fetchall()  # noqa: S608 - our own names
