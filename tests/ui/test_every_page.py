"""Every page and state, in each look and text size: legible, named, and usable by keyboard."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from support import looking
from support.states import show_others

from caregiver_journal.app import dress, make_application
from caregiver_journal.base.look import read_look
from caregiver_journal.ui import theme, tour
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.tour import Sight
from caregiver_journal.ui.widgets.text import line_field, plain_label, push_button
from caregiver_journal.ui.window_state import WindowState

CHECKS = (
    looking.find_clipped,
    looking.find_sideways,
    looking.find_small,
    looking.find_overlapping,
    looking.find_unnamed,
    looking.find_unreached,
    looking.find_disorder,
    looking.find_faint,
    looking.find_ringless,
)
SIGHTS = (*tour.SIGHTS, Sight("light", 200, (1000, 640)))
Open = Callable[[Sight], MainWindow]


@pytest.fixture
def app() -> Iterator[QApplication]:
    """The application in its own font, which stands still."""
    app = make_application(always_own_font=True)
    theme.set_still(app, still=True)
    yield app
    app.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@pytest.fixture
def open_window(qtbot: QtBot, app: QApplication, tmp_path: Path) -> Open:
    """Open the program on a new folder, dressed for a sight."""

    def open_it(sight: Sight) -> MainWindow:
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
        qtbot.addWidget(window)
        window.resize(*sight.size)
        window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return open_it


def judge(app: QApplication, window: MainWindow) -> list[str]:
    """Walk through every state; return all faults."""
    faults = []
    for walk in (tour._show_each(window), show_others(window)):
        for state in walk:
            for check in CHECKS:
                looking.settle()
                faults += [f"{state}: {fault}" for fault in check(window)]
    return faults


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_every_page_and_state(app: QApplication, open_window: Open, sight: Sight) -> None:
    faults = judge(app, open_window(sight))
    assert not faults, "\n".join(faults)


def test_every_page_and_state_from_right_to_left(app: QApplication, open_window: Open) -> None:
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    faults = judge(app, open_window(Sight("dark", 100, (1200, 800))))
    assert not faults, "\n".join(faults)
