"""Build real journals for tests, quickly: the cheapest passphrase that reading allows."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from caregiver_journal.vault.database import Database
from caregiver_journal.vault.doors import Opened, create_vault, open_database
from caregiver_journal.vault.folder import JournalFolder
from caregiver_journal.vault.keys import Cost

CHEAP = Cost(memory_kib=19_456, passes=1, lanes=1)
PASSPHRASE = "grey heron over the canal"
SECRET_WORD = "Wendelmuth"
"""Stands in the first note and must never be seen outside a journal."""

SOURCE = Path(__file__).resolve().parents[2] / "src"

quick = settings(
    database=None, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
"""For hypothesis: no files of its own, no stop-watch."""

_ENTRY = """
INSERT INTO entries (id, kind, happened, zone, offset_minutes, day, created, changed)
VALUES (?, 'mood', ?, 'Europe/London', 0, ?, ?, ?)
"""


@dataclass(frozen=True)
class Vault:
    """A journal made for a test."""

    folder: JournalFolder
    opened: Opened

    @property
    def key(self) -> bytes:
        """The key of its database."""
        return self.opened.root.database_key()

    @property
    def code(self) -> str:
        """Its recovery code."""
        return self.opened.root.recovery_code()

    @contextlib.contextmanager
    def database(self) -> Iterator[Database]:
        """Its database, open for as long as the block lasts."""
        database = open_database(self.folder, self.opened)
        try:
            yield database
        finally:
            database.close()

    def content(self) -> dict[str, list[tuple[Any, ...]]]:
        """All that people wrote in it."""
        with self.database() as database:
            return read_content(database)


def make_vault(path: Path, rows: int = 3, passphrase: str = PASSPHRASE, which: int = 0) -> Vault:
    """Make a journal with some entries in a folder of its own.

    The same arguments give the same journal, made once and copied then; ``which`` gives others.
    """
    opened, files = _template(rows, passphrase, which)
    folder = JournalFolder(path / "journal")
    folder.make()
    for name, data in files.items():
        (folder.path / name).write_bytes(data)
        (folder.path / name).chmod(0o600)
    return Vault(folder, opened)


@cache
def _template(rows: int, passphrase: str, _which: int) -> tuple[Opened, dict[str, bytes]]:
    with tempfile.TemporaryDirectory() as path:
        folder = JournalFolder(Path(path) / "journal")
        vault = Vault(folder, create_vault(folder, passphrase, CHEAP))
        with vault.database() as database, database.writing():
            add_entries(database, rows)
        files = {p.name: p.read_bytes() for p in folder.path.iterdir() if p.is_file()}
    return vault.opened, files


def add_entries(database: Database, count: int, first: int = 1, words: int = 20) -> None:
    """Add moods with notes, words and tags, one a day, inside ``writing()``."""
    for n in range(first, first + count):
        day = f"2026-{n // 28 % 12 + 1:02d}-{n % 28 + 1:02d}"
        moment = f"{day}T17:{n % 60:02d}:00Z"
        number = database.write(_ENTRY, (f"{n:036d}", moment, day, moment, moment))
        note = f"Note {n}: the visit at number {n * 7} went well. " + "Quiet evening. " * words
        database.write(
            "INSERT INTO notes VALUES (?, ?)",
            (number, f"{SECRET_WORD} called. {note}" if n == 1 else note),
        )
        database.write(
            "INSERT INTO moods (entry, level, energy) VALUES (?, ?, ?)",
            (number, n % 5 + 1, n % 4 + 1),
        )
        database.write("INSERT INTO mood_words VALUES (?, 0, ?)", (number, "calm"))
        tag = f"Ward {n % 7}"
        database.write(
            "INSERT OR IGNORE INTO tags (name, folded) VALUES (?, ?)", (tag, tag.lower())
        )
        database.write(
            "INSERT INTO entry_tags SELECT ?, 0, number FROM tags WHERE name = ?", (number, tag)
        )
        database.write(
            "INSERT INTO entry_search (rowid, body)"
            " SELECT number, body FROM entry_texts WHERE number = ?",
            (number,),
        )


def read_content(database: Database) -> dict[str, list[tuple[Any, ...]]]:
    """Return every row that people wrote, by table, in the columns every version has."""
    tables = {
        "entries": "*",
        "notes": "*",
        "moods": "entry, level, energy",
        "mood_words": "*",
        "tags": "number, name, folded",
        "entry_tags": "*",
        "preferences": "*",
    }
    return {
        table: database.rows(f"SELECT {columns} FROM {table} ORDER BY 1, 2")  # noqa: S608 - listed
        for table, columns in tables.items()
    }


def copy_vault(vault: Vault, path: Path) -> Vault:
    """Return a second journal with the same files."""
    shutil.copytree(vault.folder.path, path)
    return Vault(JournalFolder(path), vault.opened)


def flip(path: Path, position: int, bit: int = 0) -> None:
    """Flip one bit of a file."""
    data = bytearray(path.read_bytes())
    data[position] ^= 1 << bit
    path.write_bytes(data)


def damage_page(path: Path, page: int) -> None:
    """Flip one bit in a page of a database; pages count from 1."""
    flip(path, (page - 1) * 4096 + 2000)


@contextlib.contextmanager
def full_disk(limit: int = 0) -> Iterator[None]:
    """Let no file of this process grow beyond ``limit`` bytes: writing fails as on a full disk."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@contextlib.contextmanager
def forbidden_to_write(folder: Path) -> Iterator[None]:
    """Take away the right to write into a folder; skips where that binds nobody, as with root."""
    folder.chmod(0o500)
    try:
        if os.access(folder, os.W_OK):
            pytest.skip("this user may write anywhere")
        yield
    finally:
        folder.chmod(0o700)


def run_python(script: str, *arguments: object) -> subprocess.CompletedProcess[str]:
    """Run a script in a process of its own, with the program at hand."""
    return subprocess.run(
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": f"{SOURCE}{os.pathsep}{SOURCE.parent / 'tests'}"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def snapshots(
    monkeypatch: pytest.MonkeyPatch, vault: JournalFolder, into: Path, *steps: tuple[object, str]
) -> list[Path]:
    """Copy a folder before and after every call of these functions: what a crash there leaves."""
    taken: list[Path] = []

    def take() -> None:
        taken.append(into / f"crash{len(taken):02d}")
        shutil.copytree(vault.path, taken[-1])

    def around(function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            take()
            result = function(*arguments, **named)
            take()
            return result

        return call

    for owner, name in steps:
        monkeypatch.setattr(owner, name, around(getattr(owner, name)))
    return taken
