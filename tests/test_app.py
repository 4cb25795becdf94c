"""The window's composition root: quiet, dressed, one window for each journal, a clean end."""

import logging
import os
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import (
    QMessageLogContext,
    QtMsgType,
    qCritical,
    qInstallMessageHandler,
    qWarning,
)
from PySide6.QtWidgets import QApplication
from support.vaults import run_python

from caregiver_journal import app as module
from caregiver_journal.app import dress, make_application, run
from caregiver_journal.base.look import read_look
from caregiver_journal.base.places import default_journal_folder
from caregiver_journal.journal.backing_up import list_backups
from caregiver_journal.journal.folder import HeldLock, JournalFolder
from caregiver_journal.ui import theme
from caregiver_journal.ui.main_window import MainWindow
from caregiver_journal.ui.window_state import WindowState, write_window_state

CANARY = "Wendelmuth"


@pytest.fixture
def handlers(qapp: QApplication) -> Iterator[None]:
    """Put back who listens to Qt's messages."""
    before = qInstallMessageHandler(None)
    qInstallMessageHandler(before)
    yield
    qInstallMessageHandler(before)


@pytest.fixture
def start(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Callable[[Path | None], tuple[int, list[MainWindow]]]:
    """Run the program until its window is there, then close it."""
    seen: list[MainWindow] = []

    def look_and_close() -> int:
        seen.extend(w for w in QApplication.topLevelWidgets() if isinstance(w, MainWindow))
        for window in seen:
            window.close()
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(look_and_close))
    monkeypatch.setattr(module, "_guard_memory", lambda: None)
    monkeypatch.setattr(module, "qInstallMessageHandler", lambda _handler: None)
    return lambda folder: (run(folder), seen)


def test_there_is_one_application_with_a_plain_name(qapp: QApplication, handlers: None) -> None:
    assert make_application() is qapp
    assert QApplication.applicationName() == "Caregiver Journal"
    assert QApplication.desktopFileName() == "caregiver-journal"


def test_the_bundled_font_can_be_asked_for(qapp: QApplication, handlers: None) -> None:
    app = make_application(always_own_font=True)
    dress(app, "light", 100)
    assert app.font().family() == theme.FONT


@pytest.mark.parametrize("name", ["light", "dark", "high_contrast"])
def test_it_wears_the_look_that_was_chosen(qapp: QApplication, name: str) -> None:
    dress(qapp, name, 100)
    assert theme.current_look(qapp) == read_look(name)


def test_the_desktop_chooses_the_look_if_it_may(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "system_look", lambda: "dark")
    dress(qapp, "system", 100)
    assert theme.current_look(qapp).name == "dark"


def test_text_grows_by_the_size_that_was_chosen(qapp: QApplication) -> None:
    dress(qapp, "light", 100)
    before = qapp.font().pointSizeF()
    dress(qapp, "light", 150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5)
    dress(qapp, "light", 150)
    assert qapp.font().pointSizeF() == pytest.approx(before * 1.5), "not a second time"


def test_of_qts_messages_only_kind_and_category_are_logged(
    qapp: QApplication,
    handlers: None,
    capfd: pytest.CaptureFixture[str],
    expected_warnings: list[logging.LogRecord],
) -> None:
    make_application()
    qWarning(f"cannot open {CANARY}")
    qCritical(f"cannot read {CANARY}")
    said = [record.getMessage() for record in expected_warnings]
    assert said == [
        "qt: kind=QtWarningMsg category=default",
        "qt: kind=QtCriticalMsg category=default",
    ]
    heard = capfd.readouterr()
    assert CANARY not in heard.out + heard.err


@pytest.mark.parametrize("kind", [QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg])
def test_what_qt_only_remarks_is_not_logged(kind: QtMsgType) -> None:
    module._take_message(kind, QMessageLogContext(), CANARY)


def test_the_window_opens_and_closes_cleanly(
    start: Callable[[Path | None], tuple[int, list[MainWindow]]], tmp_path: Path, home: Path
) -> None:
    code, seen = start(tmp_path / "journal")
    assert code == 0
    (window,) = seen
    assert window.doorway.place.folder == tmp_path / "journal"
    assert not window.isVisible()
    (log,) = home.rglob("caregiver-journal.log")
    assert str(tmp_path) not in log.read_text("utf-8")
    window.deleteLater()


def test_a_second_start_says_so_and_ends(
    start: Callable[[Path | None], tuple[int, list[MainWindow]]],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    held = HeldLock.take(JournalFolder(tmp_path).window_lock)
    assert held is not None
    assert start(tmp_path) == (0, [])
    assert "comes to the front" in capsys.readouterr().err
    held.release()


@pytest.mark.parametrize(
    ("asked", "known", "opened"),
    [
        (None, (), default_journal_folder),
        (None, ("/known/journal",), lambda: Path("/known/journal")),
        (Path("/asked"), ("/known/journal",), lambda: Path("/asked")),
        (Path("~/mine"), (), lambda: Path.home() / "mine"),
        (Path("here"), (), lambda: Path.cwd() / "here"),
    ],
)
def test_the_folder_asked_for_comes_before_the_last_and_that_before_the_usual(
    asked: Path | None, known: tuple[str, ...], opened: Callable[[], Path]
) -> None:
    assert module._choose_folder(asked, WindowState(journals=known)) == opened()


def test_a_nonsense_state_file_does_not_keep_it_from_opening(
    start: Callable[[Path | None], tuple[int, list[MainWindow]]], tmp_path: Path
) -> None:
    write_window_state(WindowState(geometry="!!", look="purple", text_size=0))
    code, seen = start(tmp_path / "journal")
    assert code == 0
    seen[0].deleteLater()


def test_the_whole_program_starts_and_ends_in_silence(tmp_path: Path) -> None:
    ran = run_python(
        """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from caregiver_journal import app

def look():
    (window,) = (w for w in QApplication.topLevelWidgets() if w.isVisible())
    sys.stdout.write(window.windowTitle())
    window.close()

before = app.make_application
def make_application():
    made = before()
    QTimer.singleShot(0, look)
    return made
app.make_application = make_application
sys.exit(app.run(Path(sys.argv[1])))
""",
        tmp_path / "journal",
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (0, "Caregiver Journal", "")
    assert not (tmp_path / "journal").exists(), "nothing is made before a passphrase is chosen"


_LEAVE = """
import os, sys
from pathlib import Path
from PySide6.QtCore import QTimer
from caregiver_journal import app
from caregiver_journal.journal import doors

folder, passphrase, how = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
key = doors.create(folder, passphrase, doors.Cost(19 * 1024, 1, 1))

class Window(app.MainWindow):
    def __init__(self, around):
        super().__init__(around)
        QTimer.singleShot(50, self.come)

    def come(self):
        self.doorway.open_with(key)
        QTimer.singleShot(50, self.go)

    def go(self):
        if how == "quit":
            app.QApplication.quit()
            return
        {"close": self.close, "lock": self.lock, "sleep": self.lock_at_once}[how]()
        if how == "close":
            assert not self.isVisible()
            assert self.parting.is_under_way

def relaunch(folder):
    os._exit(7)

app.MainWindow, app.relaunch = Window, relaunch
code = app.run(folder)
sys.exit(code)
"""


@pytest.mark.parametrize(
    ("how", "code", "backups"),
    [("close", 0, 1), ("quit", 0, 1), ("lock", 7, 1), ("sleep", 7, 0)],
)
def test_the_real_program_backs_up_and_goes(
    tmp_path: Path, how: str, code: int, backups: int
) -> None:
    done = run_python(_LEAVE, tmp_path / "journal", "a long enough one", how)
    assert done.returncode == code, done.stderr
    assert done.stderr == ""
    assert len(list_backups(tmp_path / "journal" / "backups")) == backups


class GoneError(Exception):
    """The process would be gone."""


def test_a_backup_that_was_given_up_keeps_no_key_waiting(
    qapp: QApplication,
    start: Callable[[Path | None], tuple[int, list[MainWindow]]],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    gate = threading.Event()
    codes: list[int] = []

    def go(code: int) -> None:
        codes.append(code)
        raise GoneError

    def close_in_its_midst() -> int:
        for window in QApplication.topLevelWidgets():
            if isinstance(window, MainWindow):
                window.parting.was_given_up = True
                window.work.start(window, gate.wait, _let_be, _let_be)
        return 0

    monkeypatch.setattr(QApplication, "exec", staticmethod(close_in_its_midst))
    monkeypatch.setattr(os, "_exit", go)
    try:
        with pytest.raises(GoneError):
            start(tmp_path / "journal")
        assert codes == [0]
    finally:
        gate.set()
    for window in QApplication.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.work.finish()
            window.close()


def _let_be(_came: object) -> None:
    """Take no notice."""
