"""Backing up, checking and restoring a journal of ten years, beside what SQLCipher alone takes.

Times are those of the processor: what else runs on the machine, and its disk, are not ours to
measure.
"""

import os
import shutil
import time
import zipfile
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from statistics import median
from typing import Any

from bench.beside import say_times, timed
from bench.exports import MANY, make
from bench.figures import Figure
from bench.steps import without_collector
from proofs import course, journals

from caregiver_journal.journal.backing_up import BackupRun, back_up_here
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase
from caregiver_journal.vault.backup_file import DATABASE
from caregiver_journal.vault.connection import connect, file_uri
from caregiver_journal.vault.database import Database
from caregiver_journal.vault.full_text import making_anew

_BACKUP_TIMES, _TIMES = 3.0, 2.0
_BLOCKED = 0.1
_HEARD = 1.0
"""On the worker no window waits for a step, only whoever wants to stop there."""
_WRITTEN = 2_000
"""So many entries are written while a copy is taken, as an import would."""


def measure(quick: bool) -> list[Figure]:
    """Measure all of it in one run over one journal."""
    runs = 2 if quick else 3
    with journals.workshop("backups") as place:
        make(place / "journal", MANY)
        with without_collector():
            with closing(journals.open_again(place / "journal")) as journal:
                figures = [_backing_up(journal, place, runs), *_checking(journal, runs)]
                backup = back_up_here(journal).path
                opening = journal.database.opening()
            figures.append(_restoring(backup, place, runs, opening))
            with closing(journals.open_again(place / "journal")) as journal:
                figures += _blocking(journal, runs)
                figures.append(_mending(journal, runs))
    return figures


def _backing_up(journal: Journal, place: Path, runs: int) -> Figure:
    ours, bare = [], []
    for run in range(runs):
        bare.append(timed(partial(_copy_bare, journal.database, place / f"bare{run}.db")))
        ours.append(timed(partial(back_up_here, journal)))
        (place / f"bare{run}.db").unlink()
    size = journal.folder.database.stat().st_size / 1e6
    what = f"backup of {MANY:,} entries ({size:.0f} MB), checked"
    return say_times(what, ours, "VACUUM INTO", bare, _BACKUP_TIMES)


def _checking(journal: Journal, runs: int) -> list[Figure]:
    quick, deep, bare, index = [], [], [], []
    for _run in range(runs):
        bare.append(timed(partial(_check_bare, journal.database)))
        index.append(bare[-1] + timed(partial(_check_index_bare, journal.database)))
        quick.append(timed(partial(_check, journal.database, deep=False)))
        deep.append(timed(partial(_check, journal.database, deep=True)))
    beside = "page check and integrity_check"
    return [
        say_times("verify", quick, beside, bare, _TIMES),
        say_times("verify --deep", deep, f"{beside}, FTS5's own check", index, _TIMES),
    ]


def _restoring(backup: Path, place: Path, runs: int, opening: tuple[bytes, bytes]) -> Figure:
    ours, bare = [], []
    for run in range(runs):
        new, copy = place / f"new{run}", place / f"copy{run}.db"
        bare.append(timed(partial(_restore_bare, backup, copy, opening)))
        ours.append(timed(partial(_restore, backup, new)))
        shutil.rmtree(new)
        copy.unlink()
    return say_times(
        "restore", ours, "copying it out, page check and integrity_check", bare, _TIMES
    )


def _blocking(journal: Journal, runs: int) -> list[Figure]:
    """Measure what runs where the window does: the beginning, and the end of the copying."""
    begun, let_go, begun_late = [], [], []
    for run in range(runs):
        began = time.thread_time()
        backup = BackupRun(journal)
        begun.append(time.thread_time() - began)
        backup.copy()
        _write(journal, run)
        began = time.thread_time()
        backup.let_go()
        let_go.append(time.thread_time() - began)
        backup.make()
        _write_into_log(journal, runs + run)
        began = time.thread_time()
        backup = BackupRun(journal)
        begun_late.append(time.thread_time() - began)
        backup.copy()
        backup.let_go()
        backup.make()
    return [
        _say_blocked("backup: begin, in the window's thread", begun),
        _say_blocked(f"backup: begin, {_WRITTEN:,} entries still in the log", begun_late),
        _say_blocked(f"backup: let go, {_WRITTEN:,} entries written meanwhile", let_go),
    ]


def _mending(journal: Journal, runs: int) -> Figure:
    """Measure the longest step of making the search index anew, as an opening does and a rewrite.

    It runs on the worker; between two steps it can be stopped.
    """
    longest, whole = [], []
    for _run in range(runs):
        steps: list[float] = []
        with journal.writing():
            began = time.thread_time()
            for _share in making_anew(journal.database):
                steps.append(time.thread_time() - began - sum(steps))
        longest.append(max(steps))
        whole.append(sum(steps))
    figure = _say_blocked("search index made anew, on the worker: longest step", longest, _HEARD)
    return replace(figure, beside=f"{median(whole):.1f} s in all; {figure.beside}")


# --- what is measured ---------------------------------------------------------------------------


def _copy_bare(database: Database, path: Path) -> None:
    path.touch()
    connection: Any = database._connection
    connection.execute("VACUUM INTO ?", (file_uri(path),)).fetchall()


def _check(database: Database, *, deep: bool) -> None:
    if database.check(deep=deep):
        raise RuntimeError("a whole journal is told damaged")


def _check_bare(database: Database) -> None:
    _check_connection(database._connection)


def _check_index_bare(database: Database) -> None:
    connection: Any = database._connection
    connection.execute(
        "INSERT INTO entry_search (entry_search, rank) VALUES ('integrity-check', 1)"
    )


def _check_connection(connection: Any) -> None:
    if connection.execute("PRAGMA cipher_integrity_check").fetchall():
        raise RuntimeError("a page is damaged")
    if connection.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        raise RuntimeError("the structure is damaged")


def _restore(backup: Path, folder: Path) -> None:
    restore_with_passphrase(backup, folder, journals.PASSPHRASE, journals.CHEAP)


def _restore_bare(backup: Path, path: Path, opening: tuple[bytes, bytes]) -> None:
    """Copy the database out of a backup and have it checked, with nothing around it."""
    with (
        zipfile.ZipFile(backup) as archive,
        archive.open(DATABASE) as source,
        path.open("wb") as file,
    ):
        shutil.copyfileobj(source, file, 1 << 20)
        os.fsync(file.fileno())
    with closing(connect(path, *opening, read_only=False)) as connection:
        _check_connection(connection)


def _write(journal: Journal, run: int) -> None:
    """Write many entries at once, as an import does."""
    first = 1_000_000 + run * _WRITTEN
    with journal.writing():
        for number in range(first, first + _WRITTEN):
            journal.entries.add(course.entry(number))
    course.entry.cache_clear()


def _write_into_log(journal: Journal, run: int) -> None:
    """Leave what was written in the log, as after a disk that was full for a while."""
    journal.database.hold_file(lambda: None)
    _write(journal, run)
    journal.database._tell_held = None


# --- figures ------------------------------------------------------------------------------------


def _say_blocked(what: str, seconds: list[float], limit: float = _BLOCKED) -> Figure:
    return Figure(
        what=what,
        measured=f"{max(seconds) * 1000:.0f} ms",
        limit=f"{limit * 1000:,.0f} ms",
        beside=f"of the processor; longest of {len(seconds)}",
        holds=max(seconds) <= limit,
    )
