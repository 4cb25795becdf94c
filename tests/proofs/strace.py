"""Watch a program's system calls with strace, and read what it wrote down."""

import functools
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

STRING_BYTES = 1 << 20
"""Longer than any single write of ours."""

_LINE = re.compile(
    r"^(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+|\?)(?P<rest>.*)$"
)
_UNFINISHED = re.compile(r"^(?P<head>(?P<pid>\d+) .*) <unfinished \.\.\.>$")
_RESUMED = re.compile(r"^(?P<pid>\d+) +<\.\.\. \w+ resumed>(?P<tail>.*)$")
_ESCAPED = re.compile(r"\\x([0-9a-f]{2})")
_PART = re.compile(r'"(?:[^"\\]|\\.)*"|\w+<[^>]*>|[^,]+')


@dataclass(frozen=True, slots=True)
class Call:
    """One system call: its name, its arguments as strace writes them, and its result."""

    pid: int
    name: str
    arguments: tuple[str, ...]
    result: int

    def text(self, at: int) -> bytes:
        """Return a string argument, e.g. a path or what was written."""
        return bytes.fromhex("".join(_ESCAPED.findall(self.arguments[at])))

    def number(self, at: int) -> int:
        """Return a number argument."""
        return int(self.arguments[at], 0)

    def descriptor(self, at: int) -> int:
        """Return the number of a descriptor argument."""
        return int(self.arguments[at].partition("<")[0])

    def path(self, at: int) -> Path:
        """Return what a descriptor argument stands for."""
        _number, _mark, escaped = self.arguments[at].partition("<")
        return Path(bytes.fromhex("".join(_ESCAPED.findall(escaped))).decode())


@functools.cache
def why_not() -> str:
    """Say why calls cannot be watched on this machine; empty when they can."""
    program = shutil.which("strace")
    if program is None:
        return "strace is not installed"
    asked = subprocess.run(
        [program, "-o", "/dev/null", sys.executable, "-c", ""], capture_output=True, check=False
    )
    return "" if asked.returncode == 0 else "this machine does not allow ptrace"


def command(options: Sequence[str], program: Sequence[str], log: Path) -> list[str]:
    """Return the command that runs a program under strace."""
    return ["strace", "-f", "--seccomp-bpf", "-o", str(log), *options, *program]


def record(calls: Sequence[str], program: Sequence[str], log: Path, env: dict[str, str]) -> None:
    """Run a program to its end and write these calls, with all they wrote, into a log.

    Raises:
        subprocess.CalledProcessError: the program failed; its standard error is in it.
    """
    options = ["-y", "-xx", "-s", str(STRING_BYTES), "-e", f"trace={','.join(calls)}"]
    subprocess.run(
        command(options, program, log), env=env, check=True, capture_output=True, timeout=300
    )


def read_calls(log: Path, *, also_failed: bool = False) -> Iterator[Call]:
    """Yield the calls of a log in their order; those that failed only where wanted."""
    begun: dict[str, str] = {}
    with log.open(encoding="ascii", errors="replace") as lines:
        for raw in lines:
            line = raw.rstrip("\n")
            if unfinished := _UNFINISHED.match(line):
                begun[unfinished["pid"]] = unfinished["head"]
                continue
            if resumed := _RESUMED.match(line):
                line = begun.pop(resumed["pid"], "") + resumed["tail"]
            found = _LINE.match(line)
            if found and found["result"] != "?" and (also_failed or found["result"][0] != "-"):
                parts = tuple(part.strip() for part in _PART.findall(found["arguments"]))
                parts = tuple(part for part in parts if part)
                yield Call(int(found["pid"]), found["call"], parts, int(found["result"]))


def count_injected(log: Path) -> int:
    """Return how many calls strace let fail."""
    return log.read_text(encoding="ascii", errors="replace").count("(INJECTED)")
