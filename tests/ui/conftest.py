"""What tests of the window need: a dressed application, an open journal, a person at it."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from support.clock import FixedClock
from support.driver import Driver, begun
from support.every_page import open_window
from support.hearing import somebody_listens
from support.journals import journal, place, template, told
from support.keychains import no_keychain

from caregiver_journal.app import dress
from caregiver_journal.journal import doors
from caregiver_journal.ui import theme

__all__ = [
    "begun",
    "journal",
    "no_keychain",
    "open_window",
    "place",
    "somebody_listens",
    "template",
    "told",
]


@pytest.fixture
def app(qapp: QApplication, no_keychain: None) -> QApplication:
    """The application in the light look and its own font, standing still, without a keychain."""
    theme.install_fonts(qapp, always=True)
    theme.set_still(qapp, still=True)
    dress(qapp, "light", 100)
    return qapp


@pytest.fixture
def writer(
    app: QApplication,
    qtbot: QtBot,
    tmp_path: Path,
    clock: FixedClock,
    begun: tuple[Path, doors.Opened],
) -> Driver:
    """Somebody whose journal is open on Today."""
    person = Driver(qtbot, tmp_path / "journal", clock)
    person.come_in(*begun)
    return person
