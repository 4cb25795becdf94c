"""The rooms import only what they may; each contract of import-linter finds what breaks it."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from support.source_tree import ROOT, SOURCE

SETTINGS = ROOT / "pyproject.toml"
PACKAGE = "caregiver_journal"
RUN = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(sys.argv[1], no_cache=True, no_logo=True))
"""

PLANTED = {
    "Layers: each room imports only from rooms below it": {
        "domain/planted.py": "from caregiver_journal import ui",
    },
    "The window and the command line reach the vault only through journal": {
        "ui/planted_vault.py": "from caregiver_journal.vault import keys",
    },
    "Qt lives only in ui and app": {
        "store/planted.py": "from PySide6.QtCore import QObject",
    },
    "SQLite and cryptography live only in vault": {
        "store/planted_sql.py": "import sqlite3",
    },
    "Drawing libraries live only in charts and the widget that shows a chart": {
        "ui/planted_plot.py": "def draw():\n    import numpy",
    },
    "Pages do not know each other": {
        "ui/pages/today/planted.py": "from caregiver_journal.ui.pages import journal",
    },
    "Nothing talks to the network": {
        "base/planted.py": "import socket",
    },
    "No cycles between siblings, at any depth": {
        "vault/planted_a.py": "from caregiver_journal.vault import planted_b",
        "vault/planted_b.py": "from caregiver_journal.vault import planted_a",
    },
}
"""For each contract the files that break it."""


def lint(source: Path) -> str:
    """Return the report on the package in ``source``."""
    done = subprocess.run(
        [sys.executable, "-c", RUN, str(SETTINGS)],
        cwd=source,
        env=os.environ | {"PYTHONPATH": str(source), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.stdout + done.stderr


def read_verdicts(report: str) -> dict[str, bool]:
    """Return whether each contract is kept."""
    found = re.findall(r"^(.+?) (KEPT|BROKEN)\b", report, re.MULTILINE)
    return {name: verdict == "KEPT" for name, verdict in found}


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """The verdicts over a copy of the house with a fault planted for each contract."""
    copy = tmp_path_factory.mktemp("house")
    shutil.copytree(SOURCE, copy / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    for files in PLANTED.values():
        for place, source in files.items():
            (copy / PACKAGE / place).write_text(source)
    return read_verdicts(lint(copy))


def test_each_room_imports_only_what_it_may() -> None:
    report = lint(SOURCE.parent)
    verdicts = read_verdicts(report)
    if not (verdicts and all(verdicts.values())):
        pytest.fail(report, pytrace=False)


def test_each_contract_has_a_planted_fault() -> None:
    contracts = tomllib.loads(SETTINGS.read_text())["tool"]["importlinter"]["contracts"]
    assert {contract["name"] for contract in contracts} == set(PLANTED)


@pytest.mark.parametrize("contract", PLANTED)
def test_a_planted_import_breaks_its_contract(broken: dict[str, bool], contract: str) -> None:
    assert broken[contract] is False


def test_a_room_nobody_declared_is_found(tmp_path: Path) -> None:
    shutil.copytree(SOURCE, tmp_path / PACKAGE, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / PACKAGE / "helpers").mkdir()
    (tmp_path / PACKAGE / "helpers" / "__init__.py").write_text("")
    verdicts = read_verdicts(lint(tmp_path))
    assert verdicts["Layers: each room imports only from rooms below it"] is False
