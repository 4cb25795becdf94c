"""Know the steps of ``dev.py check``: everything a change has to pass."""

import subprocess
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

import coverage_list
import starting
from starting import PROJECT, say
from trouble import SetUpError

FOLDERS = ("src", "tests", "packaging")
_IMPORTS = "import sys; from importlinter.cli import lint_imports_command as run; sys.exit(run())"


@dataclass(frozen=True)
class Step:
    """One step: its name, and what does it and returns whether all is well."""

    name: str
    work: Callable[[], bool]
    beside: bool = False
    """It needs one processor at most, so it may go on while the steps after it are taken."""


def _quiet_step(name: str, *arguments: str) -> Step:
    """Return a step that shows what its tool says only when the tool objects."""

    def work() -> bool:
        done = subprocess.run(
            starting.python(*arguments),
            cwd=PROJECT.root,
            env=starting.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode:
            say(done.stdout)
        return done.returncode == 0

    return Step(name, work)


def _run_tests() -> bool:
    command = starting.pytest([], cover=True)
    return starting.follow(command, starting.off_screen(), PROJECT.root) == 0


def _see_to_coverage_list(*, grow: bool) -> bool:
    folder = PROJECT.build / "coverage"
    if not coverage_list.is_fresh(folder / "data", PROJECT.root):
        say("  no coverage was collected since the last change: nothing to compare")
        return True
    command = starting.python("-m", "coverage", "json", "--quiet")
    if starting.follow(command, starting.environment(), PROJECT.root):
        return False
    path = PROJECT.root / "packaging" / "covered.txt"
    listed = coverage_list.read_list(path)
    findings = coverage_list.compare(listed, coverage_list.read_report(folder / "report.json"))
    if grow:
        coverage_list.write_list(path, [*listed, *findings.reached])
    for line in findings.lines(grow=grow):
        say(f"  {line}")
    return findings.is_well


def _prove_small() -> bool:
    try:
        command = starting.house_program("proofs", ["--small"])
    except SetUpError as trouble:
        say(f"  {trouble}")
        return True
    return starting.follow(command, starting.house_environment(), PROJECT.root) == 0


def steps(*, tests: bool, grow: bool) -> list[Step]:
    """Return the steps, the quick ones first.

    Types take half a minute of one processor; they are checked while the proofs wait for the disk.
    Tests use every processor there is, so nothing goes on beside them.
    """
    cache = str(PROJECT.build / "cache" / "imports")
    return [
        _quiet_step("format", "-m", "ruff", "format", "--check", *FOLDERS),
        _quiet_step("lint", "-m", "ruff", "check", *FOLDERS),
        _quiet_step("imports", "-c", _IMPORTS, "--no-logo", "--cache-dir", cache),
        replace(_quiet_step("types", "-m", "mypy"), beside=not tests),
        *([Step("tests", _run_tests)] if tests else []),
        Step("coverage", lambda: _see_to_coverage_list(grow=grow)),
        Step("proofs", _prove_small),
    ]


def walk(todo: Sequence[Step]) -> int:
    """Take every step, also after one that failed, and return the exit code."""
    with ThreadPoolExecutor(1) as pool:
        begun = {step.name: pool.submit(_take, step) for step in todo if step.beside}
        passed = {step.name: _take(step) for step in todo if not step.beside}
        passed |= {name: work.result() for name, work in begun.items()}
    failed = [step.name for step in todo if not passed[step.name]]
    say(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return 1 if failed else 0


def _take(step: Step) -> bool:
    start = time.monotonic()
    say(f"--- {step.name}")
    passed = step.work()
    say(f"{'ok' if passed else 'FAILED':<8}{step.name:<10}{time.monotonic() - start:6.1f} s")
    return passed
