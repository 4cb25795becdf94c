"""What every story has: a person at a computer, and one whose journal is open."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.driver import Driver

from caregiver_journal.app import dress, make_application


@pytest.fixture
def person(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> Driver:
    """Somebody who starts the program for the first time."""
    dress(make_application(always_own_font=True), "light", 100)
    return Driver(qtbot, tmp_path / "journal", clock)


@pytest.fixture
def writer(person: Driver) -> Driver:
    """Somebody whose journal is open on Today."""
    person.begin()
    return person
