"""Saving a mood, beside the bare SQL that does the same on the same file."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from statistics import median
from typing import Any

from bench.figures import Figure
from bench.opening import make_years
from proofs import course, journals

from caregiver_journal.domain.entry import Content, Entry, make_entry
from caregiver_journal.domain.mood import Mood
from caregiver_journal.journal.journal import Journal

_LIMIT = 2.0
_NOTE = "Told my team lead I could not cover Saturday. She said fine, and I believed her."

Statement = tuple[str, str, Any]
"""How it was sent ("rows", "write" or "write_many"), the SQL, its values."""


def measure(quick: bool) -> list[Figure]:
    """Save the same moods into three copies of one journal: recorded, bare and timed."""
    saves = 100 if quick else 400
    with journals.workshop("saving") as place:
        make_years(place / "journal")
        for name in ("recorded", "bare", "timed"):
            journals.copy_into(place / "journal", place / name)
        recorded = _record(place / "recorded", saves)
        bare, real = [], []
        with _opened(place / "bare") as one, _opened(place / "timed") as other:
            for number, statements in enumerate(recorded):
                bare.append(_send(one, statements))
                real.append(_save(other, number))
            same = one.entries.page(None, 100) == other.entries.page(None, 100)
            found = len(other.search.find("Saturday", 10_000)) >= saves
            checkpointed = not _has_log(place / "timed")
    ours, theirs = median(real), median(bare)
    problem = "" if same and found and checkpointed else "; NOT the same, found and checkpointed"
    return [
        Figure(
            what="saving a mood: committed, searchable, checkpointed",
            measured=f"{ours * 1000:.2f} ms = {ours / theirs:.2f} ×",
            limit=f"{_LIMIT:.0f} ×",
            beside=f"bare SQL {theirs * 1000:.2f} ms, median of {saves}{problem}",
            holds=ours <= _LIMIT * theirs and not problem,
        )
    ]


@contextmanager
def _opened(folder: Path) -> Iterator[Journal]:
    journal = journals.open_again(folder)
    try:
        yield journal
    finally:
        journal.close()


def _has_log(folder: Path) -> bool:
    log = folder / "journal.db-wal"
    return log.exists() and log.stat().st_size > 0


def _mood(number: int) -> Entry:
    content = Content(Mood(number % 5 + 1, 3, ("relieved", "calm")), note=_NOTE, tags=("day off",))
    now = course.still_clock() - timedelta(days=30) + timedelta(minutes=number)
    return make_entry(content, now, entry_id=course.entry(number + 1).id)


def _save(journal: Journal, number: int) -> float:
    start = time.perf_counter()
    journal.add(_mood(number))
    return time.perf_counter() - start


def _record(folder: Path, saves: int) -> list[list[Statement]]:
    """Return the statements that each save sends."""
    recorded: list[list[Statement]] = []
    with _opened(folder) as journal:
        database: Any = journal.database
        for kind in ("rows", "write", "write_many"):
            setattr(database, kind, _recorder(kind, getattr(database, kind), recorded))
        for number in range(saves):
            recorded.append([])
            journal.add(_mood(number))
        for kind in ("rows", "write", "write_many"):
            delattr(database, kind)
    return recorded


def _recorder(kind: str, real: Any, recorded: list[list[Statement]]) -> Any:
    def record(sql: str, values: Any = ()) -> Any:
        kept = list(values) if kind == "write_many" else values
        recorded[-1].append((kind, sql, kept))
        return real(sql, kept)

    return record


def _send(journal: Journal, statements: list[Statement]) -> float:
    """Send the same statements over the same connection, with nothing in between."""
    connection: Any = journal.database._connection
    start = time.perf_counter()
    for kind, sql, values in statements:
        if kind == "write_many":
            connection.executemany(sql, values)
        else:
            connection.execute(sql, values).fetchall()
    return time.perf_counter() - start
