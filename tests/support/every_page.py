"""Open the program on an invented journal and bring every page and state of it into view."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot
from support import looking, walking
from support.seen import nothing_changes
from support.states import show_others

from caregiver_journal.app import dress
from caregiver_journal.ui import tour
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.tour import Sight
from caregiver_journal.ui.window_state import WindowState

Open = Callable[[Sight], MainWindow]
Check = Callable[[QWidget], Iterator[str]]

LAID_OUT: tuple[Check, ...] = (
    looking.find_clipped,
    looking.find_sideways,
    looking.find_small,
    looking.find_overlapping,
    walking.find_unnamed,
    walking.find_unreached,
    walking.find_disorder,
)
"""What is asked of each page before anything of it is looked at by its colours."""


@pytest.fixture
def open_window(qtbot: QtBot, app: QApplication, tmp_path: Path) -> Iterator[Open]:
    """Open the program on a new folder, dressed for a sight, once the window before is closed."""
    windows: list[MainWindow] = []

    def close() -> None:
        while windows:
            window = windows.pop()
            window.close()
            window.deleteLater()
        looking.settle()

    def open_it(sight: Sight) -> MainWindow:
        close()
        dress(app, sight.look, sight.text_size)
        folder = tmp_path / sight.name / "journal"
        window = MainWindow(
            Surroundings(
                place=Place(folder, clock=tour._friday_evening, cost=tour._CHEAP),
                state=WindowState(),
                dress=lambda _look, _size: None,
                relaunch=lambda _folder: None,
                one_window=OneWindow(folder),
            )
        )
        windows.append(window)
        window.resize(*sight.size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    yield open_it
    close()
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


def show_every_state(window: MainWindow) -> Iterator[str]:
    """Bring each page and state into view and yield its name once it has come to rest."""
    for walk in (tour._show_each(window), show_others(window)):
        for state in walk:
            looking.settle()
            yield state


def judge(window: MainWindow, looks: Sequence[Check], others: Sequence[Check]) -> list[str]:
    """Walk through every state; return all faults.

    Args:
        window: the program on a new folder.
        looks: checks that only look, press Tab and move the keyboard; they share what they find
            out, so those that move the keyboard come last.
        others: checks that change something for a moment.
    """
    faults: list[str] = []
    for state in show_every_state(window):
        with nothing_changes():
            found = [fault for check in looks for fault in check(window)]
        found += [fault for check in others for fault in check(window)]
        faults += (f"{state}: {fault}" for fault in found)
    return faults
