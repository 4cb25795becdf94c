"""Run the measurements and print them as one table, each beside its limit."""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from importlib import import_module
from pathlib import Path

from bench.figures import Bench, Figure
from support.made_by import made_by

BENCHES = (
    "start",
    "opening",
    "daily",
    "trends",
    "summary",
    "exports",
    "saving",
    "backups",
    "merging",
    "idle",
)
"""The names of the measurements; each is a module of this room with a function ``measure``."""

_COLUMNS = ("what", "measured", "limit", "beside", "")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure what was asked for; return 1 if a limit is passed."""
    options = _make_parser().parse_args(arguments)
    figures: list[Figure] = []
    for name in options.only or BENCHES:
        _tell(f"{name} …")
        bench: Bench = import_module(f"bench.{name}").measure
        figures += bench(options.quick)
    print_table(figures)
    if options.json:
        rows = [asdict(figure) for figure in figures]
        options.json.write_text(json.dumps(rows, indent=1, ensure_ascii=False), encoding="utf-8")
    return 0 if all(figure.holds for figure in figures) else 1


def print_table(figures: Sequence[Figure]) -> None:
    """Print the figures as a table in Markdown."""
    rows = [(f.what, f.measured, f.limit, f.beside, "ok" if f.holds else "FAIL") for f in figures]
    widths = [max(len(row[at]) for row in (_COLUMNS, *rows)) for at in range(len(_COLUMNS))]
    _tell(f"{made_by()}\n")
    for row in (_COLUMNS, tuple("-" * width for width in widths), *rows):
        cells = (text.ljust(width) for text, width in zip(row, widths, strict=True))
        _tell("| " + " | ".join(cells) + " |")


def _make_parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description="Measure the speed and its limits.")
    parser.add_argument("--quick", action="store_true", help="fewer runs, 10 s of idleness")
    names = ", ".join(BENCHES)
    parser.add_argument("--only", nargs="+", choices=BENCHES, metavar="NAME", help=names)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def _tell(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
