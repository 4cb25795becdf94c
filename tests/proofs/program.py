"""Run the proofs, two at a time where they do not measure time, and print one table."""

import argparse
import json
import sys
import time
import traceback
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import asdict, replace
from importlib import import_module
from itertools import repeat
from multiprocessing import get_context
from pathlib import Path

from proofs.verdict import Proof, Size, Verdict
from support.made_by import made_by

PROOFS = (
    "kill",
    "power",
    "errors",
    "full",
    "flips",
    "backups",
    "histories",
    "search",
    "imports",
    "planted",
    "sockets",
    "memory",
    "cycles",
    "soak",
)
"""The names of the proofs; each is a module of this room with a function ``prove``."""

_TOGETHER = (("planted", "sockets"),)
"""They look at the same session, so it is held once."""
_ALONE = ("kill", "soak")
"""One says more the more is written in a moment, one measures time: nothing runs beside them."""
_AT_ONCE = 2

_COLUMNS = ("what", "count", "result", "limit", "control", "s")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what was asked for; return 1 if a promise is broken or a control found nothing."""
    options = _make_parser().parse_args(arguments)
    size = Size(small=options.small, seed=options.seed)
    verdicts = run_all(options.only or PROOFS, size)
    print_table(verdicts)
    if options.json:
        rows = [asdict(verdict) for verdict in verdicts]
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False), encoding="utf-8")
    return judge(verdicts, allow_missing=options.allow_missing)


def run_all(names: Sequence[str], size: Size) -> list[Verdict]:
    """Run proofs, each in a process of its own or with what it shares, and keep their order."""
    groups = _groups(names)
    beside = [group for group in groups if group[0] not in _ALONE]
    found: dict[str, list[Verdict]] = {}
    with ProcessPoolExecutor(_AT_ONCE, get_context("spawn"), max_tasks_per_child=1) as pool:
        for told in pool.map(run_group, beside, repeat(size)):
            found |= told
    for group in groups:
        if group not in beside:
            found |= run_group(group, size)
    return [verdict for name in names for verdict in found[name]]


def _groups(names: Sequence[str]) -> list[list[str]]:
    """Return which proofs go into one process, the longest first."""
    shared = [[name for name in group if name in names] for group in _TOGETHER]
    lone = [[name] for name in names if not any(name in group for group in _TOGETHER)]
    return [*filter(None, shared), *lone]


def run_group(names: Sequence[str], size: Size) -> dict[str, list[Verdict]]:
    """Run proofs one after the other and clear away what they shared."""
    found = {}
    for name in names:
        _tell(f"{name} …")
        found[name] = run(name, size)
    if session := sys.modules.get("proofs.session"):
        session.forget()
    return found


def run(name: str, size: Size) -> list[Verdict]:
    """Run one proof and note how long it took."""
    module = import_module(f"proofs.{name}")
    prove: Proof = module.prove
    start = time.monotonic()
    try:
        verdicts = prove(size)
    except Exception as error:  # noqa: BLE001 - the other proofs are still worth running
        verdicts = [_failed(name, error)]
    seconds = (time.monotonic() - start) / max(1, len(verdicts))
    return [replace(v, seconds=v.seconds or round(seconds, 1)) for v in verdicts]


def _failed(name: str, error: Exception) -> Verdict:
    """Return the line of a proof that could not be brought to its end."""
    places = traceback.format_exception(error)
    told = getattr(error, "stderr", None) or b""
    lines = [*"".join(places).splitlines()[-8:], *repr(told[-300:]).splitlines()]
    return Verdict(name, "–", "failed", "–", False, "–", True, findings=tuple(lines))


def judge(verdicts: Sequence[Verdict], *, allow_missing: bool) -> int:
    """Return the exit code, after a sentence on each line that is not well."""
    code, missing = 0, any(verdict.missing for verdict in verdicts)
    for verdict in verdicts:
        if verdict.missing:
            _tell(f"NOT RUN   {verdict.what}: {verdict.missing}")
            code = code if allow_missing else 1
            continue
        if not verdict.holds:
            _tell(f"BROKEN    {verdict.what}: {verdict.result}")
        if not verdict.control_found:
            _tell(f"BLIND     {verdict.what}: the control found nothing ({verdict.control})")
        for finding in verdict.findings[:20]:
            _tell(f"          {finding}")
        code = code if verdict.is_well else 1
    held = "All promises that were tried hold." if missing else "All promises hold."
    _tell("Not all is well." if code else held)
    return code


def print_table(verdicts: Sequence[Verdict]) -> None:
    """Print the verdicts as a table in Markdown, ready for the README."""
    rows = [(v.what, v.count, v.result, v.limit, v.control, f"{v.seconds:.1f}") for v in verdicts]
    widths = [max(len(row[at]) for row in (_COLUMNS, *rows)) for at in range(len(_COLUMNS))]
    _tell(f"{made_by()}\n")
    for row in (_COLUMNS, tuple("-" * width for width in widths), *rows):
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        _tell("| " + " | ".join(cells) + " |")


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="proofs", description="Prove what the program promises.")
    sizes = parser.add_mutually_exclusive_group()
    sizes.add_argument("--small", action="store_true", help="the sizes for every change")
    sizes.add_argument(
        "--full", action="store_true", help="the published sizes, if nothing is said"
    )
    parser.add_argument("--only", nargs="+", choices=PROOFS, metavar="NAME", help=", ".join(PROOFS))
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    parser.add_argument("--seed", type=int, default=1, metavar="N")
    parser.add_argument(
        "--allow-missing", action="store_true", help="proofs that cannot be run here are no failure"
    )
    return parser


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
