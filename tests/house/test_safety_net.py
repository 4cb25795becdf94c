"""Each part of the safety net catches a fault planted for it."""

import gc
import logging
import os
import re
import socket
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path

import platformdirs
import pytest
from PySide6.QtCore import QObject, QThreadPool, QTimer
from PySide6.QtGui import Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QMessageBox, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from support import leaks
from support.clock import START, FixedClock
from support.dialogs import Dialogs, UnexpectedDialogError, watched_dialogs
from support.leaks import no_leaks
from support.log_records import watched_log
from support.sockets import refused_sockets
from support.surroundings import own_folders, same_process

from caregiver_journal.base.marks import override

TESTS = Path(__file__).parent.parent
Failed = pytest.fail.Exception


# --- folders and process


def test_home_and_every_folder_of_a_program_are_temporary(
    home: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    base = tmp_path_factory.getbasetemp()
    for folder in (
        Path.home(),
        Path(platformdirs.user_data_dir("x")),
        Path(platformdirs.user_config_dir("x")),
        Path(platformdirs.user_log_dir("x")),
        Path(tempfile.gettempdir()),
    ):
        assert folder.is_relative_to(base)
    assert home == Path.home()


def test_what_a_test_does_to_the_environment_is_undone(tmp_path: Path) -> None:
    before = dict(os.environ)
    with own_folders(tmp_path):
        os.environ["PLANTED"] = "1"
        os.environ.pop("PATH")
    assert dict(os.environ) == before


def test_hooks_log_collector_and_folder_are_put_back(tmp_path: Path) -> None:
    log = logging.getLogger("caregiver_journal")
    before = (sys.excepthook, log.propagate, list(log.handlers), gc.isenabled(), Path.cwd())
    with same_process():
        sys.excepthook = lambda *_arguments: None
        log.propagate = False
        log.addHandler(logging.FileHandler(tmp_path / "planted.log"))
        gc.disable()
        os.chdir(tmp_path)
    assert before == (sys.excepthook, log.propagate, log.handlers, gc.isenabled(), Path.cwd())


def test_what_is_frozen_stays_frozen() -> None:
    frozen = gc.get_freeze_count()
    gc.unfreeze()
    assert gc.get_freeze_count() > frozen / 2 > 0


def test_the_zone_the_scale_and_the_platform_are_fixed() -> None:
    assert os.environ["TZ"] == "Europe/London"
    assert os.environ["QT_SCALE_FACTOR"] == "1"
    assert os.environ["QT_QPA_PLATFORM"] == "offscreen"


# --- clock


def test_the_clock_stands_until_it_is_moved(clock: FixedClock) -> None:
    assert clock() == START == clock()
    clock.advance(minutes=8)
    assert f"{clock():%A %d %B %H:%M %Z}" == "Friday 20 November 18:00 GMT"


def test_the_clock_jumps_where_summer_time_begins() -> None:
    clock = FixedClock(START.replace(month=3, day=29, hour=0, minute=59))
    clock.advance(minutes=2)
    assert f"{clock():%H:%M %Z}" == "02:01 BST"


# --- sockets


@pytest.mark.parametrize("family", [socket.AF_INET, socket.AF_INET6])
def test_a_socket_of_the_internet_fails_even_if_the_refusal_is_swallowed(
    family: socket.AddressFamily,
) -> None:
    with pytest.raises(Failed, match=r"socket\.__new__"), refused_sockets():  # noqa: SIM117
        with pytest.raises(ConnectionRefusedError):
            socket.socket(family, socket.SOCK_STREAM)


def test_looking_up_a_name_fails() -> None:
    with pytest.raises(Failed, match="getaddrinfo"), refused_sockets():  # noqa: SIM117
        with pytest.raises(OSError, match="network"):
            socket.getaddrinfo("example.invalid", 443)


@pytest.mark.skipif(not hasattr(socket, "AF_UNIX"), reason="no local sockets here")
def test_a_local_socket_is_allowed() -> None:
    with refused_sockets(), socket.socket(socket.AF_UNIX):
        pass


# --- log


@pytest.mark.parametrize("name", ["root", "caregiver_journal.vault", "someone.else"])
def test_a_warning_nobody_expects_fails(name: str) -> None:
    with pytest.raises(Failed, match="planted"), watched_log():
        logging.getLogger(name).warning("planted")


def test_a_warning_of_a_log_that_keeps_to_itself_fails() -> None:
    log = logging.getLogger("caregiver_journal")
    with same_process():
        log.propagate = False
        with pytest.raises(Failed, match="planted"), watched_log():
            log.error("planted")


def test_an_expected_warning_that_does_not_come_fails() -> None:
    with pytest.raises(Failed, match="none came"), watched_log() as watch:
        watch.is_expecting = True


def test_an_expected_warning_can_be_looked_at(expected_warnings: list[logging.LogRecord]) -> None:
    logging.getLogger("caregiver_journal").warning("planted")
    assert [record.getMessage() for record in expected_warnings] == ["planted"]


def test_lesser_records_are_nobodys_business() -> None:
    logging.getLogger("caregiver_journal").info("planted")


# --- dialogs


@pytest.mark.parametrize(
    "open_it",
    [
        lambda: QMessageBox.question(None, "t", "t"),
        lambda: QFileDialog.getSaveFileName(None, caption="t"),
        lambda: QMessageBox().exec(),
        lambda: QMessageBox().open(),
        lambda: QDialog().open(),
        lambda: QDialog().exec(),
        lambda: QFileDialog().open(),
    ],
)
def test_a_dialog_nobody_expects_fails_even_if_the_error_is_swallowed(
    qapp: QApplication, open_it: Callable[[], object]
) -> None:
    with pytest.raises(Failed, match="nobody expected"), watched_dialogs():  # noqa: SIM117
        with pytest.raises(UnexpectedDialogError):
            open_it()


def test_an_expected_dialog_that_never_comes_fails(qapp: QApplication) -> None:
    with pytest.raises(Failed, match="never came: QMessageBox"), watched_dialogs() as dialogs:
        dialogs.expect("QMessageBox")


def test_an_expected_dialog_opens_also_from_a_button(qtbot: QtBot, dialogs: Dialogs) -> None:
    dialog, button = QDialog(), QPushButton()
    qtbot.addWidget(dialog)
    qtbot.addWidget(button)
    button.clicked.connect(dialog.open)
    dialogs.expect("QDialog")
    button.click()
    assert dialog.isVisible()


def test_an_expected_question_is_answered(qapp: QApplication, dialogs: Dialogs) -> None:
    dialogs.answer("QFileDialog.getSaveFileName", ("here", ""))
    assert QFileDialog.getSaveFileName(None, "Where to?") == ("here", "")
    assert dialogs.calls == [("QFileDialog.getSaveFileName", (None, "Where to?"))]


# --- leaks


def test_an_open_window_is_a_leak_and_is_closed(qapp: QApplication) -> None:
    window = QWidget()
    with pytest.raises(Failed, match="open window"), no_leaks(uses_qt=True):
        window.show()
    assert not any(widget.isVisible() for widget in QApplication.topLevelWidgets())


def test_a_running_timer_is_a_leak_and_is_stopped(qapp: QApplication) -> None:
    keeper = QObject()
    timer = QTimer(keeper)
    with pytest.raises(Failed, match=r"timer of 5000 ms \(parent: QObject"), no_leaks(uses_qt=True):
        timer.start(5_000)
    assert not timer.isActive()


def test_a_timer_that_looks_are_spared_is_a_leak_all_the_same(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    timer = QTimer(qapp)
    monkeypatch.setattr(leaks, "_spared", [])
    monkeypatch.setattr(leaks, "_loose", leaks.MOST_LOOSE - 1)
    leaks.spare_what_stays()
    assert not leaks._spared
    monkeypatch.setattr(leaks, "_loose", leaks.MOST_LOOSE)
    leaks.spare_what_stays()
    assert timer in {known() for known in leaks._spared}
    monkeypatch.setattr(gc, "get_objects", list)  # as if frozen, which no test may do
    with pytest.raises(Failed, match="timer of 5000 ms"), no_leaks(uses_qt=True):
        timer.start(5_000)
    timer.deleteLater()


def test_a_timer_that_goes_with_its_owner_is_no_leak(qapp: QApplication) -> None:
    with no_leaks(uses_qt=True):
        owner = QObject()
        QTimer(owner).start(5_000)
        owner.deleteLater()


class PoolThatLetsGo(QThreadPool):
    """Keeps its work going until somebody waits for its end."""

    def __init__(self) -> None:
        super().__init__()
        self._let_go = threading.Event()

    def begin(self) -> None:
        self.start(lambda: self._let_go.wait(10))

    @override
    def waitForDone(self, msecs: int = -1) -> bool:  # type: ignore[override]
        self._let_go.set()
        return super().waitForDone(msecs)


def test_work_in_a_pool_is_a_leak(qapp: QApplication) -> None:
    pool = PoolThatLetsGo()
    with pytest.raises(Failed, match="work in a thread pool"), no_leaks(uses_qt=True):
        pool.begin()
    assert pool.activeThreadCount() == 0


def test_a_thread_is_a_leak() -> None:
    let_go = threading.Event()
    thread = threading.Thread(target=let_go.wait, name="planted")
    with pytest.raises(Failed, match="the thread planted"), no_leaks(uses_qt=False):
        thread.start()
    let_go.set()
    thread.join()


def test_a_waiting_cursor_is_a_leak(qapp: QApplication) -> None:
    with pytest.raises(Failed, match="cursor"), no_leaks(uses_qt=True):
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    assert QApplication.overrideCursor() is None


def test_a_style_sheet_is_taken_off_again(qapp: QApplication) -> None:
    before = qapp.styleSheet()
    with no_leaks(uses_qt=True):
        qapp.setStyleSheet("QWidget { margin: 1px }")
    assert qapp.styleSheet() == before


# --- the net as a whole: what pytest makes of planted tests below our own conftest

PLANTED = """
import logging, socket, warnings
import pytest
from PySide6.QtCore import QTimer, qWarning
from PySide6.QtWidgets import QMessageBox, QWidget

def test_caught_log():
    logging.getLogger("caregiver_journal.x").warning("planted")

def test_caught_socket():
    with pytest.raises(OSError):
        socket.socket()

def test_caught_warning():
    warnings.warn("planted")

def test_caught_message_of_qt(qapp):
    qWarning(b"planted")

def test_caught_question(qapp):
    try:
        QMessageBox.question(None, "t", "t")
    except AssertionError:
        pass

def test_caught_error_in_a_slot(qtbot):
    timer = QTimer()
    timer.timeout.connect(lambda: 1 / 0)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)
    timer.stop()

@pytest.fixture
def window(qapp):
    window = QWidget()
    window.show()
    return window

def test_caught_window(window):
    pass

def test_fine_after_the_window(qapp):
    assert not any(widget.isVisible() for widget in qapp.topLevelWidgets())

def test_fine_window(qtbot, window):
    qtbot.addWidget(window)

def test_failing_says_it_once(window):
    assert not window
"""


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """The verdicts of a run of the planted tests, as {"test_caught_log": {"PASSED", "ERROR"}}."""
    folder = tmp_path_factory.mktemp("planted")
    (folder / "test_planted.py").write_text(PLANTED)
    (folder / "conftest.py").write_text((TESTS / "conftest.py").read_text())
    settings = ["-c", str(TESTS.parent / "pyproject.toml"), f"--rootdir={folder}"]
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *settings, "-p", "no:randomly", "-rA", "-q", str(folder)],
        env=os.environ | {"PYTHONPATH": f"{TESTS.parent / 'src'}{os.pathsep}{TESTS}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1, done.stdout + done.stderr
    found: dict[str, set[str]] = {}
    for verdict, name in re.findall(r"^(PASSED|FAILED|ERROR) .*::(\w+)", done.stdout, re.MULTILINE):
        found.setdefault(name, set()).add(verdict)
    return found


@pytest.mark.parametrize(
    "name",
    ["log", "socket", "warning", "message_of_qt", "question", "error_in_a_slot", "window"],
)
def test_a_planted_fault_does_not_pass(verdicts: dict[str, set[str]], name: str) -> None:
    assert verdicts[f"test_caught_{name}"] & {"FAILED", "ERROR"}


@pytest.mark.parametrize("name", ["fine_after_the_window", "fine_window"])
def test_a_clean_test_passes(verdicts: dict[str, set[str]], name: str) -> None:
    assert verdicts[f"test_{name}"] == {"PASSED"}


def test_a_test_that_failed_is_not_reported_twice(verdicts: dict[str, set[str]]) -> None:
    assert verdicts["test_failing_says_it_once"] == {"FAILED"}
