"""No file names a developer's machine or a host that packages come from."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.source_tree import ROOT, fail_on

# Each pattern is written so that it does not find itself here. One-letter people are invented.
PATTERNS = (
    re.compile(r"(?<![\w.~}*])/(?:hom[e]|User[s])/(?!ann\b|someone\b)[a-z][\w-]{2,}(?![\w:%])"),
    re.compile(r"(?<![\w.~}*])/(?:wor[k]|roo[t]|tmp/(?:trial|plan))/\w"),
    re.compile(r"\b[A-Z]:\\+User[s]\\+(?!ann\b|someone\b)[A-Za-z][\w-]{2,}"),
    re.compile(r"pypi\.(?:or[g]|python)|pythonhoste[d]|conda\.anacond[a]"),
    re.compile(r"--(?:extra-)?index-ur[l]|--trusted-hos[t]|PIP_INDEX_UR[L]"),
)
BINARY = {".db", ".gif", ".ico", ".icns", ".mo", ".pdf", ".png", ".ttf", ".woff2", ".zip"}


def _ask_git() -> str | None:
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        asked = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    except FileNotFoundError:
        return None
    return asked.stdout.decode() if asked.returncode == 0 else None


def tracked_files() -> list[Path]:
    """Return the files git keeps or would keep; all below the rooms where git cannot be asked."""
    listing = _ask_git()
    if listing is not None:
        found = [ROOT / name for name in listing.split("\0") if name]
    else:
        rooms = ("src", "tests", "resources", "packaging")
        found = [path for room in rooms for path in (ROOT / room).rglob("*")]
        found += list(ROOT.glob("*.*"))
    return [path for path in found if path.is_file() and "__pycache__" not in path.parts]


def find_places(name: str, text: str) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), 1):
        for pattern in PATTERNS:
            if found := pattern.search(line):
                yield f"{name}:{number}: {found.group()}"


def test_no_file_names_a_machine_or_a_registry() -> None:
    files = [path for path in tracked_files() if path.suffix not in BINARY]
    assert len(files) > 50
    fail_on(
        found for path in files for found in find_places(str(path.relative_to(ROOT)), _read(path))
    )


def _read(path: Path) -> str:
    return path.read_bytes().decode("utf-8", errors="replace")


@pytest.mark.parametrize(
    "parts",
    [
        ("folder = '/ho", "me/jane/journal'"),
        ("#!/ro", "ot/venv/bin/python"),
        ("see /wo", "rk/main"),
        ("/Us", "ers/jane/Desktop"),
        (r"C:\Us", r"ers\jane"),
        ("https://py", "pi.org/simple"),
        ("https://files.python", "hosted.org/packages"),
        ("pip install --index-", "url x"),
        ("--trusted-", "host x"),
    ],
)
def test_a_planted_place_is_found(parts: tuple[str, str]) -> None:
    assert list(find_places("planted", "".join(parts)))


@pytest.mark.parametrize(
    "line",
    [
        "--to /tmp/a-look-around",
        "rooms/home/kitchen",
        "the root/branch",
        "${HOME}/home",
        "homework/x",
    ],
)
def test_what_names_nobody_passes(line: str) -> None:
    assert not list(find_places("planted", line))
