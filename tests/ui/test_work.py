"""Slow work is done on the worker, one piece at a time, and answered on the GUI thread."""

import threading
from collections.abc import Callable, Iterator

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from caregiver_journal.ui.work import Work

WAIT_MS = 5_000


class Desk:
    """Somebody who asks for work and keeps the answers."""

    def __init__(self, qtbot: QtBot) -> None:
        self.qtbot = qtbot
        self.home = QObject()
        self.work = Work(self.home)
        self.owner = QObject(self.home)
        self.done: list[object] = []
        self.failed: list[Exception] = []
        self.threads: list[threading.Thread] = []

    def start(self, work: Callable[[], object]) -> Callable[[], None]:
        return self.work.start(self.owner, work, self._take, self.failed.append).cancel

    def _take(self, result: object) -> None:
        self.threads.append(threading.current_thread())
        self.done.append(result)

    def wait(self, count: int = 1) -> None:
        self.qtbot.waitUntil(lambda: len(self.done) + len(self.failed) == count, timeout=WAIT_MS)

    def let_all_answers_come(self) -> None:
        """Let a last piece of work answer: by then every earlier answer has come or never will."""
        last: list[object] = []
        self.work.start(self.home, lambda: None, last.append, self.failed.append)
        self.qtbot.waitUntil(lambda: bool(last), timeout=WAIT_MS)


@pytest.fixture
def desk(qtbot: QtBot) -> Iterator[Desk]:
    desk = Desk(qtbot)
    yield desk
    desk.work.finish()
    shiboken6.delete(desk.home)


def test_the_answer_comes_on_the_thread_that_asked(desk: Desk) -> None:
    desk.start(threading.current_thread)
    desk.wait()
    assert desk.done != [threading.current_thread()]
    assert desk.threads == [threading.current_thread()]


def test_nothing_waits_for_what_is_done_apart(desk: Desk) -> None:
    gate = threading.Event()
    desk.work.start(desk.owner, gate.wait, desk.done.append, desk.failed.append, is_apart=True)
    desk.start(lambda: "meanwhile")
    desk.wait()
    assert desk.done == ["meanwhile"]
    gate.set()
    desk.wait(2)
    assert desk.done == ["meanwhile", True]


def test_what_went_wrong_is_carried_over(desk: Desk) -> None:
    error = ValueError("no")

    def fail() -> None:
        raise error

    desk.start(fail)
    desk.wait()
    assert desk.failed == [error]


def test_pieces_are_done_one_at_a_time_and_in_order(desk: Desk) -> None:
    at_work: list[int] = []
    most: list[int] = []

    def piece(number: int) -> Callable[[], int]:
        def do() -> int:
            at_work.append(number)
            most.append(len(at_work))
            at_work.remove(number)
            return number

        return do

    for number in range(20):
        desk.start(piece(number))
    desk.wait(20)
    assert desk.done == list(range(20))
    assert max(most) == 1


def test_cancelled_work_is_not_answered(desk: Desk) -> None:
    gate = threading.Event()
    cancel = desk.start(lambda: gate.wait(5))
    cancel()
    gate.set()
    desk.let_all_answers_come()
    assert not desk.done


def test_work_of_somebody_who_has_gone_is_not_answered(desk: Desk) -> None:
    gate = threading.Event()
    desk.start(lambda: gate.wait(5))
    shiboken6.delete(desk.owner)
    gate.set()
    desk.let_all_answers_come()
    assert not desk.done


def test_finish_waits_for_the_work_under_way(desk: Desk) -> None:
    gate, ended = threading.Event(), []

    def work() -> None:
        gate.wait(5)
        ended.append(True)

    desk.start(work)
    gate.set()
    desk.work.finish()
    assert ended
