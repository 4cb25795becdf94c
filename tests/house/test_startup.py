"""The program starts with what it needs and no more."""

import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from support.source_tree import ROOT

from caregiver_journal.journal import doors

LATER = (
    "PIL",
    "PySide6.QtNetwork",
    "PySide6.QtPrintSupport",
    "PySide6.QtQml",
    "PySide6.QtTest",
    "asyncio",
    "caregiver_journal.charts",
    "caregiver_journal.exchange",
    "caregiver_journal.journal.sample",
    "caregiver_journal.ui.pages",
    "caregiver_journal.ui.tour",
    "email",
    "http",
    "jeepney",
    "keyring",
    "matplotlib",
    "multiprocessing",
    "numpy",
    "pikepdf",
    "secretstorage",
    "ssl",
    "typst",
    "unittest",
    "urllib.request",
    "zxcvbn",
)
"""What the unlock page has no use for."""

OPEN_WINDOW = """
import json, sys
from pathlib import Path
import PySide6.QtCore
from PySide6.QtWidgets import QApplication
from caregiver_journal.ui.window_state import WindowState, write_window_state

write_window_state(WindowState(desktop_look="light"))

def look(app):
    (window,) = [w for w in app.topLevelWidgets() if w.isVisible()]
    window.grab()
    names = list(vars(PySide6.QtCore))
    for _round in range(20):
        app.processEvents()
    (window,) = [w for w in app.topLevelWidgets() if w.isVisible()]
    shown = [w.objectName() for w in window.findChildren(object) if w.objectName()
             and w.isWidgetType() and w.isVisible()]
    print(json.dumps({"modules": list(sys.modules), "shown": shown, "names": names}))
    return 0

QApplication.exec = look
from caregiver_journal import app
app.run(Path(sys.argv[1]))
"""

OPEN_TODAY = """
import json, sys
from caregiver_journal.ui import deep_check, locksmith, main_window, presence, shell
from caregiver_journal.ui.pages.today import page
print(json.dumps({"modules": list(sys.modules)}))
"""
FOR_REPAIRS = ("losses", "lost_parts", "merging", "rescue", "rescue_words")
"""What is needed only where something is missing or another copy comes in."""

ASK_FOR_HELP = """
import json, sys
from caregiver_journal.cli import main
try:
    main(["--help"])
except SystemExit as end:
    assert not end.code
print(json.dumps({"modules": list(sys.modules)}))
"""


def find_early(loaded: Iterable[str], later: tuple[str, ...]) -> list[str]:
    """Return what was loaded although it is for later."""
    return sorted(
        name
        for name in loaded
        if any(name == module or name.startswith(f"{module}.") for module in later)
    )


def run(script: str, *arguments: str) -> dict[str, list[str]]:
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        env=os.environ | {"PYTHONPATH": str(ROOT / "src")},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    answer: dict[str, list[str]] = json.loads(done.stdout.splitlines()[-1])
    return answer


@pytest.fixture(scope="module")
def unlock_page(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is loaded and what is seen once the unlock page of a journal is painted."""
    folder = tmp_path_factory.mktemp("journal")
    return run(OPEN_WINDOW, str(make_journal(folder / "journal")))


def make_journal(folder: Path) -> Path:
    doors.create(folder, "correct horse battery", doors.Cost(19 * 1024, 1, 1))
    return folder


def test_the_unlock_page_is_painted(unlock_page: dict[str, list[str]]) -> None:
    assert "unlock.passphrase" in " ".join(unlock_page["shown"])


def test_the_unlock_page_loads_nothing_it_has_no_use_for(
    unlock_page: dict[str, list[str]],
) -> None:
    assert find_early(unlock_page["modules"], LATER) == []


def test_the_first_picture_does_not_wait_for_qts_hundred_enumerations(
    unlock_page: dict[str, list[str]],
) -> None:
    assert "QTimer" in unlock_page["names"], "what was asked for is there"
    assert "Qt" not in unlock_page["names"], "see ui/qt_values.py"
    assert "QEvent" not in unlock_page["names"], "see ui/theme.py, LookChanges"


def test_today_waits_for_nothing_that_mends_brings_in_or_draws() -> None:
    repairs = [f"caregiver_journal.journal.{name}" for name in FOR_REPAIRS]
    own = ("caregiver_journal.ui.pages", "caregiver_journal.journal.sample")
    later = (*(each for each in LATER if each not in own), *repairs)
    loaded = run(OPEN_TODAY)["modules"]
    assert "caregiver_journal.ui.pages.today.page" in loaded
    assert find_early(loaded, later) == []


def test_help_on_the_command_line_loads_no_window() -> None:
    loaded = run(ASK_FOR_HELP)["modules"]
    assert find_early(loaded, (*LATER, "PySide6", "caregiver_journal.ui", "sqlcipher3")) == []


@pytest.mark.parametrize("module", ["numpy", "matplotlib.figure", "caregiver_journal.ui.pages.x"])
def test_a_planted_early_import_is_found(module: str) -> None:
    assert find_early(["sys", "numpydoc", module], LATER) == [module]
