"""Cut the power after every call of a writer, on a disk that drops, reorders and tears writes."""

import hashlib
import json
import os
import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proofs import course, journals, strace, writer
from proofs.disk import CALLS, WAYS, Disk
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run
from proofs.writer import World

from caregiver_journal.base.errors import JournalError, WrongPassphraseError
from caregiver_journal.journal import doors

WHAT = "simulated power loss (dropped, reordered, torn writes): lost / corrupt"
_PLAN = "s" * 24 + "p" + "s" * 6 + "x" + "s" * 4 + "r" + "s" * 8 + "p" + "s" * 8 + "r" + "s"
_CONTROL_PLAN = "c" + "s" * 24
_SPARE = (1.15, 1.6)
"""Some states turn out to be alike, the more the more are made; so many times are tried."""


@dataclass
class _Tally:
    """What came of the states."""

    states: int = 0
    lost: int = 0
    corrupt: int = 0
    findings: list[str] = field(default_factory=list)

    def add(self, other: "_Tally") -> None:
        self.states += other.states
        self.lost += other.lost
        self.corrupt += other.corrupt
        self.findings += other.findings


@dataclass(frozen=True)
class _Share:
    """The part of a recording that one process looks at."""

    log: Path
    folder: Path
    wanted: int
    seed: int
    number: int
    of: int


def prove(size: Size) -> list[Verdict]:
    """Cut the power under the real writer, then under one that does not wait for the disk."""
    if reason := strace.why_not():
        return [not_run(WHAT, reason)]
    wanted = size.of(500, 5_000)
    plan = "c" + _PLAN * size.of(1, 3)
    spare = _SPARE[0] if size.small else _SPARE[1]
    tally = _try(plan, "", round(wanted * spare), size.seed)
    control = _try(_CONTROL_PLAN, "asynchronous", size.of(150, 1_000), size.seed)
    return [
        Verdict(
            what=WHAT,
            count=f"{tally.states:,} states",
            result=f"{tally.lost} / {tally.corrupt}",
            limit=f"0 / 0 of ≥ {wanted:,}",
            holds=not tally.lost and not tally.corrupt and tally.states >= wanted,
            control=f"synchronous=OFF: {control.lost} / {control.corrupt} of {control.states}",
            control_found=control.lost + control.corrupt > 0,
            findings=tuple(tally.findings),
        )
    ]


def _try(plan: str, unsafe: str, wanted: int, seed: int) -> _Tally:
    processes = os.cpu_count() or 1
    with journals.workshop("power") as place:
        folder, log = place / "journal", place / "log"
        program = writer.command(folder, plan, unsafe=unsafe)
        strace.record(CALLS, program, log, environment())
        shares = [
            _Share(log, folder, wanted, seed, number, processes) for number in range(processes)
        ]
        total = _Tally()
        with journals.workers() as pool:
            for tally in pool.map(_look_at, shares):
                total.add(tally)
    return total


def _look_at(share: _Share) -> _Tally:
    tally = _Tally()
    seen: set[bytes] = set()
    with journals.workshop("state", in_memory=True) as place:
        for files, before, after, where in _states(share):
            name = _fingerprint(files, before)
            if name not in seen:
                seen.add(name)
                _judge(place / "journal", files, (before, after), where, tally)
    return tally


def _fingerprint(files: dict[str, bytes], before: World | None) -> bytes:
    """Return what tells one state from another: its files, and what must be in them."""
    hashed = hashlib.sha256(repr(before).encode())
    for name in sorted(files):
        hashed.update(f"{name} {len(files[name])} ".encode())
        hashed.update(files[name])
    return hashed.digest()


def _states(share: _Share) -> Iterator[tuple[dict[str, bytes], World | None, World | None, str]]:
    """Yield what may be on the disk, what was acknowledged then, and what was under way."""
    calls = list(strace.read_calls(share.log))
    worlds = [world for call in calls if (world := _acknowledged(call))]
    moments = _count_moments(calls, share.folder)
    random = Random(share.seed * 100 + share.number)
    disk, done, moment = Disk(share.folder), 0, 0
    for call in calls:
        done += _acknowledged(call) is not None
        if not disk.take(call):
            continue
        moment += 1
        if moment % share.of != share.number:
            continue
        before = worlds[done - 1] if done else None
        after = worlds[done] if done < len(worlds) else before
        tries = share.wanted / moments
        for _number in range(int(tries) + (random.random() < tries % 1)):
            way = random.choice(WAYS)
            where = f"after {call.name} {moment}, change {before.changes if before else 0}, {way}"
            yield disk.after_power_loss(way, random), before, after, where


def _count_moments(calls: list[strace.Call], folder: Path) -> int:
    disk = Disk(folder)
    return sum(disk.take(call) for call in calls)


def _acknowledged(call: strace.Call) -> World | None:
    if call.name == "write" and call.descriptor(0) == 1:
        told = json.loads(call.text(1))
        if "code" in told:
            return World(**{**told, "retired": tuple(told["retired"])})
        if "error" in told:
            raise RuntimeError(f"the writer failed: {told}")
    return None


def _judge(
    folder: Path,
    files: dict[str, bytes],
    worlds: tuple[World | None, World | None],
    where: str,
    tally: _Tally,
) -> None:
    _put(folder, files)
    tally.states += 1
    before, after = worlds
    if before is None and not doors.JournalFolder(folder).holds_anything():
        return
    fits = [world for world in (before, after) if world is not None]
    try:
        problem = _open(folder, fits, is_new=before is None)
    except JournalError as error:
        tally.corrupt += 1
        tally.findings.append(f"{where}: {type(error).__name__}")
        return
    if problem:
        tally.lost += 1
        tally.findings.append(f"{where}: {problem}")


def _open(folder: Path, fits: list[World], *, is_new: bool) -> str:
    """Open the journal as a person would; return what is wrong with what it holds."""
    for retired in fits[0].retired:
        if _opens_still(folder, retired):
            return "what was retired opens it still"
    opened = _unlock(folder, [world.passphrase for world in fits])
    if opened.root.recovery_code() not in {world.code for world in fits}:
        return "another recovery code"
    with closing(doors.open_journal(folder, opened, course.still_clock)) as journal:
        held = course.read(journal)
        if journal.database.check(deep=True):
            return "the check finds damage"
    allowed = [0] if is_new else []
    allowed += [world.changes for world in fits]
    if any(held == course.expected(range(1, changes + 1)) for changes in allowed):
        return ""
    return f"{len(held.entries)} entries"


def _unlock(folder: Path, passphrases: list[str]) -> doors.Opened:
    for passphrase in passphrases[:-1]:
        try:
            return doors.unlock(folder, passphrase, journals.CHEAP)
        except WrongPassphraseError:
            continue
    return doors.unlock(folder, passphrases[-1], journals.CHEAP)


def _opens_still(folder: Path, retired: str) -> bool:
    try:
        if "-" in retired:
            doors.unlock_with_code(folder, retired)
        else:
            doors.unlock(folder, retired, journals.CHEAP)
    except JournalError:
        return False
    return True


def _put(folder: Path, files: dict[str, bytes]) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700)
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
