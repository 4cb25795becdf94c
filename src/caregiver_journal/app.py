"""The composition root of the window: folders, log, Qt, appearance, one window, clean end."""

import os
import sys
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

from caregiver_journal.base import log
from caregiver_journal.base.i18n import _
from caregiver_journal.base.look import read_look
from caregiver_journal.base.places import default_journal_folder, log_folder
from caregiver_journal.ui.collector import Collector
from caregiver_journal.ui.desktop.one_window import OneWindow
from caregiver_journal.ui.desktop.relaunch import relaunch
from caregiver_journal.ui.main_window import MainWindow, Surroundings
from caregiver_journal.ui.place import Place
from caregiver_journal.ui.problems import Problems
from caregiver_journal.ui.theme import apply_look, install_fonts, system_look
from caregiver_journal.ui.window_state import WindowState, read_window_state

_ARGUMENTS = ["caregiver-journal", "-style", "fusion"]
"""Qt chooses the style by itself here; asking for it in Python would load every constant of it."""


def run(folder: Path | None) -> int:
    """Open the window on a journal's folder; return the exit code."""
    log.start_log(log_folder())
    state = read_window_state()
    chosen = _choose_folder(folder, state)
    app = make_application()
    one = OneWindow(chosen)
    if not one.take():
        sys.stderr.write(_("This journal has a window already; it comes to the front.") + "\n")
        return 0
    problems = Problems(app)
    log.catch_escaped(problems.tell)
    dress(app, state.first_look(), state.text_size)
    window = MainWindow(
        Surroundings(
            place=Place(chosen, state.journals),
            state=state,
            dress=partial(dress, app),
            relaunch=relaunch,
            one_window=one,
            backs_up=True,
        )
    )
    problems.found.connect(window.show_problem)
    one.knocked.connect(window.come_to_front)
    window.first_picture.shown.connect(_guard_memory)
    collector = Collector(app)
    window.show()
    code = app.exec()
    if window.parting.was_given_up:  # its key goes with this process, and so at once
        collector.stop()
        one.release()
        os._exit(code)
    window.work.finish()
    collector.stop()
    one.release()
    return code


def run_view(backup: Path) -> int:
    """Open a window to look around in a backup; return the exit code."""
    # Here, because every start of the program would read it, and few look around in a backup.
    from caregiver_journal.ui.viewing_window import ViewingWindow  # noqa: PLC0415

    log.start_log(log_folder())
    state = read_window_state()._replace(geometry="", journals=())
    app = make_application()
    problems = Problems(app)
    log.catch_escaped(problems.tell)
    dress(app, state.first_look(), state.text_size)
    window = ViewingWindow(
        Surroundings(
            place=Place(backup),
            state=state,
            dress=partial(dress, app),
            relaunch=_close_all,
            one_window=OneWindow(backup),
        )
    )
    problems.found.connect(window.show_problem)
    window.first_picture.shown.connect(_guard_memory)
    collector = Collector(app)
    window.show()
    code = app.exec()
    window.work.finish()
    window.doorway.remove()
    collector.stop()
    return code


def run_tour(folder: Path, *, is_quick: bool) -> int:
    """Photograph the pages of an invented journal into a folder; return the exit code."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from caregiver_journal.ui.tour import take_pictures  # noqa: PLC0415 - only here

    app = make_application(always_own_font=True)
    collector = Collector(app)
    for path in take_pictures(app, folder, is_quick=is_quick):
        sys.stdout.write(f"{path}\n")
    collector.stop()
    return 0


def make_application(*, always_own_font: bool = False) -> QApplication:
    """Make the Qt application, silent on standard error."""
    qInstallMessageHandler(_take_message)
    QApplication.setApplicationName("Caregiver Journal")
    QApplication.setDesktopFileName("caregiver-journal")
    app = QApplication.instance() or QApplication(_ARGUMENTS)
    if not isinstance(app, QApplication):
        raise TypeError("another kind of Qt application runs already")
    install_fonts(app, always=always_own_font)
    return app


def dress(app: QApplication, look: str, text_size: int) -> None:
    """Apply an appearance ("system" follows the desktop) and a text size in per cent."""
    name = system_look() if look == "system" else look
    apply_look(app, read_look(name), text_size / 100)


def _guard_memory() -> None:
    """Keep this process to itself: after the first picture, before anybody can type a word."""
    from caregiver_journal.base.process import guard_memory  # noqa: PLC0415 - 2 ms less to wait

    guard_memory()


def _close_all(_folder: Path) -> None:
    """End: to lock a backup that is looked at is to close it."""
    QApplication.quit()


def _choose_folder(folder: Path | None, state: WindowState) -> Path:
    known = Path(state.journals[0]) if state.journals else default_journal_folder()
    return (folder or known).expanduser().absolute()


def _take_message(kind: QtMsgType, context: QMessageLogContext, _message: str) -> None:
    """Log where Qt complained, not what it said: its messages can hold text of the person."""
    if kind not in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg):
        log.note_qt_message(kind.name, str(context.category or ""))
