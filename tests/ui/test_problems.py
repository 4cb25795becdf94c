"""Bugs take one road to the window: each kind once, from any thread, without a value."""

import threading

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support.looking import keyboard

from caregiver_journal import __version__
from caregiver_journal.ui.problem_sheet import ProblemSheet
from caregiver_journal.ui.problems import Problems
from caregiver_journal.ui.widgets.note_field import NoteField

BUG = "ValueError\n  page.py:12 refresh"


@pytest.fixture
def ground(app: QApplication, qtbot: QtBot) -> QWidget:
    """A window with something to cover."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(800, 600)
    QPushButton("Below", window).setObjectName("below")
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window


def test_each_kind_of_bug_is_told_once(qapp: QApplication) -> None:
    problems = Problems(qapp)
    found: list[str] = []
    problems.found.connect(found.append)
    for description in ("one", "two", "one"):
        problems.tell(description)
    assert found == ["one", "two"]
    problems.deleteLater()


def test_a_bug_on_another_thread_is_told_on_this_one(qtbot: QtBot, qapp: QApplication) -> None:
    problems = Problems(qapp)

    class Listener(QObject):
        heard_on: threading.Thread | None = None

        def hear(self, _description: str) -> None:
            self.heard_on = threading.current_thread()

    listener = Listener()
    problems.found.connect(listener.hear)
    with qtbot.waitSignal(problems.found, timeout=5_000):
        other = threading.Thread(target=problems.tell, args=("elsewhere",))
        other.start()
        other.join()
    qtbot.waitUntil(lambda: listener.heard_on is threading.main_thread())
    problems.deleteLater()


def test_the_sheet_shows_the_report_and_lets_it_be_copied(ground: QWidget) -> None:
    sheet = ProblemSheet(BUG, ground)
    report = sheet.findChild(NoteField, "problem.report")
    copy = sheet.findChild(QPushButton, "problem.copy")
    assert report is not None
    assert copy is not None
    assert report.toPlainText() == f"Caregiver Journal {__version__}\n{BUG}"
    assert report.isReadOnly()
    copy.click()
    assert QApplication.clipboard().text() == report.toPlainText()
    QApplication.clipboard().clear()


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_goes_and_gives_the_keyboard_back(qtbot: QtBot, ground: QWidget, way: str) -> None:
    below = ground.findChild(QPushButton, "below")
    assert below is not None
    below.setFocus()
    sheet = ProblemSheet(BUG, ground)
    focus = keyboard()
    assert focus.objectName() == "problem.close"
    with qtbot.waitSignal(sheet.gone):
        QTest.keyClick(focus, Qt.Key.Key_Space if way == "button" else Qt.Key.Key_Escape)
    assert not sheet.isVisible()
    assert below.hasFocus()
