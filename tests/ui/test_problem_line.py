"""A line beside a field says what went wrong, and takes no room otherwise."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from support.clock import START
from support.looking import find_clipped, settle

from caregiver_journal.base.errors import DiskFullError, StorageError
from caregiver_journal.ui.lock.damaged import DamagedPage
from caregiver_journal.ui.problem_line import ProblemLine
from caregiver_journal.ui.widgets.text import plain_label


@pytest.fixture
def line(app: QApplication, qtbot: QtBot) -> Iterator[ProblemLine]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    line = ProblemLine("some.problem")
    column.addWidget(plain_label("Above"))
    column.addWidget(line)
    column.addStretch(1)
    window.resize(200, 400)
    window.show()
    yield line
    window.close()


def test_nothing_wrong_takes_no_room(line: ProblemLine) -> None:
    assert not line.isVisible()
    line.say("Something")
    line.be_quiet()
    assert not line.isVisible()
    assert line.text() == ""


def test_what_went_wrong_and_what_helps_are_said_in_full(line: ProblemLine) -> None:
    error = DiskFullError()
    line.tell(error)
    settle()
    assert line.text() == f"{error.sentence} {error.next_step}"
    assert line.height() >= line.heightForWidth(line.width())
    line.say("Short")
    line.say("A much longer sentence, which takes several lines where this one stands.")
    settle()
    assert line.height() >= line.heightForWidth(line.width())


def test_it_is_read_out(line: ProblemLine, monkeypatch: pytest.MonkeyPatch) -> None:
    heard: list[tuple[str, bool]] = []

    def hear(_widget: QWidget, text: str, *, urgent: bool = False) -> None:
        heard.append((text, urgent))

    monkeypatch.setattr("caregiver_journal.ui.problem_line.announce", hear)
    line.say("Something")
    line.be_quiet()
    assert heard == [("Something", True)], "it interrupts: something waits for an answer"


def test_it_has_its_room_on_a_page_of_its_own(app: QApplication, qtbot: QtBot) -> None:
    page = DamagedPage(START.date())
    ground = QStackedWidget()
    qtbot.addWidget(ground)
    ground.addWidget(page)
    ground.resize(1200, 800)
    ground.show()
    ground.activateWindow()
    qtbot.waitUntil(ground.isActiveWindow)
    page.rescue.setFocus()
    page.rescue.clearFocus()
    settle()
    page.problem.tell(StorageError())
    settle()
    assert list(find_clipped(ground)) == []
