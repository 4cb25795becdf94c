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
_SCHEDULER_CLOCK = 2
"""As ``clock_getcpuclockid`` of the C library makes it, which Python offers for threads only."""


def measure(quick: bool) -> list[Figure]:
    """Leave the real window alone for a minute."""
    seconds, looks = (10, 2) if quick else (60, 1)  # the collector comes by every 15 s
    with journals.workshop("idle") as place:
        make_years(place / "journal")
        env = environment(place / "home", **invite("bench.visits:stay", place))
        command = [sys.executable, "-P", "-m", "caregiver_journal"]
        command += ["--journal", str(place / "journal")]
        with subprocess.Popen(command, env=env, cwd=place) as process:
            try:
                timers = _wait_for_rest(process, place)
                used = min(_use(process.pid, seconds) for _look in range(looks))
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


def _use(pid: int, seconds: float) -> float:
    before = used_seconds(pid)
    time.sleep(seconds)
    return used_seconds(pid) - before


def used_seconds(pid: int) -> float:
    """Return the processor time of a process, threads that have ended included."""
    return time.clock_gettime((~pid << 3) | _SCHEDULER_CLOCK)
