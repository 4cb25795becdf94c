"""Runs of the writer on a disk that misbehaves, and the judge of what they leave."""

import json
import subprocess
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from proofs import course, journals
from proofs.kept import find_bad_backup, find_left_behind
from proofs.surroundings import environment

from caregiver_journal.base.errors import JournalError

BEFORE = 40
"""How many entries there are before a run."""
FIRST = BEFORE + 1
_SECONDS = 120


@dataclass(frozen=True)
class Run:
    """One run of the writer: what it said, and what was left."""

    name: str
    is_reached: bool
    exit_code: int
    said: tuple[dict[str, object], ...]
    stderr: str
    folder: Path

    @property
    def errors(self) -> int:
        """How many steps were refused with an error of the journal."""
        return sum("error" in line for line in self.said)


@dataclass
class Tally:
    """What came of the runs."""

    runs: int = 0
    saves: int = 0
    backups: int = 0
    restored: int = 0
    refused: int = 0
    lost: int = 0
    findings: list[str] = field(default_factory=list)

    @property
    def said(self) -> str:
        """What was acknowledged, for the table."""
        parts = [f"{self.saves:,} saves"]
        if self.backups:
            parts += [f"{self.backups} backups", f"{self.restored} restored"]
        return ", ".join([*parts, f"{self.refused} refused"])

    def add(self, run: Run, problem: str) -> None:
        """Count a run and what was wrong with it."""
        self.runs += 1
        self.saves += sum("saved" in line for line in run.said)
        self.backups += sum("backup" in line for line in run.said)
        self.restored += sum("restored" in line for line in run.said)
        self.refused += run.errors
        self.lost += problem.startswith("lost")
        if problem:
            self.findings.append(f"{run.name}: {problem}")


def make_pristine(folder: Path) -> None:
    """Make the journal of which every run gets a copy."""
    journals.make(folder)
    with closing(journals.open_again(folder)) as journal, journal.writing():
        for number in range(1, BEFORE + 1):
            journal.entries.add(course.entry(number))


def counted_environment() -> dict[str, str]:
    """Return surroundings in which Python writes nothing of its own: calls are counted."""
    return environment(PYTHONDONTWRITEBYTECODE="1")


def start(program: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run a program to its end, however that may be."""
    return subprocess.run(
        program,
        env=counted_environment(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=_SECONDS,
    )


def tell(
    name: str, folder: Path, done: "subprocess.CompletedProcess[str]", *, is_reached: bool
) -> Run:
    """Return a run as its program told of it."""
    said = tuple(json.loads(line) for line in done.stdout.splitlines() if line.endswith("}"))
    return Run(name, is_reached, done.returncode, said, done.stderr, folder)


def judge(run: Run, *, may_end_with: int | None = None) -> str:
    """Return what is wrong after a run, once the disk is well again; "" for nothing.

    Args:
        run: a run.
        may_end_with: how many steps at its end may have been refused; more would mean that it did
            not recover. (Not counted is the refusal to write after a page seemed damaged, which
            SQLite also says of a page that could not be read. It lasts until the next opening.)
    """
    if run.exit_code != 0:
        last = run.stderr.strip().splitlines()[-1:] or [""]
        return f"not an error of the journal: exit {run.exit_code} {last[0][:150]}"
    if may_end_with is not None and _refused_at_end(run) > may_end_with:
        return f"no recovery when the disk was well again: {run.said[-1]}"
    passphrase = journals.PASSPHRASE
    for line in run.said:
        passphrase = str(line.get("passphrase", passphrase))
    try:
        with closing(journals.open_again(run.folder, passphrase)) as journal:
            held = course.read(journal)
            damage = journal.database.check(deep=True)
    except JournalError as error:
        return f"lost: {type(error).__name__} at the next opening"
    if damage:
        return f"damaged: {damage[0]}"
    return _compare(run, held) or _look_at_backups(run)


def _look_at_backups(run: Run) -> str:
    """Return what is wrong with what a run backed up; "" for nothing, also where it did not."""
    made = [str(line["backup"]) for line in run.said if "backup" in line]
    return find_left_behind(run.folder) or find_bad_backup(run.folder, made)


def _refused_at_end(run: Run) -> int:
    """Return how many steps were refused one after the other at the end."""
    count = 0
    for line in reversed(run.said):
        if line.get("error", "DamagedError") == "DamagedError":
            break
        count += 1
    return count


def _compare(run: Run, held: course.Held) -> str:
    numbers = {int(str(line["saved"])) for line in run.said if "saved" in line}
    refused = {int(str(line["number"])) for line in run.said if line.get("step") == "a"}
    must = {course.entry(number).id: course.entry(number) for number in numbers}
    must |= {course.entry(n).id: course.entry(n) for n in range(1, BEFORE + 1)}
    may = {course.entry(number).id: course.entry(number) for number in refused}
    lost = [name for name, entry in must.items() if held.entries.get(name) != entry]
    if lost:
        return f"lost {len(lost)} of {len(must)}"
    strange = [
        name for name, entry in held.entries.items() if name not in must and may.get(name) != entry
    ]
    return f"{len(strange)} entries nobody wrote" if strange else ""
