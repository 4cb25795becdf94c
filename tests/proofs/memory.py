"""Look through the memory of the program for key and text, before the lock and after it."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from random import SystemRandom
from string import ascii_lowercase

from proofs import journals
from proofs.guest import invite, read_notebook
from proofs.surroundings import environment
from proofs.verdict import Size, Verdict, not_run

WHAT = "key or text in memory after lock"
_WAIT = 90.0
_RUNS = (1, 3)
_MAP = re.compile(r"^([0-9a-f]+)-([0-9a-f]+) r")
_CHUNK = 1 << 24
_LEAST = 32 << 20
"""A window of Qt has more memory than that; with less, what was looked at was no window."""


def prove(size: Size) -> list[Verdict]:
    """Unlock through the real window, write, look; lock, look again."""
    if not Path("/proc/self/mem").exists():
        return [not_run(WHAT, "this system has no /proc/PID/mem")]
    before: dict[str, int] = {}
    after: dict[str, int] = {}
    runs, scanned = size.of(*_RUNS), 0
    for _number in range(runs):
        with journals.workshop("memory") as place:
            try:
                found, left, looked_at = _look_twice(place)
            except PermissionError:
                return [not_run(WHAT, "the program shuts others out, and this is not root")]
        for name in found:
            before[name] = before.get(name, 0) + found[name]
            after[name] = after.get(name, 0) + left[name]
        scanned += looked_at
    is_seen = any(before[name] for name in before if "key" in name) and before["note"] > 0
    return [
        Verdict(
            what=WHAT,
            count=f"locked {runs} ×, {scanned >> 20} MiB looked through",
            result=f"{sum(after.values())} copies",
            limit="0 copies",
            holds=not any(after.values()),
            control=f"before lock {sum(before.values())} copies",
            control_found=is_seen,
            findings=tuple(f"{name}: {count}" for name, count in after.items() if count),
        )
    ]


def _look_twice(place: Path) -> tuple[dict[str, int], dict[str, int], int]:
    """Return how often each secret was found before and after, and how much was looked at after."""
    passphrase, note = f"harbour lantern {_word()} violin", f"about {_word()} today"
    opened = journals.make(place / "journal", passphrase)
    wanted = needles(opened.root.secret, opened.root.database_key(), passphrase, note)
    (place / "passphrase").write_text(passphrase, "utf-8")
    (place / "note").write_text(note, "utf-8")
    env = environment(place / "home", **invite("proofs.visits:memory", place))
    with _program(place, env) as process:
        _wait(process, lambda: any("open" in line for line in read_notebook(place)), place)
        found, _size = scan(process.pid, wanted)
        (place / "go").touch()
        _wait(process, lambda: (place / "starts").read_text() == "2", place)
        _wait_for_rest(process)
        left, looked_at = scan(process.pid, wanted)
        if process.poll() is not None or looked_at < _LEAST:
            raise RuntimeError("the program was gone when its memory was looked through")
    return found, left, looked_at


@contextmanager
def _program(place: Path, env: dict[str, str]) -> "Iterator[subprocess.Popen[bytes]]":
    command = [sys.executable, "-P", "-m", "caregiver_journal", "--journal", str(place / "journal")]
    with subprocess.Popen(command, env=env, cwd=place, stderr=subprocess.PIPE) as process:
        try:
            yield process
        finally:
            process.kill()


def _wait(process: "subprocess.Popen[bytes]", ready: Callable[[], bool], place: Path) -> None:
    deadline = time.monotonic() + _WAIT
    while not ready():
        failed = [line["failed"] for line in read_notebook(place) if "failed" in line]
        if failed or process.poll() is not None or time.monotonic() > deadline:
            raise RuntimeError(f"the window was not used as planned: {failed or process.poll()}")
        time.sleep(0.05)


def _wait_for_rest(process: "subprocess.Popen[bytes]") -> None:
    """Wait until the fresh process has painted its page and does nothing more."""
    quiet, before = 0, -1
    while quiet < 10:
        time.sleep(0.1)
        used = _ticks(process.pid)
        quiet, before = (quiet + 1, used) if used == before else (0, used)


def _ticks(pid: int) -> int:
    fields = Path(f"/proc/{pid}/stat").read_text("ascii").rpartition(")")[2].split()
    return int(fields[11]) + int(fields[12])


def needles(root: bytes, key: bytes, passphrase: str, note: str) -> dict[str, bytes]:
    """Return what must not be found, as it may lie in memory."""
    return {
        "root secret": root,
        "database key": key,
        "database key in hex": key.hex().encode(),
        "database key in HEX": key.hex().upper().encode(),
        "passphrase": passphrase.encode(),
        "passphrase in UTF-16": passphrase.encode("utf-16-le"),
        "note": note.encode(),
        "note in UTF-16": note.encode("utf-16-le"),
        "note in UTF-32": note.encode("utf-32-le"),
    }


def scan(pid: int, wanted: dict[str, bytes]) -> tuple[dict[str, int], int]:
    """Count each needle in the readable memory of a process; return also how much there was.

    Raises:
        PermissionError: the process may not be looked into.
    """
    found, looked_at = dict.fromkeys(wanted, 0), 0
    overlap = max(len(needle) for needle in wanted.values()) - 1
    with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _ranges(pid):
            rest = b""
            for at in range(start, end, _CHUNK):
                data = _read(memory.fileno(), at, min(_CHUNK, end - at))
                looked_at += len(data)
                for name, needle in wanted.items():
                    found[name] += (rest + data).count(needle) - rest.count(needle)
                rest = data[-overlap:]
    return found, looked_at


def _ranges(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text("ascii", "replace").splitlines():
        found = _MAP.match(line)
        if found and "[v" not in line:  # the kernel's own pages
            yield int(found[1], 16), int(found[2], 16)


def _read(descriptor: int, at: int, size: int) -> bytes:
    try:
        return os.pread(descriptor, size, at)
    except (OSError, OverflowError):
        return b""


def _word() -> str:
    return "".join(SystemRandom().choices(ascii_lowercase, k=20))
