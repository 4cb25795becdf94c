"""Write and back up until the disk is full: what was acknowledged stays, the rest goes on after."""

import importlib.util
import subprocess
from pathlib import Path
from random import Random

from proofs import journals, writer
from proofs.runs import FIRST, Run, Tally, judge, make_pristine, start, tell
from proofs.verdict import Size, Verdict, not_run

WHAT = "disk full while writing: acknowledged lost"
WHAT_OF_BACKUPS = "disk full while backing up and restoring: acknowledged lost"

_PLAN = "aaaf" + "a" * 12 + "pr" + "a" * 4 + "g" + "aaap"
_BACKUP_PLAN = "aabftaabtabtgabtaa"
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


def prove(size: Size) -> list[Verdict]:
    """Take the room away in the middle of writing, and give it back."""
    if importlib.util.find_spec("resource") is None:
        reason = "this system has no RLIMIT_FSIZE"
        return [not_run(WHAT, reason), not_run(WHAT_OF_BACKUPS, reason)]
    with journals.workshop("full", in_memory=True) as place:
        make_pristine(place / "pristine")
        return [_prove_full(size, place), _prove_backups(size, place)]


def _prove_full(size: Size, place: Path) -> Verdict:
    random = Random(size.seed)
    tally, control = Tally(), Tally()
    small_disk = _can_mount(place)
    for number in range(size.of(9, 60)):
        room = random.choice((0, 4096, 20_000, 60_000, random.randrange(200_000)))
        run = _run_full(place, room, "", on_small_disk=small_disk and number % 2 == 0)
        tally.add(run, judge(run, may_end_with=0))
    for _number in range(3):
        run = _run_full(place, 0, "deaf", on_small_disk=False)
        control.add(run, judge(run))
    kinds = "tmpfs and RLIMIT_FSIZE" if small_disk else "RLIMIT_FSIZE"
    return Verdict(
        what=WHAT,
        count=f"{tally.runs} full disks ({kinds}), {tally.said}",
        result=f"{tally.lost} lost, {len(tally.findings)} wrong",
        limit="0",
        holds=not tally.findings and tally.refused > 0,
        control=f"deaf writer lost in {control.lost} of {control.runs}",
        control_found=control.lost > 0,
        findings=tuple(tally.findings),
    )


def _prove_backups(size: Size, place: Path) -> Verdict:
    """Let no file grow beyond the journal's size, or less, while it is backed up and restored."""
    random = Random(size.seed)
    tally, control = Tally(), Tally()
    for number in range(size.of(5, 60)):
        room = (-200_000, -30_000, 2_000, -4_000, 40_000)[number % 5] + random.randrange(2_000)
        run = _run_limited(place, room, _BACKUP_PLAN, "")
        tally.add(run, judge(run, may_end_with=0))
    run = _run_limited(place, -200_000, _BACKUP_PLAN, "deaf")
    control.add(run, judge(run))
    return Verdict(
        what=WHAT_OF_BACKUPS,
        count=f"{tally.runs} full disks, {tally.said}",
        result=f"{tally.lost} lost, {len(tally.findings)} wrong",
        limit="0",
        holds=not tally.findings and tally.refused > 0 and tally.restored > 0,
        control=f"deaf writer lost in {control.lost} of {control.runs}",
        control_found=control.lost > 0,
        findings=tuple(tally.findings),
    )


def _run_limited(place: Path, room: int, plan: str, unsafe: str) -> Run:
    """Run the writer where files may grow so many bytes beyond the journal, and no more."""
    folder = place / "full"
    journals.copy_into(place / "pristine", folder)
    program = writer.command(folder, plan, first=FIRST, room=room, unsafe=unsafe)
    return tell(f"limit {room} bytes", folder, start(program), is_reached=True)


def _run_full(place: Path, room: int, unsafe: str, *, on_small_disk: bool) -> Run:
    if not on_small_disk:
        return _run_limited(place, room, _PLAN, unsafe)
    folder = place / "full"
    journals.copy_into(place / "pristine", folder)
    disk = place / "disk"
    disk.mkdir(exist_ok=True)
    program = writer.command(disk / "j", _PLAN, first=FIRST, room=room, unsafe=unsafe)
    arguments = [str(disk), str(folder), *program]
    done = start(["unshare", "--mount", "sh", "-c", _ON_SMALL_DISK, "sh", *arguments])
    return tell(f"tmpfs {room} bytes", folder, done, is_reached=True)


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
