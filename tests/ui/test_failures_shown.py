"""The tour shows each sentence of the failure table."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot
from support.failures import ROWS
from support.looking import settle

from caregiver_journal.ui import tour
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.tour_failures import show_failures


def said_in(ground: QWidget) -> str:
    """Return all that can be read in labels."""
    labels = ground.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def test_each_sentence_has_its_picture(app: QApplication, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "Dropbox" / "journal"
    place = Place(folder, clock=tour._friday_evening, cost=tour._CHEAP)
    window = tour._make_window(place, tour.SIGHTS[0], MainWindow)
    qtbot.addWidget(window)
    seen = {}
    for state in show_failures(window, partial(tour._finish_work, app, window)):
        settle()
        seen[state] = said_in(window)
    expected = {row.state: row.says for row in ROWS}
    assert set(seen) == set(expected)
    for state, says in expected.items():
        assert says in seen[state], state
