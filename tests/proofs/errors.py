"""Let single calls to the disk fail: what was acknowledged has to stay, backups too."""

import os
import shutil
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from random import Random

from proofs import journals, strace, writer
from proofs.runs import FIRST, Run, Tally, counted_environment, judge, make_pristine, start, tell
from proofs.verdict import Size, Verdict, not_run

WHAT = "I/O errors injected into single calls: acknowledged lost"
WHAT_OF_BACKUPS = "I/O errors while backing up and restoring: acknowledged lost"

_CALLS = (
    "pwrite64", "pread64", "fsync", "fdatasync", "ftruncate", "write", "openat", "rename", "unlink",
)  # fmt: skip
_WRITING = {"pwrite64", "write", "ftruncate", "openat"}
_ONCE_ONLY = {"write", "openat"}
"""Python itself needs these; failing for good they would stop the program, not the journal."""
_PLAN = "aaaaxaapaarara"
_BACKUP_PLAN = "aabtaabaabtxaa"

Injection = tuple[str, str, str]
"""The call that fails, when (strace's spelling), and with which error."""


def prove(size: Size) -> list[Verdict]:
    """Let calls fail under the real writer, then under one that is deaf to errors."""
    if reason := strace.why_not():
        return [not_run(WHAT, reason), not_run(WHAT_OF_BACKUPS, reason)]
    with journals.workshop("errors", in_memory=True) as place:
        make_pristine(place / "pristine")
        return [
            _prove_errors(size, place, WHAT, _PLAN, size.of(24, 260)),
            _prove_errors(size, place, WHAT_OF_BACKUPS, _BACKUP_PLAN, size.of(8, 260)),
        ]


def _prove_errors(size: Size, place: Path, what: str, plan: str, wanted: int) -> Verdict:
    injections = _choose(place, Random(size.seed), wanted, plan)
    tally = _run_all(place, injections, plan, "")
    numbers = (1, 40, 80, 120) if plan == _PLAN else (1,)
    deaf = [("pwrite64", f"{number}+", "EIO") for number in numbers]
    control = _run_all(place, deaf, plan, "deaf")
    least = min(wanted, 250)
    return Verdict(
        what=what,
        count=f"{tally.runs} errors, {tally.said}",
        result=f"{tally.lost} lost, {len(tally.findings)} wrong",
        limit=f"0 of ≥ {least}",
        holds=not tally.findings and tally.runs >= least,
        control=f"deaf writer lost in {control.lost} of {control.runs}",
        control_found=control.lost > 0,
        findings=tuple(tally.findings),
    )


def _choose(place: Path, random: Random, wanted: int, plan: str) -> list[Injection]:
    """Choose which calls fail: only such as concern the journal, as an undisturbed run shows."""
    folder, log = place / "calm", place / "calm.log"
    journals.copy_into(place / "pristine", folder)
    strace.record(_CALLS, writer.command(folder, plan, first=FIRST), log, counted_environment())
    concerned: dict[str, list[int]] = {}
    counts: dict[str, int] = {}
    for call in strace.read_calls(log, also_failed=True):
        counts[call.name] = counts.get(call.name, 0) + 1
        if _concerns(call, folder):
            concerned.setdefault(call.name, []).append(counts[call.name])
    names = [name for name in _CALLS if name in concerned]
    chosen = []
    for number in range(wanted):
        name = names[number % len(names)]
        lasting = "" if name in _ONCE_ONLY or random.random() < 0.5 else "+"
        error = "ENOSPC" if name in _WRITING and random.random() < 0.4 else "EIO"
        chosen.append((name, f"{random.choice(concerned[name])}{lasting}", error))
    return chosen


def _concerns(call: strace.Call, folder: Path) -> bool:
    wanted = "".join(f"\\x{byte:02x}" for byte in str(folder).encode())
    return any(wanted in argument for argument in call.arguments[:4])


def _run_all(place: Path, injections: Sequence[Injection], plan: str, unsafe: str) -> Tally:
    tally = Tally()

    def run(numbered: tuple[int, Injection]) -> Run:
        number, injection = numbered
        return _run_injected(place, f"{unsafe}{number}", injection, plan, unsafe)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        runs = list(pool.map(run, enumerate(injections)))
    # Judged when nothing is started any more: a process that is just being started holds the locks
    # of this one for a moment.
    for done in runs:
        if done.is_reached:
            lasting = done.name.split()[1].endswith("+")
            tally.add(done, judge(done, may_end_with=None if lasting else 1))
        shutil.rmtree(done.folder, ignore_errors=True)
    return tally


def _run_injected(place: Path, name: str, injection: Injection, plan: str, unsafe: str) -> Run:
    call, when, error = injection
    folder, log = place / f"run{name}", place / f"run{name}.log"
    journals.copy_into(place / "pristine", folder)
    options = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    program = writer.command(folder, plan, first=FIRST, unsafe=unsafe)
    done = start(strace.command(options, program, log))
    reached = strace.count_injected(log) > 0
    log.unlink()
    return tell(f"{call} {when} {error}", folder, done, is_reached=reached)
