"""From the start of the process to the painted unlock page, beside a bare window."""

import subprocess
import sys
import time
from statistics import median

from bench.figures import Figure
from proofs import journals
from proofs.surroundings import environment

from caregiver_journal.base.places import APP
from caregiver_journal.ui.window_state import WindowState, write_window_state

_LIMIT = 1.5
_SECONDS = 60


def measure(quick: bool) -> list[Figure]:
    """Start both by turns, and compare the medians of time and memory."""
    runs = 5 if quick else 15
    with journals.workshop("start") as place:
        journals.make(place / "journal")
        real = ["caregiver_journal", "--journal", str(place / "journal")]
        programs = {"real": real, "bare": ["bench.bare"]}
        env = environment(place / "home")
        # As any start but the very first finds it: the look of the desktop is known.
        write_window_state(WindowState(desktop_look="light"), place / "home/.config" / APP)
        seen: dict[str, list[tuple[float, int]]] = {name: [] for name in programs}
        for number in range(runs + 1):
            for name, program in programs.items():
                once = _start_once(program, env)
                if number:  # the first one fills the caches
                    seen[name].append(once)
    real_time, bare_time = (median(s for s, _m in seen[name]) for name in programs)
    real_size, bare_size = (median(m for _s, m in seen[name]) for name in programs)
    # Each start is set against the one right after it: the load of the machine is then the same.
    times = median(one[0] / other[0] for one, other in zip(seen["real"], seen["bare"], strict=True))
    return [
        Figure(
            what="process start → unlock page painted",
            measured=f"{real_time * 1000:.0f} ms = {times:.2f} ×",
            limit=f"{_LIMIT} ×",
            beside=f"bare window {bare_time * 1000:.0f} ms, median of {runs}",
            holds=times <= _LIMIT,
        ),
        Figure(
            what="resident memory then",
            measured=f"{real_size / 1024:.0f} MB = {real_size / bare_size:.2f} ×",
            limit=f"{_LIMIT} ×",
            beside=f"bare window {bare_size / 1024:.0f} MB",
            holds=real_size <= _LIMIT * bare_size,
        ),
    ]


def _start_once(program: list[str], env: dict[str, str]) -> tuple[float, int]:
    """Return the seconds until the first picture of the window, and the KiB then."""
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-P", "-m", "bench.painted", *program],
        env=env,
        stdout=subprocess.PIPE,
        check=True,
        timeout=_SECONDS,
    )
    moment, size = done.stdout.split()
    return float(moment) - begun, int(size)
