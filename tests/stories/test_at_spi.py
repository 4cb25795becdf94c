"""The program as a screen reader hears it: another process, its bus, and no look inside."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from support import displays
from support.displays import SYSTEM_PYTHON, find_lacking, run_in_session, screen
from support.journals import Place, place, template
from support.vaults import PASSPHRASE

__all__ = ["place", "template"]

LISTENER = Path(__file__).with_name("listener.py")
WORDS = "Quiet evening by the river"
LINE = "A few words, if you want them…"

UNLOCK = [
    ("go_to", "secret field", "Passphrase"),
    ("type", "secret field", "Passphrase", PASSPHRASE),
    ("press", "button", "Unlock"),
    ("hear", "Opening"),
    ("be_at", "choice", "1, Very low"),
]
LOG = [
    ("choose", "choice", "4, Good"),
    ("key", "Tab"),
    ("be_at", "field", LINE),
    ("type", "field", LINE, WORDS),
    ("press", "button", "Save"),
    ("hear", "Saved"),
]
READ = [
    ("press", "button", "Journal"),
    ("find", "words", "Journal"),
    ("find_part", "row", WORDS),
]
LEAVE = [
    ("press", "button", "Lock"),
    ("find", "secret field", "Passphrase"),
    ("miss", WORDS),
]
STORY = [*UNLOCK, *LOG, *READ, *LEAVE]

PROGRAM = ["-m", "caregiver_journal"]
NAMELESS = """
import sys
from caregiver_journal.cli import main
from caregiver_journal.ui.pages.today import quick_mood

make = quick_mood.push_button

def make_nameless(text, role="", *, name=""):
    button = make(text, role, name=name)
    if text == "Save":
        button.setText("")
        button.setAccessibleName("")
    return button

quick_mood.push_button = make_nameless
sys.exit(main())
"""


@pytest.fixture
def display() -> Iterator[str]:
    """A screen of its own, where all that is needed to listen is here."""
    if lacking := find_lacking():
        pytest.skip(f"Nobody listened to the program through AT-SPI: {', '.join(lacking)} lacking.")
    with screen() as name:
        yield name


def live(
    program: list[str], story: list[tuple[str, ...]], place: Place, home: Path, display: str
) -> subprocess.CompletedProcess[str]:
    """Let somebody who listens live through a story with the program."""
    start = [sys.executable, *program, "--journal", str(place.folder)]
    return run_in_session([SYSTEM_PYTHON, str(LISTENER), *start], home, display, json.dumps(story))


def done(lived: subprocess.CompletedProcess[str]) -> list[str]:
    """Return the steps that were done; the bus says a line of its own among them."""
    return [line for line in lived.stdout.splitlines() if not line.startswith("SpiRegistry")]


def test_a_day_with_a_screen_reader(place: Place, home: Path, display: str) -> None:
    lived = live(PROGRAM, STORY, place, home, display)
    assert done(lived) == [" ".join(step[:3]) for step in STORY], lived.stderr
    assert lived.returncode == 0, lived.stderr
    (entry,), _after = place.open().entries.page(None, 5)
    assert entry.note == WORDS


def test_what_lacks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.setattr(displays, "SYSTEM_PYTHON", "/no/such/python")
    lacking = find_lacking()
    if sys.platform.startswith("linux"):
        assert {"Xvfb", "dbus-run-session"} <= set(lacking)
        assert any("pyatspi" in what for what in lacking)
    else:
        assert lacking == ["Linux"]


def test_a_button_without_a_name_is_not_found(place: Place, home: Path, display: str) -> None:
    story = [*UNLOCK, *LOG[:-2], ("have_patience", "2"), *LOG[-2:]]
    lived = live(["-c", NAMELESS], story, place, home, display)
    assert lived.returncode == 1
    assert "no button called “Save”" in lived.stderr
    assert "radio button “4, Good”" in lived.stderr, "it says what there is instead"
    assert done(lived)[-1] == "have_patience 2"
