"""Flip single bits in the files of a closed journal and in a backup: nothing wrong may pass."""

import hashlib
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from random import Random

from proofs import course, journals
from proofs.verdict import Size, Verdict

from caregiver_journal.base.errors import JournalError
from caregiver_journal.journal import doors
from caregiver_journal.journal.backing_up import back_up_to
from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.restoring import restore_with_passphrase

_ENTRIES = 150
_BACKUP = "mine.cjbackup"

Look = Callable[[Path], str]
"""Opens what has a flipped bit; returns "noticed", "unharmed" or what is silently wrong."""


@dataclass
class _Tally:
    """What came of the flips."""

    flips: int = 0
    noticed: int = 0
    unharmed: int = 0
    findings: list[str] = field(default_factory=list)

    def add(self, what: str, came: str) -> None:
        self.flips += 1
        self.noticed += came == "noticed"
        self.unharmed += came == "unharmed"
        if came not in {"noticed", "unharmed"}:
            self.findings.append(f"{what}: {came}")


@dataclass(frozen=True)
class _Job:
    """Flips in one file, of a folder that is whole, by one process."""

    place: Path
    file: str
    flips: int
    seed: int
    look: Look
    without: str = ""
    whole: str = "whole"

    def run(self) -> _Tally:
        """Flip one bit after the other, each in a fresh copy."""
        random, tally = Random(self.seed), _Tally()
        folder = self.place / f"{self.file}-{self.without}-{self.seed}"
        whole = (self.place / self.whole / self.file).read_bytes()
        for _number in range(self.flips):
            journals.copy_into(self.place / self.whole, folder)
            if self.without:
                (folder / self.without).unlink()
            bit = random.randrange(len(whole) * 8)
            data = bytearray(whole)
            data[bit // 8] ^= 1 << bit % 8
            (folder / self.file).write_bytes(data)
            tally.add(f"{self.file}, bit {bit}", self.look(folder))
        return tally


def prove(size: Size) -> list[Verdict]:
    """Flip bits in the database, in the key file, with its copy and without, and in a backup."""
    flips = size.of(200, 2_000)
    with journals.workshop("flips", in_memory=True) as place:
        whole = place / "whole"
        _make(whole)
        wrong = _count_wrong(place, size)
        run = partial(_run, size, place)
        jobs = {
            "journal.db": run("journal.db"),
            "journal.keys beside its copy": run("journal.keys"),
            "journal.keys without a copy": run("journal.keys", "journal.keys.bak"),
            "journal.keys.bak as the only one": run("journal.keys.bak", "journal.keys"),
            "a backup": run(_BACKUP, whole="packed"),
        }
    return [_verdict(name, tally, flips, wrong) for name, tally in jobs.items()]


def _verdict(name: str, tally: _Tally, wanted: int, control: int) -> Verdict:
    return Verdict(
        what=f"bit flips in {name}: silently wrong",
        count=f"{tally.flips:,} flips, {tally.noticed:,} noticed, {tally.unharmed:,} unharmed",
        result=f"{len(tally.findings)}",
        limit=f"0 of ≥ {wanted:,}",
        holds=not tally.findings and tally.flips >= wanted,
        control=f"plain SQLite: {control} of {wanted:,}",
        control_found=control > 0,
        findings=tuple(tally.findings),
    )


def _make(folder: Path) -> None:
    """Make a journal, a backup of it, and a plain copy for the control."""
    journals.make(folder)
    with closing(journals.open_again(folder)) as journal:
        with journal.writing():
            for number in range(1, _ENTRIES + 1):
                journal.entries.add(course.entry(number))
        journal.save_draft(course.FORM, course.draft(1))
        back_up_to(journal, folder.with_name("packed") / _BACKUP)
        journal.database.rows(
            "ATTACH DATABASE ? AS plain KEY ''", (str(folder.with_name("plain.db")),)
        )
        journal.database.rows("SELECT sqlcipher_export('plain')")
        journal.database.rows("DETACH DATABASE plain")


def _run(size: Size, place: Path, file: str, without: str = "", whole: str = "whole") -> _Tally:
    processes = os.cpu_count() or 1
    share = -(-size.of(200, 2_000) // processes)
    look = _look_at_journal if whole == "whole" else _look_at_backup
    seeds = range(size.seed * 100, size.seed * 100 + processes)
    jobs = [_Job(place, file, share, seed, look, without, whole) for seed in seeds]
    total = _Tally()
    with journals.workers() as pool:
        for tally in pool.map(_Job.run, jobs):
            total.flips += tally.flips
            total.noticed += tally.noticed
            total.unharmed += tally.unharmed
            total.findings += tally.findings
    return total


def _look_at_journal(folder: Path) -> str:
    """Open the journal as a person would, read all of it and have it checked."""
    return _look(partial(journals.open_again, folder))


def _look_at_backup(folder: Path) -> str:
    """Restore the backup as a person would on a new computer, and read all of it."""
    return _look(partial(_open_restored, folder))


def _open_restored(folder: Path) -> Journal:
    new = folder / "journal"
    restored = restore_with_passphrase(folder / _BACKUP, new, journals.PASSPHRASE, journals.CHEAP)
    return doors.open_journal(new, restored.opened, course.still_clock)


def _look(open_it: Callable[[], Journal]) -> str:
    """Open something, read all of it and have it checked; return what came of it."""
    try:
        with closing(open_it()) as journal:
            held = course.read(journal)
            if journal.database.check(deep=True):
                return "noticed"
    except JournalError:
        return "noticed"
    except Exception as error:  # noqa: BLE001 - one that has no sentence is a finding
        return f"not an error of the journal: {type(error).__name__}"
    expected = course.Held(
        {course.entry(n).id: course.entry(n) for n in range(1, _ENTRIES + 1)}, course.draft(1)
    )
    return "unharmed" if held == expected else "silently wrong"


# --- control ------------------------------------------------------------------------------------


def _count_wrong(place: Path, size: Size) -> int:
    """Count the flips in a plain copy that nobody notices and that alter what is read."""
    plain, flipped = place / "plain.db", place / "flipped.db"
    whole, random, wrong = plain.read_bytes(), Random(size.seed), 0
    right = _read_plain(plain)
    for _number in range(size.of(200, 2_000)):
        bit = random.randrange(len(whole) * 8)
        data = bytearray(whole)
        data[bit // 8] ^= 1 << bit % 8
        flipped.write_bytes(data)
        try:
            wrong += _read_plain(flipped) != right
        except (sqlite3.Error, UnicodeError):
            continue
    return wrong


def _read_plain(path: Path) -> str:
    """Return a hash over all rows, after SQLite's own check."""
    hashed = hashlib.sha256()
    with closing(sqlite3.connect(path)) as connection:
        if connection.execute("PRAGMA quick_check").fetchone() != ("ok",):
            raise sqlite3.DatabaseError("noticed")
        for table in ("entries", "notes", "moods", "mood_words", "entry_tags", "tags", "drafts"):
            for row in connection.execute(f"SELECT * FROM {table}"):  # noqa: S608 - our own names
                hashed.update(repr(row).encode("utf-8", "surrogateescape"))
    return hashed.hexdigest()
