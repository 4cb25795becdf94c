"""The safety net below every test; each part has its module in ``support``."""

import gc
import itertools
import logging
import os
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import settings
from support.clock import FixedClock
from support.coverage import is_unwatched, unwatched
from support.dialogs import Dialogs, watched_dialogs
from support.leaks import no_leaks, spare_what_stays
from support.log_records import LogWatch, watched_log
from support.sockets import refused_sockets
from support.surroundings import fix_environment, own_folders, same_process

_QT_FIXTURES = {"qapp", "qtbot", "qtmodeltester"}
_MOST_GARBAGE = 100_000
"""So many objects may be made in a test before they are looked through once it is done."""

FEWER = 40
"""Of examples that hypothesis makes up CI tries so many; on a developer's machine it is 100."""

_FAILED = pytest.StashKey[bool]()
_numbers = itertools.count()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--onscreen", action="store_true", help="show the windows of the tests")
    parser.addoption(
        "--unwatched",
        type=_rooms,
        default=(),
        metavar="ROOMS",
        help="collect no coverage from the tests of these rooms, such as ui,stories",
    )


def _rooms(names: str) -> tuple[str, ...]:
    return tuple(names.split(","))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Fix the environment before pytest-qt imports Qt."""
    fix_environment(onscreen=config.getoption("--onscreen"))
    if os.environ.get("CI", "").lower() == "true":
        settings.register_profile("fewer", settings.get_profile("ci"), max_examples=FEWER)
        settings.load_profile("fewer")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with what takes long, whatever the order of the others.

    Where only some rooms are watched these come first: what was kept by a test that is not watched
    would not be reached any more in one that is.
    """
    items.sort(key=lambda item: (is_unwatched(item), item.get_closest_marker("long") is None))


def pytest_collection_finish() -> None:
    """Spare the search for leaks what was there before the first test."""
    gc.collect()
    gc.freeze()
    gc.disable()  # as in the program: collected on another thread, a widget kills the process


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    with unwatched(item):
        result = yield
    spare_what_stays()
    return result


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Iterator[None]:
    if call.excinfo is not None:
        item.stash[_FAILED] = True
    return (yield)


@dataclass(frozen=True, slots=True)
class SafetyNet:
    """What a test can tell the net it expects."""

    home: Path
    dialogs: Dialogs
    log: LogWatch


@pytest.fixture(autouse=True)
def safety_net(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[SafetyNet]:
    """Give each test surroundings of its own and judge what it did and left behind."""
    home = tmp_path_factory.getbasetemp() / f"home{next(_numbers)}"
    uses_qt = not _QT_FIXTURES.isdisjoint(request.fixturenames)
    try:
        with ExitStack() as net:
            net.enter_context(same_process())
            net.enter_context(own_folders(home))
            net.enter_context(refused_sockets())
            log = net.enter_context(watched_log())
            net.enter_context(no_leaks(uses_qt=uses_qt))
            dialogs = net.enter_context(watched_dialogs())
            yield SafetyNet(home, dialogs, log)
            if gc.get_count()[0] > _MOST_GARBAGE:
                gc.collect()
    except pytest.fail.Exception:
        if not request.node.stash.get(_FAILED, False):  # a failed test has said enough
            raise


@pytest.fixture
def home(safety_net: SafetyNet) -> Path:
    """The home folder of this test; all folders a program may write to lie in it."""
    return safety_net.home


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at Friday, 20 November 2026, 17:52 in London."""
    return FixedClock()


@pytest.fixture
def dialogs(safety_net: SafetyNet) -> Dialogs:
    """The dialogs this test expects: ``dialogs.expect(…)`` and ``dialogs.answer(…)``."""
    return safety_net.dialogs


@pytest.fixture
def expected_warnings(safety_net: SafetyNet) -> list[logging.LogRecord]:
    """The warnings in the log that this test expects and looks at; at least one has to come."""
    safety_net.log.is_expecting = True
    return safety_net.log.records
