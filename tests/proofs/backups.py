"""Kill a program that backs up, thins and restores: nothing acknowledged may be lost by it."""

import os
import select
import shutil
import signal
import time
from contextlib import closing
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path
from random import Random

from proofs import course, journals
from proofs.keeping import Heard, Keeper, listen
from proofs.kept import (
    backups_in,
    find_bad_backup,
    find_left_behind,
    find_stranger,
    read_backup,
)
from proofs.verdict import Size, Verdict, not_run

from caregiver_journal.base.errors import JournalError
from caregiver_journal.domain.thinning import LAST
from caregiver_journal.vault.backup import keep_backup

WHAT = "kill -9 while backing up, thinning, restoring: lost or not whole"
_CONTROL_KILLS = 4
_MOST_STEPS = 5
_PATIENCE = 10.0
_OFTEN = 4
"""So often the last backup is restored into another folder and read."""


@dataclass
class _Tally:
    """What came of the kills."""

    kills: int = 0
    backups: int = 0
    restored: int = 0
    left: int = 0
    findings: list[str] = field(default_factory=list)


def prove(size: Size) -> list[Verdict]:
    """Kill programs, then one that writes its backups without a thought of it."""
    if not hasattr(os, "fork"):
        return [not_run(WHAT, "this system has no fork")]
    wanted = size.of(16, 300)
    tally, control = _Tally(), _Tally()
    with journals.workshop("backups", in_memory=True) as place:
        _make(place / "pristine")
        _kill_many(place, wanted, Random(size.seed), tally, is_safe=True)
        _kill_many(place, _CONTROL_KILLS, Random(size.seed), control, is_safe=False)
    return [
        Verdict(
            what=WHAT,
            count=f"{tally.kills} kills, {tally.backups} backups, {tally.restored} restored, "
            f"{tally.left} left temporary files",
            result=f"{len(tally.findings)}",
            limit=f"0 of ≥ {wanted}",
            holds=not tally.findings and tally.kills >= wanted and tally.backups > 0,
            control=f"careless backups: {len(control.findings)} of {control.kills} not whole",
            control_found=bool(control.findings),
            findings=tuple(tally.findings),
        )
    ]


def _make(folder: Path) -> None:
    """Make a journal with so many backups that the next one drops one."""
    journals.make(folder)
    with closing(journals.open_again(folder)) as journal:
        for hour in range(LAST + 2):
            moment = course.still_clock() - timedelta(hours=30 - hour)
            keep_backup(journal.folder, journal.database, moment)


def _kill_many(place: Path, kills: int, random: Random, tally: _Tally, *, is_safe: bool) -> None:
    """Kill one program after the other over the same journal; after a finding, over a new one."""
    folder = place / "journal"
    journals.copy_into(place / "pristine", folder)
    done = 0
    while tally.kills < kills:
        heard = _let_work(folder, done + 1, random, is_safe=is_safe)
        tally.kills += 1
        tally.backups += max(0, heard.held - done)
        tally.restored += heard.restored
        try:
            problem, done = _look(folder, max(done, heard.done), heard, tally)
        except JournalError as error:
            problem = f"{type(error).__name__}"
        if problem:
            tally.findings.append(f"after change {heard.done}: {problem}")
            journals.copy_into(place / "pristine", folder)
            done = 0


def _let_work(folder: Path, first: int, random: Random, *, is_safe: bool) -> Heard:
    """Let a child work, kill it some time after one of its first acknowledgements.

    Return what it said. The time goes by how long its last step took, however slow the machine is.
    """
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            Keeper(folder, first, writer, is_safe=is_safe).go()
        finally:
            os._exit(1)
    os.close(writer)
    said, seconds = b"", 0.0
    for _step in range(random.randrange(1, _MOST_STEPS + 1)):
        began = time.monotonic()
        if select.select([reader], [], [], _PATIENCE)[0]:
            said += os.read(reader, 4096)
        seconds = time.monotonic() - began
    time.sleep(random.uniform(0, seconds))
    os.kill(child, signal.SIGKILL)
    _child, status = os.waitpid(child, 0)
    with os.fdopen(reader, "rb") as pipe:
        return listen(said + pipe.read(), has_ended=os.WIFEXITED(status))


def _look(folder: Path, done: int, heard: Heard, tally: _Tally) -> tuple[str, int]:
    """Return what is wrong after a kill, "" for nothing, and the last change there is."""
    if heard.has_ended:
        return "the program came to an end by itself", 0
    if problem := find_stranger(folder):
        return problem, 0
    tally.left += bool(find_left_behind(folder))
    with closing(journals.open_again(folder)) as journal:
        held = course.read(journal)
        if journal.database.check(deep=True):
            return "the check finds damage", 0
    extra = held == course.expected(range(1, done + 2))
    if not extra and held != course.expected(range(1, done + 1)):
        return "lost what was acknowledged", 0
    if problem := find_left_behind(folder) or _look_at_backups(folder, heard, tally):
        return problem, 0
    for kept in folder.glob("replaced-*"):
        shutil.rmtree(kept)
    return "", done + extra


def _look_at_backups(folder: Path, heard: Heard, tally: _Tally) -> str:
    acknowledged = [heard.backup] if heard.backup else []
    if problem := find_bad_backup(folder, acknowledged):
        return problem
    if len(backups_in(folder)) < LAST:
        return "too few backups are left"
    if not heard.backup or tally.kills % _OFTEN:
        return ""
    other = folder.with_name("other")
    held = read_backup(folder / "backups" / heard.backup, other)
    shutil.rmtree(other)
    is_right = held == course.expected(range(1, heard.held + 1))
    return "" if is_right else "lost what was acknowledged, in a backup"
