"""Let single calls to the disk fail, or the disk be full: what was acknowledged has to stay."""

import importlib.util
import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from proofs import course, journals, strace, writer
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run

from caregiver_journal.base.errors import JournalError

WHAT = "I/O errors injected into single calls: acknowledged lost"
WHAT_FULL = "disk full while writing: acknowledged lost"

_CALLS = (
    "pwrite64", "pread64", "fsync", "fdatasync", "ftruncate", "write", "openat", "rename", "unlink",
)  # fmt: skip
_WRITING = {"pwrite64", "write", "ftruncate", "openat"}
_ONCE_ONLY = {"write", "openat"}
"""Python itself needs these; failing for good they would stop the program, not the journal."""
_PLAN = "aaaaxaapaarara"
_FULL_PLAN = "aaaf" + "a" * 12 + "pr" + "a" * 4 + "g" + "aaap"
_ON_SMALL_DISK = """
disk=$1 folder=$2
shift 2
mount -t tmpfs -o size=2m,mode=700 proof "$disk" && cp -a "$folder" "$disk/j" || exit 90
"$@"
code=$?
rm -rf "$folder" && cp -a "$disk/j" "$folder" || exit 91
exit $code
"""
"""The small disk is seen by this process alone and goes with it."""
_FIRST = 41
_BEFORE = 40
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
class _Tally:
    """What came of the runs."""

    runs: int = 0
    saves: int = 0
    refused: int = 0
    lost: int = 0
    findings: list[str] = field(default_factory=list)

    def add(self, run: Run, problem: str) -> None:
        self.runs += 1
        self.saves += sum("saved" in line for line in run.said)
        self.refused += run.errors
        self.lost += problem.startswith("lost")
        if problem:
            self.findings.append(f"{run.name}: {problem}")


def prove(size: Size) -> list[Verdict]:
    """Let calls fail, then fill the disk."""
    with journals.workshop("errors", in_memory=True) as place:
        _make_pristine(place / "pristine")
        return [_prove_errors(size, place), _prove_full(size, place)]


def _make_pristine(folder: Path) -> None:
    journals.make(folder)
    with closing(journals.open_again(folder)) as journal, journal.writing():
        for number in range(1, _BEFORE + 1):
            journal.entries.add(course.entry(number))


def _prove_errors(size: Size, place: Path) -> Verdict:
    if reason := strace.why_not():
        return not_run(WHAT, reason)
    wanted = size.of(40, 260)
    injections = _choose(place, Random(size.seed), wanted)
    tally = _run_all(place, injections, "")
    deaf = [("pwrite64", f"{number}+", "EIO") for number in (1, 40, 80, 120)]
    control = _run_all(place, deaf, "deaf")
    return Verdict(
        what=WHAT,
        count=f"{tally.runs} errors, {tally.saves:,} saves, {tally.refused} refused",
        result=f"{tally.lost} lost, {len(tally.findings)} wrong",
        limit=f"0 of ≥ {size.of(30, 250)}",
        holds=not tally.findings and tally.runs >= size.of(30, 250),
        control=f"deaf writer lost in {control.lost} of {control.runs}",
        control_found=control.lost > 0,
        findings=tuple(tally.findings),
    )


# --- single calls -------------------------------------------------------------------------------

Injection = tuple[str, str, str]
"""The call that fails, when (strace's spelling), and with which error."""


def _choose(place: Path, random: Random, wanted: int) -> list[Injection]:
    """Choose which calls fail: only such as concern the journal, as an undisturbed run shows."""
    folder, log = place / "calm", place / "calm.log"
    journals.copy_into(place / "pristine", folder)
    strace.record(_CALLS, writer.command(folder, _PLAN, first=_FIRST), log, _env())
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


def _run_all(place: Path, injections: Sequence[Injection], unsafe: str) -> _Tally:
    tally = _Tally()

    def run(numbered: tuple[int, Injection]) -> Run:
        number, injection = numbered
        return _run_injected(place, f"{unsafe}{number}", injection, unsafe)

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        for done in pool.map(run, enumerate(injections)):
            if done.is_reached:
                lasting = done.name.split()[1].endswith("+")
                tally.add(done, judge(done, may_end_with=None if lasting else 1))
            shutil.rmtree(done.folder, ignore_errors=True)
    return tally


def _run_injected(place: Path, name: str, injection: Injection, unsafe: str) -> Run:
    call, when, error = injection
    folder, log = place / f"run{name}", place / f"run{name}.log"
    journals.copy_into(place / "pristine", folder)
    options = ["-e", f"trace={call}", "-e", f"inject={call}:error={error}:when={when}"]
    program = writer.command(folder, _PLAN, first=_FIRST, unsafe=unsafe)
    done = _start(strace.command(options, program, log))
    reached = strace.count_injected(log) > 0
    log.unlink()
    return _tell(f"{call} {when} {error}", folder, done, is_reached=reached)


# --- a full disk --------------------------------------------------------------------------------


def _prove_full(size: Size, place: Path) -> Verdict:
    if importlib.util.find_spec("resource") is None:
        return not_run(WHAT_FULL, "this system has no RLIMIT_FSIZE")
    random = Random(size.seed)
    tally, control = _Tally(), _Tally()
    small_disk = _can_mount(place)
    for number in range(size.of(12, 60)):
        room = random.choice((0, 4096, 20_000, 60_000, random.randrange(200_000)))
        run = _run_full(place, room, "", on_small_disk=small_disk and number % 2 == 0)
        tally.add(run, judge(run, may_end_with=0))
    for _number in range(3):
        run = _run_full(place, 0, "deaf", on_small_disk=False)
        control.add(run, judge(run))
    kinds = "tmpfs and RLIMIT_FSIZE" if small_disk else "RLIMIT_FSIZE"
    return Verdict(
        what=WHAT_FULL,
        count=f"{tally.runs} full disks ({kinds}), {tally.saves} saves, {tally.refused} refused",
        result=f"{tally.lost} lost, {len(tally.findings)} wrong",
        limit="0",
        holds=not tally.findings and tally.refused > 0,
        control=f"deaf writer lost in {control.lost} of {control.runs}",
        control_found=control.lost > 0,
        findings=tuple(tally.findings),
    )


def _run_full(place: Path, room: int, unsafe: str, *, on_small_disk: bool) -> Run:
    folder = place / "full"
    journals.copy_into(place / "pristine", folder)
    name = f"{'tmpfs' if on_small_disk else 'limit'} {room} bytes"
    if not on_small_disk:
        program = writer.command(folder, _FULL_PLAN, first=_FIRST, room=room, unsafe=unsafe)
        return _tell(name, folder, _start(program), is_reached=True)
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    program = writer.command(disk / "j", _FULL_PLAN, first=_FIRST, room=room, unsafe=unsafe)
    arguments = [str(disk), str(folder), *program]
    done = _start(["unshare", "--mount", "sh", "-c", _ON_SMALL_DISK, "sh", *arguments])
    return _tell(name, folder, done, is_reached=True)


def _can_mount(place: Path) -> bool:
    """Tell whether a small disk can be had, seen only by its own processes."""
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    script = f"mount -t tmpfs -o size=1m proof '{disk}'"
    try:
        asked = subprocess.run(
            ["unshare", "--mount", "sh", "-c", script],  # noqa: S607
            capture_output=True,
            check=False,
        )
    except OSError:
        return False
    return asked.returncode == 0


# --- judging ------------------------------------------------------------------------------------


def _env() -> dict[str, str]:
    """Return surroundings in which Python writes nothing of its own: calls are counted."""
    return environment(PYTHONDONTWRITEBYTECODE="1")


def _start(program: list[str]) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        program,
        env=_env(),
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        timeout=_SECONDS,
    )


def _tell(
    name: str, folder: Path, done: "subprocess.CompletedProcess[str]", *, is_reached: bool
) -> Run:
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
    return _compare(run, held)


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
    must |= {course.entry(n).id: course.entry(n) for n in range(1, _BEFORE + 1)}
    may = {course.entry(number).id: course.entry(number) for number in refused}
    lost = [name for name, entry in must.items() if held.entries.get(name) != entry]
    if lost:
        return f"lost {len(lost)} of {len(must)}"
    strange = [
        name for name, entry in held.entries.items() if name not in must and may.get(name) != entry
    ]
    return f"{len(strange)} entries nobody wrote" if strange else ""
