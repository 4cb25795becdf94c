"""Keep the list of files that stay at full branch coverage; it only grows."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

SOURCE = "src/caregiver_journal/"
# The rooms whose files are to come onto the list; ui files may not, as its tests are not watched.
ROOMS = ("base", "domain", "vault", "store", "exchange", "journal")


@dataclass(frozen=True)
class Findings:
    """What the report says of the list: what fell, what is gone, what may be added."""

    fallen: tuple[str, ...]
    gone: tuple[str, ...]
    reached: tuple[str, ...]

    @property
    def is_well(self) -> bool:
        """Whether every file on the list is still fully covered."""
        return not self.fallen and not self.gone

    def lines(self, *, grow: bool) -> list[str]:
        """Return what to tell of them; grow says that the reached ones went onto the list."""
        return [
            *(f"no longer fully covered: {name}" for name in self.fallen),
            *(f"on packaging/covered.txt, but not in the package: {name}" for name in self.gone),
            *(f"{'now' if grow else 'may go'} onto the list: {name}" for name in self.reached),
        ]


def read_list(path: Path) -> list[str]:
    """Return the files on the list, relative to the package; lines with # are comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith("#")]


def write_list(path: Path, files: list[str]) -> None:
    """Write the list, sorted, keeping its comments."""
    comments = [
        line for line in path.read_text(encoding="utf-8").splitlines() if line.startswith("#")
    ]
    path.write_text("\n".join([*comments, *sorted(set(files)), ""]), encoding="utf-8")


def read_report(path: Path) -> dict[str, str]:
    """Return for each file of the package what no test reaches, empty where all is reached."""
    report: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    found = {}
    for name, file in report["files"].items():
        _, mark, inside = name.replace("\\", "/").partition(SOURCE)
        if mark:
            lines = ", ".join(str(line) for line in file["missing_lines"])
            jumps = ", ".join(f"{start}-{end}" for start, end in file["missing_branches"])
            found[inside] = "; ".join(
                part
                for part in (f"lines {lines}" * bool(lines), f"jumps {jumps}" * bool(jumps))
                if part
            )
    return found


def compare(listed: list[str], report: Mapping[str, str]) -> Findings:
    """Return how the list stands against the report."""
    whole = {name for name, unreached in report.items() if not unreached}
    return Findings(
        fallen=tuple(f"{name}: {report[name]}" for name in listed if report.get(name)),
        gone=tuple(name for name in listed if name not in report),
        reached=tuple(
            name
            for name in sorted(whole - set(listed))
            if name.split("/")[0] in ROOMS and "/" in name
        ),
    )


def is_fresh(data: Path, root: Path) -> bool:
    """Return whether coverage data were collected after the last change of source and tests."""
    if not data.exists():
        return False
    collected = data.stat().st_mtime
    return all(
        file.stat().st_mtime <= collected
        for room in ("src", "tests")
        for file in (root / room).rglob("*.py")
    )
