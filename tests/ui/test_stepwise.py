"""Long work goes on in small steps, lets the window have its turn, and can be stopped."""

import time
from collections.abc import Generator, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import DiskFullError
from caregiver_journal.domain.progress import Progress
from caregiver_journal.ui.stepwise import Stepwise

WAIT_MS = 5_000


class Desk:
    """Somebody who has work done, and keeps what is told of it."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.home = QObject()
        self.stepwise = Stepwise(self.home)
        self.progress: list[Progress] = []
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.cancelled = 0
        self.closed: list[str] = []
        self.stepwise.progressed.connect(self.progress.append)
        self.stepwise.finished.connect(self.results.append)
        self.stepwise.failed.connect(self.errors.append)
        self.stepwise.cancelled.connect(self._count)

    def _count(self) -> None:
        self.cancelled += 1

    def work(
        self, steps: int, name: str = "work", error: Exception | None = None, pause: float = 0.0
    ) -> Generator[Progress, None, str]:
        """Return work of so many steps that each take so long, ending with an error if one is."""
        try:
            for done in range(steps):
                until = time.perf_counter() + pause
                while time.perf_counter() < until:
                    pass
                yield Progress(done + 1, steps)
            if error is not None:
                raise error
            return name
        finally:
            self.closed.append(name)

    def wait_for_first(self) -> None:
        self.qtbot.waitUntil(lambda: bool(self.progress), timeout=WAIT_MS)

    def wait_for_end(self) -> None:
        self.qtbot.waitUntil(lambda: not self.stepwise.is_running, timeout=WAIT_MS)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    if shiboken6.isValid(desk.home):
        shiboken6.delete(desk.home)


def test_work_goes_through_and_says_what_came_of_it(desk: Desk) -> None:
    desk.stepwise.start(desk.work(1_000))
    assert desk.stepwise.is_running
    desk.wait_for_end()
    assert desk.results == ["work"]
    assert (desk.errors, desk.cancelled) == ([], 0)
    assert desk.closed == ["work"]


def test_the_window_has_its_turn_while_it_goes_on(desk: Desk) -> None:
    turns: list[bool] = []
    timer = QTimer(desk.home)
    timer.timeout.connect(lambda: turns.append(desk.stepwise.is_running))
    timer.start(0)
    desk.stepwise.start(desk.work(40, pause=0.005))
    desk.wait_for_end()
    timer.stop()
    assert turns.count(True) >= 3
    assert [each.done for each in desk.progress] == sorted(each.done for each in desk.progress)
    assert 3 <= len(desk.progress) < 40
    assert desk.progress[0].share == desk.progress[0].done / 40


def test_what_went_wrong_is_handed_on(desk: Desk) -> None:
    error = ValueError("no")
    desk.stepwise.start(desk.work(2, error=error))
    desk.wait_for_end()
    assert (desk.errors, desk.results) == ([error], [])


def test_what_is_stopped_is_closed_and_says_no_more(desk: Desk) -> None:
    desk.stepwise.start(desk.work(10_000, pause=0.005))
    desk.wait_for_first()
    desk.stepwise.cancel()
    assert (desk.closed, desk.cancelled) == (["work"], 1)
    seen = len(desk.progress)
    desk.stepwise.start(desk.work(1, "next"))
    desk.wait_for_end()
    assert desk.results == ["next"]
    assert len(desk.progress) == seen  # it was through within its first turn


def test_to_stop_where_nothing_goes_on_says_nothing(desk: Desk) -> None:
    desk.stepwise.cancel()
    assert desk.cancelled == 0


def test_new_work_takes_the_place_of_what_was_under_way(desk: Desk) -> None:
    desk.stepwise.start(desk.work(10_000, "first", pause=0.005))
    desk.wait_for_first()
    desk.stepwise.start(desk.work(1, "second"))
    desk.wait_for_end()
    assert (desk.results, desk.cancelled, desk.closed) == (["second"], 1, ["first", "second"])


def test_work_is_closed_with_what_it_belongs_to(desk: Desk) -> None:
    desk.stepwise.start(desk.work(10_000, pause=0.005))
    desk.wait_for_first()
    shiboken6.delete(desk.home)
    assert desk.closed == ["work"]


def test_what_cannot_be_cleared_up_is_let_go(desk: Desk) -> None:
    def work() -> Generator[Progress, None, None]:
        try:
            while True:
                yield Progress(0, 0)
        finally:
            raise DiskFullError

    desk.stepwise.start(work())
    desk.wait_for_first()
    desk.stepwise.cancel()
    assert (desk.cancelled, desk.errors) == (1, [])
