"""Slow work is done with one thing after the other, and stops between two."""

import threading
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from caregiver_journal.base.errors import StorageError
from caregiver_journal.ui.one_by_one import Done, OneByOne
from caregiver_journal.ui.work import Work
from caregiver_journal.vault.backup import Step

if TYPE_CHECKING:
    from collections.abc import Sequence

    from caregiver_journal.domain.progress import Progress


@pytest.fixture
def owner(qtbot: QtBot) -> QWidget:
    owner = QWidget()
    qtbot.addWidget(owner)
    return owner


@pytest.fixture
def chain(owner: QWidget) -> OneByOne:
    return OneByOne(Work(owner), owner)


def test_each_thing_has_its_turn_and_a_failure_stops_none(chain: OneByOne, qtbot: QtBot) -> None:
    told: list[Progress] = []
    chain.progressed.connect(told.append)

    def halve(number: int) -> int:
        if number % 2:
            raise StorageError
        return number // 2

    with qtbot.waitSignal(chain.finished) as ended:
        chain.start([4, 5, 6], halve)
    assert ended.args is not None
    done: Sequence[Done] = ended.args[0]
    assert [(each.thing, each.result) for each in done] == [(4, 2), (5, None), (6, 3)]
    assert isinstance(done[1].error, StorageError)
    assert [done[0].error, done[2].error] == [None, None]
    assert [each.done for each in told] == [0, 1, 2, 3]
    assert {each.total for each in told} == {3}


def test_with_nothing_to_do_it_is_done(chain: OneByOne, qtbot: QtBot) -> None:
    with qtbot.waitSignal(chain.finished) as ended:
        chain.start([], str)
    assert ended.args == [()]


def test_it_stops_between_two(chain: OneByOne, qtbot: QtBot) -> None:
    may_go_on = threading.Event()
    seen: list[int] = []

    def work(number: int) -> None:
        if number == 2:
            may_go_on.wait(10)
        seen.append(number)

    ended: list[object] = []
    chain.finished.connect(ended.append)
    chain.start([1, 2, 3], work)
    qtbot.waitUntil(lambda: seen == [1])
    done = chain.stop()
    assert [each.thing for each in done] == [1]
    may_go_on.set()
    _finish(chain)
    assert 3 not in seen
    assert ended == []


def _finish(chain: OneByOne) -> None:
    chain._work.finish()


def test_work_in_steps_tells_and_stops_in_its_midst(chain: OneByOne, qtbot: QtBot) -> None:
    may_go_on = threading.Event()
    shares: list[float] = []
    chain.stepped.connect(shares.append)

    def work(number: int, step: Step) -> int:
        step(0.5)
        if number == 2:
            may_go_on.wait(10)
        step(1.0)
        return number

    ended: list[Sequence[Done]] = []
    chain.finished.connect(ended.append)
    chain.start([1, 2, 3, 4], work, in_steps=True)
    qtbot.waitUntil(lambda: len(shares) == 3)
    assert shares == [0.125, 0.25, 0.375]
    chain.halt()
    assert ended == []
    may_go_on.set()
    qtbot.waitUntil(lambda: bool(ended))
    assert [each.result for each in ended[0]] == [1]
    chain.halt()
