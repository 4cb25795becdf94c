"""A backup that is restored or looked at: each state is legible, named and usable by keyboard."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support import looking, walking
from support.every_page import LAID_OUT, Open

from caregiver_journal.app import dress
from caregiver_journal.ui import tour
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.tour import Sight
from caregiver_journal.ui.tour_refused import show_refused_backups
from caregiver_journal.ui.tour_restore import make_backup, show_restore, show_viewing
from caregiver_journal.ui.viewing_window import ViewingWindow
from caregiver_journal.ui.window_state import WindowState

CHECKS = (*LAID_OUT, looking.find_faint, walking.find_ringless, looking.find_strays)
SIGHTS = (
    Sight("light", 100, (1200, 800)),
    Sight("dark", 150, (1000, 640)),
    Sight("high_contrast", 100, (680, 760), "narrow"),
)


def rest(window: MainWindow) -> None:
    window.work.finish()
    looking.settle()


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_each_state_in_front_of_a_journal(open_window: Open, sight: Sight, tmp_path: Path) -> None:
    window = open_window(sight)
    backup = make_backup(window.doorway.place, days=3)
    faults = [
        f"{state}: {fault}" for state in all_in_front(window, backup) for fault in judge(window)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.name)
def test_each_state_of_looking_around(
    app: QApplication, qtbot: QtBot, sight: Sight, tmp_path: Path
) -> None:
    dress(app, sight.look, sight.text_size)
    place = Place(tmp_path / "journal", clock=tour._friday_evening, cost=tour._CHEAP)
    backup = make_backup(place, days=3)
    window = ViewingWindow(
        Surroundings(
            place=place._replace(folder=backup),
            state=WindowState(),
            dress=lambda _look, _size: None,
            relaunch=lambda _folder: None,
            one_window=OneWindow(backup),
        )
    )
    qtbot.addWidget(window)
    window.resize(*sight.size)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    faults = [
        f"{state}: {fault}"
        for state in show_viewing(window, partial(rest, window))
        for fault in judge(window)
    ]
    assert not faults, "\n".join(faults)


def all_in_front(window: MainWindow, backup: Path) -> Iterator[str]:
    """Yield each state of a backup that is refused, and of one that is restored."""
    waits = partial(rest, window)
    yield from show_refused_backups(window.doorway, backup, waits)
    yield from show_restore(window, backup, waits)


def judge(window: MainWindow) -> Iterator[str]:
    looking.settle()
    for check in CHECKS:
        yield from check(window)
