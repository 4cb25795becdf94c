"""Lock and unlock again and again: nothing may pile up, in memory or in descriptors."""

import os
import subprocess
import sys
from pathlib import Path
from statistics import mean

from proofs import course, journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run
from proofs.visits import CYCLES, holdings

WHAT = "lock and unlock, by relaunching the program: growth"
WHAT_INSIDE = "open and close the journal within one process: growth"
_LIMIT_KIB = 5 * 1024
_SECONDS = 600


def prove(size: Size) -> list[Verdict]:
    """Go through the cycles of the window, and many more of the storage alone."""
    if not Path("/proc/self/fd").exists():
        return [not_run(WHAT, "this system has no /proc"), not_run(WHAT_INSIDE, "no /proc")]
    return [_prove_window(size), _prove_storage(size)]


def _prove_window(size: Size) -> Verdict:
    wanted = size.of(20, CYCLES)
    with journals.workshop("cycles") as place:
        journals.make(place / "journal")
        visit = invite(f"proofs.visits:{'few' if size.small else 'many'}_cycles", place)
        env = environment(place / "home", PROOF_PASSPHRASE=journals.PASSPHRASE, **visit)
        command = [sys.executable, "-P", "-m", "caregiver_journal"]
        done = subprocess.run(
            [*command, "--journal", str(place / "journal")],
            env=env,
            cwd=place,
            capture_output=True,
            check=False,
            timeout=_SECONDS,
        )
        lines = read_notebook(place)
    seen = [line for line in lines if "rss" in line]
    failed = [f"{line['failed']}" for line in lines if "failed" in line]
    if done.returncode or len(seen) < wanted:
        failed.append(f"exit {done.returncode} after {len(seen)} cycles {done.stderr[-200:]!r}")
    return _verdict(WHAT, seen, wanted, failed)


def _prove_storage(size: Size) -> Verdict:
    """Open and close in a process of its own, after some rounds to warm up."""
    rounds = size.of(50, 500)
    with journals.workshop("rounds", in_memory=True) as place:
        journals.make(place / "journal")
        program = [sys.executable, "-m", "proofs.cycles", str(place), str(rounds)]
        env = environment(PROOF_NOTEBOOK=str(place / "notebook"))
        subprocess.run(program, env=env, check=True, timeout=_SECONDS)
        seen = [line for line in read_notebook(place) if "rss" in line]
    return _verdict(WHAT_INSIDE, seen, rounds, [])


def _verdict(what: str, seen: list[dict[str, int]], wanted: int, failed: list[str]) -> Verdict:
    third = max(1, len(seen) // 3)
    growth = mean(s["rss"] for s in seen[-third:]) - mean(s["rss"] for s in seen[1 : third + 1])
    counts = sorted({line["descriptors"] for line in seen[1:]})
    descriptors = "–".join(str(count) for count in (counts[:1] + counts[1:][-1:]))
    leak = _leaky_descriptors()
    return Verdict(
        what=what,
        count=f"{len(seen)} cycles",
        result=f"{growth / 1024:+.1f} MB, {descriptors} descriptors",
        limit="< 5 MB, constant",
        holds=growth < _LIMIT_KIB and len(counts) == 1 and len(seen) >= wanted and not failed,
        control=f"a planted leak: {leak:+d} descriptors",
        control_found=leak > 0,
        findings=tuple(failed),
    )


def _leaky_descriptors() -> int:
    """Return how many descriptors more the same eyes see when one is forgotten."""
    before = holdings()["descriptors"]
    forgotten = os.open(os.devnull, os.O_RDONLY)
    after = holdings()["descriptors"]
    os.close(forgotten)
    return int(str(after)) - int(str(before))


def _go_round(place: Path, rounds: int) -> None:
    """Open, write and close, and note what the process holds."""
    from proofs.guest import Guest

    guest = Guest(place / "notebook")
    warm_up = 20
    for number in range(1, rounds + warm_up + 1):
        journal = journals.open_again(place / "journal")
        course.do(journal, number)
        journal.search.find("tense", 10)
        journal.close()
        if number > warm_up:
            guest.note(**holdings())


if __name__ == "__main__":
    _go_round(Path(sys.argv[1]), int(sys.argv[2]))
