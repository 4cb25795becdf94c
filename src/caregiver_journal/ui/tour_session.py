"""Walk through what an invented person brings to their sessions, as the rest of the tour does."""

from collections.abc import Iterator

from PySide6.QtWidgets import QAbstractButton

from caregiver_journal.journal.journal import Journal
from caregiver_journal.journal.session_overview import read_session_overview
from caregiver_journal.ui.overlay import Overlay
from caregiver_journal.ui.page import Destination
from caregiver_journal.ui.shell import Shell

_FOLDS = ("points", "homework", "goals", "sessions")


def show_no_session(shell: Shell) -> Iterator[str]:
    """Look at the page while nothing is on it, and at the sheets that begin something."""
    shell.go_to(Destination("session"))
    yield "session-empty"
    for part in ("goals", "homework", "sessions"):
        _press(shell, f"session.{part}.add")
        yield f"session-{part}-add"
        _put_sheets_away(shell)


def show_session(shell: Shell, journal: Journal) -> Iterator[str]:
    """Look at what waits, at what was, and write down what came of the last session."""
    found = read_session_overview(journal)
    shell.go_to(Destination("session"))
    yield "session"
    for part in _FOLDS:
        _press(shell, f"session.{part}.earlier")
    yield "session-earlier"
    for part in _FOLDS:
        _press(shell, f"session.{part}.earlier")
    _press(shell, f"session.sessions.{found.sessions[1].id}.open")
    yield "session-after"
    _put_sheets_away(shell)
    shell.go_to(Destination("session", part=f"homework:{found.homework[0].id}"))
    yield "session-how"
    _put_sheets_away(shell)


def _press(shell: Shell, name: str) -> None:
    for button in shell.findChildren(QAbstractButton, name):
        if button.isVisibleTo(shell):
            button.click()
            return
    raise LookupError(name)


def _put_sheets_away(shell: Shell) -> None:
    for sheet in shell.findChildren(Overlay):
        sheet.go()
