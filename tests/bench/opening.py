"""From the unlocked key to the painted Today, with the entries of some years."""

import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median

from bench.figures import Figure
from proofs import journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment

from caregiver_journal.base.clock import system_clock
from caregiver_journal.journal import doors
from caregiver_journal.journal.sample import fill_with_sample

ENTRIES = 2_000
_DAYS = 700
_LIMIT = 0.3
_SECONDS = 60


def measure(quick: bool) -> list[Figure]:
    """Open the journal in the real window, each time in a fresh process."""
    runs = 3 if quick else 7
    with journals.workshop("opening") as place:
        make_years(place / "journal")
        env = environment(place / "home", BENCH_FOLDER=str(place / "journal"))
        command = [sys.executable, "-P", "-m", "caregiver_journal"]
        seen = []
        for _number in range(runs + 1):
            with tempfile.TemporaryDirectory() as notes:
                visit = invite("bench.visits:open_today", Path(notes))
                subprocess.run(
                    [*command, "--journal", str(place / "journal")],
                    env=env | visit,
                    check=True,
                    timeout=_SECONDS,
                )
                seen += [line["seconds"] for line in read_notebook(Path(notes))]
    seconds = median(seen[1:])
    return [
        Figure(
            what=f"unlocked key → Today painted, {ENTRIES:,} entries",
            measured=f"{seconds * 1000:.0f} ms",
            limit=f"{_LIMIT * 1000:.0f} ms",
            beside=f"median of {runs}, slowest {max(seen[1:]) * 1000:.0f} ms",
            holds=seconds <= _LIMIT,
        )
    ]


def make_years(folder: Path) -> None:
    """Make a journal with the entries of some years."""
    opened = journals.make(folder)
    with closing(doors.open_journal(folder, opened, system_clock)) as journal:
        fill_with_sample(journal, days=_DAYS, entries=ENTRIES)
