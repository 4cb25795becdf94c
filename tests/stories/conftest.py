"""What every story has: a person at a computer, and one whose journal is open."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.driver import Driver, begun
from support.keychains import memory_keychain, no_keychain

from caregiver_journal.app import dress
from caregiver_journal.journal import doors
from caregiver_journal.ui.theme import install_fonts

__all__ = ["begun", "memory_keychain", "no_keychain", "person", "writer"]


@pytest.fixture
def person(qapp: QApplication, qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Driver:
    """Somebody who starts the program for the first time."""
    install_fonts(qapp, always=True)
    dress(qapp, "light", 100)
    return Driver(qtbot, tmp_path / "journal", clock)


@pytest.fixture
def writer(person: Driver, begun: tuple[Path, doors.Opened]) -> Driver:
    """Somebody whose journal is open on Today."""
    person.come_in(*begun)
    return person
