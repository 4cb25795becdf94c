"""The window left alone on Today: how much of a processor it takes, and which timers run."""

import subprocess
import sys
import time
from pathlib import Path

from bench.figures import Figure, failed
from bench.opening import make_years
from proofs import journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment

WHAT = "idle on Today: processor"
_LIMIT = 0.001
_FASTEST_MS = 5_000
_WAIT = 60


def measure(quick: bool) -> list[Figure]:  # noqa: FBT001 - as every bench
    """Leave the real window alone for a minute."""
    seconds = 10 if quick else 60
    with journals.workshop("idle") as place:
        make_years(place / "journal")
        env = environment(place / "home", **invite("bench.visits:stay", place))
        command = [sys.executable, "-P", "-m", "caregiver_journal"]
        command += ["--journal", str(place / "journal")]
        with subprocess.Popen(command, env=env, cwd=place) as process:
            try:
                timers = _wait_for_rest(process, place)
                before = used_seconds(process.pid)
                time.sleep(seconds)
                used = used_seconds(process.pid) - before
            except RuntimeError as error:
                return [failed(WHAT, str(error))]
            finally:
                process.kill()
    return [
        Figure(
            what=WHAT,
            measured=f"{used / seconds:.4%}",
            limit=f"{_LIMIT:.1%}",
            beside=f"{used * 1000:.1f} ms in {seconds} s",
            holds=used <= _LIMIT * seconds,
        ),
        Figure(
            what="idle on Today: fastest timer",
            measured=f"{min(timers) / 1000:g} s" if timers else "none",
            limit=f"≥ {_FASTEST_MS / 1000:g} s",
            beside=f"{len(timers)} timers run",
            holds=bool(timers) and min(timers) >= _FASTEST_MS,
        ),
    ]


def _wait_for_rest(process: "subprocess.Popen[bytes]", place: Path) -> list[int]:
    """Return the intervals of the timers that run, once the guest has left."""
    deadline = time.monotonic() + _WAIT
    while time.monotonic() < deadline and process.poll() is None:
        for line in read_notebook(place):
            if "failed" in line:
                raise RuntimeError(str(line["failed"]))
            if "finished" in line:
                noted = next(n for n in read_notebook(place) if "timers" in n)
                return [int(each) for each in noted["timers"]]
        time.sleep(0.2)
    raise RuntimeError("the window did not come to rest")


def used_seconds(pid: int) -> float:
    """Return the processor time of all threads of a process."""
    used = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        used += int((task / "schedstat").read_text("ascii").split()[0])
    return used / 1e9
