"""Start what lies in .venv: in the place of this script, or under its eyes."""

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from shutil import disk_usage

from installer import clean_environment
from set_up import Project
from trouble import SetUpError

PROJECT = Project(Path(__file__).resolve().parent.parent)

UNWATCHED = ("charts", "house", "packaging", "proofs", "stories", "ui")
"""Rooms of tests that no file on the list of covered ones depends on."""

_MEMORY = Path("/dev/shm")  # noqa: S108 - pytest makes a private folder in it
_ROOM = 2 << 30
"""All tests leave some 200 MB behind; a container often has no more than 64."""


def say(sentence: str) -> None:
    """Print a line at once, so that it stands before what a started program prints."""
    print(sentence, flush=True)


def environment(**more: str) -> dict[str, str]:
    """Return the environment of a started program."""
    return clean_environment(dict(os.environ)) | more


def off_screen(**more: str) -> dict[str, str]:
    """Return the environment of a program whose windows nobody is to see."""
    return environment(QT_QPA_PLATFORM="offscreen", **more)


def become(command: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> int:
    """Start a program in the place of this one; where that cannot be, return its exit code."""
    sys.stdout.flush()
    if os.name != "nt":
        os.chdir(folder or ".")
        os.execve(command[0], list(command), dict(env))  # noqa: S606 - no shell is wanted
    return follow(command, env, folder)


def follow(command: Sequence[str], env: Mapping[str, str], folder: Path | None = None) -> int:
    """Run a program to its end; on Ctrl+C it is the program that ends, and then this one."""
    with subprocess.Popen(command, env=dict(env), cwd=folder) as process:
        try:
            return process.wait()
        except KeyboardInterrupt:
            process.wait()
            raise


def in_memory(place: Path = _MEMORY) -> dict[str, str]:
    """Return what lets pytest make its journals in memory, where this system has room for them.

    Thousands of journals that are looked at once need not wait for a disk to have written them;
    what a disk has to keep is for the proofs. No path is given where there is no such room.
    """
    if not (place.is_dir() and os.access(place, os.W_OK)):
        return {}
    return {"PYTEST_DEBUG_TEMPROOT": str(place)} if disk_usage(place).free >= _ROOM else {}


def python(*arguments: str) -> list[str]:
    """Return a command of the Python in .venv, which takes no module from the current folder."""
    return [str(PROJECT.python), "-P", *arguments]


def pytest(arguments: Sequence[str], *, cover: bool) -> list[str]:
    """Return the pytest command: all tests go to several workers, chosen ones to one process.

    Of all tests, only those that can reach the files on the list are watched: it doubles their
    time.
    """
    workers = min(os.cpu_count() or 1, 4)
    shared = ["-n", str(workers)] if workers > 1 and not arguments else []
    covering = ["--cov", "--cov-report="] if cover else []
    if cover and not arguments:
        covering.append(f"--unwatched={','.join(UNWATCHED)}")
    return python("-m", "pytest", *shared, *covering, *arguments)


def compile_tests(env: Mapping[str, str]) -> None:
    """Compile all tests, each half of them in a process of its own, before workers need them.

    Every worker would compile them all. What cannot be imported is for the tests to tell.
    """
    apart = ("tests/ui", "tests/stories")
    halves = (apart, ("tests", *(f"--ignore={room}" for room in apart)))
    begun = [
        subprocess.Popen(
            python("-m", "pytest", "--collect-only", "-q", "-p", "no:xdist", *half),
            env=dict(env),
            cwd=PROJECT.root,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for half in halves
    ]
    for process in begun:
        process.wait()


def house_program(folder: str, arguments: Sequence[str]) -> list[str]:
    """Return the command of a program of ours beside the tests; raises SetUpError without one."""
    program = PROJECT.root / "tests" / folder
    if not (program / "__main__.py").exists():
        raise SetUpError(f"tests/{folder} is not there yet.")
    return [str(PROJECT.python), str(program), *arguments]


def house_environment() -> dict[str, str]:
    """Return the environment of such a program: it finds the rooms of tests, off screen."""
    return off_screen(PYTHONPATH=str(PROJECT.root / "tests"))
